// Answers from a file in the shape of icp.yaml: each is put where the filing has none yet.
import { parseFiling } from '../disk/filing.ts'
import { readTextFile } from '../disk/read-file.ts'
import { read } from '../facts/fact.ts'
import { answersIn } from '../interview/answers.ts'
import type { Context } from './context.ts'
import { answered, type State } from './interview-state.ts'
import { filingLimit, idLookup } from './judge-filing.ts'
import { MalformedFiling } from './malformed.ts'

/** What the filing says already stays. @throws FileProblem, YamlProblem, MalformedFiling */
export function mergeAnswers(state: State, file: string, context: Context): State {
  const given = parseFiling(readTextFile(file, filingLimit), idLookup(context))
  if (given.is === 'malformed') throw new MalformedFiling(file, given.problems)
  return answersIn(given.filing)
    .filter(({ path }) => path[0] !== 'icp' && read(state.reported.filing, path) === undefined)
    .reduce((at, { path, value }) => answered(at, path, typeof value === 'object' ? [...value] : value, context), state)
}
