// Text broken into lines for a terminal: Chinese between any two characters but not before a full stop, English between words.
import stringWidth from 'string-width'

const style = String.raw`\u001B\[[\d;]*m`
/** Written without blanks between them: Han, Kana, Hangul, their punctuation, full-width forms. */
const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFFEE`
const opening = '（《“‘「『【〈〔[(<{'
const closing = String.raw`，。、；：？！）》”’」』】〉〕…—·,.;:?!)>}\]%`

/** What stays on one line: a blank run, or a word or wide character with the marks that open and close it. */
const unit = new RegExp(
  String.raw`\s+|(?:${style})*[${opening.replaceAll('[', String.raw`\[`)}]*(?:${style})*(?:[${wide}]|[^\s${wide}\u001B]+)?(?:(?:${style})*[${closing}])*(?:${style})*`,
  'gu',
)

/**
 * @param columns the terminal's width; a word longer than that keeps its line, for the terminal to break
 * @param indent blanks in front of every line but the first of a paragraph
 */
export function wrapText(text: string, columns: number, indent = 0): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, columns, indent))
    .join('\n')
}

/** Each line under its own first word, so that lists, reasons and tables of two columns stay readable. */
export function wrapHanging(text: string, columns: number): string {
  return text
    .split('\n')
    .map(line => wrapLine(line, columns, hangOf(line, columns)))
    .join('\n')
}

/** Blanks, a list's mark, or a first column set off by two blanks, unless that takes more than a third of the width. */
function hangOf(line: string, columns: number): number {
  const column = /^ *\S+ {2,}/.exec(line)?.[0]
  const width = column === undefined ? 0 : stringWidth(column)
  if (width > 0 && width <= columns / 3) return width
  return /^ *(?:[-·✖⚠ℹ◻…?] )?/u.exec(line)?.[0].length ?? 0
}

function wrapLine(line: string, columns: number, indent: number): string {
  if (stringWidth(line) <= columns) return line
  const lines: string[] = []
  let current = ''
  for (const [part] of line.matchAll(unit)) {
    const isFull = stringWidth(current) + stringWidth(part.trimEnd()) > columns
    if (isFull && current.trim() !== '' && part.trim() !== '') {
      lines.push(current.trimEnd())
      current = `${' '.repeat(indent)}${part}`
    } else current += part
  }
  return [...lines, current.trimEnd()].join('\n')
}
