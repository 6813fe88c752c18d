// Draws a form as a PDF. The same form, font and day give the same bytes.
import { formPage } from '../locales/form-page.ts'
import type { Bilingual } from '../rules/source.ts'
import type { Block, Runs } from './block.ts'
import type { Font } from './font.ts'
import type { Form } from './form.ts'
import { drawable } from './missing.ts'
import { a4, margin, measureOfText, Paper, type Style } from './paper.ts'
import { drawPlaces, heightOfPlaces, isPlace } from './places.ts'
import { drawTable, heightOfTable, isTabled } from './table.ts'

export type DrawOptions = {
  /** YYYY-MM-DD: what the file says of itself */
  readonly day: string
  /** meanings in English beside headings and hints */
  readonly english: boolean
}

/** `missing`: characters of answers that the font lacks; room is left for them. */
export type Drawn = { readonly bytes: Uint8Array; readonly missing: readonly string[] }

const styles = {
  draft: { size: 8, leading: 12, ink: 'quiet' },
  title: { size: 18, leading: 30, bold: true },
  english: { size: 8.5, leading: 13, ink: 'quiet' },
  heading: { size: 12, leading: 24, bold: true },
  paragraph: { size: 11, leading: 21, underlined: true },
  to: { size: 11, leading: 24 },
  note: { size: 9, leading: 15, ink: 'quiet' },
  copied: { size: 11, leading: 20 },
} as const satisfies Record<string, Style>

/** Between the lines that somebody writes on by hand. */
const writing = 30

/** Loads the writer of PDFs: nobody who prints nothing waits for it. */
export async function drawForm(form: Form, font: Font, options: DrawOptions): Promise<Drawn> {
  const { default: PDFDocument } = await import('pdfkit')
  const { blocks, missing } = drawable(form.blocks, font)
  const title = form.material.title.zh
  const document = new PDFDocument({
    size: [a4.width, a4.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: {
      Title: title,
      Producer: 'icp-prep',
      Creator: 'icp-prep',
      CreationDate: new Date(`${options.day}T00:00:00Z`),
    },
  })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    document.on('end', () => resolve())
    document.on('error', reject)
  })
  if (font.face === undefined) document.font(font.bytes)
  else document.font(font.bytes, font.face)
  const paper = new Paper(document)
  drawHead(form, paper, options)
  drawBlocks(blocks, paper, options)
  const pages = drawSigning(form, paper, options)
  paper.feet(pages, formPage.foot(title, form.printedFrom), formPage.page)
  document.end()
  await ended
  return { bytes: Buffer.concat(chunks), missing }
}

const plain = (text: string): Runs => [{ is: 'text', text }]

function flow(text: string, style: Style, paper: Paper): void {
  paper.flow(paper.lines(plain(text), measureOfText, style), margin.left, style)
}

/** A hint in Chinese, in English below it for readers of English. */
function hint({ zh, en }: Bilingual, paper: Paper, { english }: DrawOptions): void {
  flow(zh, styles.draft, paper)
  if (english) flow(latin(en), styles.draft, paper)
}

/** A Chinese font draws curly quotes as wide as characters. */
const latin = (text: string) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')

function drawHead({ administration, hasOwnTemplate }: Form, paper: Paper, options: DrawOptions): void {
  hint(hasOwnTemplate ? formPage.ownTemplate(administration) : formPage.draft(administration), paper, options)
  paper.y += 10
}

/** Rows stand in one table, and who signs below each other: both are drawn together. */
function drawBlocks(blocks: readonly Block[], paper: Paper, options: DrawOptions): void {
  for (let at = 0; at < blocks.length;) {
    const rest = blocks.slice(at)
    const rows = whileTrue(rest, isTabled)
    const places = whileTrue(rest, isPlace)
    const [block] = rest
    paper.need(together(rest, paper))
    if (rows.length > 0) drawTable(rows, paper)
    else if (places.length > 0) drawPlaces(places, paper)
    else if (block) drawBlock(block, paper, options)
    at += Math.max(rows.length, places.length, 1)
  }
}

/** A table up to this height stays on one page; a longer one may break. In points. */
const wholeTable = 190

/**
 * What must not be torn apart, in points: a heading and what it heads, the last words and the place to sign them, since
 * nobody signs a page that says nothing.
 */
function together([block, ...rest]: readonly Block[], paper: Paper): number {
  if (!block) return 0
  const all = [block, ...rest]
  if (isPlace(block)) return heightOfPlaces(whileTrue(all, isPlace))
  if (isTabled(block)) {
    const height = heightOfTable(whileTrue(all, isTabled), paper)
    return height <= wholeTable ? height : 0
  }
  const own = ownHeight(block, paper)
  const [next] = rest
  const goesOn =
    next !== undefined && (block.is === 'heading' || isPlace(next) || (block.is === 'note' && next.is === 'space'))
  return own + (goesOn ? together(rest, paper) : 0)
}

/** About the height of a block that stands alone; a long text may break wherever it likes. */
function ownHeight(block: Block, paper: Paper): number {
  if (block.is === 'space') return block.lines * writing
  if (block.is === 'heading') return styles.heading.leading + styles.english.leading
  if (block.is !== 'paragraph' && block.is !== 'note') return 0
  const { leading } = styles[block.is]
  return Math.min(paper.lines(block.runs, measureOfText, styles[block.is]).length + 1, 5) * leading
}

function whileTrue<Some extends Block>(blocks: readonly Block[], is: (block: Block) => block is Some): Some[] {
  const end = blocks.findIndex(block => !is(block))
  return blocks.slice(0, end < 0 ? blocks.length : end).filter(is)
}

function drawBlock(block: Block, paper: Paper, options: DrawOptions): void {
  switch (block.is) {
    case 'title':
      return drawTitle(block.runs, block.en, paper, options)
    case 'heading':
      return drawHeading(block.runs, block.en, paper, options)
    case 'paragraph':
      paper.flow(
        paper.lines(block.runs, measureOfText, styles.paragraph, 2 * styles.paragraph.size),
        margin.left,
        styles.paragraph,
      )
      return
    case 'to':
      paper.flow(paper.lines(block.runs, measureOfText, styles.to), margin.left, styles.to)
      return
    case 'note':
      paper.y += 3
      paper.flow(paper.lines(block.runs, measureOfText, styles.note), margin.left, styles.note)
      paper.y += 3
      return
    case 'copy':
      return drawCopy(block.runs, paper, options)
    case 'space':
      return drawSpace(block.lines, paper)
    default:
  }
}

function drawTitle(runs: Runs, en: string | undefined, paper: Paper, { english }: DrawOptions): void {
  centred(runs, styles.title, paper)
  if (english && en !== undefined) centred(plain(latin(en)), styles.english, paper)
  paper.y += 12
}

function centred(runs: Runs, style: Style, paper: Paper): void {
  for (const line of paper.lines(runs, measureOfText, style)) {
    const last = line.at(-1)
    const width = last ? last.x + last.width : 0
    paper.need(style.leading)
    paper.write(line, margin.left + (measureOfText - width) / 2, paper.y, style)
    paper.y += style.leading
  }
}

function drawHeading(runs: Runs, en: string | undefined, paper: Paper, { english }: DrawOptions): void {
  paper.y += 4
  paper.flow(paper.lines(runs, measureOfText, styles.heading), margin.left, styles.heading)
  if (english && en !== undefined) {
    paper.y -= 3
    flow(latin(en), styles.english, paper)
  }
}

/** The sentence, and as many lines as a hand needs for it. */
function drawCopy(runs: Runs, paper: Paper, options: DrawOptions): void {
  const lines = paper.lines(runs, measureOfText - 16, styles.copied)
  const height = lines.length * styles.copied.leading + 8
  const written = Math.ceil(lines.length * 1.4)
  paper.need(height + written * writing + 40)
  paper.y += 6
  hint(formPage.copyHere, paper, options)
  paper.box(margin.left, paper.y + 2, measureOfText, height, 'shaded')
  lines.forEach((line, index) =>
    paper.write(line, margin.left + 8, paper.y + 6 + index * styles.copied.leading, styles.copied),
  )
  paper.y += height + 6
  drawSpace(written, paper)
}

function drawSpace(lines: number, paper: Paper): void {
  for (let line = 0; line < lines; line += 1) {
    paper.need(writing)
    paper.y += writing
    paper.rule(margin.left, paper.y - 3, margin.left + measureOfText)
  }
  paper.y += 6
}

/**
 * What the material and the rules in force say of signing it: below the text where there is room, else on a page of its
 * own that is not part of the form. @returns the pages of the form
 */
function drawSigning({ material, requirements }: Form, paper: Paper, options: DrawOptions): number {
  const pages = paper.pages
  const said = [...(material.form ? [material.form] : []), ...requirements]
  if (said.length === 0) return pages
  const hints = [formPage.signing, ...said.map(({ zh, en }, index) => ({ zh: `${index + 1}. ${zh}`, en: `    ${en}` }))]
  const texts = hints.flatMap(({ zh, en }) => [zh, ...(options.english ? [latin(en)] : [])])
  const lines = texts.reduce((sum, text) => sum + paper.lines(plain(text), measureOfText, styles.draft).length, 0)
  paper.need(lines * styles.draft.leading + 20)
  if (paper.pages === pages) paper.y += 12
  paper.rule(margin.left, paper.y, margin.left + measureOfText)
  paper.y += 5
  for (const each of hints) hint(each, paper, options)
  return pages
}
