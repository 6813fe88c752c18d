// The answers a filing holds, flat, in the order they are written: for the summary and for a file of answers.
import { read } from '../facts/fact.ts'
import type { Filing, Path } from '../model/filing.ts'
import { keyOfList, namesIn } from './edits.ts'
import type { Answer } from './spec.ts'

export type Given = { readonly path: Path; readonly value: Answer }

const isText = (value: unknown): value is string => typeof value === 'string'
const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every leaf of a typed filing; lists of texts and empty mappings count as one answer. */
export function answersIn(record: unknown, path: Path = []): Given[] {
  if (typeof record === 'string' || typeof record === 'number' || typeof record === 'boolean')
    return [{ path, value: record }]
  if (Array.isArray(record)) {
    if (record.every(isText)) return [{ path, value: [...record] }]
    return record.flatMap((item, index) => answersIn(item, [...path, index]))
  }
  if (!isMapping(record)) return []
  const entries = Object.entries(record)
  return entries.length === 0
    ? [{ path, value: {} }]
    : entries.flatMap(([key, value]) => answersIn(value, [...path, key]))
}

const notAnswers = new Set(['icp', 'materials', 'confirmed', 'guessed', 'progress'])

/** The answers a person gave, as they were asked: a list of domains once, then what belongs to each. */
export function changeable(filing: Filing): Given[] {
  return Object.entries(filing).flatMap(([key, value]) => (notAnswers.has(key) ? [] : linesOf(value, [key], filing)))
}

function linesOf(value: unknown, path: Path, filing: Filing): Given[] {
  const names = namesIn(filing, path)
  if (names) return [...lineOfList(path, names), ...below(value, path, filing, keyOfList(path))]
  const last = path.at(-1)
  if (last === 'record') return [{ path, value: value === 'none' ? 'none' : {} }, ...below(value, path, filing)]
  if (last === 'lead') return [{ path, value: leadOf(value) }, ...below(value, path, filing, 'same-as')]
  if (isMapping(value) || (Array.isArray(value) && !value.every(isText))) return below(value, path, filing)
  return answersIn(value, path)
}

/** Records that nobody has named yet are no answer; an empty list is one. */
function lineOfList(path: Path, names: readonly string[]): Given[] {
  const named = names.filter(name => name !== '')
  return named.length === 0 && names.length > 0 ? [] : [{ path, value: named }]
}

function leadOf(value: unknown): Answer {
  const same = read(value, ['same-as'])
  return isText(same) ? { 'same-as': same } : {}
}

/** The parts of a mapping or list, without the key that its own line shows already. */
function below(value: unknown, path: Path, filing: Filing, shown = 'same-as'): Given[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => below(item, [...path, index], filing, shown))
  if (!isMapping(value)) return []
  return Object.entries(value).flatMap(([key, part]) => (key === shown ? [] : linesOf(part, [...path, key], filing)))
}
