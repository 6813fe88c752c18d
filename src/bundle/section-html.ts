// One section of the checklist as HTML: findings by step, each with what to do and on whose word.
import type { Words } from '../locales/index.ts'
import type { Group, Section } from './checklist.ts'
import { each, html, linked, nothing, type Html } from './html.ts'
import type { Hint, Item } from './item.ts'
import type { Cited } from './packing.ts'

/** `guessed`: answers that are told with the open ones. */
export function sectionPart({ name, count, groups }: Section, guessed: readonly string[], words: Words): Html {
  const { title, intro, none } = words.pages.sections[name]
  const isGuessed = name === 'open' && guessed.length > 0
  if (count === 0 && !isGuessed) return html`<p id="${name}" class="empty"><span class="good">✔</span> ${none}</p>`
  const warned = isGuessed ? html`<p class="notice">${words.pages.guessed(guessed)}</p>` : nothing
  return html`<section id="${name}">
    <h2>${title}<span class="count">${count}</span></h2>
    <p class="intro">${intro}</p>
    ${warned} ${each(groups, group => groupPart[name](group, words))}
  </section>`
}

const groupPart = { missing: itemsGroup, wrong: itemsGroup, open: asksGroup, confirm: itemsGroup, notes: notesGroup }

/** Notes are many and none is urgent: folded, a fold for each step. */
function notesGroup({ step, items }: Group, words: Words): Html {
  return html`<details>
    <summary>${words.steps[step].title}<span class="count">${words.pages.more(items.length)}</span></summary>
    <ul>
      ${each(items, item => html`<li>${item.title}${aboutPart(item, words)} <span class="meta">${item.rule}</span></li>`)}
    </ul>
  </details>`
}

/** Open questions are many and short: their names in columns. */
function asksGroup({ step, items }: Group, words: Words): Html {
  return html`<h3>${words.steps[step].title}</h3>
    <ul class="asks">
      ${each(items, item => html`<li class="${item.severity}">${sign(item, words)}${item.title}${aboutPart(item, words)}</li>`)}
    </ul>`
}

function itemsGroup({ step, items }: Group, words: Words): Html {
  return html`<h3>${words.steps[step].title}</h3>
    <ul class="items">
      ${each(items, item => itemPart(item, words))}
    </ul>`
}

const aboutPart = ({ about }: Item, words: Words): Html =>
  about === undefined ? nothing : html`<span class="soft">${words.report.of(about)}</span>`

const signs = { error: '✖', warning: '⚠', info: 'ℹ' } as const

function sign({ kind, severity }: Item, words: Words): Html {
  const shape = kind === 'need' ? '◻' : kind === 'ask' ? '…' : signs[severity]
  return html`<span class="sign" aria-hidden="true">${shape}</span
    ><span class="unseen">${words.severity[severity]} </span>`
}

function itemPart(item: Item, words: Words): Html {
  const { kind, severity, key, title, lines, hints, sources, rule, line } = item
  const mark =
    kind === 'confirm' ? html`<input type="checkbox" data-key="${key}" aria-label="${title}" />` : sign(item, words)
  return html`<li class="item ${severity}">
    ${mark}
    <div class="text">
      <p class="title">${title}${aboutPart(item, words)}</p>
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
