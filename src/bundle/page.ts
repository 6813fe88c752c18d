// The frame of every page: one file, nothing loaded, only its own style and script allowed to act.
import { createHash } from 'node:crypto'
import type { Words } from '../locales/index.ts'
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

/** How much is ticked: the script fills it in, and shows it only where it runs. */
function progress({ outlook }: Words): Html {
  return html`<div
    class="done"
    role="region"
    aria-label="${outlook.progress}"
    data-text="${outlook.done('{done}', '{all}')}"
  >
    <progress value="0" max="1" aria-label="${outlook.progress}"></progress><output></output>
    <span class="unseen" role="status"></span>
  </div>`
}

/** `key` keeps the ticks of one filing apart from those of another, and finds them again after the next packing. */
export function page(title: string, key: string, body: Html, words: Words): string {
  const { html: whole } = html`<!doctype html>
    <html lang="${words.pages.tag}" data-filing="${key}">
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
        ${progress(words)} ${body} ${script}
      </body>
    </html> `
  return `${whole.trimEnd()}\n`
}
