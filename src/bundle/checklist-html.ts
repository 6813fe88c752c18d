// The checklist as a page: readable on a phone, on paper and without script.
import type { Words } from '../locales/index.ts'
import type { Checklist, LockedRow, StepState } from './checklist.ts'
import { headOf, type Head } from './head.ts'
import { each, html, linked, nothing, type Html } from './html.ts'
import { deadlinePart, nextPart } from './outlook-html.ts'
import { page } from './page.ts'
import type { Packing } from './packing.ts'
import { sectionPart } from './section-html.ts'

export function checklistHtml(checklist: Checklist, packing: Packing): string {
  const { words, id } = packing
  const head = headOf(packing)
  const body = html`<header>${headPart(head, packing)} ${jumps(checklist, words)}</header>
    <main>
      ${lockedPart(checklist.locked, words)} ${stepsPart(checklist, words)}
      ${each(checklist.sections, section => sectionPart(section, checklist.guessed, words))}
      ${deadlinePart(checklist.deadlines, words)} ${nextPart(checklist.next, words)}
    </main>
    ${footPart(checklist, packing)}`
  return page(words.pages.tag, `${words.pages.checklist} · ${head.sponsor}`, id, body)
}

function headPart(head: Head, { ready, summary, words }: Packing): Html {
  const { pages } = words
  return html`<h1><small>${pages.checklist}</small><bdi>${head.sponsor}</bdi></h1>
    <p>${head.type}</p>
    <div class="state ${ready ? 'yes' : 'no'}">
      <strong>${summary}</strong>
    </div>
    ${head.warning === undefined ? nothing : html`<p class="notice">${head.warning}</p>`}
    <dl class="facts">
      ${each(head.rows, ({ label, text, url, remark }) => {
        const more = remark === undefined ? nothing : html` <span class="soft">(${remark})</span>`
        return html`<dt>${label}</dt>
          <dd>${linked(text, url)}${more}</dd>`
      })}
    </dl>`
}

function jumps({ sections }: Checklist, words: Words): Html {
  return html`<ul class="jump">
    ${each(
      sections,
      ({ name, count }) =>
        html`<li>
          <a href="#${name}">${words.pages.sections[name].title}<b>${count}</b></a>
        </li>`,
    )}
  </ul>`
}

function stepsPart({ steps }: Checklist, words: Words): Html {
  return html`<h2>${words.pages.overview.title}</h2>
    <ol class="steps">
      ${each(steps, state => stepPart(state, words))}
    </ol>`
}

function stepPart({ step, open, confirms, isBlocked }: StepState, words: Words): Html {
  const { overview } = words.pages
  const { title, what } = words.steps[step]
  const tone = isBlocked ? 'bad' : 'warn'
  const states = [
    ...(open > 0 ? [html`<span class="${tone}">${isBlocked ? '✖' : '⚠'} ${overview.open(open)}</span>`] : []),
    ...(confirms > 0 ? [html`<span class="note">? ${overview.confirms(confirms)}</span>`] : []),
  ]
  return html`<li>
    <strong>${title}</strong>
    <span class="states">${states.length > 0 ? states : html`<span class="good">✔ ${overview.fine}</span>`}</span>
    <span class="soft">${what}</span>
  </li>`
}

function lockedPart(locked: readonly LockedRow[], words: Words): Html {
  const { title, intro } = words.pages.locked
  return html`<h2>${title}</h2>
    <p class="intro">${intro}</p>
    <ul class="rows">
      ${each(locked, (row, index) => lockedRow(row, index, words))}
    </ul>`
}

function lockedRow({ name, about, values }: LockedRow, index: number, words: Words): Html {
  const whose = about === undefined ? nothing : html`<small>${about}</small>`
  const { blank } = words.pages.locked
  const value =
    values.length === 0 ? html`<span class="tag bad">${blank}</span>` : html`<bdi>${values.join(' · ')}</bdi>`
  return html`<li class="row">
    <input type="checkbox" data-key="locked ${index}" aria-label="${name}" />
    <div class="name">${name}${whose}</div>
    <div class="value">${value}</div>
  </li>`
}

function footPart({ sheets }: Checklist, { words, version }: Packing): Html {
  return html`<footer>
    <p>${words.report.never}</p>
    <p>
      ${words.pages.labelled(words.pages.sheets, '')}${each(sheets, ({ title, digest }) => html`${title} <code>${digest.slice(0, 12)}</code> `)}
    </p>
    <p>${words.pages.madeBy(version)} · ${words.pages.keep}</p>
  </footer>`
}
