// A finding's fingerprint: the same in every run and on every machine, wherever its lines have moved.
import { createHash } from 'node:crypto'
import { keyed } from '../rules/finding-key.ts'
import type { Finding } from '../rules/finding.ts'
import type { Reported } from './reported.ts'

/**
 * 32 letters from a to p, as no run of digits should be taken for somebody's number. `path`: the filing's, from the
 * folder that both runs share.
 */
export function fingerprintOf(path: string, key: string): string {
  const bytes = createHash('sha256').update(`icp-prep/v1\n${path}\n${key}`).digest().subarray(0, 16)
  return Array.from(bytes, byte => `${letter(byte >> 4)}${letter(byte & 15)}`).join('')
}

const letter = (half: number) => String.fromCodePoint(97 + half)

/** One fingerprint per finding, none twice. */
export function fingerprintsOf(
  { judgement, filing }: Pick<Reported, 'judgement' | 'filing'>,
  path: string,
): ReadonlyMap<Finding, string> {
  const entries = [...keyed(judgement.findings, filing)]
  return new Map(entries.map(([key, finding]) => [finding, fingerprintOf(path, key)]))
}
