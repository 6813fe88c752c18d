// An answer as one line of the summary: its name, and what was chosen in the words it was chosen by.
import { factAt } from '../facts/fact-at.ts'
import { toValue } from '../facts/fact.ts'
import type { Given } from '../interview/answers.ts'
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

/** With its service or domain, where there are several. */
function nameOf(path: Path, { reported }: State, words: Words): string {
  const name = path.at(-1) === 'domains' ? fieldName([...path, 0, 'name'], words) : fieldName(path, words)
  const [list, index, part, position] = path
  if (list !== 'services' || typeof index !== 'number') return name
  const services = reported.filing.services ?? []
  const domains = services[index]?.domains ?? []
  const isOneOfDomains = part === 'domains' && typeof position === 'number' && domains.length > 1
  const about = isOneOfDomains ? domains[position]?.name : undefined
  if (about !== undefined) return `${name}${words.report.of(about)}`
  return services.length > 1 ? `${name}${words.report.of(showAbout(`services.${index}`, reported, words))}` : name
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
