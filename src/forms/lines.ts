// Breaks a text into lines: Chinese between any two characters, other words whole, punctuation where it may stand.
import type { Run, Runs } from './block.ts'

/** A stretch of one line in one style; `x` from the line's beginning, in points like `width`. */
export type Part = { readonly is: Run['is']; readonly text: string; readonly x: number; readonly width: number }
export type Line = readonly Part[]

export type Measure = (text: string) => number
export type Setting = {
  /** points */
  readonly width: number
  /** of the letters, in points */
  readonly size: number
  /** of the first line */
  readonly indent?: number
  /** width of a text at this size */
  readonly measure: Measure
}

type Scrap = { readonly is: Run['is']; readonly text: string; readonly width: number }
/** What is never broken. */
type Box = { scraps: Scrap[]; width: number; readonly isSpace: boolean }

const mayNotBegin = /^[，。、；：？！）》】〕”’」』…％%,.;:?!)\]}·～~]$/u
/** Behind a word as wide as the line they stand in the margin: their ink is narrow. */
const mayHang = /^[，。、；：]$/u
const mayNotEnd = /[（《【〔“‘「『([{]$/u
const words = /[A-Za-z0-9@._:/+&?=#~-]+| +|[^]/gu

/** At least one line, which is empty where the text is. */
export function linesOf(runs: Runs, setting: Setting): Line[] {
  const { width, indent = 0 } = setting
  const lines: Scrap[][] = []
  let line: Scrap[] = []
  let room = width - indent
  const start = () => {
    lines.push(line)
    line = []
    room = width
  }
  for (const box of boxesOf(runs, setting)) {
    if (box.width > room && line.length > 0) start()
    if (box.isSpace && line.length === 0 && lines.length > 0) continue
    line.push(...box.scraps)
    room -= box.width
  }
  lines.push(line)
  return lines.map((scraps, index) => partsOf(scraps, index === 0 ? indent : 0))
}

function boxesOf(runs: Runs, setting: Setting): Box[] {
  const boxes: Box[] = []
  for (const run of runs) {
    for (const { text, width } of scrapsOf(run, setting)) {
      const last = boxes.at(-1)
      const scrap = { is: run.is, text, width }
      const room = setting.width + (mayHang.test(text) ? width : 0)
      if (last && !last.isSpace && isGlued(last, scrap) && last.width + width <= room) {
        last.scraps.push(scrap)
        last.width += width
      } else boxes.push({ scraps: [scrap], width, isSpace: run.is !== 'blank' && /^ +$/.test(text) })
    }
  }
  return boxes
}

function isGlued({ scraps }: Box, { is, text }: Scrap): boolean {
  const before = scraps.at(-1)
  return (is !== 'blank' && mayNotBegin.test(text)) || (before?.is !== 'blank' && mayNotEnd.test(before?.text ?? ''))
}

/** Words as they are, cut where one alone is wider than a line. */
function scrapsOf(run: Run, { width, size, measure }: Setting): { text: string; width: number }[] {
  if (run.is === 'blank') return [{ text: '', width: Math.min(run.characters * size, width) }]
  return (run.text.match(words) ?? []).flatMap(text => {
    const whole = measure(text)
    return whole <= width ? [{ text, width: whole }] : cut(text, width, measure)
  })
}

function cut(text: string, width: number, measure: Measure): { text: string; width: number }[] {
  const pieces: { text: string; width: number }[] = []
  for (const letter of text) {
    const last = pieces.at(-1)
    const wide = measure(letter)
    if (last && last.width + wide <= width)
      pieces[pieces.length - 1] = { text: last.text + letter, width: last.width + wide }
    else pieces.push({ text: letter, width: wide })
  }
  return pieces
}

/** Neighbours in one style become one part. */
function partsOf(scraps: readonly Scrap[], indent: number): Part[] {
  const parts: Part[] = []
  let x = indent
  for (const { is, text, width } of scraps) {
    const last = parts.at(-1)
    if (last && last.is === is && is !== 'blank')
      parts[parts.length - 1] = { ...last, text: last.text + text, width: last.width + width }
    else parts.push({ is, text, x, width })
    x += width
  }
  return parts
}
