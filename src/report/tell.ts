// One finding in words: place, requirement, what was written, what was expected, what to do, on whose word.
import type { Finding, ScanProblem } from '../rules/finding.ts'
import type { Rule } from '../rules/rule.ts'
import { scanRulesOf } from '../rules/scans.ts'
import { sourceOf } from '../rules/rulebook.ts'
import type { Source } from '../rules/source.ts'
import type { Words } from '../locales/index.ts'
import type { Kind } from '../locales/words.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Place, Reported } from './reported.ts'
import { visible } from '../model/visible.ts'
import { isHan } from '../model/han.ts'
import { maskNumbers } from '../model/mask.ts'
import { once } from '../model/remember.ts'
import { showAbout } from './subject.ts'
import { measuredOf, tellBroken, type ToldLine } from './told-line.ts'

export type CitedSource = Source & { readonly id: string; readonly where: string }

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
  /** what a look at a scan measured and wanted, as data */
  readonly scan?: ScanProblem
  readonly fix?: string
  readonly conflict?: string
  /** the first day it stands, where that is still to come */
  readonly from?: string
  readonly known?: true
  readonly sources: readonly CitedSource[]
}

export function tell(finding: Finding, reported: Reported, words: Words, personal: boolean): Told {
  const rule = ruleOf(finding.rule, reported)
  const { verdict, about, field } = finding
  const language = words.language
  const broken =
    verdict.is === 'fail' ? verdict.broken.map(line => visibleLine(tellBroken(line, reported, words, personal))) : []
  const detail = detailOf(finding, reported, words, personal)
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
    ...(finding.from === undefined ? {} : { from: finding.from }),
    ...(finding.known === undefined ? {} : { known: finding.known }),
    ...(detail ? { detail } : {}),
    ...(verdict.is === 'bad-scan' ? { scan: shownProblem(verdict.problem, personal) } : {}),
    ...(fix && verdict.is !== 'confirm' ? { fix: fix[language] } : {}),
    ...(conflict ? { conflict: conflict[language] } : {}),
    sources: rule ? citedBy(rule, reported) : nothing,
  }
}

/** Rules about scans are of no filing: they stand in their own list. */
const ruleOf = (id: string, { rules, book, day }: Reported): Rule | undefined =>
  rules.get(id) ?? scanRulesOf(book, day).get(id)

/** What a look found and what to do about it, in one line. */
export const scanSentence = ({ detail, fix }: Told, words: Words): string | undefined =>
  detail === undefined || fix === undefined ? detail : words.advised(detail, fix)

const visibleLine = ({ what, got, expected, because }: ToldLine): ToldLine => ({
  what,
  got: visible(got),
  ...(expected === undefined ? {} : { expected: visible(expected) }),
  ...(because === undefined ? {} : { because: visible(because) }),
})

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

function detailOf({ verdict, rule }: Finding, reported: Reported, words: Words, personal: boolean): string | undefined {
  const { book } = reported
  if (verdict.is === 'need') {
    return words.report.missing(verdict.materials.map(id => book.common.materials[id]?.title[words.language] ?? id))
  }
  if (verdict.is === 'ask') return words.report.waiting(verdict.rules.length)
  if (verdict.is !== 'bad-scan') return undefined
  if (verdict.broken) {
    const lines = verdict.broken.map(line => {
      const because = personal ? line.because : line.because.map(maskNumbers)
      return measuredOf(visibleLine(tellBroken({ ...line, because }, reported, words, personal)), words)
    })
    return words.measured(ruleOf(rule, reported)?.title[words.language] ?? rule, lines)
  }
  return words.scan[verdict.problem.code](shownProblem(verdict.problem, personal))
}

/** A scan may be named like the number on it, and hold one. */
function shownProblem<Of extends ScanProblem>(problem: Of, personal: boolean): Of {
  const shown = (text: string) => (personal ? visible(text) : visible(maskNumbers(text)))
  return { ...problem, got: shown(problem.got), want: shown(problem.want) }
}

const citedIn = once((_book: Reported['book']) => new WeakMap<Rule, readonly CitedSource[]>())
const nothing: readonly CitedSource[] = []

/** Every finding of a rule shares them. */
function citedBy(rule: Rule, { book }: Reported): readonly CitedSource[] {
  const known = citedIn(book).get(rule)
  if (known) return known
  const made = Object.entries(rule.source).flatMap(([id, where]) => {
    const source = sourceOf(book, rule, id)
    return source ? [{ ...source, id, where }] : []
  })
  citedIn(book).set(rule, made)
  return made
}

/** A source in one line: publisher, title, where in it, and how old the word is. */
export function sourceLine(source: CitedSource, words: Words): string {
  const title = isHan(source.title) ? `《${source.title}》` : source.title
  const where = source.where === '' ? '' : ` › ${source.where}`
  const date =
    source['as-of'] === 'unknown' ? words.report.undated(source.read) : words.report.asOf(source['as-of'], source.read)
  return `${source.publisher} ${title}${where}${date}`
}
