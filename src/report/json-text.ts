// JSON that can be shown anywhere: what JSON leaves as it is and no reader sees is written as an escape, the data stay the same.

/** C1 controls, format characters of the first plane, line separators; tags lie in the plane behind U+E0000. */
const hidden =
  /[\u007F-\u009F\u00AD\u0600-\u0605\u061C\u06DD\u070F\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDFFF]/g

const escaped = (found: string): string =>
  Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** `indent`: blanks a level; one line without it. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(hidden, escaped)
}

const ready = new Map<string, string>()
const mostReady = 20_000

/** The same for a text that many findings have in common: the words of a rule, the name of a field. */
export function readyText(text: string): string {
  const known = ready.get(text)
  if (known !== undefined) return known
  const made = jsonText(text)
  if (ready.size < mostReady) ready.set(text, made)
  return made
}

/** As it stands `blanks` deep in an indented document. */
export const jsonInside = (value: unknown, blanks: number): string =>
  jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(blanks)}`)

/** A list of members written already, `blanks` deep. */
export function jsonList(members: readonly string[], blanks: number): string {
  if (members.length === 0) return '[]'
  const lead = `\n${' '.repeat(blanks)}`
  return `[${lead}  ${members.join(`,${lead}  `)}${lead}]`
}

/** A mapping, its members as `"key": value`. */
export function jsonMapping(members: readonly string[], blanks: number): string {
  const lead = `\n${' '.repeat(blanks)}`
  return `{${lead}  ${members.join(`,${lead}  `)}${lead}}`
}

/** How a document begins that ends its list `empty` (`"name": []`) with members written later, `indent` blanks deep. */
export function jsonFrame(document: unknown, empty: string, indent: number) {
  const lead = `\n${' '.repeat(indent)}`
  return { before: upTo(jsonText(document, 2), empty), first: lead, between: `,${lead}` }
}

/** The rest of it, from the bracket on; `before` stands in front of that. */
export function jsonEnd(document: unknown, empty: string, before: string): string {
  const text = jsonText(document, 2)
  return before + text.slice(upTo(text, empty).length)
}

const upTo = (text: string, empty: string) => text.slice(0, text.indexOf(empty) + empty.length - 1)
