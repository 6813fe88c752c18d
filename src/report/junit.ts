// JUnit XML: a suite per filing, a case per finding with its file and line, and one that says whether the filing is ready.
import { visibleLines } from '../model/visible.ts'
import type { Words } from '../locales/index.ts'
import { alertsOf, alertsOfUnusable, type Alert } from './alert.ts'
import { summaryOf } from './counts.ts'
import { wholeGathered, type GatheredReporter } from './gathered.ts'
import { pathIn, type ReportOptions, type Reported, type Unusable } from './reported.ts'

type Case = {
  readonly name: string
  readonly outcome: 'passed' | 'skipped' | 'failure' | 'error'
  readonly inside: string
  readonly line?: number
}
type Suite = { readonly name: string; readonly day?: string; readonly cases: readonly Case[] }

const parts = { suite: 0, unusableSuite: 1, counts: 2 } as const

/** The counts of all suites stand in front of them. */
export const junitGathered: GatheredReporter = {
  tell: (one, words, options) => {
    const isUsable = 'reported' in one
    const suite = isUsable ? suiteOf(one.reported, words, options) : brokenSuite(one.unusable, words, options)
    return [
      { order: isUsable ? parts.suite : parts.unusableSuite, text: `\n${suiteLines(suite).join('\n')}` },
      { order: parts.counts, text: countsOf(suite.cases).join(' ') },
    ]
  },
  *document({ texts }) {
    let sum: Counts = [0, 0, 0, 0]
    for (const text of texts(parts.counts)) sum = added(sum, text)
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="icp-prep" ${countsIn(sum)} time="0">`
    yield* texts(parts.suite)
    yield* texts(parts.unusableSuite)
    yield '\n</testsuites>'
  },
}

/** Errors fail, what cannot be used is an error, weaker and known findings are skipped cases with their message. */
export const junit = wholeGathered(junitGathered)

function suiteOf(reported: Reported, words: Words, options: ReportOptions): Suite {
  const summary = summaryOf(reported, words)
  const alerts = alertsOf(reported, words, options)
  const isPassed = reported.ready || !alerts.some(isFailing)
  const verdict: Case = {
    name: words.ci.passed,
    outcome: isPassed ? 'passed' : 'failure',
    inside: isPassed ? `<system-out>${xml(summary)}</system-out>` : failure('failure', 'not-ready', summary, []),
  }
  return {
    name: pathIn(options, reported.file),
    day: reported.day,
    cases: [verdict, ...alerts.map(alert => caseOf(alert, words))],
  }
}

function brokenSuite(unusable: Unusable, words: Words, options: ReportOptions): Suite {
  const cases = alertsOfUnusable(unusable, words, options).map((alert): Case => ({
    name: `${alert.rule.id} ${alert.title}`,
    outcome: 'error',
    inside: failure('error', alert.rule.id, alert.title, detailsOf(alert, words)),
    line: alert.place.line,
  }))
  return { name: pathIn(options, unusable.file), cases }
}

const isFailing = ({ severity, known }: Alert) => severity === 'error' && known !== true

function caseOf(alert: Alert, words: Words): Case {
  const told = { name: `${alert.rule.id} ${alert.title}`, line: alert.place.line }
  if (isFailing(alert)) {
    const inside = failure('failure', alert.rule.id, alert.title, detailsOf(alert, words))
    return { ...told, outcome: 'failure', inside }
  }
  const message = xml([alert.title, ...alert.lines].join('\n'))
  return { ...told, outcome: 'skipped', inside: `<skipped message="${message}"/>` }
}

const detailsOf = ({ path, place, lines, rule }: Alert, words: Words): string[] => [
  `${path}:${place.line}:${place.column}`,
  ...lines,
  ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)]),
]

const failure = (tag: 'failure' | 'error', type: string, message: string, lines: readonly string[]) =>
  `<${tag} message="${xml(message)}" type="${xml(type)}">${xml(lines.join('\n'))}</${tag}>`

type Counts = readonly [tests: number, failures: number, errors: number, skipped: number]

function countsOf(cases: readonly Case[]): Counts {
  const count = (outcome: Case['outcome']) => cases.filter(each => each.outcome === outcome).length
  return [cases.length, count('failure'), count('error'), count('skipped')]
}

function added([tests, failures, errors, skipped]: Counts, text: string): Counts {
  const [more = 0, failed = 0, broken = 0, left = 0] = text.split(' ').map(Number)
  return [tests + more, failures + failed, errors + broken, skipped + left]
}

/** Only a suite says what was skipped: the schemas know no sum of these. */
const countsIn = ([tests, failures, errors]: Counts) => `tests="${tests}" failures="${failures}" errors="${errors}"`

function suiteLines({ name, day, cases }: Suite): string[] {
  const counts = countsOf(cases)
  const timestamp = day === undefined ? '' : ` timestamp="${xml(day)}T00:00:00"`
  return [
    `  <testsuite name="${xml(name)}" ${countsIn(counts)} skipped="${counts[3]}" time="0"${timestamp}>`,
    ...cases.map(each => `    <testcase ${attributesOf(each, name)}>${each.inside}</testcase>`),
    '  </testsuite>',
  ]
}

/** `file` and `line` are what GitLab, CircleCI and pytest's readers look for; the suite is named like its file. */
const attributesOf = ({ name, line }: Case, file: string) =>
  `name="${xml(name)}" classname="${xml(file)}" file="${xml(file)}"${line === undefined ? '' : ` line="${line}"`} time="0"`

/** Noncharacters have no place in XML 1.0 in any form, nor have most of the characters that nobody sees. */
const forbidden = /[\uFFFE\uFFFF]/g
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/** For texts and attributes alike. */
function xml(text: string): string {
  return visibleLines(text)
    .replace(forbidden, '')
    .replace(/[&<>"\n\r\t]/g, found => entities[found] ?? found)
}
