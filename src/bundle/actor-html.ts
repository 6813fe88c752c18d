// What one person or company has to do, as HTML: a list to tick, each entry with what to do and on whose word.
import type { Words } from '../locales/index.ts'
import type { Actor, NoteGroup, Section } from './checklist.ts'
import { each, html, linked, nothing, type Html } from './html.ts'
import type { Hint, Item } from './item.ts'
import type { Cited } from './packing.ts'

export function actorPart({ name, who, sections, count }: Actor, words: Words): Html {
  const { title, what } = words.outlook.actors[name]
  const names = who.length === 0 ? nothing : html` <bdi class="who">${words.list(who)}</bdi>`
  return html`<section id="${name}" class="actor counted">
    <h2>${title}${names}<span class="count">${count}</span></h2>
    <p class="intro">${what}</p>
    ${each(sections, section => sectionPart(section, words))}
  </section>`
}

function sectionPart({ name, items }: Section, words: Words): Html {
  const { title, intro } = words.pages.sections[name]
  const list = name === 'open' ? asksList(items, words) : itemsList(items, words)
  return html`<h3>${title}</h3>
    <p class="intro">${intro}</p>
    ${list}`
}

const itemsList = (items: readonly Item[], words: Words): Html =>
  html`<ul class="items">
    ${each(items, item => itemPart(item, words))}
  </ul>`

/** Open questions are many and short: their names in columns. */
const asksList = (items: readonly Item[], words: Words): Html =>
  html`<ul class="asks">
    ${each(
      items,
      item =>
        html`<li>
          <label>${box(item)}<span>${item.title}${aboutPart(item, words)}</span></label>
        </li>`,
    )}
  </ul>`

const box = ({ key }: Item): Html => html`<input type="checkbox" data-key="${key}" />`

const aboutPart = ({ about }: Item, words: Words): Html =>
  about === undefined ? nothing : html`<span class="soft">${words.report.of(about)}</span>`

const signs = { error: '✖', warning: '⚠', info: 'ℹ' } as const

/** What only waits for a person's look has no sign of its own. */
function sign({ kind, severity }: Item, words: Words): Html {
  if (kind === 'confirm') return nothing
  return html`<span class="sign ${severity}"
    ><span aria-hidden="true">${signs[severity]}</span><span class="unseen">${words.severity[severity]}</span></span
  > `
}

function itemPart(item: Item, words: Words): Html {
  const { kind, title, lines, hints, sources, rule, line } = item
  return html`<li class="item ${kind}">
    <label class="title">${box(item)}<span>${sign(item, words)}${title}${aboutPart(item, words)}</span></label>
    <div class="text">
      ${each(lines, text => html`<p>${text}</p>`)} ${each(hints, hintPart)}
      <p class="meta">
        ${line === undefined ? nothing : html`${words.pages.at(line)} · `}<code>${rule}</code>${each(sources.slice(0, 1), source => html`<br />${sourcePart(source, words)}`)}
      </p>
      ${moreSources(sources.slice(1), words)}
    </div>
  </li>`
}

function hintPart({ title, lines }: Hint): Html {
  const name = title === undefined ? nothing : html`<strong>${title}</strong>`
  return html`<div class="hints">${name}${each(lines, text => html`<p>${text}</p>`)}</div>`
}

const sourcePart = ({ text, url }: Cited, words: Words): Html => linked(words.report.source(text), url)

function moreSources(sources: readonly Cited[], words: Words): Html {
  if (sources.length === 0) return nothing
  return html`<details class="more">
    <summary>${words.pages.moreSources(sources.length)}</summary>
    ${each(sources, source => html`<p class="meta">${sourcePart(source, words)}</p>`)}
  </details>`
}

/** Notes are many and none is urgent: folded, a fold for each step. */
export function notesPart(groups: readonly NoteGroup[], words: Words): Html {
  if (groups.length === 0) return nothing
  const { title, intro } = words.pages.sections.notes
  return html`<section id="notes">
    <h2>${title}<span class="count">${groups.reduce((sum, { items }) => sum + items.length, 0)}</span></h2>
    <p class="intro">${intro}</p>
    ${each(
      groups,
      ({ step, items }) =>
        html`<details>
          <summary>${words.steps[step].title}<span class="count">${words.pages.more(items.length)}</span></summary>
          <ul>
            ${each(items, item => html`<li>${item.title}${aboutPart(item, words)} <span class="meta">${item.rule}</span></li>`)}
          </ul>
        </details>`,
    )}
  </section>`
}
