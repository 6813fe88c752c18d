// The filing while it is being asked for: its text, saved after every answer, and what the rules say of it now.
import { existsSync } from 'node:fs'
import { setAnswer, removeAnswer, type Answer } from '../disk/edit-yaml.ts'
import { parseFiling } from '../disk/filing.ts'
import { readTextFile } from '../disk/read-file.ts'
import { writeFileAtomically } from '../disk/write-file.ts'
import type { Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Reported } from '../report/reported.ts'
import { filingLimit, idLookup, judgeFiling } from './judge-filing.ts'
import type { Context } from './context.ts'
import { MalformedFiling } from './malformed.ts'

const start = '# 备案信息，由 icp-prep 保存，可以手工修改 / saved by icp-prep, edit it freely\nicp: 1\n'

export type State = { readonly text: string; readonly reported: Reported }

/** Judges a text. @throws MalformedFiling, YamlProblem */
function judged(text: string, file: string, context: Context): State {
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  return { text, reported: { ...judgeFiling(read.filing, context), file, placeOf: read.placeOf } }
}

/** What is on disk, or a new filing that is not written before the first answer. */
export function openState(file: string, context: Context): State {
  return judged(existsSync(file) ? readTextFile(file, filingLimit) : start, file, context)
}

/** The state with an answer; nothing is saved. */
export function answered({ text, reported }: State, path: Path, answer: Answer, context: Context): State {
  return judged(setAnswer(text, path, answer), reported.file, context)
}

export function withoutAnswer({ text, reported }: State, path: Path, context: Context): State {
  return judged(removeAnswer(text, path), reported.file, context)
}

export function save({ text, reported }: State): void {
  writeFileAtomically(reported.file, text)
}

const key = ({ rule, about }: Finding) => `${rule} ${about ?? ''}`

/** What an answer breaks that was not broken before it was given. */
export function newlyBroken(before: State, after: State): Finding[] {
  const known = new Set(before.reported.judgement.findings.filter(({ verdict }) => verdict.is === 'fail').map(key))
  return after.reported.judgement.findings.filter(
    finding => finding.verdict.is === 'fail' && finding.severity !== 'info' && !known.has(key(finding)),
  )
}
