// How far filings are: for a terminal, one line each where there are several; as data; as a calendar.
import { maskNumbers } from '../model/mask.ts'
import { showFile } from '../report/file-name.ts'
import { jsonText } from '../report/json-text.ts'
import { Chalk, type ChalkInstance } from 'chalk'
import stringWidth from 'string-width'
import { calendarWith, eventsOf } from '../bundle/calendar.ts'
import { datesOf } from '../bundle/stages.ts'
import type { Words } from '../locales/index.ts'
import { filingNumberLetter } from '../model/filing-number.ts'
import { visible } from '../model/visible.ts'
import { holidaysIn, type Expected } from '../rules/timeline.ts'
import type { FilingStatus, OpenMark } from './filing-status.ts'
import { shellWord } from './shell-word.ts'

export type StatusOptions = { readonly colour: boolean; readonly day: string; readonly version: string }

type Reporter = (all: readonly FilingStatus[], words: Words, options: StatusOptions) => string

/** Its day, the days to expect it on, or its last one; and what is late about it. */
function whenOf(mark: OpenMark, { outlook }: FilingStatus, words: Words): string {
  const { status } = words
  const late = mark.isLate ? [status.late] : []
  const over = mark.isOverdue && mark.mark === 'sms-verified' ? [status.smsOver] : []
  const left = mark.left === undefined ? [] : [mark.isOverdue ? status.overdue(-mark.left) : status.left(mark.left)]
  return [...datesOf(mark, outlook), ...left, ...late, ...over].join(' · ')
}

/** Digits of ten places: what has no day leaves them blank. */
const dayColumn = (day: string | undefined) => (day ?? '').padEnd(10)

function pages(status: FilingStatus, words: Words, chalk: ChalkInstance): string[] {
  const { outlook: told, status: said, pages: page } = words
  const line = (mark: OpenMark) => {
    const sign = mark.isOverdue ? chalk.red('✖') : chalk.bold('→')
    const when = whenOf(mark, status, words)
    const { title, todo } = told.marks[mark.mark]
    return `${sign} ${' '.repeat(10)}  ${chalk.bold(title)}  ${mark.isOverdue ? chalk.red(when) : when}\n${' '.repeat(14)}${todo}`
  }
  const later = (mark: Expected) =>
    chalk.dim(`  ${' '.repeat(10)}  ${[told.marks[mark.mark].title, ...datesOf(mark, status.outlook)].join('  ')}`)
  return [
    chalk.bold(`${visible(status.sponsor)} · ${status.type}`),
    visible(status.file),
    ...status.problems.map(problem => chalk.red(`✖ ${words.input.problem({ code: 'status', problem })}`)),
    ...(status.returned === undefined ? [] : [chalk.yellow(`↩ ${said.sentBack(status.returned)}`)]),
    ...numberLines(status, words),
    '',
    ...status.done.map(({ mark, on }) => `${chalk.green('✔')} ${dayColumn(on)}  ${told.marks[mark].title}`),
    ...status.next.map(line),
    ...status.later.map(later),
    ...(status.state === 'finished' ? [said.finished] : []),
    ...(status.state === 'nothing-to-file' ? [said.nothingToFile] : []),
    ...(status.ending.length === 0 ? [] : ['', chalk.bold(said.ends)]),
    ...status.ending.map(({ day, left, is, what, about }) => {
      const text = `${day}  ${page.deadlines[is]} · ${what}${about === undefined ? '' : words.report.of(about)}  ${page.deadlines.left(left)}`
      return left < 0 ? chalk.red(`✖ ${text}`) : `  ${text}`
    }),
    ...calendarLines(status, words, chalk),
    ...tipLines(status, words, chalk),
  ]
}

/** Where a day lies beyond the holidays that are known, it says so. */
function calendarLines({ next, later, outlook }: FilingStatus, words: Words, chalk: ChalkInstance): string[] {
  if (![...next, ...later].some(({ isBeyondCalendar, to, legal }) => isBeyondCalendar && (to ?? legal) !== undefined)) {
    return []
  }
  return ['', chalk.dim(words.outlook.calendar(holidaysIn(outlook.book).until))]
}

function numberLines({ numbers, outlook: { filing, book } }: FilingStatus, words: Words): string[] {
  if (numbers.length === 0) return []
  const letter = book.tables.code('provinces', filing.province ?? '')?.['letter']
  const others = numbers.filter(number => typeof letter === 'string' && filingNumberLetter(number) !== letter)
  return [
    words.status.numbers(numbers.map(visible)),
    ...others.map(number => `⚠ ${words.status.otherProvince(visible(number), String(letter))}`),
  ]
}

function tipLines({ next, file, outlook }: FilingStatus, words: Words, chalk: ChalkInstance): string[] {
  const [first] = next
  if (!first) return []
  const sent = first.mark === 'sms-verified' && outlook.filing.progress?.['sms-sent'] === undefined
  const mark = sent ? 'sms-sent' : first.mark
  const folder = shellWord(file.replace(/(^|[\\/])icp\.yaml$/, '') || '.')
  return ['', chalk.dim(words.status.set(`icp-prep status ${visible(folder)} --set ${mark}=${outlook.day}`))]
}

/** One line a filing: sign, folder, sponsor, what is next, until when. */
function rows(all: readonly FilingStatus[], words: Words, chalk: ChalkInstance): string[] {
  const cells = all.map(status => [
    showFile(status.file),
    visible(maskNumbers(status.sponsor)),
    stateText(status, words),
    status.next[0] ? whenOf(status.next[0], status, words) : '',
  ])
  const widths = [0, 1, 2].map(column => Math.max(...cells.map(row => stringWidth(row[column] ?? ''))))
  return cells.map((row, index) => {
    const status = all[index]
    const late = status !== undefined && (status.isOverdue || status.problems.length > 0)
    const padded = row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
    const text = `${late ? '✖' : status?.next.length === 0 ? '✔' : '→'} ${padded.join('  ').trimEnd()}`
    return late ? chalk.red(text) : text
  })
}

function stateText({ state, next }: FilingStatus, words: Words): string {
  const { status, outlook } = words
  const [first] = next
  const late = next.find(({ isOverdue }) => isOverdue) ?? first
  if (state === 'nothing-to-file') return status.nothingToFile
  if (state === 'returned') return status.returned
  if (state === 'preparing') return status.preparing
  return late ? outlook.marks[late.mark].title : status.finished
}

const pretty: Reporter = (all, words, { colour }) => {
  const chalk = new Chalk({ level: colour ? 1 : 0 })
  const [only, ...others] = all
  if (!only) return ''
  if (others.length === 0) return maskNumbers(pages(only, words, chalk).join('\n'))
  const overdue = all.filter(({ isOverdue }) => isOverdue).length
  return [...rows(all, words, chalk), '', words.status.total(all.length, overdue)].join('\n')
}

const markJson = ({ mark, on, from, to, due, legal }: Expected, words: Words) => ({
  step: mark,
  title: words.outlook.marks[mark].title,
  ...(on === undefined ? {} : { on }),
  ...(from === undefined ? {} : { expected: { from, to: to ?? from } }),
  ...(due === undefined ? {} : { due }),
  ...(legal === undefined ? {} : { 'by-law': legal }),
})

const json: Reporter = (all, words, { day, version }) =>
  jsonText(
    {
      format: 1,
      tool: `icp-prep ${version}`,
      day,
      filings: all.map(status => ({
        file: status.file,
        sponsor: maskNumbers(status.sponsor),
        type: status.outlook.type.type,
        state: status.state,
        overdue: status.isOverdue,
        ...(status.returned === undefined ? {} : { returned: status.returned }),
        numbers: status.numbers.map(maskNumbers),
        problems: status.problems.map(problem => ({
          ...problem,
          text: words.input.problem({ code: 'status', problem }),
        })),
        done: status.done.map(each => markJson(each, words)),
        next: status.next.map(each => ({
          ...markJson(each, words),
          todo: words.outlook.marks[each.mark].todo,
          overdue: each.isOverdue,
          late: each.isLate,
        })),
        later: status.later.map(each => markJson(each, words)),
        ending: status.ending.map(({ day: on, what, about, is }) => ({
          day: on,
          is,
          what,
          ...(about === undefined ? {} : { about: maskNumbers(about) }),
        })),
      })),
    },
    2,
  )

const ics: Reporter = (all, words, { day, version }) => {
  const [only, ...others] = all
  const events = all.flatMap(({ outlook }) => eventsOf(outlook))
  const name = others.length === 0 ? only?.sponsor : undefined
  const sorted = events.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  // The writer of lines adds the last line's end.
  return calendarWith(sorted, name, { words, version, day }).trimEnd()
}

export const statusReporters: Readonly<Record<string, Reporter>> = { pretty, json, ics }
