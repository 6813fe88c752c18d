// For a person at a terminal: findings first, each with its place, then the seven steps and one summary line.
import { Chalk, type ChalkInstance } from 'chalk'
import type { Words } from '../locales/index.ts'
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { isUnchanged, type RuleChanges } from '../rules/changes.ts'
import type { Finding } from '../rules/finding.ts'
import { steps } from '../rules/step.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import { summaryOf } from './counts.ts'
import { inReportOrder } from './order.ts'
import { fieldName } from '../locales/field-name.ts'
import { typeReason } from '../locales/type-reason.ts'
import { whole, type PieceReporter } from './pieces.ts'
import type { ReportOptions, Reported } from './reported.ts'
import { sourceLine, tell, type Told } from './tell.ts'
import { sentenceOf } from './told-line.ts'
import { showAbout } from './subject.ts'

type Paint = {
  readonly chalk: ChalkInstance
  readonly words: Words
  readonly reported: Reported
  readonly options: ReportOptions
}

const rankedOf = ({ verdict, severity }: Finding) => ({ kind: verdict.is, severity })

/** Known findings are counted only. */
function ordered(reported: Reported): Finding[] {
  const line = (finding: Finding) => (finding.field ? reported.placeOf(finding.field).line : 0)
  const told = reported.judgement.findings.filter(({ known }) => known !== true)
  return [...told].sort((one, other) => inReportOrder(rankedOf(one), rankedOf(other)) || line(one) - line(other))
}

/** One by one: what a single filing is told of stands at the end of all of them. */
export const prettyPieces: PieceReporter = {
  tell: (one, words, options) => {
    if ('unusable' in one) return { texts: [] }
    const chalk = new Chalk({ level: options.colour ? 1 : 0 })
    return { texts: [prettyFiling({ chalk, words, reported: one.reported, options })] }
  },
  frame: words => ({
    before: '',
    first: '',
    between: '\n\n',
    after: ({ filings, ready, known }) => {
      const total = [
        ...(filings > 1 ? [words.report.total(filings, ready)] : []),
        ...(known > 0 ? [words.ci.known(known)] : []),
      ].join('\n')
      return total === '' ? '' : `${filings > 0 ? '\n\n' : ''}${total}`
    },
  }),
}

export const pretty = whole(prettyPieces)

function prettyFiling(paint: Paint): string {
  const { words, reported } = paint
  const { type } = reported.judgement
  const { name, because } = typeReason(type, words)
  const findings = ordered(reported).map(finding => prettyFinding(finding, paint))
  return [
    words.report.type(name, because),
    words.report.judged(
      reported.day,
      sheetsOf(reported.book).map(sheet => sheet.title[words.language]),
    ),
    ...missingSheet(paint),
    ...changed(paint),
    ...(reported.ahead === undefined ? [] : [words.ci.ahead(reported.ahead)]),
    '',
    ...spaced(findings),
    ...guessed(paint),
    ...notes(paint),
    stepsLine(paint),
    summary(paint),
    paint.chalk.dim(words.report.never),
  ].join('\n')
}

/** A blank line after a finding of several lines and after a run of single ones. */
function spaced(findings: readonly string[][]): string[] {
  return findings.flatMap((lines, index) => {
    const next = findings[index + 1]
    return lines.length > 1 || next === undefined || next.length > 1 ? [...lines, ''] : lines
  })
}

function missingSheet({ words, reported, chalk }: Paint): string[] {
  const { province } = reported.filing
  return province !== undefined && !reported.book.province
    ? [chalk.yellow(words.report.noSheet(visible(province)))]
    : []
}

function changed({ words, reported, chalk }: Paint): string[] {
  const { rulesChanged, sincePacked } = reported
  const rules =
    rulesChanged && !isUnchanged(rulesChanged) ? [words.report.rulesChanged(...shownChanges(rulesChanged))] : []
  return [...rules, ...(sincePacked?.told ?? []), ...(sincePacked?.warnings ?? [])].map(line => chalk.yellow(line))
}

/** Ids of a bundle's own making: whoever made it may have written anything. */
const shownChanges = ({ came, went, changed: others }: RuleChanges) =>
  [came.map(visible), went.map(visible), others.map(visible)] as const

function signOf(told: Told, chalk: ChalkInstance): string {
  if (told.kind === 'need') return told.severity === 'error' ? chalk.red('◻') : chalk.yellow('◻')
  if (told.kind === 'ask') return told.severity === 'error' ? chalk.red('…') : chalk.yellow('…')
  if (told.kind === 'confirm') return chalk.cyan('?')
  if (told.severity === 'error') return chalk.red('✖')
  return told.severity === 'warning' ? chalk.yellow('⚠') : chalk.blue('ℹ')
}

function prettyFinding(finding: Finding, { chalk, words, reported, options }: Paint): string[] {
  const told = tell(finding, reported, words, options.personal)
  const atLine = told.kind === 'fail' || told.kind === 'bad-scan' || told.kind === 'ask'
  const place =
    told.place && atLine
      ? `${visible(options.personal ? reported.file : maskNumbers(reported.file))}:${told.place.line}:${told.place.column}`
      : words.kind[told.kind]
  const about = told.about ? words.report.of(told.about) : ''
  const from = told.from === undefined ? '' : `  ${chalk.magenta(words.ci.from(told.from))}`
  const head = `${chalk.underline(place)}  ${signOf(told, chalk)} ${chalk.bold(told.title)}${about}${from}  ${chalk.dim(told.rule)}`
  if (told.kind === 'confirm') return [head]
  const broken = told.broken.map(line => sentenceOf(line, words))
  const body = [
    ...broken,
    ...(told.detail ? [told.detail] : []),
    ...(told.fix ? [words.report.fix(told.fix)] : []),
    ...(told.conflict ? [words.report.conflict(told.conflict)] : []),
    ...(told.kind === 'ask'
      ? []
      : told.sources.slice(0, 2).map(source => words.report.source(sourceLine(source, words)))),
  ]
  return [head, ...body.map((line, index) => (index < broken.length ? `    ${line}` : `    ${chalk.dim(line)}`))]
}

function guessed({ words, reported, chalk }: Paint): string[] {
  const fields = reported.filing.guessed ?? []
  if (fields.length === 0) return []
  return [chalk.yellow(words.report.guessed(fields.map(field => fieldName(field.split('.'), words)))), '']
}

function notes({ words, reported, options, chalk }: Paint): string[] {
  const all = reported.judgement.notes
  if (all.length === 0) return []
  if (!options.notes) return [chalk.dim(words.report.notes(all.length)), '']
  return [
    ...all.map(({ text, about, rule }) => {
      const whom = about ? words.report.of(showAbout(about, reported, words)) : ''
      return `ℹ ${text[words.language]}${whom}  ${chalk.dim(rule)}`
    }),
    '',
  ]
}

/** The seven steps, each with what still stands in its way. */
function stepsLine({ words, reported, chalk }: Paint): string {
  return steps
    .map((step, index) => {
      const own = reported.judgement.findings.filter(
        finding => finding.step === step && finding.verdict.is !== 'confirm',
      )
      const errors = own.filter(finding => finding.severity === 'error').length
      const sign =
        errors > 0 ? chalk.red(`✖${errors}`) : own.length > 0 ? chalk.yellow(`⚠${own.length}`) : chalk.green('✔')
      return `${index + 1} ${words.steps[step].title} ${sign}`
    })
    .join(' | ')
}

function summary({ words, reported, chalk }: Paint): string {
  const line = summaryOf(reported, words)
  return reported.ready ? chalk.green(line) : chalk.red(line)
}
