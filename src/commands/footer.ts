// `icp-prep footer`: the lines for the foot of the page, from the filing's numbers or one given.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { footerOf, footerHtml, type Footer, type ServiceFooter } from '../bundle/footer.ts'
import { isThere } from '../disk/is-there.ts'
import { provinceName } from '../locales/authority-names.ts'
import type { Words } from '../locales/index.ts'
import { filingNumberLetter, filingNumberProblem, letterMeant, readFilingNumber } from '../model/filing-number.ts'
import type { Filing } from '../model/filing.ts'
import { readPublicSecurityNumber } from '../model/public-security-number.ts'
import { visible } from '../model/visible.ts'
import type { FooterProblem } from '../locales/footer-words.ts'
import type { Context } from './context.ts'
import { readFilingFile } from './judge-filing.ts'
import { MalformedFiling } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

export type FooterFlags = {
  readonly number: readonly string[]
  readonly publicSecurity: string | undefined
  readonly reporter: string
}

export const footerReporters = ['html', 'text', 'json']

const refuse = (problem: FooterProblem) => new UserError({ code: 'footer', problem })

/** A filing is not needed where the number is given: its first character tells the province. @throws UserError */
export function footerCommand(dir: string, flags: FooterFlags, context: Context): Outcome {
  const { words } = context
  if (!footerReporters.includes(flags.reporter)) {
    throw new UserError({ code: 'wrong-option', option: '--reporter', got: flags.reporter, known: footerReporters })
  }
  const filing = filingIn(dir, flags.number.length > 0, context)
  const numbers = numbersOf(filing, flags.number)
  for (const number of numbers) refuseWrong(number, context)
  const security = flags.publicSecurity ?? filing.progress?.['public-security-number']
  if (security !== undefined && !readPublicSecurityNumber(security)) {
    throw refuse({ is: 'public-security', got: visible(security) })
  }
  const province = filing.province ?? provinceOf(numbers[0], context)
  const book = context.book.for(province, filing.provider)
  const wants = book.province?.province?.['footer-number'] ?? 'service'
  const footer = footerOf(filing, numbers, wants, security)
  const place = provinceName({ filing: { ...filing, province }, book }, words)
  const letter = book.tables.code('provinces', province ?? '')?.['letter']
  const notes = [
    ...remarksOf(footer, words),
    ...numbers.flatMap(number =>
      typeof letter === 'string' && filingNumberLetter(number) !== letter
        ? [words.footer.otherProvince(number, letter, place)]
        : [],
    ),
    ...(wants === 'sponsor' && footer.services.some(({ kind }) => kind === 'website')
      ? [words.footer.sponsorNumber(place)]
      : []),
    footer.publicSecurity ? words.footer.icon : words.footer.publicSecurityNone,
  ]
  return told(footer, notes, flags.reporter, words)
}

function filingIn(dir: string, mayBeMissing: boolean, context: Context): Filing {
  if (!isThere(dir)) throw new UserError({ code: 'missing', path: dir })
  const file = statSync(dir).isDirectory() ? join(dir, 'icp.yaml') : dir
  if (!isThere(file)) {
    if (mayBeMissing) return { icp: '1' }
    throw new UserError({ code: 'no-filing', path: dir })
  }
  const read = readFilingFile(file, context)
  if (read.is === 'malformed') throw new MalformedFiling(file, read.problems)
  return read.filing
}

/** What is given comes before what the filing says it got; both before what was on record earlier. */
function numbersOf({ progress, services = [], sponsor }: Filing, given: readonly string[]): readonly string[] {
  if (given.length > 0) return given
  if (progress?.numbers) return progress.numbers
  const records = [sponsor?.record, ...services.map(({ record }) => record)]
  return records.flatMap(record => (record === 'none' ? [] : (record?.number ?? [])))
}

function refuseWrong(number: string, { book, words }: Context): void {
  const problem = filingNumberProblem(number)
  if (problem !== undefined) {
    const entry = book.common.codes['filing-number-problems']?.entries.find(({ id }) => id === problem)
    const meant = letterMeant(number)
    const why = entry?.[words.language] ?? problem
    throw refuse({ is: 'number', got: visible(number), why, ...(problem === 'letter' && meant ? { meant } : {}) })
  }
  const kind = readFilingNumber(number)?.kind
  if (kind === 'mini-program' || kind === 'quick-app') throw refuse({ is: 'elsewhere', got: number })
}

function provinceOf(number: string | undefined, { book }: Context): string | undefined {
  const letter = number === undefined ? undefined : filingNumberLetter(number)
  return book.common.codes['provinces']?.entries.find(entry => entry['letter'] === letter)?.id
}

const nameOf = ({ kind, name }: ServiceFooter, { footer }: Words) =>
  name === undefined ? footer[kind] : `${footer[kind]} ${visible(name)}`

function remarksOf({ services }: Footer, words: Words): string[] {
  return services.flatMap(service => {
    if (service.number) return [words.pages.labelled(nameOf(service, words), words.footer.place[service.kind])]
    return [
      service.without === undefined
        ? words.footer.noNumber
        : words.footer.needsSerial(nameOf(service, words), service.without),
    ]
  })
}

/** A service without its number is a finding. */
function told(footer: Footer, notes: readonly string[], reporter: string, words: Words): Outcome {
  const code = footer.services.every(({ number }) => number) ? exit.ready : exit.findings
  const remarks = [...new Set(notes)]
  const html = footerHtml(footer, service => nameOf(service, words))
  if (reporter === 'json') return { text: json(footer, remarks, html), code }
  const text = reporter === 'html' ? html : plainText(footer)
  return { text, code, talk: remarks.join('\n') }
}

function plainText({ services, publicSecurity }: Footer): string {
  return [
    ...services.flatMap(({ number }) => (number ? [`${number.text}  ${number.link}`] : [])),
    ...(publicSecurity ? [`${publicSecurity.text}  ${publicSecurity.link}`] : []),
  ]
    .filter((line, index, all) => all.indexOf(line) === index)
    .join('\n')
}

const json = ({ services, publicSecurity }: Footer, notes: readonly string[], html: string) =>
  JSON.stringify(
    { format: 1, services, ...(publicSecurity ? { 'public-security': publicSecurity } : {}), html, notes },
    null,
    2,
  )
