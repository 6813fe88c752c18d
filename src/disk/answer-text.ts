/** Answers written as YAML that other readers, of YAML 1.1 or 1.2, take for the same text. */

export type Answer = string | boolean | number | string[] | { [key: string]: Answer } | Answer[]

/** An answer on its way into a file; null fills list items nobody has answered yet. */
export type Draft = string | boolean | number | null | Draft[] | { [key: string]: Draft }

/** On one line: `{ name: 海风, mobile: "13800138000" }`. */
export function inlineText(draft: Draft): string {
  if (typeof draft === 'string') return stringText(draft)
  if (Array.isArray(draft)) return `[${draft.map(inlineText).join(', ')}]`
  if (draft === null || typeof draft !== 'object') return String(draft)
  const entries = Object.entries(draft).map(([key, value]) => inlineEntry(key, value))
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

export function inlineEntry(key: string, draft: Draft): string {
  return `${stringText(key)}: ${inlineText(draft)}`
}

/** Indented by two blanks a level; scalars, empties and lists of scalars stay on one line. */
export function blockLines(draft: Draft): string[] {
  if (draft === null || typeof draft !== 'object' || staysInline(draft)) return [inlineText(draft)]
  if (Array.isArray(draft)) return draft.flatMap(itemLines)
  return Object.entries(draft).flatMap(([key, value]) => entryLines(key, value))
}

/** `- …` */
export function itemLines(draft: Draft): string[] {
  return blockLines(draft).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`))
}

/** `key: …` */
export function entryLines(key: string, draft: Draft): string[] {
  if (staysInline(draft)) return [inlineEntry(key, draft)]
  return [`${stringText(key)}:`, ...blockLines(draft).map(line => `  ${line}`)]
}

export function staysInline(draft: Draft): boolean {
  if (draft === null || typeof draft !== 'object') return true
  if (Array.isArray(draft)) return draft.every(item => item === null || typeof item !== 'object')
  return Object.keys(draft).length === 0
}

/** Letters of any script, digits, single blanks and marks that mean nothing in YAML, not even inside `{ }`. */
const plain =
  /^[\p{L}\p{N}/_（《“【「](?:[\p{L}\p{M}\p{N}\-_./@+=&;()（）《》“”【】「」、，。；：！？·]|:(?=\/)| (?=[^ ]))*$/u

/** What some YAML reader takes for nothing, a truth value or a number (with `:` for 190:20:30, with `_` for 1_000). */
const otherwise = /^(?:null|true|false|yes|no|on|off|y|n|[-+]?(?:0[xob][\da-f_]+|[\d_.,:]*(?:e[-+]?\d+)?))$/i

/** Addresses of four numbers, and dates, which a YAML 1.1 reader takes for the same day: written as people write them. */
const harmless = /^(?:\d{4}-\d\d-\d\d|\d+\.\d+\.\d+\.\d+)$/

function stringText(text: string): string {
  return harmless.test(text) || (plain.test(text) && !otherwise.test(text)) ? text : quoted(text)
}

/** Characters JSON leaves as they are but no reader shows, or some take for a line break. */
const hidden = /[\x7F-\x9F\p{Cf}\p{Zl}\p{Zp}\uFFFD-\uFFFF]/gu

export function quoted(text: string): string {
  return JSON.stringify(text).replace(hidden, unicodeEscape)
}

function unicodeEscape(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16)
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`
}
