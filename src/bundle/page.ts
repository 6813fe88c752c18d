// The frame of every page: one file, nothing loaded, only its own style and script allowed to act.
import { createHash } from 'node:crypto'
import { html, type Html } from './html.ts'
import { pageScript } from './page-script.ts'
import { pageStyle } from './page-style.ts'

const digestOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Even a page whose text was tampered with loads nothing and sends nothing. */
const policy = [
  "default-src 'none'",
  `style-src ${digestOf(pageStyle)}`,
  `script-src ${digestOf(pageScript)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The digests are of the very characters between the tags. */
const style: Html = { html: `<style>${pageStyle}</style>` }
const script: Html = { html: `<script>${pageScript}</script>` }

/** `id` keeps the ticks of one bundle apart from those of another. */
export function page(tag: string, title: string, id: string, body: Html): string {
  const { html: whole } = html`<!doctype html>
    <html lang="${tag}" data-bundle="${id}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>${title}</title>
        ${style}
      </head>
      <body>
        ${body} ${script}
      </body>
    </html> `
  return `${whole.trimEnd()}\n`
}
