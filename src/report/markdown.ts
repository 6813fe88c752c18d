// A comment for a pull request: a table of the filings, under each its findings and what a person must still check.
import { code, plain } from '../model/escape-markdown.ts'
import type { Words } from '../locales/index.ts'
import { alertsOf, alertsOfUnusable, type Alert } from './alert.ts'
import { countsOf } from './counts.ts'
import { wholeGathered, type GatheredReporter, type OrderedPiece } from './gathered.ts'
import type { Total } from './pieces.ts'
import { pathIn, type ReportOptions, type Reported, type Unusable } from './reported.ts'
import { tell } from './tell.ts'

/** By which a comment is found again and replaced. */
export const commentMark = '<!-- icp-prep -->'

/** GitHub takes comments of 65,536 characters. */
const commentLimit = 60_000

/** Where each part stands: files that cannot be used before the filings. */
const parts = { unusableRow: 0, row: 1, unusableSection: 2, section: 3 } as const

export const markdownGathered: GatheredReporter = {
  tell: (one, words, options) =>
    'unusable' in one ? toldUnusable(one.unusable, words, options) : toldFiling(one.reported, words, options),
  // Of each kind one more than fits, so that it is seen that there are more.
  room: () => commentLimit + 1,
  *document({ texts, count }, total, words, options) {
    const rows = [parts.unusableRow, parts.row].flatMap(order => [...texts(order)])
    const head = [
      commentMark,
      `## ${plain(words.ci.title)}`,
      '',
      ...(rows.length === 0 ? [] : [...tableHead(words), ...rows, '']),
      ...afterTable(total, words, options),
    ].join('\n')
    const sections = [parts.unusableSection, parts.section].flatMap(order => [...texts(order)])
    yield fitted(head, sections, count(parts.unusableSection) + count(parts.section), words)
  },
}

export const markdown = wholeGathered(markdownGathered)

/** As many whole sections as fit, of `all`. */
function fitted(head: string, sections: readonly string[], all: number, words: Words): string {
  const short = head.length > commentLimit ? `${head.slice(0, commentLimit).replace(/\n[^\n]*$/, '')}\n` : head
  let text = short
  let shown = 0
  for (const next of sections) {
    if (text.length + next.length > commentLimit) break
    text += `\n${next}`
    shown += 1
  }
  const left = all - shown
  return [text, ...(left > 0 ? [plain(words.ci.more(left)), ''] : []), `*${plain(words.report.never)}*`].join('\n')
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

function tableHead({ ci: { table: names } }: Words): string[] {
  const titles = [names.filing, names.result, names.errors, names.warnings, names.missing, names.open, names.toCheck]
  return [row(titles.map(plain)), '| --- | --- | ---: | ---: | ---: | ---: | ---: |']
}

function toldUnusable(unusable: Unusable, words: Words, options: ReportOptions): OrderedPiece[] {
  const path = pathIn(options, unusable.file)
  return [
    { order: parts.unusableRow, text: row([cell(path), `❌ ${plain(words.ci.notReady)}`, 1, 0, 0, 0, 0]) },
    { order: parts.unusableSection, text: section(path, alertsOfUnusable(unusable, words, options), [], words) },
  ]
}

function toldFiling(reported: Reported, words: Words, options: ReportOptions): OrderedPiece[] {
  const { errors, warnings, missing, open, confirms } = countsOf(reported)
  const result = reported.ready ? `✅ ${plain(words.ci.ready)}` : `❌ ${plain(words.ci.notReady)}`
  const cells = [cell(pathIn(options, reported.file)), result, errors, warnings, missing, open, confirms]
  return [
    { order: parts.row, text: row(cells) },
    { order: parts.section, text: filingSection(reported, words, options) },
  ]
}

/** A bar would end the cell even inside code. */
const cell = (text: string) => code(text).replaceAll('|', String.raw`\|`)

function afterTable({ known, ahead }: Total, words: Words, { gone = [] }: ReportOptions): string[] {
  const lines = [
    ...(ahead === undefined ? [] : [words.ci.ahead(ahead)]),
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
      const more = [about, from === undefined ? undefined : words.ci.from(from)].filter(part => part !== undefined)
      return `${title}${more.map(part => words.report.of(part)).join('')}`
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
