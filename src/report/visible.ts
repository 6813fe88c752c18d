// Text of strangers on a terminal: what would move the cursor, hide or turn text around is shown as a number.

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** The text as it may be printed: `\u{1b}` in place of an escape character. */
export function visible(text: string): string {
  return text.replace(unseen, letter => String.raw`\u{${letter.codePointAt(0)?.toString(16)}}`)
}
