// A finding's fingerprint: the same in every run and on every machine, wherever its lines have moved.
import { hash } from 'node:crypto'
import { keyed } from '../rules/finding-key.ts'
import type { Finding } from '../rules/finding.ts'
import type { Reported } from './reported.ts'

/**
 * 32 letters from a to p, as no run of digits should be taken for somebody's number. `path`: the filing's, from the
 * folder that both runs share.
 */
export function fingerprintOf(path: string, key: string): string {
  const digits = hash('sha256', `icp-prep/v1\n${path}\n${key}`)
  let letters = ''
  for (let at = 0; at < 32; at += 1) letters += letterOf(digits.charCodeAt(at))
  return letters
}

const [zero, nine, a] = [48, 57, 97]

/** Of a hexadecimal digit: 0 is a, f is p. */
const letterOf = (digit: number) => String.fromCharCode(digit <= nine ? a + digit - zero : digit + 10)

/** One fingerprint per finding, none twice; undefined for what is none of the filing's. Made when asked for. */
export function fingerprintsOf(
  { judgement, filing }: Pick<Reported, 'judgement' | 'filing'>,
  path: string,
): { readonly get: (finding: Finding) => string | undefined } {
  let keys: ReadonlyMap<Finding, string> | undefined
  return {
    get: finding => {
      keys ??= new Map([...keyed(judgement.findings, filing)].map(([key, of]) => [of, key]))
      const key = keys.get(finding)
      return key === undefined ? undefined : fingerprintOf(path, key)
    },
  }
}
