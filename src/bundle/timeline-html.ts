// The seven steps as HTML: what each still wants, and the days on which it is expected.
import type { Words } from '../locales/index.ts'
import type { Checklist, StepState } from './checklist.ts'
import { each, html, nothing, type Html } from './html.ts'
import type { Stage } from './stages.ts'

export function timelinePart({ steps, calendarUntil }: Checklist, words: Words): Html {
  const { timeline, calendar } = words.outlook
  const hasDates = steps.some(({ stages }) => stages.length > 0)
  return html`<section id="timeline">
    <h2>${timeline.title}</h2>
    ${
      hasDates
        ? html`<p class="intro">${timeline.intro}</p>
            <p class="intro">${calendar(calendarUntil)}</p>`
        : nothing
    }
    <ol class="steps">
      ${each(steps, state => stepPart(state, words))}
    </ol>
  </section>`
}

function stepPart(state: StepState, words: Words): Html {
  const { title, what } = words.steps[state.step]
  const stages =
    state.stages.length === 0
      ? nothing
      : html`<ul class="stages">
          ${each(state.stages, stagePart)}
        </ul>`
  return html`<li>
    <strong>${title}</strong>
    <span class="states">${statesPart(state, words)}</span>
    <span class="soft">${what}</span>
    ${stages}
  </li>`
}

function statesPart({ open, confirms, isBlocked }: StepState, words: Words): Html {
  const { overview } = words.pages
  const tone = isBlocked ? 'bad' : 'warn'
  if (open === 0 && confirms === 0) return html`<span class="good">✔ ${overview.fine}</span>`
  const todo = open > 0 ? html`<span class="${tone}">${isBlocked ? '✖' : '⚠'} ${overview.open(open)}</span>` : nothing
  return html`${todo}${confirms > 0 ? html`<span class="note">? ${overview.confirms(confirms)}</span>` : nothing}`
}

function stagePart({ title, what, when, dates, isDone }: Stage): Html {
  const length = when === undefined ? nothing : html`<span class="soft">${when}</span>`
  return html`<li>
    <strong>${isDone ? html`<span class="good">✔</span> ` : nothing}${title}</strong>
    <span class="when">${each(dates, date => html`<b>${date}</b>`)}${isDone ? nothing : length}</span>
    <p>${what}</p>
  </li>`
}
