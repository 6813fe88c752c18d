// Answers from a file in the shape of icp.yaml: each is put where the filing has none yet.
import { readTextFile } from '../disk/read-file.ts'
import { missingAnswers } from '../interview/missing-answers.ts'
import type { Context } from './context.ts'
import { changed, judged, openState, textOf, type State } from './interview-state.ts'
import { filingLimit } from './judge-filing.ts'

/**
 * Nothing is saved. A new filing is the file of answers itself, comments included; where there is a filing, what it
 * says stays. @throws FileProblem, YamlProblem, MalformedFiling
 */
export function mergeAnswers(file: string, answers: string, context: Context): State {
  const text = readTextFile(answers, filingLimit)
  const given = judged(text, answers, context).reported.filing
  if (textOf(file) === undefined) return judged(text, file, context)
  const state = openState(file, context)
  const missing = missingAnswers(given, state.reported.filing)
  return changed(
    state,
    missing.map(({ path, value }) => ({ set: path, answer: value })),
    context,
  )
}
