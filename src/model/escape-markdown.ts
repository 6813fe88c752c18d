// Text somebody else wrote, safe inside Markdown.
import { visible } from './visible.ts'
import { isWebAddress } from './web-address.ts'

/** No markup, no HTML, no second line. */
export function plain(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' ')).replaceAll(/[\\`*_[\]<>|~#&]/g, String.raw`\$&`)
}

/** Inside backticks nothing is markup but the backtick. */
export function code(text: string): string {
  return `\`${visible(text.replaceAll('`', "'").replaceAll(/\s+/g, ' '))}\``
}

/** The text as it is, to be copied: backticks inside are enclosed by longer ones. */
export function verbatim(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const line = visible(text.replaceAll(/\s+/g, blank => (/[\n\r]/.test(blank) ? ' ' : blank)))
  return longest > 0 ? `${fence} ${line} ${fence}` : `${fence}${line}${fence}`
}

/** A link to a page of the web; the words alone where the address is of another kind. */
export function link(text: string, url: string | undefined): string {
  return isWebAddress(url) ? `[${plain(text)}](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>)` : plain(text)
}
