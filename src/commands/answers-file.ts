// Answers from a file in the shape of icp.yaml: each is put where the filing has none yet.
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { readTextFile } from '../disk/read-file.ts'
import type { Edit } from '../interview/edits.ts'
import { missingAnswers } from '../interview/missing-answers.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Context } from './context.ts'
import { changed, judged, openState, textOf, type State } from './interview-state.ts'
import { filingLimit } from './judge-filing.ts'

/**
 * Nothing is saved. A new filing is the file of answers itself, comments included; where there is a filing, what it
 * says stays. @throws FileProblem, YamlProblem, MalformedFiling
 */
export function mergeAnswers(file: string, answers: string, context: Context): State {
  const written = judged(readTextFile(answers, filingLimit), answers, context)
  const given = changed(written, movedFiles(written.reported.filing, dirname(answers), dirname(file)), context)
  if (textOf(file) === undefined) return judged(given.text, file, context)
  const state = openState(file, context)
  const missing = missingAnswers(given.reported.filing, state.reported.filing)
  return changed(
    state,
    missing.map(({ path, value }) => ({ set: path, answer: value })),
    context,
  )
}

/** Scans that lie beside the answers are named from the folder of the filing. */
function movedFiles({ materials = [], services = [] }: Filing, from: string, to: string): Edit[] {
  const named: { readonly path: Path; readonly file: string | undefined }[] = [
    ...materials.map(({ file }, index) => ({ path: ['materials', index, 'file'], file })),
    ...services.map(({ app }, index) => ({ path: ['services', index, 'app', 'icon'], file: app?.icon })),
  ]
  return named.flatMap(({ path, file }) => {
    if (file === undefined || isAbsolute(file) || isThere(join(to, file)) || !isThere(join(from, file))) return []
    return [{ set: path, answer: relative(to, join(from, file)).split(sep).join('/') }]
  })
}
