// The answers a filing holds, flat, in the order they are written: for the summary and for a file of answers.
import type { Path } from '../model/filing.ts'

export type Given = { readonly path: Path; readonly value: string | boolean | number | readonly string[] }

const isText = (value: unknown): value is string => typeof value === 'string'

/** Every leaf of a typed filing; lists of texts count as one answer. */
export function answersIn(record: unknown, path: Path = []): Given[] {
  if (typeof record === 'string' || typeof record === 'number' || typeof record === 'boolean') return [{ path, value: record }]
  if (Array.isArray(record)) {
    if (record.every(isText)) return [{ path, value: record }]
    return record.flatMap((item, index) => answersIn(item, [...path, index]))
  }
  if (typeof record !== 'object' || record === null) return []
  return Object.entries(record).flatMap(([key, value]) => answersIn(value, [...path, key]))
}

const notAnswers = new Set(['icp', 'materials', 'confirmed', 'guessed'])

/** The answers a person gave in the interview; materials and ticks are asked for by themselves. */
export function changeable(filing: object): Given[] {
  return answersIn(filing).filter(({ path }) => !notAnswers.has(String(path[0])))
}
