// The dates that end something, as HTML.
import type { Words } from '../locales/index.ts'
import type { Deadline } from './deadlines.ts'
import { each, html, nothing, type Html } from './html.ts'

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
