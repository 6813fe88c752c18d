// What code hosts show at a line of a file: every finding but the points to check oneself, guesses, unusable files.
import { maskNumbers } from '../model/mask.ts'
import { once } from '../model/remember.ts'
import { guessedPaths } from '../model/guessed.ts'
import { fieldName } from '../locales/field-name.ts'
import type { Words } from '../locales/index.ts'
import type { Finding } from '../rules/finding.ts'
import type { Rule } from '../rules/rule.ts'
import type { Severity } from '../rules/source.ts'
import { fingerprintOf, fingerprintsOf } from './fingerprint.ts'
import { inReportOrder, orderOf } from './order.ts'
import type { One } from './pieces.ts'
import { pathIn, type Place, type Reported, type ReportOptions, type Unusable } from './reported.ts'
import { tell, type CitedSource, type Told } from './tell.ts'
import { sentenceOf } from './told-line.ts'

/** What the rule of an alert asks for, told once per rule. */
export type AlertRule = {
  readonly id: string
  readonly title: string
  readonly fix?: string
  readonly conflict?: string
  readonly sources: readonly CitedSource[]
  readonly step?: Finding['step']
  readonly severity: Severity
}

export type Alert = {
  readonly rule: AlertRule
  readonly kind: Told['kind'] | 'guess' | 'unusable'
  readonly severity: Severity
  /** what is wrong, with whom or what it is about and the day it begins */
  readonly title: string
  /** what was written, what was expected, what is missing */
  readonly lines: readonly string[]
  readonly path: string
  readonly place: Place
  /** path of icp.yaml, keys joined by dots */
  readonly field?: string
  readonly fingerprint: string
  readonly from?: string
  readonly known?: true
}

const top: Place = { line: 1, column: 1 }

export function alertsOfOne(one: One, words: Words, options: ReportOptions): Alert[] {
  return 'unusable' in one ? alertsOfUnusable(one.unusable, words, options) : alertsOf(one.reported, words, options)
}

/** Those of unusable files before all others, then the strongest. */
export const orderOfAlert = (alert: Alert): number => (alert.kind === 'unusable' ? 0 : 1 + orderOf(rankedOf(alert)))

const rankedOf = ({ kind, severity }: Alert) =>
  ({
    kind: kind === 'guess' || kind === 'unusable' ? 'fail' : kind,
    severity,
  }) as const

const strongestAlertFirst = (one: Alert, other: Alert) => inReportOrder(rankedOf(one), rankedOf(other))

/** In the order a report tells them. */
export function alertsOf(reported: Reported, words: Words, options: ReportOptions): Alert[] {
  const path = pathIn(options, reported.file)
  const fingerprints = fingerprintsOf(reported, path)
  const found = reported.judgement.findings
    .filter(({ verdict }) => verdict.is !== 'confirm')
    .map(finding => alertOf(finding, reported, path, () => fingerprints.get(finding) ?? '', words, options))
  return [...found, ...guessesIn(reported, path, words)].sort(
    (one, other) => strongestAlertFirst(one, other) || one.place.line - other.place.line,
  )
}

function alertOf(
  finding: Finding,
  reported: Reported,
  path: string,
  fingerprint: () => string,
  words: Words,
  { personal }: ReportOptions,
): Alert {
  const told = tell(finding, reported, words, personal)
  const rule = reported.rules.get(finding.rule)
  const about = told.about === undefined ? '' : words.report.of(told.about)
  const from = told.from === undefined ? '' : words.report.of(words.ci.from(told.from))
  return {
    rule: ruleOf(told, rule, words),
    kind: told.kind,
    severity: told.severity,
    title: `${told.title}${about}${from}`,
    lines: [...told.broken.map(line => sentenceOf(line, words)), ...(told.detail === undefined ? [] : [told.detail])],
    path,
    place: told.place ?? top,
    ...(told.field === undefined ? {} : { field: told.field }),
    get fingerprint() {
      return fingerprint()
    },
    ...(told.from === undefined ? {} : { from: told.from }),
    ...(told.known === undefined ? {} : { known: told.known }),
  }
}

const rulesTold = once((_rule: Rule) => new Map<string, AlertRule>())

/** Once per rule and language: the findings of a rule all say it alike, but those that a rule does not name. */
function ruleOf(of: Told, rule: Rule | undefined, words: Words): AlertRule {
  const known = rule && rulesTold(rule).get(words.language)
  if (known?.sources === of.sources) return known
  const made = {
    id: of.rule,
    title: rule?.title[words.language] ?? of.title,
    severity: rule?.severity ?? of.severity,
    step: of.step,
    sources: of.sources,
    ...(of.fix === undefined ? {} : { fix: of.fix }),
    ...(of.conflict === undefined ? {} : { conflict: of.conflict }),
  }
  if (rule) rulesTold(rule).set(words.language, made)
  return made
}

/** A guess keeps a filing from being ready like an error does. */
function guessesIn({ filing, placeOf }: Reported, path: string, words: Words): Alert[] {
  return guessedPaths(filing).map(keys => {
    const id = 'icp-prep/guess'
    const field = keys.join('.')
    return {
      rule: { id, title: words.ci.guessed, fix: words.ci.guessedHelp, sources: [], severity: 'error' },
      kind: 'guess',
      severity: 'error',
      title: words.report.guessed([fieldName(keys, words)]),
      lines: [],
      path,
      place: placeOf(keys),
      field: maskNumbers(field),
      fingerprint: fingerprintOf(path, JSON.stringify([id, field])),
    }
  })
}

export function alertsOfUnusable({ file, message, mistakes }: Unusable, words: Words, options: ReportOptions): Alert[] {
  const path = pathIn(options, file)
  const id = 'icp-prep/form'
  return (mistakes ?? [{ text: message }]).map(({ text, place }, index) => ({
    rule: { id, title: words.ci.unusable, fix: words.ci.unusableHelp, sources: [], severity: 'error' },
    kind: 'unusable',
    severity: 'error',
    title: text,
    lines: [],
    path,
    place: place ?? top,
    fingerprint: fingerprintOf(path, JSON.stringify([id, index])),
  }))
}
