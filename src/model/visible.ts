// Text of strangers where people read it: what would move the cursor, hide or turn text around is shown as a number.

// Sets of Unicode properties are slow to make: each is made where a text may need it.
const unseen = () => /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
const unseenInLines = () => /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu
// eslint-disable-next-line no-control-regex
const unseenInColour = () => /\u001B(?!\[[\d;]*m)|[^\P{Cc}\t\n\u001B]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Any sign that could be one of them; what most texts are made of is none. */
const unusual = /[^ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2BFF\u3000-\u9FFF\uFF01-\uFFEE]/
const unusualInLines =
  /[^\t\n -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2BFF\u3000-\u9FFF\uFF01-\uFFEE]/

const numbered = (letter: string): string => String.raw`\u{${letter.codePointAt(0)?.toString(16)}}`

/** The text as it may be printed: `\u{1b}` in place of an escape character. */
export function visible(text: string): string {
  return unusual.test(text) ? text.replace(unseen(), numbered) : text
}

/** The same for text of several lines: line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return unusualInLines.test(text) ? text.replace(unseenInLines(), numbered) : text
}

/** The same for text that is painted already: besides lines, the sequences that set colours stay. */
export function visibleInColour(text: string): string {
  return text.replace(unseenInColour(), numbered)
}

/** The first character that nobody would see, as `U+001B`; undefined where all is plain. */
export function unseenIn(text: string): string | undefined {
  const [found] = text.match(unseen()) ?? []
  return found && `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
