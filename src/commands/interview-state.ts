// The filing while it is being asked for: its text, saved after every answer, and what the rules say of it now.
import { setAnswer, removeAnswer } from '../disk/edit-yaml.ts'
import { parseFiling } from '../disk/filing.ts'
import { isThere } from '../disk/is-there.ts'
import { readTextFile } from '../disk/read-file.ts'
import { writeFileAtomically } from '../disk/write-file.ts'
import { YamlProblem } from '../disk/yaml-problem.ts'
import { keyOfList, type Edit } from '../interview/edits.ts'
import type { Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Reported } from '../report/reported.ts'
import { filingLimit, idLookup, judgeFiling } from './judge-filing.ts'
import type { Context } from './context.ts'
import { MalformedFiling } from './malformed.ts'
import { refusedBySystem } from './refused-by-system.ts'

const start = '# 备案信息，由 icp-prep 保存，可以手工修改 / saved by icp-prep, edit it freely\nicp: 1\n'

export type State = { readonly text: string; readonly reported: Reported }

/** A text that is no YAML, or so written that only a person can change it. */
export class UnreadableFiling extends Error {
  readonly file: string
  readonly problem: YamlProblem

  constructor(file: string, problem: YamlProblem) {
    super('unreadable')
    this.file = file
    this.problem = problem
  }
}

/** The file is named where its text cannot be read or changed. */
function named<Result>(file: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw error instanceof YamlProblem ? new UnreadableFiling(file, error) : error
  }
}

/** Judges a text. @throws MalformedFiling, UnreadableFiling */
export function judged(text: string, file: string, context: Context): State {
  const read = named(file, () => parseFiling(text, idLookup(context)))
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  return { text, reported: { ...judgeFiling(read.filing, context), file, placeOf: read.placeOf } }
}

/** What stands on disk; undefined before the first answer. @throws FileProblem */
export function textOf(file: string): string | undefined {
  return isThere(file) ? readTextFile(file, filingLimit) : undefined
}

/** What is on disk, or a new filing that is not written before the first answer. */
export function openState(file: string, context: Context): State {
  const text = textOf(file)
  return judged(text === undefined || text.trim() === '' ? start : text, file, context)
}

/** The state with an answer; nothing is saved. @throws UnreadableFiling where only a person can change the text */
export function changed({ text, reported }: State, edits: readonly Edit[], context: Context): State {
  const apply = (at: string, edit: Edit) =>
    'set' in edit ? setAnswer(at, edit.set, edit.answer) : removeAnswer(at, edit.remove)
  const edited = named(reported.file, () => edits.reduce(apply, text))
  return judged(edited, reported.file, context)
}

/** What an answer is compared with: the filing as if nobody had given it. Lists of records change part by part. */
export function without(state: State, path: Path, context: Context): State {
  if (keyOfList(path) !== undefined) return state
  try {
    return changed(state, [{ remove: path }], context)
  } catch (error) {
    if (error instanceof UnreadableFiling) return state
    throw error
  }
}

/** @throws UserError where the disk is full or nobody may write */
export function save({ text, reported: { file } }: State): void {
  try {
    writeFileAtomically(file, text)
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
}

const key = ({ rule, about }: Finding) => `${rule} ${about ?? ''}`

/** What an answer breaks that was not broken before it was given. */
export function newlyBroken(before: State, after: State): Finding[] {
  const known = new Set(before.reported.judgement.findings.filter(({ verdict }) => verdict.is === 'fail').map(key))
  return after.reported.judgement.findings.filter(
    finding => finding.verdict.is === 'fail' && finding.severity !== 'info' && !known.has(key(finding)),
  )
}
