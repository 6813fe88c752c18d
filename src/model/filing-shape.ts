// The shape of `icp.yaml`. The build puts the finished shape here: working it out at every start would cost more than a check.
import { filingSchema } from './filing.ts'
import { shapeOf } from './shape-of.ts'

export const filingShape = shapeOf(filingSchema)
