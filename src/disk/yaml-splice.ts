/** Text edits at a place of an outline: a value written, added or cut; all around it keeps its spelling. */
import { type Draft, blockLines, inlineText, quoted, staysInline } from './answer-text.ts'
import { type Branch, type Outline, type Part, type Spot, endOf } from './yaml-outline.ts'

/** What is added to a mapping or list: parts for `{ }` and `[ ]`, or lines. */
export type Addition = { inline: string[]; lines: string[] }

export function write(text: string, { value, branch, part }: Spot, draft: Draft): string {
  if (branch === undefined || part === undefined) return writeTop(text, value, draft)
  if (!branch.flow && !staysInline(draft) && branch.is === 'mapping') return writeBelow(text, part, blockLines(draft))
  if (!part.colon) return splice(text, part.after, part.after, `: ${inlineText(draft)}`)
  const { from, to } = stretch(text, part)
  const before = from === part.after && !(branch.flow && branch.is === 'list') ? ' ' : ''
  const after = endsLine(text, to) && to > from ? endOfLine(text) : ''
  return splice(text, from, to, before + inPlace(text, branch, part, draft) + after)
}

/** In place of the value, on its line; a text in quotes stays in quotes, an item's further lines go under its first. */
function inPlace(text: string, branch: Branch, part: Part, draft: Draft): string {
  if (typeof draft === 'string' && part.value?.is === 'leaf' && part.value.quoted) return quoted(draft)
  if (branch.flow) return inlineText(draft)
  return blockLines(draft).join(endOfLine(text) + ' '.repeat(columnOf(text, part.from) + 2))
}

/** The stretch a value takes, from its colon or dash if it begins on a later line, with the blanks after an empty one. */
function stretch(text: string, { value, after }: Part): { from: number; to: number } {
  const from = value?.from ?? after
  const to = value?.to ?? after
  if (from === to) return { from, to: to + (/^[ \t]*(?=[\r\n]|$)/.exec(text.slice(to))?.[0].length ?? 0) }
  return { from: text.slice(after, from).trim() === '' && value?.is !== 'leaf' ? after : from, to }
}

function writeTop(text: string, value: Outline | undefined, draft: Draft): string {
  const lines = blockLines(draft).join(endOfLine(text))
  if (value === undefined || value.from === value.to) return addLines(text, text.length, lines)
  return splice(text, value.from, value.to, lines)
}

/** Under the key; what followed the value on its line (its comment) follows the key. */
function writeBelow(text: string, part: Part, lines: string[]): string {
  const to = endOf(part)
  const tail = lineAfter(text, to)
  const key = text.slice(0, part.after) + text.slice(part.after, part.value?.from ?? part.after).trimEnd()
  const head = key + text.slice(to, tail).trimEnd() + endOfLine(text)
  return addLines(head + text.slice(tail), head.length, indent(text, lines, columnOf(text, part.from) + 2))
}

export function append(text: string, branch: Branch, { inline, lines }: Addition): string {
  const last = branch.parts.at(-1)
  if (branch.flow && last) return splice(text, endOf(last), endOf(last), `, ${inline.join(', ')}`)
  const column = columnOf(text, branch.parts[0]?.from ?? branch.from)
  return addLines(text, lineAfter(text, branch.to), indent(text, lines, column))
}

/** With the line's comment, if the line is all its own. */
export function cutLines(text: string, part: Part, next: Part | undefined): string {
  const end = endOf(part)
  const line = part.from - columnOf(text, part.from)
  if (text.slice(line, part.from).trim() === '') return splice(text, line, lineAfter(text, end), '')
  return splice(
    text,
    part.from,
    next && /^[ \t]*(?:#.*)?(?![ \t])\s*$/.test(text.slice(end, next.from)) ? next.from : end,
    '',
  )
}

/** With one comma; a comment between values stays, then the comma behind goes instead of the one before. */
export function cutFlow(text: string, before: Part | undefined, part: Part, next: Part | undefined): string {
  const end = endOf(part)
  if (before && !text.slice(endOf(before), part.from).includes('#')) return splice(text, endOf(before), end, '')
  if (!before && next && !text.slice(end, next.from).includes('#')) return splice(text, part.from, next.from, '')
  return splice(text, part.from, end + (/^\s*,/.exec(text.slice(end))?.[0].length ?? 0), '')
}

function addLines(text: string, at: number, lines: string): string {
  const eol = endOfLine(text)
  return splice(text, at, at, (at > 0 && !endsLine(text, at) ? eol : '') + lines + eol)
}

function indent(text: string, lines: string[], column: number): string {
  return lines.map(line => ' '.repeat(column) + line).join(endOfLine(text))
}

function splice(text: string, from: number, to: number, instead: string): string {
  return text.slice(0, from) + instead + text.slice(to)
}

function columnOf(text: string, offset: number): number {
  return offset - (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1)
}

/** Where the line after the one that holds the end of a value begins; a block text ends with its line. */
function lineAfter(text: string, end: number): number {
  if (endsLine(text, end)) return end
  const found = text.indexOf('\n', end)
  return found < 0 ? text.length : found + 1
}

function endsLine(text: string, offset: number): boolean {
  return text[offset - 1] === '\n'
}

function endOfLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}
