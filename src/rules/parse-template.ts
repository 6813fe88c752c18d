// Reads a form's text, line by line. The few signs it knows are explained in rules/README.md.
import {
  repeatedScopes,
  templateScopes,
  type FormTemplate,
  type Piece,
  type RepeatedScope,
  type TemplateBlock,
  type TemplateScope,
} from './form-template.ts'
import type { SheetProblem } from './problem.ts'

export type ParsedTemplate = { readonly template: FormTemplate; readonly problems: readonly SheetProblem[] }

type Line = { readonly text: string; readonly line: number }

/** Characters of a blank that does not say how many. */
const shortBlank = 8

const isRepeated = (word: string): word is RepeatedScope => repeatedScopes.some(scope => scope === word)
const isScope = (word: string): word is TemplateScope => templateScopes.some(scope => scope === word)

/** `text {{field}} text {{blank 4}}` → its pieces, in order. */
export function piecesOf(text: string): Piece[] {
  return text.split(/(\{\{[^{}]*\}\})/).flatMap((part): Piece[] => {
    const inner = /^\{\{([^{}]*)\}\}$/.exec(part)?.[1]?.trim()
    if (inner === undefined) return part === '' ? [] : [{ text: part }]
    const blank = /^blank(?: +(\d{1,2}))?$/.exec(inner)
    return blank ? [{ blank: Number(blank[1] ?? shortBlank) }] : [{ field: inner }]
  })
}

/** Lines of Chinese are joined without a blank, others with one. */
const joined = (one: string, other: string) =>
  /[\x20-\x7E]$/.test(one) && /^[\x20-\x7E]/.test(other) && !one.endsWith('}}') ? `${one} ${other}` : one + other

/** A line that is not the next line of a paragraph. */
const isOwnBlock = (text: string) => text === '' || /^(#{1,2} |- |> |\||@)/.test(text)

class TemplateReader {
  readonly problems: SheetProblem[] = []
  readonly #lines: readonly Line[]
  #at = 0

  constructor(lines: readonly Line[]) {
    this.#lines = lines
  }

  /** Up to the end, or to one of these words, which is read too; `stopped` is the one it was. */
  blocks(stops: readonly string[]): { blocks: TemplateBlock[]; stopped: string | undefined } {
    const blocks: TemplateBlock[] = []
    for (let line = this.#next(); line !== undefined; line = this.#next()) {
      const { text } = line
      if (text === '@end' || text === '@else') {
        if (stops.includes(text)) return { blocks, stopped: text }
        this.#wrong(line, stops.join(', '))
      } else if (text !== '') {
        const block = this.#block(line)
        if (block) blocks.push(block)
      }
    }
    return { blocks, stopped: undefined }
  }

  #next(): Line | undefined {
    const line = this.#lines[this.#at]
    this.#at += 1
    return line
  }

  #wrong({ text, line }: Line, want: string): undefined {
    this.problems.push({ code: 'template-line', path: ['line', line], got: text, want })
  }

  #block(line: Line): TemplateBlock | undefined {
    const { text } = line
    const heading = /^(#{1,2}) (.+)$/.exec(text)
    if (heading) return headingOf(heading[1] === '#' ? 'title' : 'heading', heading[2] ?? '', line.line)
    if (text.startsWith('- ')) return rowOf(text.slice(2).trim(), line.line) ?? this.#wrong(line, '- {{field}}')
    if (text.startsWith('> ')) return { is: 'note', pieces: piecesOf(text.slice(2).trim()), line: line.line }
    if (text.startsWith('|')) return columnsOf(text, line.line, this.#takesRule())
    if (text.startsWith('@')) return this.#command(line)
    let whole = text
    for (let more = this.#lines[this.#at]; more && !isOwnBlock(more.text); more = this.#lines[this.#at]) {
      whole = joined(whole, more.text)
      this.#at += 1
    }
    return { is: 'paragraph', pieces: piecesOf(whole), line: line.line }
  }

  /** The rule that Markdown draws below the names of columns. */
  #takesRule(): boolean {
    const isRule = /^\|[|\s:-]*-[|\s:-]*$/.test(this.#lines[this.#at]?.text ?? '')
    if (isRule) this.#at += 1
    return isRule
  }

  #command(line: Line): TemplateBlock | undefined {
    const [, word = '', rest = ''] = /^@([a-z]+) *(.*)$/.exec(line.text) ?? []
    const at = { line: line.line }
    switch (word) {
      case 'sign':
      case 'seal':
      case 'fingerprint':
        return rest === '' ? this.#wrong(line, `@${word} …`) : { is: word, label: rest, ...at }
      case 'date':
        return { is: 'date', label: rest === '' ? '日期' : rest, ...at }
      case 'copy':
      case 'to':
        return rest === '' ? this.#wrong(line, `@${word} …`) : { is: word, pieces: piecesOf(rest), ...at }
      case 'space':
        return /^\d{1,2}$/.test(rest) ? { is: 'space', lines: Number(rest), ...at } : this.#wrong(line, '@space 3')
      case 'each':
        return this.#each(line, rest)
      case 'when':
        return this.#when(line, rest)
      default:
        return this.#wrong(line, '@to, @each, @when, @else, @end, @sign, @seal, @fingerprint, @date, @copy, @space')
    }
  }

  #each(line: Line, scope: string): TemplateBlock | undefined {
    const { blocks, stopped } = this.blocks(['@end'])
    if (stopped === undefined) return this.#wrong(line, '@end')
    if (!isRepeated(scope)) return this.#wrong(line, repeatedScopes.map(each => `@each ${each}`).join(', '))
    return { is: 'each', scope, blocks, line: line.line }
  }

  #when(line: Line, condition: string): TemplateBlock | undefined {
    const { blocks: inside, stopped } = this.blocks(['@else', '@end'])
    const rest = stopped === '@else' ? this.blocks(['@end']) : { blocks: [], stopped }
    if (rest.stopped !== '@end') return this.#wrong(line, '@end')
    const [, fact, not, values = ''] = /^(\S+) (!?)= (.+)$/.exec(condition) ?? []
    if (fact === undefined) return this.#wrong(line, '@when fact = value, value')
    const ids = values.split(',').map(value => value.trim())
    return { is: 'when', fact, not: not === '!', values: ids, inside, otherwise: rest.blocks, line: line.line }
  }
}

function headingOf(is: 'title' | 'heading', text: string, line: number): TemplateBlock {
  const [zh = '', en] = text.split(' | ')
  return { is, pieces: piecesOf(zh.trim()), ...(en === undefined ? {} : { en: en.trim() }), line }
}

/** `label：text`, or a field alone, which has a name of its own. */
function rowOf(text: string, line: number): TemplateBlock | undefined {
  const [, label, value] = /^([^：{}]+)：(.*)$/.exec(text) ?? []
  if (label !== undefined) return { is: 'row', label, pieces: piecesOf((value ?? '').trim()), line }
  const pieces = piecesOf(text)
  const [only] = pieces
  return pieces.length === 1 && only && 'field' in only ? { is: 'row', pieces, line } : undefined
}

/** `| a | b |` */
function columnsOf(text: string, line: number, isHead: boolean): TemplateBlock {
  const cells = text
    .replace(/^\|/, '')
    .replace(/\|\s*$/, '')
    .split('|')
    .map(cell => piecesOf(cell.trim()))
  return { is: 'columns', cells, isHead, line }
}

/** `for: service` between two lines `---` at the top says what one form is printed for; the filing where nothing is said. */
export function parseTemplate(text: string): ParsedTemplate {
  const lines = text.split(/\r?\n/).map((each, index) => ({ text: each.trim(), line: index + 1 }))
  const end = lines[0]?.text === '---' ? lines.findIndex(({ text: each }, index) => index > 0 && each === '---') : -1
  const reader = new TemplateReader(lines.slice(end + 1))
  let scope: TemplateScope = 'filing'
  for (const line of lines.slice(1, Math.max(end, 0))) {
    const named = /^for: *(\S+)$/.exec(line.text)?.[1] ?? ''
    if (isScope(named)) scope = named
    else if (line.text !== '') {
      reader.problems.push({
        code: 'template-line',
        path: ['line', line.line],
        got: line.text,
        want: templateScopes.map(each => `for: ${each}`).join(', '),
      })
    }
  }
  const { blocks } = reader.blocks([])
  return { template: { for: scope, blocks }, problems: reader.problems }
}
