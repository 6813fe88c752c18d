// The checklist as a page: readable on a phone, on paper and without script.
import type { Words } from '../locales/index.ts'
import { actorPart, notesPart } from './actor-html.ts'
import type { Checklist, LockedRow } from './checklist.ts'
import { deadlinePart } from './deadline-html.ts'
import { headOf, type Head } from './head.ts'
import { each, html, linked, nothing, type Html } from './html.ts'
import { page } from './page.ts'
import type { Packing } from './packing.ts'
import { timelinePart } from './timeline-html.ts'

export function checklistHtml(checklist: Checklist, packing: Packing): string {
  const { words } = packing
  const head = headOf(packing)
  const body = html`<header>${headPart(head, checklist, packing)} ${jumps(checklist, words)}</header>
    <main>
      ${lockedPart(checklist.locked, words)} ${timelinePart(checklist, words)}
      ${each(checklist.actors, actor => actorPart(actor, words))} ${notesPart(checklist.notes, words)}
      ${deadlinePart(checklist.deadlines, words)}
    </main>
    ${footPart(checklist, packing)}`
  return page(`${words.pages.checklist} · ${head.sponsor}`, packing.ticksKey, body, words)
}

function headPart(head: Head, { fine, guessed, actors }: Checklist, { ready, summary, words }: Packing): Html {
  const { pages, outlook } = words
  return html`<h1><small>${pages.checklist}</small><bdi>${head.sponsor}</bdi></h1>
    <p>${head.type}</p>
    <div class="state ${ready ? 'yes' : 'no'}">
      <strong>${summary}</strong>
      ${each(fine, name => html`<p><span class="good">✔</span> ${pages.sections[name].none}</p>`)}
    </div>
    ${head.warning === undefined ? nothing : html`<p class="notice">${head.warning}</p>`}
    ${guessed.length === 0 ? nothing : html`<p class="notice">${pages.guessed(guessed)}</p>`}
    <dl class="facts">
      ${each(head.rows, ({ label, text, url, remark }) => {
        const more = remark === undefined ? nothing : html` <span class="soft">(${remark})</span>`
        return html`<dt>${label}</dt>
          <dd>${linked(text, url)}${more}</dd>`
      })}
    </dl>
    ${actors.length === 0 ? html`<p class="good">${outlook.nothingToDo}</p>` : nothing}`
}

function jumps({ actors, notes }: Checklist, words: Words): Html {
  const { outlook, pages } = words
  const jump = (id: string, title: string, count: number | undefined) =>
    html`<li>
      <a href="#${id}">${title}${count === undefined ? nothing : html`<b>${count}</b>`}</a>
    </li>`
  return html`<nav aria-label="${pages.checklist}">
    <ul class="jump">
      ${jump('timeline', outlook.timeline.short, undefined)}
      ${each(actors, ({ name, count }) => jump(name, outlook.actors[name].title, count))}
      ${notes.length === 0 ? nothing : jump('notes', pages.sections.notes.title, undefined)}
      ${jump('deadlines', pages.deadlines.title, undefined)}
    </ul>
  </nav>`
}

function lockedPart(locked: readonly LockedRow[], words: Words): Html {
  const { title, intro } = words.pages.locked
  return html`<section id="locked">
    <h2>${title}</h2>
    <p class="intro">${intro}</p>
    <ul class="rows">
      ${each(locked, row => lockedRow(row, words))}
    </ul>
  </section>`
}

function lockedRow({ key, name, about, values }: LockedRow, words: Words): Html {
  const whose = about === undefined ? nothing : html`<small>${about}</small>`
  const { blank } = words.pages.locked
  const value =
    values.length === 0 ? html`<span class="tag bad">${blank}</span>` : html`<bdi>${values.join(' · ')}</bdi>`
  return html`<li class="row">
    <input type="checkbox" data-key="locked ${key}" aria-label="${name}" />
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
