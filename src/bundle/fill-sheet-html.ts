// The fill sheet as a page: the Chinese value first, one click to copy, what gets locked marked.
import type { Words } from '../locales/index.ts'
import type { Bilingual } from '../rules/source.ts'
import type { FillGroup, FillRow, FillScreen, FillSheet, Upload } from './fill-sheet.ts'
import { headOf } from './head.ts'
import { each, html, nothing, type Html } from './html.ts'
import { page } from './page.ts'
import type { Packing } from './packing.ts'
import { digestOf } from './value-digest.ts'

export function fillSheetHtml(sheet: FillSheet, packing: Packing): string {
  const { words, ticksKey, version } = packing
  const { pages } = words
  const { sponsor, type } = headOf(packing)
  const body = html`<header>
      <h1><small>${pages.fillSheet}</small><bdi>${sponsor}</bdi></h1>
      <p>${type}</p>
      <p class="notice">${pages.sheet.personal}</p>
      <p class="intro">${pages.sheet.intro}</p>
      <p class="intro">${pages.sheet.progress}</p>
      ${sheet.isInScreenOrder ? nothing : html`<p class="intro">${pages.sheet.noScreens}</p>`}
    </header>
    <main>
      ${each(sheet.screens, (screen, index) => screenPart(screen, index + 1, words))}
      ${uploadsPart(sheet.uploads, words)}
    </main>
    <footer>
      <p>${words.report.never}</p>
      <p>${pages.madeBy(version)}</p>
    </footer>`
  return page(`${pages.fillSheet} · ${sponsor}`, ticksKey, body, words)
}

function screenPart({ id, title, groups }: FillScreen, position: number, words: Words): Html {
  return html`<section id="screen-${id}">
    <h2>${position}. ${chinese(title, words)}</h2>
    ${each(groups, group => groupPart(group, id, words))}
  </section>`
}

/** What stands on the provider's page, with its English name beside it for who does not read Chinese. */
function chinese({ zh, en }: Bilingual, words: Words): Html {
  if (words.language === 'zh') return html`${zh}`
  return html`<span lang="zh-CN">${zh}</span>${en === zh ? nothing : html` <small class="soft">${en}</small>`}`
}

function groupPart({ about, rows }: FillGroup, screen: string, words: Words): Html {
  return html`${about === undefined ? nothing : html`<h3><bdi>${about}</bdi></h3>`}
    <ul class="rows">
      ${each(rows, row => rowPart(row, screen, words))}
    </ul>`
}

function rowPart(row: FillRow, screen: string, words: Words): Html {
  const { sheet, locked } = words.pages
  const mark = row.isLocked ? html` <span class="tag">${locked.mark}</span>` : nothing
  const value =
    row.values.length > 0
      ? each(row.values, one => valuePart(row, one, words))
      : html`<div>
          ${row.isOpen ? html`<span class="tag bad">${sheet.open}</span>` : html`<span class="soft">${sheet.blank}</span>`}
        </div>`
  return html`<li class="row">
    <input
      type="checkbox"
      data-key="filled ${screen} ${row.key} ${digestOf(row.values)}"
      aria-label="${row.name[words.language]}"
    />
    <div class="name">${chinese(row.name, words)}${mark}</div>
    <div class="value">${value}</div>
  </li>`
}

function valuePart({ name }: FillRow, value: Bilingual, words: Words): Html {
  const { copy, copied } = words.pages.sheet
  return html`<div>
    <bdi>${chinese(value, words)}</bdi
    ><button
      type="button"
      data-copy="${value.zh}"
      data-done="${copied}"
      aria-label="${words.pages.labelled(copy, name[words.language])}"
    >
      ${copy}
    </button>
  </div>`
}

function uploadsPart(uploads: readonly Upload[], words: Words): Html {
  const { uploads: title, uploadsIntro, noUploads, noFile } = words.pages.sheet
  return html`<section id="uploads">
    <h2>${title}</h2>
    <p class="intro">${uploads.length === 0 ? noUploads : uploadsIntro}</p>
    <ul class="rows">
      ${each(uploads, ({ path, title: name, about, isThere }) => {
        const whose = about === undefined ? nothing : html`<small>${about}</small>`
        const file = isThere
          ? html`<a href="${path}"><code>${path}</code></a>`
          : html`<span class="tag bad">${noFile}</span>`
        return html`<li class="row">
          <input type="checkbox" data-key="uploaded ${path}" aria-label="${name}" />
          <div class="name">${name}${whose}</div>
          <div class="value">${file}</div>
        </li>`
      })}
    </ul>
  </section>`
}
