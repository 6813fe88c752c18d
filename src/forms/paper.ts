// Sheets of A4 to write on from top to bottom: text in lines, boxes, rules, a foot on every page.
import type PDFDocument from 'pdfkit'
import type { Runs } from './block.ts'
import { linesOf, type Line } from './lines.ts'

type Document = InstanceType<typeof PDFDocument>

/** Points, 72 to the inch. */
export const a4 = { width: 595.28, height: 841.89 } as const
export const margin = { left: 68, right: 68, top: 56, bottom: 62 } as const
export const measureOfText = a4.width - margin.left - margin.right

const foot = { size: 8, y: a4.height - 40 } as const
const ink = { text: '#000000', quiet: '#666666', rule: '#555555', shade: '#f2f2f2' } as const
export type Ink = keyof typeof ink

/** How a text is set. `leading`: from line to line, in points. */
export type Style = {
  readonly size: number
  readonly leading: number
  readonly ink?: Ink
  /** drawn with a thin outline as well: the font has one weight */
  readonly bold?: boolean
  /** a line below every answer */
  readonly underlined?: boolean
}

export class Paper {
  readonly #document: Document
  readonly #widths = new Map<string, number>()
  y: number = margin.top

  constructor(document: Document) {
    this.#document = document
    document.addPage()
  }

  /** Width of a text in points. */
  measure(text: string, size: number): number {
    let width = 0
    for (const letter of text) width += this.#widthOf(letter)
    return (width * size) / 100
  }

  #widthOf(letter: string): number {
    const known = this.#widths.get(letter)
    if (known !== undefined) return known
    const width = this.#document.fontSize(100).widthOfString(letter)
    this.#widths.set(letter, width)
    return width
  }

  /** Height that is left on this page. */
  get room(): number {
    return a4.height - margin.bottom - this.y
  }

  /** Begins a new page unless so much fits on this one. */
  need(height: number): void {
    if (height > this.room && this.y > margin.top) this.turn()
  }

  turn(): void {
    this.#document.addPage()
    this.y = margin.top
  }

  lines(runs: Runs, width: number, { size }: Pick<Style, 'size'>, indent = 0): Line[] {
    return linesOf(runs, { width, size, indent, measure: text => this.measure(text, size) })
  }

  /** One line with its top at `y`. */
  write(line: Line, x: number, y: number, { size, leading, ink: colour = 'text', bold, underlined }: Style): void {
    const document = this.#document
    const top = y + (leading - size * 1.45) / 2
    const under = top + size * 1.32
    for (const part of line) {
      if (part.is === 'blank') this.rule(x + part.x + 1, under, x + part.x + part.width - 1)
      else {
        document
          .fillColor(ink[colour])
          .strokeColor(ink[colour])
          .lineWidth(size / 45)
          .fontSize(size)
        document.text(part.text, x + part.x, top, { lineBreak: false, ...(bold ? { fill: true, stroke: true } : {}) })
        if (underlined && part.is === 'value') this.rule(x + part.x, under, x + part.x + part.width)
      }
    }
  }

  /** Lines below each other, over as many pages as they need. */
  flow(lines: readonly Line[], x: number, style: Style): void {
    for (const line of lines) {
      this.need(style.leading)
      this.write(line, x, this.y, style)
      this.y += style.leading
    }
  }

  rule(from: number, y: number, to: number): void {
    this.#document.moveTo(from, y).lineTo(to, y).lineWidth(0.5).strokeColor(ink.rule).stroke()
  }

  box(x: number, y: number, width: number, height: number, how: 'plain' | 'shaded' | 'dashed' = 'plain'): void {
    const document = this.#document
    if (how === 'shaded') document.rect(x, y, width, height).fillColor(ink.shade).fill()
    document.rect(x, y, width, height).lineWidth(0.5).strokeColor(ink.rule)
    if (how === 'dashed') document.dash(3, { space: 2 }).stroke().undash()
    else document.stroke()
  }

  get pages(): number {
    return this.#document.bufferedPageRange().count
  }

  /** On every page from the first to this one: left what it is, right which page. */
  feet(count: number, left: string, right: (page: number, pages: number) => string): void {
    const style: Style = { size: foot.size, leading: foot.size * 1.45, ink: 'quiet' }
    for (let page = 0; page < count; page += 1) {
      this.#document.switchToPage(page)
      const text = right(page + 1, count)
      const width = this.measure(text, foot.size)
      this.write([{ is: 'text', text: left, x: 0, width: 0 }], margin.left, foot.y, style)
      this.write([{ is: 'text', text, x: 0, width }], a4.width - margin.right - width, foot.y, style)
    }
  }
}
