// One finding in words: place, requirement, what was written, what was expected, what to do, on whose word.
import type { Known } from '../conditions/condition.ts'
import { factAt } from '../facts/fact-at.ts'
import { read, toValue } from '../facts/fact.ts'
import { factNamed } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Broken } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceOf } from '../rules/rulebook.ts'
import type { Source } from '../rules/source.ts'
import type { Words } from '../locales/index.ts'
import type { Kind } from '../locales/words.ts'
import { expectedOf, isPersonalLine } from './expected.ts'
import { fieldName } from '../locales/field-name.ts'
import { maskNumbers, maskWhole } from './mask.ts'
import type { Place, Reported } from './reported.ts'
import { showAbout } from './subject.ts'
import { nameOf, showValue } from './value.ts'

export type CitedSource = Source & { readonly id: string; readonly where: string }

/** `expected` is left out where the reason says it all. */
export type ToldLine = {
  readonly what: string
  readonly got: string
  readonly expected?: string
  readonly because?: string
}

export type Told = {
  readonly rule: string
  readonly kind: Kind
  readonly severity: Finding['severity']
  readonly step: Finding['step']
  readonly title: string
  readonly about?: string
  /** path of icp.yaml, keys joined by dots */
  readonly field?: string
  readonly place?: Place
  /** what was written, what was expected: one entry per broken line */
  readonly broken: readonly ToldLine[]
  /** material, open question or point to confirm */
  readonly detail?: string
  readonly fix?: string
  readonly conflict?: string
  readonly sources: readonly CitedSource[]
}

export function tell(finding: Finding, reported: Reported, words: Words, personal: boolean): Told {
  const rule = reported.rules.get(finding.rule)
  const { verdict, about, field } = finding
  const language = words.language
  const broken = verdict.is === 'fail' ? verdict.broken.map(line => tellBroken(line, reported, words, personal)) : []
  const detail = detailOf(finding, reported, words)
  const { fix, conflict } = rule ?? {}
  return {
    rule: finding.rule,
    kind: verdict.is,
    severity: finding.severity,
    step: finding.step,
    title: titleOf(finding, rule, reported, words),
    ...(about && about !== 'sponsor' ? { about: showAbout(about, reported, words) } : {}),
    ...(field ? { field: field.join('.'), place: reported.placeOf(field) } : {}),
    broken,
    ...(detail ? { detail } : {}),
    ...(fix && verdict.is !== 'confirm' ? { fix: fix[language] } : {}),
    ...(conflict ? { conflict: conflict[language] } : {}),
    sources: rule ? citedBy(rule, reported) : [],
  }
}

function titleOf(
  { verdict, rule: id, field }: Finding,
  rule: Rule | undefined,
  { book }: Reported,
  words: Words,
): string {
  if (verdict.is === 'confirm') return verdict.text[words.language]
  if (verdict.is === 'bad-scan')
    return book.common.materials[verdict.material]?.title[words.language] ?? verdict.material
  if (verdict.is === 'ask') return words.report.ask(fieldName(field ?? [], words))
  return rule?.title[words.language] ?? id
}

function detailOf({ verdict }: Finding, { book }: Reported, words: Words): string | undefined {
  if (verdict.is === 'need') {
    return words.report.missing(verdict.materials.map(id => book.common.materials[id]?.title[words.language] ?? id))
  }
  if (verdict.is === 'ask') return words.report.waiting(verdict.rules.length)
  return verdict.is === 'bad-scan' ? words.scan[verdict.problem.code](verdict.problem) : undefined
}

function tellBroken(line: Broken, { book, filing }: Reported, words: Words, personal: boolean): ToldLine {
  const masked = !personal && isPersonalLine(line)
  const fact = factNamed(line.fact)
  const show = (value: Known) => showValue(line.fact, value, book, words, personal)
  const written = line.field ? writtenAt(line.field, { book, filing }, words, personal) : undefined
  const isOwnField = line.field !== undefined && factAt(line.field) === line.fact
  const fieldNamed = line.field ? fieldName(line.field, words) : nameOf(line.fact, words)
  if (fact?.codes?.endsWith('-problems') && written !== undefined) {
    return { what: fieldNamed, got: written, because: show(line.got) }
  }
  if (fact?.codes === 'filing-conflicts') return { what: nameOf(line.fact, words), got: show(line.got) }
  if (fact?.kind === 'yes-no' && !isOwnField && written !== undefined && line.word === 'equals') {
    const named = nameOf(line.fact, words)
    return {
      what: fieldNamed,
      got: written,
      expected: line.takes === false ? words.report.not(named) : words.quote(named),
    }
  }
  const because = becauseOf(line, book, words, masked)
  const got = show(line.got)
  const isDated = fact?.kind === 'days' && written !== undefined && written !== got
  return {
    what: nameOf(line.fact, words),
    got: isDated ? `${got}${words.report.of(written)}` : got,
    expected: maskedOther(line, expectedOf(line, book, words), words, masked),
    ...(because ? { because } : {}),
  }
}

/** The answer as it stands in icp.yaml. */
function writtenAt(
  field: Path,
  { book, filing }: Pick<Reported, 'book' | 'filing'>,
  words: Words,
  personal: boolean,
): string | undefined {
  const value = toValue(read(filing, field))
  return value === undefined ? undefined : showValue(factAt(field), value, book, words, personal)
}

const comparing = new Set(['same-as', 'exactly-same-as'])

/** A comparison also shows what it was compared with. */
function maskedOther(line: Broken, phrase: string, words: Words, masked: boolean): string {
  const other = comparing.has(line.word) ? line.because[0] : undefined
  if (other === undefined || other === '') return phrase
  return `${words.quote(masked ? maskWhole(other) : maskNumbers(other))}${words.report.of(phrase)}`
}

function becauseOf(line: Broken, book: Reported['book'], words: Words, masked: boolean): string | undefined {
  if (!comparing.has(line.word)) {
    const parts = line.because.filter(part => part !== String(line.got))
    return parts.length === 0 || ['length-at-least', 'length-at-most', 'han-at-least'].includes(line.word)
      ? undefined
      : words.report.because(parts.map(part => codeOr(part, line.fact, book, words)))
  }
  const difference = masked ? undefined : differenceOf(String(line.got), line.because[0] ?? '')
  return difference && words.report.differs(difference.at, difference.written, difference.expected)
}

/** The name of a code; a word of a list stays as it is. */
function codeOr(part: string, fact: string, book: Reported['book'], words: Words): string {
  return factNamed(fact)?.codes === undefined ? part : showValue(fact, part, book, words, true)
}

/** The one character in which two texts of the same length differ. */
export function differenceOf(
  written: string,
  expected: string,
): { at: number; written: string; expected: string } | undefined {
  const ours = Array.from(written)
  const theirs = Array.from(expected)
  if (ours.length !== theirs.length) return undefined
  const at = ours.flatMap((letter, index) => (letter === theirs[index] ? [] : [index]))
  const first = at[0]
  return at.length === 1 && first !== undefined
    ? { at: first + 1, written: ours[first] ?? '', expected: theirs[first] ?? '' }
    : undefined
}

function citedBy(rule: Rule, { book }: Reported): CitedSource[] {
  return Object.entries(rule.source).flatMap(([id, where]) => {
    const source = sourceOf(book, rule, id)
    return source ? [{ ...source, id, where }] : []
  })
}

/** What was written, what was expected and why, in one sentence. */
export function sentenceOf({ what, got, expected, because }: ToldLine, words: Words): string {
  const parts = [words.report.got(what, got), expected && words.report.expected(expected), because]
  return parts.filter(part => part !== undefined && part !== '').join(words.language === 'zh' ? '；' : '; ')
}

/** A source in one line: publisher, title, where in it, and how old the word is. */
export function sourceLine(source: CitedSource, words: Words): string {
  const title =
    /^[\p{Script=Han}《]/u.test(source.title) && !source.title.startsWith('《') ? `《${source.title}》` : source.title
  const where = source.where === '' ? '' : ` › ${source.where}`
  const date =
    source['as-of'] === 'unknown' ? words.report.undated(source.read) : words.report.asOf(source['as-of'], source.read)
  return `${source.publisher} ${title}${where}${date}`
}
