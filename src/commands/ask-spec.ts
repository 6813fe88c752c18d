// A question in its form at the terminal: a choice, several, a text, a file, a person.
import { keyOfList, textAt } from '../interview/edits.ts'
import type { Reply } from '../interview/leaving.ts'
import type { Pick, Query } from '../interview/query.ts'
import { specFor, type Answer, type Choice, type Spec } from '../interview/spec.ts'
import type { Path } from '../model/filing.ts'
import type { Asking, Form, Given } from './ask-field.ts'
import { askFile } from './ask-file.ts'
import { askText } from './ask-text.ts'

export async function askSpec(spec: Spec, form: Form, asking: Asking): Promise<Reply<Given>> {
  const given = (answer: Answer): Given => ({ path: form.path, answer })
  switch (spec.ask) {
    case 'text':
      return mapped(await askText(spec, form, asking), given)
    case 'file':
      return mapped(await askFile('app-icon', form, asking, `services.${form.path[1]}`), given)
    case 'many':
      return mapped(await askMany(spec, form, asking), given)
    case 'search':
    case 'choose': {
      const { query, offered, wait } = form
      const choosing = { current: indexOf(spec.choices, offered), wait }
      const reply = await asking.prompter[spec.ask](query, picksOf(spec.choices, asking), choosing)
      return mapped(reply, at => given(spec.choices[at]?.answer ?? ''))
    }
    default:
      return askLead(spec.choices, form, asking)
  }
}

const picksOf = (choices: readonly Choice[], { words: { language } }: Asking): Pick[] =>
  choices.map(({ zh, en, answer }) => ({
    name: language === 'zh' ? zh : en,
    find: `${zh} ${en} ${typeof answer === 'string' ? answer : ''}`,
  }))

function indexOf(choices: readonly Choice[], offered: Answer | undefined): number | undefined {
  const isRecord = typeof offered === 'object'
  const at = choices.findIndex(
    ({ answer }) => (isRecord && JSON.stringify(answer) === '{}') || JSON.stringify(answer) === JSON.stringify(offered),
  )
  return at < 0 ? undefined : at
}

export function mapped<From, To>(reply: Reply<From>, map: (value: From) => To): Reply<To> {
  return reply.is === 'answer' ? { is: 'answer', value: map(reply.value) } : reply
}

/** Nothing ticked leaves the question open; that nothing applies is a line of its own. */
async function askMany(spec: Extract<Spec, { ask: 'many' }>, form: Form, asking: Asking): Promise<Reply<Answer>> {
  const none: Choice = { zh: asking.words.interview.none, en: asking.words.interview.none, answer: [] }
  const choices = spec.none ? [none, ...spec.choices] : spec.choices
  const names = Array.isArray(form.offered) ? namesOf(form.offered, form.path) : undefined
  const isTicked = ({ answer }: Choice) => (typeof answer === 'string' ? names?.includes(answer) : names?.length === 0)
  const checked = choices.flatMap((choice, at) => (isTicked(choice) ? [at] : []))
  const told = (ticked: readonly string[]) => (ticked.length === 0 ? form.wait : asking.words.list(ticked))
  const reply = await asking.prompter.many(form.query, picksOf(choices, asking), { checked, told })
  if (reply.is !== 'answer') return reply
  const chosen = reply.value.flatMap(at => choices[at] ?? [])
  if (chosen.length === 0) return { is: 'later' }
  return { is: 'answer', value: spec.answer(chosen.filter(choice => choice !== none).map(({ answer }) => answer)) }
}

/** Of a list of records, what tells them apart. */
const namesOf = (list: readonly Answer[], path: Path): string[] =>
  list.flatMap(item => (typeof item === 'string' ? item : textAt(item, keyOfList(path) ?? '')))

/** Somebody written already, or another person, whose name is asked then; Esc there leads back to the choice. */
async function askLead(choices: readonly Choice[], form: Form, asking: Asking): Promise<Reply<Given>> {
  const { other: otherName } = asking.words.interview
  const all = [...choices, { zh: otherName, en: otherName, answer: {} }]
  const choosing = { current: indexOf(all, form.offered), wait: form.wait }
  for (;;) {
    const reply = await asking.prompter.choose(form.query, picksOf(all, asking), choosing)
    if (reply.is !== 'answer') return reply
    const chosen = choices[reply.value]
    if (chosen) return { is: 'answer', value: { path: form.path, answer: chosen.answer } }
    const named = await askName(form, asking)
    if (named.is !== 'back') return named
  }
}

async function askName(form: Form, asking: Asking): Promise<Reply<Given>> {
  const { filing, book } = form.state.reported
  const path: Path = [...form.path, 'name']
  const given = filing.services?.[Number(form.path[1])]?.lead?.name
  const spec = specFor(path, { filing, tables: book.tables, provider: book.provider })
  const query: Query = { message: asking.words.interview.otherName }
  if (spec.ask !== 'text') return { is: 'later' }
  const named = await askText(spec, { ...form, path, query, offered: given }, asking)
  return mapped(named, answer =>
    given === undefined ? { path: form.path, answer: { name: answer } } : { path, answer },
  )
}
