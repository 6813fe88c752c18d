// What lies ahead, as HTML: the dates that end something, and the stages after the submission.
import type { Words } from '../locales/index.ts'
import type { Deadline } from './deadlines.ts'
import { each, html, nothing, type Html } from './html.ts'
import type { NextStage } from './next-stages.ts'

export function deadlinePart(deadlines: readonly Deadline[], words: Words): Html {
  const { deadlines: told } = words.pages
  if (deadlines.length === 0)
    return html`<section id="deadlines">
      <h2>${told.title}</h2>
      <p class="intro">${told.none}</p>
    </section>`
  return html`<section id="deadlines">
    <h2>${told.title}</h2>
    <p class="intro">${told.intro}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${told.day}</th>
          <th scope="col">${told.what}</th>
        </tr>
      </thead>
      <tbody>
        ${each(deadlines, deadline => deadlineRow(deadline, words))}
      </tbody>
    </table>
  </section>`
}

function deadlineRow({ is, day, left, what, about, written, rule }: Deadline, words: Words): Html {
  const { deadlines: told } = words.pages
  const whose = about === undefined ? nothing : html`<span class="soft">${words.report.of(about)}</span>`
  const tone = left < 0 ? 'bad' : left <= 30 ? 'warn' : 'soft'
  const source = written === undefined ? '' : `${told[written.is](written.day)} · `
  const more = rule === undefined ? nothing : html`<br /><span class="soft small">${source}<code>${rule}</code></span>`
  return html`<tr>
    <td class="day">${day}<br /><span class="small ${tone}">${told.left(left)}</span></td>
    <td><strong>${told[is]}</strong> · ${what}${whose}${more}</td>
  </tr>`
}

export function nextPart(next: readonly NextStage[], words: Words): Html {
  if (next.length === 0) return nothing
  const { title, intro } = words.pages.next
  return html`<section id="next">
    <h2>${title}</h2>
    <p class="intro">${intro}</p>
    <ol class="stages">
      ${each(
        next,
        stage =>
          html`<li>
            <strong>${stage.title}</strong><span class="when">${stage.when}</span>
            <p>${stage.what}</p>
          </li>`,
      )}
    </ol>
  </section>`
}
