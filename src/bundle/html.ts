// HTML that cannot be broken out of: whatever is put into a template is escaped unless it is HTML already.

import { visibleLines } from '../model/visible.ts'
import { isWebAddress } from '../model/web-address.ts'

export type Html = { readonly html: string }
export type Part = Html | string | number | undefined

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeHtml(text: string): string {
  return visibleLines(text).replaceAll(/[&<>"']/g, character => entities[character] ?? '')
}

function written(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return part.html
}

/** `` html`<p>${text}</p>` `` */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.map((text, index) => text + written(parts[index])).join('') }
}

export const nothing: Html = { html: '' }

export function each<T>(items: readonly T[], make: (item: T, index: number) => Html): Html {
  return { html: items.map((item, index) => make(item, index).html).join('\n') }
}

/** Only addresses of the web become links; nothing is loaded from them. */
export function linked(text: string, url: string | undefined): Html {
  return isWebAddress(url)
    ? html`<a href="${url}" target="_blank" rel="noopener noreferrer">${text}</a>`
    : html`${text}`
}
