// A comparison as a table for the terminal, as Markdown for a ticket, and as data.
import { visible } from '../model/visible.ts'
import { jsonText } from '../report/json-text.ts'
import { Chalk } from 'chalk'
import stringWidth from 'string-width'
import { plain } from '../model/escape-markdown.ts'
import type { Words } from '../locales/index.ts'
import { filingData } from '../report/filing-data.ts'
import type { Told } from '../report/tell.ts'
import type { ComparedPlace, Comparison } from './comparison.ts'

export type CompareOptions = { readonly file: string; readonly colour: boolean }

type Reporter = (comparison: Comparison, words: Words, options: CompareOptions) => string

const marks = { fail: '✖', 'bad-scan': '✖', need: '◻', ask: '…', confirm: '?' } as const

const columnsIn = ({ compare: { place, ready, counts, provider, administration } }: Words) => [
  place,
  ready,
  ...Object.values(counts),
  provider,
  administration,
]

function rowOf({ name, reported, counts, providerDays, administrationDays }: ComparedPlace, words: Words): string[] {
  const { compare } = words
  return [
    name,
    reported.ready ? words.yes : words.no,
    ...[counts.errors, counts.warnings, counts.missing, counts.open, counts.confirms].map(String),
    providerDays ? compare.workingDays(...providerDays) : compare.unknown,
    administrationDays ? compare.days(...administrationDays) : compare.unknown,
  ]
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => stringWidth(row[column] ?? ''))))
  const fill = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - stringWidth(cell))
  return rows.map(row => row.map(fill).join('  ').trimEnd())
}

const aboutOf = ({ about }: Told, words: Words) => (about === undefined ? '' : words.report.of(about))

/** A material by its name; anything else by what is required. */
const textOf = (told: Told) => (told.kind === 'need' ? (told.detail ?? told.title) : told.title)

const pretty: Reporter = ({ places, everywhere }, words, { file, colour }) => {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const { compare } = words
  const mark = (told: Told) => {
    const sign = told.kind === 'fail' && told.severity !== 'error' ? '⚠' : marks[told.kind]
    return told.severity === 'error' ? chalk.red(sign) : chalk.yellow(sign)
  }
  const line = (told: Told) => `${mark(told)} ${textOf(told)}${aboutOf(told, words)}  ${chalk.dim(told.rule)}`
  const section = (title: string, told: readonly Told[]) =>
    told.length === 0 ? [] : ['', chalk.bold(title), ...told.map(line)]
  const [head = '', ...rows] = table([columnsIn(words), ...places.map(place => rowOf(place, words))])
  return [
    chalk.bold(compare.title(visible(file), places.length)),
    '',
    chalk.underline(head),
    ...rows,
    chalk.dim(compare.estimates),
    ...section(compare.everywhere, everywhere),
    ...places.flatMap(({ name, only }) => section(compare.only(name), only)),
  ].join('\n')
}

const markdown: Reporter = ({ places, everywhere }, words, { file }) => {
  const { compare } = words
  const row = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  const columns = columnsIn(words)
  const line = (told: Told) =>
    `- ${words.kind[told.kind]} ${plain(`${textOf(told)}${aboutOf(told, words)}`)} (\`${told.rule}\`)`
  const section = (title: string, told: readonly Told[]) =>
    told.length === 0 ? [] : ['', `## ${plain(title)}`, '', ...told.map(line)]
  return [
    `# ${plain(compare.title(file, places.length))}`,
    '',
    row(columns),
    row(columns.map(() => '---')),
    ...places.map(place => row(rowOf(place, words))),
    '',
    compare.estimates,
    ...section(compare.everywhere, everywhere),
    ...places.flatMap(({ name, only }) => section(compare.only(name), only)),
  ].join('\n')
}

const short = ({ rule, kind, severity, title, about, detail }: Told) => ({
  rule,
  kind,
  severity,
  title,
  ...(about === undefined ? {} : { about }),
  ...(detail === undefined ? {} : { detail }),
})

const json: Reporter = ({ places, everywhere }, words, { file }) =>
  jsonText(
    {
      format: 1,
      file,
      everywhere: everywhere.map(short),
      places: places.map(({ reported, name, providerDays, administrationDays, only }) => ({
        name,
        'review-days': { provider: providerDays ?? null, administration: administrationDays ?? null },
        only: only.map(short),
        ...filingData(reported, words, { personal: false }),
      })),
    },
    2,
  )

export const compareReporters: Readonly<Record<string, Reporter>> = { pretty, json, markdown }
