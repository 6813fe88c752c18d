// Text somebody else wrote, safe inside Markdown.
import { isWebAddress } from './web-address.ts'

/** No markup, no HTML, no second line. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_[\]<>|~#&]/g, String.raw`\$&`)
}

/** Inside backticks nothing is markup but the backtick. */
export function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll(/\s+/g, ' ')}\``
}

/** A link to a page of the web; the words alone where the address is of another kind. */
export function link(text: string, url: string | undefined): string {
  return isWebAddress(url) ? `[${plain(text)}](<${url.replaceAll(/[<>\s]/g, encodeURIComponent)}>)` : plain(text)
}
