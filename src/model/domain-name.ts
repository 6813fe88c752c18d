// A domain name as a filing takes it: what is wrong with it, and what it consists of.

import { domainToASCII, domainToUnicode } from 'node:url'
import { parse } from 'tldts'
import { latest } from './remember.ts'

export type DomainProblem =
  | 'ip-address'
  | 'url'
  | 'blank'
  | 'full-width'
  | 'characters'
  | 'trailing-dot'
  | 'label'
  | 'no-suffix'
  | 'public-suffix'
  | 'www'

/** `ascii`, `registrable` and `labels` are lower-case punycode, to compare; `unicode`, `suffix`, `topLevel` to read. */
export type Domain = {
  ascii: string
  unicode: string
  /** Everything registrars sell under, of ICANN's part of the public suffix list: `com.cn`, `gd.cn`, `公司.cn`. */
  suffix: string
  topLevel: string
  registrable: string
  labels: string[]
}

const slips = [
  ['ip-address', /^\[?[\da-f.]*:[\da-f.]*:[\da-f:.]*\]?$/i],
  ['url', /[/\\?#:／＼？＃：]/],
  ['blank', /\s/],
  ['full-width', /[\uFF01-\uFF5E。｡]/],
] as const

const plain = /^[a-z\d.-]*$/

/** Without this, domainToASCII decodes %41 and drops zero-width characters and fillers unseen. Costly to make: most names are plain. */
const isAllowed = (name: string) =>
  plain.test(name) || /^(?:(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{M}\p{N}.-])*$/u.test(name)

const numbersOnly = /^(?:0x[\da-f]+|\d+)(?:\.(?:0x[\da-f]+|\d+))*$/
const numberLast = /(?:^|\.)(?:0x[\da-f]*|\d+)$/
const host = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/
const longest = 253
const hostOnly = { extractHostname: false, validateHostname: false, detectIp: false }

/** What keeps the text from being a domain to file. Capitals are none: names do not tell case. */
export const domainProblem = latest((name: string): DomainProblem | undefined => {
  for (const [problem, pattern] of slips) if (pattern.test(name)) return problem
  const folded = fold(name)
  if (!isAllowed(folded)) return 'characters'
  if (folded.length > 1 && folded.endsWith('.')) return 'trailing-dot'
  if (numbersOnly.test(folded)) return 'ip-address'
  if (numberLast.test(folded)) return 'no-suffix'
  const ascii = hostOf(folded)
  if (ascii === undefined) return 'label'
  const { isIcann, domain } = parse(ascii, hostOnly)
  if (isIcann !== true) return 'no-suffix'
  if (domain === null) return 'public-suffix'
  return ascii.startsWith('www.') && domain !== ascii ? 'www' : undefined
})

/**
 * The parts of a name under a suffix that ICANN knows, `www.` and deeper levels included. Full-width letters, `。` for a
 * dot and a final dot are read through; an address with scheme or path, an IP address, a bare suffix are not.
 */
export const readDomain = latest((name: string): Domain | undefined => {
  const folded = fold(name)
  const bare = folded.endsWith('.') ? folded.slice(0, -1) : folded
  if (!isAllowed(bare) || numberLast.test(bare)) return undefined
  const ascii = hostOf(bare)
  if (ascii === undefined) return undefined
  const { isIcann, domain, publicSuffix } = parse(ascii, hostOnly)
  if (isIcann !== true || domain === null || publicSuffix === null) return undefined
  const labels = ascii.split('.')
  const suffix = readable(publicSuffix)
  const topLevel = suffix.slice(suffix.lastIndexOf('.') + 1)
  return { ascii, unicode: readable(ascii), suffix, topLevel, registrable: domain, labels }
})

function fold(name: string): string {
  const lower = name.toLowerCase()
  return plain.test(lower) ? lower : lower.normalize('NFKC').toLowerCase().replaceAll('。', '.')
}

function hostOf(folded: string): string | undefined {
  if (folded.length > longest) return undefined
  const ascii = plain.test(folded) && !folded.includes('xn--') ? folded : domainToASCII(folded)
  return ascii.length <= longest && host.test(ascii) ? ascii : undefined
}

function readable(ascii: string): string {
  return ascii.includes('xn--') ? domainToUnicode(ascii) : ascii
}
