// Arguments, names of files and environments nobody should have: answered as the help says, whatever is called.
import { callSurfaces } from './trust/fuzz/call-surfaces.ts'
import { fuzz } from './trust/fuzz/fuzz.ts'

fuzz(callSurfaces)
