// What a file of answers adds to a filing: the answers the filing does not have yet, each where it belongs.
import { read } from '../facts/fact.ts'
import type { Path } from '../model/filing.ts'
import { answersIn, type Given } from './answers.ts'

/** What tells two entries of such a list apart; other lists are paired by position. */
const identities: Readonly<Record<string, readonly string[]>> = {
  services: ['kind'],
  domains: ['name'],
  platforms: ['os'],
  'pre-approvals': ['type'],
  sites: ['number'],
  access: ['resource'],
  materials: ['is', 'of'],
  confirmed: ['rule', 'of'],
}

const isMapping = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isRecords = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every(isMapping)

/** What the filing says stays, also that there is nothing: `none`, an empty list. */
export function missingAnswers(given: unknown, has: unknown, path: Path = []): Given[] {
  if (has === undefined) return answersIn(given, path)
  if (isRecords(given) && isRecords(has)) return missingEntries(given, has, path)
  if (!isMapping(given) || !isMapping(has)) return []
  return Object.entries(given).flatMap(([key, value]) => missingAnswers(value, read(has, [key]), [...path, key]))
}

/** An entry that is none of the filing's own comes behind them. */
function missingEntries(given: readonly object[], has: readonly object[], path: Path): Given[] {
  const keys = identities[String(path.at(-1))] ?? []
  const taken = new Set<number>()
  let added = 0
  return given.flatMap((entry, at) => {
    const isSame = (index: number) => !taken.has(index) && agree(entry, has[index], keys)
    const own = [at, ...has.keys()].find(isSame)
    if (own === undefined) return answersIn(entry, [...path, has.length + added++])
    taken.add(own)
    return missingAnswers(entry, has[own], [...path, own])
  })
}

function agree(one: object, other: object | undefined, keys: readonly string[]): boolean {
  if (other === undefined) return false
  return keys.every(key => {
    const [ours, theirs] = [read(one, [key]), read(other, [key])]
    return ours === undefined || theirs === undefined || ours === theirs
  })
}
