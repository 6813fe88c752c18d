// A text at the terminal: refused while it has not the form asked for, questioned once where it breaks a rule.
import type { Reply } from '../interview/leaving.ts'
import type { Answer, Spec } from '../interview/spec.ts'
import { editsFor, keyOfList, textAt } from '../interview/edits.ts'
import type { Asking, Form } from './ask-field.ts'
import { changed, without } from './interview-state.ts'
import { brokenBy } from './tell-broken.ts'

/** A text that breaks a rule is refused once, with the reason; given again as it is, it is kept. */
export async function askText(
  spec: Extract<Spec, { ask: 'text' }>,
  form: Form,
  asking: Asking,
): Promise<Reply<Answer>> {
  const { words, context, prompter } = asking
  const base = without(form.state, form.path, context)
  let refused: string | undefined
  const check = (text: string): string | true => {
    const answer = spec.read(text)
    if (answer === undefined) return words.interview.notThatForm(words.input.expected[spec.expected])
    if (text === refused) return true
    const edits = editsFor(form.path, answer, form.state.reported.filing)
    const reasons = brokenBy(base, changed(form.state, edits, context), words)
    if (reasons.length === 0) return true
    refused = text
    return [...reasons, words.interview.keepByEnter].join('\n')
  }
  const shown = (text: string) => (text.trim() === '' ? form.wait : (textOf(spec.read(text), form) ?? text))
  const reply = await prompter.text(form.query, textOf(form.offered, form), check, shown)
  return reply.is === 'answer' ? { is: 'answer', value: spec.read(reply.value) ?? reply.value } : reply
}

/** As it would be typed: lists with commas, records by their names. */
function textOf(offered: Answer | undefined, { path }: Form): string | undefined {
  const key = keyOfList(path)
  if (!Array.isArray(offered)) return offered === undefined || typeof offered === 'object' ? undefined : String(offered)
  return offered.map(item => (typeof item === 'string' ? item : textAt(item, key ?? ''))).join(', ')
}
