// `status --set`: what happened is written into the filing, its comments and order kept; a day that cannot be is refused.
import { removeAnswer, setAnswer } from '../disk/edit-yaml.ts'
import { isDay, type Day } from '../model/calendar.ts'
import { filingNumberProblem } from '../model/filing-number.ts'
import type { Progress } from '../model/filing.ts'
import { filingShape } from '../model/filing-shape.ts'
import { keysAt } from '../model/shape.ts'
import { nearest } from '../model/nearest.ts'
import { isReturned, milestones, progressProblems, roundMarks, type Milestone } from '../model/progress.ts'
import type { StatusProblem } from '../locales/status-words.ts'
import { visible } from '../model/visible.ts'
import { UserError } from './user-error.ts'

/** `whyNot`: what is wrong with a filing number, in the reader's words. */
export type Setting = {
  readonly today: Day
  /** the marks this type of filing passes */
  readonly marks: readonly Milestone[]
  readonly typeName: string
  readonly titleOf: (mark: Milestone) => string
  readonly whyNot: (problem: string) => string
}

type Entry = { readonly key: string; readonly value: string | string[] | undefined }

const refuse = (problem: StatusProblem) => new UserError({ code: 'status', problem })

/** The text of the filing with every entry in it. @throws UserError, YamlProblem */
export function withProgress(text: string, before: Progress, written: readonly string[], setting: Setting): string {
  const entries = written.map(each => entryOf(each, setting))
  const after = entries.reduce(applied, before)
  const [problem] = progressProblems(after, setting.today)
  if (problem) throw refuse(problem)
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...keys].reduce((edited, key) => {
    const value: string | string[] | undefined = Reflect.get(after, key)
    if (value === undefined) return removeAnswer(edited, ['progress', key])
    return Reflect.get(before, key) === value ? edited : setAnswer(edited, ['progress', key], value)
  }, text)
}

function entryOf(written: string, setting: Setting): Entry {
  const known = keysAt(filingShape, ['progress'])
  const [, key = '', value = ''] = /^([^=]*)=([^]*)$/.exec(written.trim()) ?? []
  if (!known.includes(key)) {
    const name = key === '' ? written : key
    const meant = nearest(name, known)
    throw refuse({ is: 'form', got: visible(written), known, ...(meant === undefined ? {} : { meant }) })
  }
  const text = value.trim()
  return { key, value: text === '' ? undefined : valueOf(key, text, setting) }
}

function valueOf(key: string, text: string, { today, marks, typeName, titleOf, whyNot }: Setting): string | string[] {
  if (key === 'public-security-number') return text
  if (key === 'numbers') return text.split(/[,，、;；]/).map(each => numberOf(each.trim(), whyNot))
  const mark = milestones.find(each => each === key)
  if (mark && !marks.includes(mark)) throw refuse({ is: 'not-of-type', mark: titleOf(mark), type: typeName })
  const day = text === 'today' || text === '今天' ? today : text
  if (!isDay(day)) throw refuse({ is: 'day', mark: key, got: visible(text) })
  return day
}

function numberOf(text: string, whyNot: Setting['whyNot']): string {
  const problem = filingNumberProblem(text)
  if (problem !== undefined) throw refuse({ is: 'number', got: visible(text), why: whyNot(problem) })
  return text
}

/** Handing an order in again begins a new round: what was passed before it was sent back counts no more. */
function applied(progress: Progress, { key, value }: Entry): Progress {
  const begins = key === 'submitted' && value !== undefined && isReturned(progress)
  const over = new Set<string>(begins ? ['returned', ...roundMarks] : [])
  const kept = Object.entries(progress).filter(([name]) => name !== key && !over.has(name))
  return Object.fromEntries(value === undefined ? kept : [...kept, [key, value]])
}
