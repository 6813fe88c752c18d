// Step 4: the file of a paper the rules call for; one that is there can be changed or removed.
import type { Edit } from '../interview/edits.ts'
import { keyOfPaper } from '../interview/next.ts'
import type { Query } from '../interview/prompt.ts'
import type { Finding } from '../rules/finding.ts'
import { showAbout } from '../report/subject.ts'
import { askFile } from './ask-file.ts'
import type { Asking, Form } from './ask-field.ts'
import type { State } from './interview-state.ts'
import { ruleLines } from './tell-why.ts'

/** `keys`: the papers that were asked for, whatever was answered. */
export type AskedPaper =
  | { readonly is: 'answered'; readonly edits: readonly Edit[]; readonly keys: readonly string[] }
  | { readonly is: 'later'; readonly keys: readonly string[] }
  | { readonly is: 'back' }

const titleIn =
  ({ reported }: State, { words }: Asking) =>
  (id: string) =>
    reported.book.common.materials[id]?.title[words.language] ?? id

/** @param papers those of the need that were not asked for yet; where one of several will do, the filer says which */
export async function askPaper(
  state: State,
  need: Finding,
  papers: readonly string[],
  asking: Asking,
): Promise<AskedPaper> {
  const { words } = asking
  const about =
    need.about === undefined || need.about === 'sponsor'
      ? ''
      : words.report.of(showAbout(need.about, state.reported, words))
  const keys = papers.map(paper => keyOfPaper(paper, need))
  for (;;) {
    const is = papers.length === 1 ? papers[0] : await whichOf(papers, about, need, state, asking)
    if (is === 'back') return { is: 'back' }
    if (is === undefined) return { is: 'later', keys }
    const asked = await fileOf(is, about, need, state, asking)
    if (asked.is === 'back' && papers.length > 1) continue
    if (asked.is !== 'answer') return asked.is === 'back' ? { is: 'back' } : { is: 'later', keys }
    const of = need.about === undefined || need.about === 'sponsor' ? {} : { of: need.about }
    const at = (state.reported.filing.materials ?? []).length
    return { is: 'answered', edits: [{ set: ['materials', at], answer: { is, ...of, file: asked.value } }], keys }
  }
}

/** Undefined: none of them yet. */
async function whichOf(
  papers: readonly string[],
  about: string,
  need: Finding,
  state: State,
  asking: Asking,
): Promise<string | undefined> {
  const { prompter, words } = asking
  const title = titleIn(state, asking)
  const query: Query = { message: words.interview.whichPaper(about) }
  for (;;) {
    const reply = await prompter.choose(
      query,
      papers.map(id => ({ name: title(id) })),
      { wait: words.interview.later },
    )
    if (reply.is === 'answer') return papers[reply.value]
    if (reply.is !== 'why') return reply.is === 'back' ? 'back' : undefined
    prompter.say(help(need, papers, state, asking))
  }
}

async function fileOf(is: string, about: string, need: Finding, state: State, asking: Asking) {
  const { prompter, words } = asking
  const message = words.interview.paper(titleIn(state, asking)(is), about)
  const form: Form = { state, path: ['materials'], query: { message }, offered: undefined, wait: words.interview.later }
  for (;;) {
    const reply = await askFile(is, form, asking)
    if (reply.is !== 'why') return reply
    prompter.say(help(need, [is], state, asking))
  }
}

/** Who asks for the paper, what it is, how it is signed and photographed. */
function help(need: Finding, papers: readonly string[], state: State, asking: Asking): string {
  const { words } = asking
  const rule = state.reported.rules.get(need.rule)
  const lines = papers.flatMap(id => {
    const material = state.reported.book.common.materials[id]
    const texts = [material?.what, material?.form, material?.picture].flatMap(text => text?.[words.language] ?? [])
    return papers.length > 1
      ? [`  ${titleIn(state, asking)(id)}`, ...texts.map(text => `    ${text}`)]
      : texts.map(text => `    ${text}`)
  })
  return [...(rule ? ruleLines(rule, state.reported, words) : []), ...lines].join('\n')
}

/** A paper that was given: another file for it, or none. */
export async function changePaper(state: State, index: number, asking: Asking): Promise<readonly Edit[] | undefined> {
  const { prompter, words } = asking
  const material = state.reported.filing.materials?.[index]
  if (!material) return undefined
  const message = words.interview.changePaper(showAbout(`materials.${index}`, state.reported, words))
  const { otherFile, removePaper, unchanged } = words.interview
  const reply = await prompter.choose({ message }, [{ name: otherFile }, { name: removePaper }], { wait: unchanged })
  if (reply.is !== 'answer') return undefined
  if (reply.value === 1) return [{ remove: ['materials', index] }]
  const form: Form = {
    state,
    path: ['materials', index, 'file'],
    query: { message },
    offered: material.file,
    wait: unchanged,
  }
  const file = await askFile(material.is, form, asking)
  return file.is === 'answer' ? [{ set: ['materials', index, 'file'], answer: file.value }] : undefined
}
