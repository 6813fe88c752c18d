// What became of the files of one call of `attach`, in the reader's words.
import { basename } from 'node:path'
import { limitsOf, shownSize } from '../materials/limits.ts'
import type { Slot } from '../materials/slots.ts'
import type { Finding } from '../rules/finding.ts'
import { showFile } from '../report/file-name.ts'
import { scanSentence, tell } from '../report/tell.ts'
import type { Desk } from './attach-desk.ts'
import type { Attached, AttachResult, Measured } from './attach-result.ts'
import type { State } from './interview-state.ts'
import { shellWord } from './shell-word.ts'
import { slotName } from './slot-name.ts'

/** `looks`: what was found on the files that were attached; `missing`: how many papers still are. */
type Told = { readonly state: State; readonly looks: readonly Finding[]; readonly desk: Desk }

const marks = { attached: '✔', refused: '✖', 'not-written': '✖', unplaced: '?', left: '-' } as const
const signs = { error: '✖', warning: '⚠', info: 'ℹ' } as const

/** As few as one glance takes in. */
const shortList = 3

/** One line, for the progress. */
export function headline(result: AttachResult, { state, desk }: Pick<Told, 'state' | 'desk'>): string {
  const { words } = desk.context
  const { attach } = words
  const name = showFile(basename(result.from))
  const colon = words.language === 'zh' ? '：' : ': '
  const mark = marks[result.is]
  switch (result.is) {
    case 'attached':
      return `${mark} ${name} → ${slotName(result.slot, state, words)}`
    case 'refused': {
      const why =
        result.why === 'taken' ? attach.taken(showFile(result.other ?? '')) : attach.refused[result.why](result.kind)
      return `${mark} ${name}${colon}${why}`
    }
    case 'not-written':
      return `${mark} ${name}${colon}${words.input.problem(result.why.problem)}`
    default:
      return `${mark} ${name}${colon}${attach[result.is]}`
  }
}

/** The headline and everything below it. */
export function blockOf(result: AttachResult, told: Told): string {
  const details =
    result.is === 'attached' ? madeOf(result, told) : result.is === 'unplaced' ? guesses(result, told) : []
  return [headline(result, told), ...details.map(line => `    ${line}`)].join('\n')
}

function madeOf(result: Attached, told: Told): string[] {
  const { attach } = told.desk.context.words
  const { placing, picture, isUntouched, staleAnswers, slot } = result
  const after = sizeOf(result.after, told)
  const how = picture && !isUntouched ? changesOf(result, told) : []
  const isVideo = picture === undefined
  return [
    `${placing.file}  ${isUntouched ? attach.asItWas(after) : attach.made(after, sizeOf(result.before, told))}`,
    ...(how.length > 0 ? [how.join(told.desk.context.words.language === 'zh' ? '；' : '; ')] : []),
    ...(isVideo ? [attach.videoKept] : []),
    attach.kept(placing.original),
    ...(placing.replaced === undefined ? [] : [attach.replaced(placing.replaced)]),
    ...(staleAnswers.length > 0 ? [attach.stale(staleAnswers)] : []),
    ...(slot.material === 'app-icon' || told.desk.isAskedFor(slot.material, told.state) ? [] : [attach.notAskedFor]),
    ...looksAt(result, told),
  ]
}

function changesOf({ picture, after }: Attached, { desk }: Told): string[] {
  const { attach } = desk.context.words
  if (!picture) return []
  const { isTurned, isBare, tells, pages, hasAlpha } = picture
  return [
    ...(isTurned ? [attach.turned] : []),
    ...(isBare || picture.kind === 'pdf' || picture.kind === 'bmp' ? [] : [attach.removed(tells)]),
    ...(desk.options.watermark ? [attach.marked] : []),
    ...(pages && pages.all > 1 ? [attach.pages(pages.shown, pages.all)] : []),
    ...(hasAlpha && after.kind === 'jpeg' ? [attach.whitened] : []),
  ]
}

function looksAt(result: Attached, { looks, state, desk }: Told): string[] {
  const { words } = desk.context
  const own = looks.filter(({ field }) => field?.join('.') === result.field.join('.'))
  const most = limitOf(result, state)
  const tooLarge =
    result.isTooLarge && most !== undefined
      ? [`${signs.error} ${words.attach.tooLarge(shownSize(result.after.bytes), shownSize(most))}`]
      : []
  const told = own.filter(
    ({ verdict }) => !(result.isTooLarge && verdict.is === 'bad-scan' && verdict.problem.code === 'bytes'),
  )
  const damaged = result.hidesDamage
    ? [`${signs.warning} ${words.scan.damaged({ code: 'damaged', got: '', want: '' })}`]
    : []
  return [
    ...tooLarge,
    ...damaged,
    ...told.map(
      finding => `${signs[finding.severity]} ${scanSentence(tell(finding, state.reported, words, false), words) ?? ''}`,
    ),
  ]
}

function limitOf({ slot }: Attached, { reported: { book } }: State): number | undefined {
  const limits = limitsOf(book.common.materials[slot.material], book)
  return limits.hardBytes ?? limits['max-bytes']
}

function guesses(result: Extract<AttachResult, { is: 'unplaced' }>, { state, desk }: Told): string[] {
  const { words } = desk.context
  const proposals = result.proposals.slice(0, shortList)
  const lines = proposals.flatMap(({ slot, reason }) => [
    words.attach.looksLike(slotName(slot, state, words), words.attach.reasons[reason]),
    `  ${words.attach.run(commandFor(result.from, slot, desk))}`,
  ])
  if (lines.length > 0) return lines
  const open = result.open.map(slot => `${slotName(slot, state, words)} ${argumentsFor(slot)}`)
  return [
    words.attach.run(`${commandFor(result.from, undefined, desk)} --as …`),
    ...(open.length > 0 ? [words.attach.stillOpen, ...open.map(line => `  ${line}`)] : []),
  ]
}

const argumentsFor = ({ material, of }: Slot) =>
  [`--as ${material}`, ...(of === undefined ? [] : [`--of ${shellWord(of)}`])].join(' ')

/** Ready to be pasted. */
function commandFor(from: string, slot: Slot | undefined, { options }: Desk): string {
  return [
    'icp-prep attach',
    shellWord(showFile(from)),
    ...(slot ? [argumentsFor(slot)] : []),
    ...(options.dir === '.' ? [] : [`--dir ${shellWord(options.dir)}`]),
    ...(options.watermark ? ['--watermark'] : []),
  ].join(' ')
}

function sizeOf({ kind, width, height, bytes }: Measured, { desk }: Told): string {
  const pixels = width === undefined ? undefined : `${width} × ${height}`
  return desk.context.words.attach.size(kind, pixels, shownSize(bytes))
}
