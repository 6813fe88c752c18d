// A comment for a pull request: a table of the filings, under each its findings and what a person must still check.
import { code, plain } from '../model/escape-markdown.ts'
import type { Words } from '../locales/index.ts'
import { alertsOf, alertsOfUnusable, type Alert } from './alert.ts'
import { countsOf } from './counts.ts'
import { pathIn, type ReportOptions, type Reported, type Unusable } from './reported.ts'
import { tell } from './tell.ts'
import { knownCount } from './total.ts'

/** By which a comment is found again and replaced. */
export const commentMark = '<!-- icp-prep -->'

/** GitHub takes comments of 65,536 characters. */
const commentLimit = 60_000

export function markdown(
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
): string {
  const sections = [
    ...unusable.map(each => section(pathIn(options, each.file), alertsOfUnusable(each, words, options), [], words)),
    ...all.map(reported => filingSection(reported, words, options)),
  ]
  const head = [
    commentMark,
    `## ${plain(words.ci.title)}`,
    '',
    ...table(all, words, options, unusable),
    ...afterTable(all, words, options),
  ]
  return fitted(head.join('\n'), sections, words)
}

/** As many whole sections as fit. */
function fitted(head: string, sections: readonly string[], words: Words): string {
  const short = head.length > commentLimit ? `${head.slice(0, commentLimit).replace(/\n[^\n]*$/, '')}\n` : head
  let text = short
  let shown = 0
  for (const next of sections) {
    if (text.length + next.length > commentLimit) break
    text += `\n${next}`
    shown += 1
  }
  const left = sections.length - shown
  return [text, ...(left > 0 ? [plain(words.ci.more(left)), ''] : []), `*${plain(words.report.never)}*`].join('\n')
}

function table(
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
): string[] {
  const { table: names, ready, notReady } = words.ci
  if (all.length + unusable.length === 0) return []
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [
    row(
      [names.filing, names.result, names.errors, names.warnings, names.missing, names.open, names.toCheck].map(plain),
    ),
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...unusable.map(({ file }) => row([cell(pathIn(options, file)), `❌ ${plain(notReady)}`, 1, 0, 0, 0, 0])),
    ...all.map(reported => {
      const { errors, warnings, missing, open, confirms } = countsOf(reported)
      const result = reported.ready ? `✅ ${plain(ready)}` : `❌ ${plain(notReady)}`
      return row([cell(pathIn(options, reported.file)), result, errors, warnings, missing, open, confirms])
    }),
    '',
  ]
}

/** A bar would end the cell even inside code. */
const cell = (text: string) => code(text).replaceAll('|', String.raw`\|`)

function afterTable(all: readonly Reported[], words: Words, { gone = [] }: ReportOptions): string[] {
  const known = knownCount(all)
  const ahead = all.flatMap(each => each.ahead ?? [])
  const lines = [
    ...(ahead[0] === undefined ? [] : [words.ci.ahead(ahead[0])]),
    ...(known > 0 ? [words.ci.known(known)] : []),
    ...(gone.length > 0 ? [words.ci.goneCount(gone.length)] : []),
  ]
  return lines.flatMap(line => [plain(line), ''])
}

function filingSection(reported: Reported, words: Words, options: ReportOptions): string {
  const confirms = reported.judgement.findings
    .filter(({ verdict }) => verdict.is === 'confirm')
    .map(finding => {
      const { title, about, from } = tell(finding, reported, words, options.personal)
      const parts = [about, from === undefined ? undefined : words.ci.from(from)].filter(part => part !== undefined)
      return `${title}${parts.map(part => words.report.of(part)).join('')}`
    })
  const alerts = alertsOf(reported, words, options).filter(({ known }) => known !== true)
  return section(pathIn(options, reported.file), alerts, confirms, words)
}

function section(path: string, alerts: readonly Alert[], confirms: readonly string[], words: Words): string {
  return [
    `### ${code(path)}`,
    '',
    ...alerts.flatMap(alert => alertLines(alert, words)),
    ...(alerts.length > 0 ? [''] : []),
    ...(confirms.length > 0
      ? [
          `<details><summary>${plain(words.ci.toCheck(confirms.length))}</summary>`,
          '',
          ...confirms.map(each => `- [ ] ${quiet(each)}`),
          '',
          '</details>',
          '',
        ]
      : []),
  ].join('\n')
}

const signs = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const

function alertLines({ severity, kind, title, lines, rule, place }: Alert, words: Words): string[] {
  const at = kind === 'need' ? [] : [`L${place.line}`]
  return [
    `- ${signs[severity]} **${quiet(title)}** ${[...at, code(rule.id)].join(' ')}`,
    ...[...lines, ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)])].map(line => `  - ${quiet(line)}`),
  ]
}

/** Nobody is called by what a filing says: a mention needs its name right behind the sign. */
const quiet = (text: string) => plain(text).replaceAll('@', '@\u200B')
