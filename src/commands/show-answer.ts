// An answer as one line of the summary: its name, and what was chosen in the words it was chosen by.
import { factAt } from '../facts/fact-at.ts'
import { toValue } from '../facts/fact.ts'
import type { Given } from '../interview/answers.ts'
import { keyOfList, namesIn } from '../interview/edits.ts'
import { specFor, type Answer, type Choice } from '../interview/spec.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import type { Path } from '../model/filing.ts'
import { showAbout } from '../report/subject.ts'
import { showValue } from '../report/value.ts'
import type { State } from './interview-state.ts'

/** Personal data are shown in full: they are the filer's own, at the filer's own terminal. */
export function lineOf({ path, value }: Given, state: State, words: Words): string {
  return `${nameOf(path, state, words)}${words.language === 'zh' ? '：' : ': '}${valueOf(path, value, state, words)}`
}

function nameOf(path: Path, { reported }: State, words: Words): string {
  const key = path.at(-1) === 'pre-approvals' ? undefined : keyOfList(path)
  const name = fieldName(key === undefined ? path : [...path, 0, key], words)
  const about = aboutAnswer(path, reported, words)
  return about === '' ? name : `${name}${words.report.of(about)}`
}

/** Which service, domain, platform, approval or paper it is about, where there are several it could be. */
export function aboutAnswer(path: Path, reported: State['reported'], words: Words): string {
  const [list, index] = path
  if (list === 'materials') return showAbout(`materials.${index}`, reported, words)
  if (list !== 'services' || typeof index !== 'number') return ''
  const isOnlyOne = (reported.filing.services ?? []).length <= 1
  return partNamed(path, reported, words) ?? (isOnlyOne ? '' : showAbout(`services.${index}`, reported, words))
}

/** Whom or what a finding is about; nothing where only one thing can be meant. */
export function aboutFinding(about: string | undefined, reported: State['reported'], words: Words): string {
  const isOnlyService = about === 'services.0' && (reported.filing.services ?? []).length <= 1
  return about === undefined || about === 'sponsor' || isOnlyService ? '' : showAbout(about, reported, words)
}

/** The record of a list that the path leads through: an approval always by its name, others where they are several. */
function partNamed(path: Path, { filing, book }: State['reported'], words: Words): string | undefined {
  const at = path.findIndex((_, length) => keyOfList(path.slice(0, length)) !== undefined)
  const position = at < 0 ? undefined : path[at]
  const names = namesIn(filing, path.slice(0, at)) ?? []
  const name = typeof position === 'number' ? names[position] : undefined
  const isApproval = path[at - 1] === 'pre-approvals'
  if (name === undefined || (names.length < 2 && !isApproval)) return undefined
  return book.tables.code(isApproval ? 'pre-approvals' : 'app-platforms', name)?.[words.language] ?? name
}

function valueOf(path: Path, value: Answer, { reported }: State, words: Words): string {
  const { filing, book } = reported
  const spec = specFor(path, { filing, tables: book.tables, provider: book.provider })
  const choices: readonly Choice[] = 'choices' in spec ? spec.choices : []
  if (Array.isArray(value) && value.length === 0) return words.interview.none
  if (Array.isArray(value) && choices.length > 0)
    return words.list(value.map(item => chosen(choices, item, words) ?? (typeof item === 'string' ? item : '')))
  const name = chosen(choices, value, words)
  if (name !== undefined) return name
  if (spec.ask === 'lead') return words.interview.other
  const shown = toValue(value)
  return shown === undefined ? '' : showValue(factAt(path), shown, book, words, true)
}

const chosen = (choices: readonly Choice[], value: Answer, words: Words) =>
  choices.find(({ answer }) => JSON.stringify(answer) === JSON.stringify(value))?.[words.language]
