// An e-mail address as a form takes it: plain ASCII, one @, a host with a dot.

export type EmailProblem = 'length' | 'blank' | 'full-width' | 'at' | 'characters' | 'local-part' | 'host'

const longest = 128
const blank = /\s/
// U+FF01 to U+FF5E mirror ASCII; 。 is what a Chinese keyboard types for a dot.
const fullWidth = /[\uFF01-\uFF5E。｡]/
const printable = /^[!-~]*$/
const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const host = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/i

/** What is wrong with the address, without asking whether anybody reads it. At most 128 characters. */
export function emailProblem(text: string): EmailProblem | undefined {
  if (text.length > longest) return 'length'
  if (blank.test(text)) return 'blank'
  if (fullWidth.test(text)) return 'full-width'
  const at = text.indexOf('@')
  if (at < 0 || at !== text.lastIndexOf('@')) return 'at'
  if (!printable.test(text)) return 'characters'
  if (!localPart.test(text.slice(0, at))) return 'local-part'
  return host.test(text.slice(at + 1)) ? undefined : 'host'
}
