/** What somebody most likely did wrong where a YAML parser stopped. */

export type SyntaxMistake =
  | 'colon'
  | 'comma'
  | 'escape'
  | 'full-width-colon'
  | 'full-width-comma'
  | 'indentation'
  | 'reserved-character'
  | 'space-after-colon'
  | 'tab'
  | 'unclosed'
  | 'unknown'

type Spotted = { offset: number; mistake: SyntaxMistake }

/** Slips a parser notices only later: the line where it stopped and the one before are searched for them. */
const slips: readonly (readonly [RegExp, SyntaxMistake])[] = [
  [/^[ ]*(?=\t)/, 'tab'],
  [/^[ ]*(?:- +)*[\w-]+(?=：)/, 'full-width-colon'],
  [/^[ ]*(?:- +)*[a-z][\w-]*(?=:[^\s/])/, 'space-after-colon'],
]

/** The parser's own reasons; it says `deficient indentation` where a quote or bracket stays open. */
const reasons: readonly (readonly [RegExp, SyntaxMistake])[] = [
  [/^tab characters/, 'tab'],
  [/^deficient indentation|^unexpected end of/, 'unclosed'],
  [/escape|hexadecimal/, 'escape'],
  [/':'|key-value separator|multiline key/, 'colon'],
  [/indentation/, 'indentation'],
]

export function spotMistake(text: string, offset: number, reason: string): Spotted {
  return spotSlip(text, offset) ?? spotCharacter(text, offset, reason) ?? { offset, mistake: byReason(reason) }
}

function spotSlip(text: string, offset: number): Spotted | undefined {
  const start = lineStart(text, offset)
  const before = text.slice(0, start).trimEnd().length
  for (const from of [start, lineStart(text, before)]) {
    const line = text.slice(from).split(/[\r\n]/, 1)[0] ?? ''
    for (const [pattern, mistake] of slips) {
      const found = pattern.exec(line)
      if (found) return { offset: from + found[0].length, mistake }
    }
  }
  return undefined
}

function spotCharacter(text: string, offset: number, reason: string): Spotted | undefined {
  const start = lineStart(text, offset)
  const comma = text.lastIndexOf('，', offset)
  if (reason.startsWith('missed comma')) {
    return comma >= start ? { offset: comma, mistake: 'full-width-comma' } : { offset, mistake: 'comma' }
  }
  if (/^[@`%]/.test(text.slice(offset, offset + 1))) return { offset, mistake: 'reserved-character' }
  return text[offset] === ':' && /:\s/.test(text.slice(start, offset)) ? { offset, mistake: 'colon' } : undefined
}

function byReason(reason: string): SyntaxMistake {
  return reasons.find(([pattern]) => pattern.test(reason))?.[1] ?? 'unknown'
}

function lineStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}
