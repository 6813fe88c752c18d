// Step 4: the file of a paper the rules call for; one that is there can be changed or removed.
import type { Edit } from '../interview/edits.ts'
import { keyOfPaper } from '../interview/next.ts'
import type { Reply } from '../interview/leaving.ts'
import type { Query } from '../interview/query.ts'
import type { Finding } from '../rules/finding.ts'
import { showAbout } from '../report/subject.ts'
import { askFile } from './ask-file.ts'
import type { Asking, Form } from './ask-field.ts'
import type { State } from './interview-state.ts'
import { aboutFinding } from './show-answer.ts'
import { ruleLines } from './tell-why.ts'

/** `keys`: the papers that were asked for, whatever was answered. */
export type AskedPaper =
  | { readonly is: 'answered'; readonly edits: readonly Edit[]; readonly keys: readonly string[] }
  | { readonly is: 'later'; readonly keys: readonly string[] }
  | { readonly is: 'back' }

/** A need and what is on the table. */
type Wanted = { readonly need: Finding; readonly state: State; readonly asking: Asking }

/** @param papers those of the need that were not asked for yet; where one of several will do, the filer says which */
export async function askPaper(wanted: Wanted, papers: readonly string[]): Promise<AskedPaper> {
  const { need, state } = wanted
  const keys = papers.map(paper => keyOfPaper(paper, need))
  for (;;) {
    const which = await whichOf(papers, wanted)
    if (which.is !== 'answer') return which.is === 'back' ? which : { is: 'later', keys }
    const asked = await fileOf(which.value, wanted)
    if (asked.is === 'back' && papers.length > 1) continue
    if (asked.is !== 'answer') return asked.is === 'back' ? asked : { is: 'later', keys }
    const of = need.about === undefined || need.about === 'sponsor' ? {} : { of: need.about }
    const at = (state.reported.filing.materials ?? []).length
    return {
      is: 'answered',
      edits: [{ set: ['materials', at], answer: { is: which.value, ...of, file: asked.value } }],
      keys,
    }
  }
}

async function whichOf(papers: readonly string[], wanted: Wanted): Promise<Reply<string>> {
  const { prompter, words } = wanted.asking
  const [first = ''] = papers
  if (papers.length === 1) return { is: 'answer', value: first }
  const query = queryFor(words.interview.whichPaper, wanted)
  const picks = papers.map(id => ({ name: titleOf(id, wanted) }))
  for (;;) {
    const reply = await prompter.choose(query, picks, { wait: words.interview.later })
    if (reply.is === 'answer') return { is: 'answer', value: papers[reply.value] ?? first }
    if (reply.is !== 'why') return reply
    prompter.say(help(papers, wanted))
  }
}

async function fileOf(paper: string, wanted: Wanted): Promise<Reply<string>> {
  const { state, asking } = wanted
  const { paper: ask, later } = asking.words.interview
  const query = queryFor(ask(titleOf(paper, wanted)), wanted)
  const form: Form = { state, path: ['materials'], query, offered: undefined, wait: later }
  for (;;) {
    const reply = await askFile(paper, form, asking, wanted.need.about)
    if (reply.is !== 'why') return reply
    asking.prompter.say(help([paper], wanted))
  }
}

const titleOf = (id: string, { state, asking }: Wanted): string =>
  state.reported.book.common.materials[id]?.title[asking.words.language] ?? id

function queryFor(message: string, { need, state, asking: { words } }: Wanted): Query {
  const about = aboutFinding(need.about, state.reported, words)
  return { message: about === '' ? message : words.interview.about(about, message) }
}

/** Who asks for the paper, what it is, how it is signed and photographed. */
function help(papers: readonly string[], wanted: Wanted): string {
  const { need, state, asking } = wanted
  const { words } = asking
  const rule = state.reported.rules.get(need.rule)
  const lines = papers.flatMap(id => {
    const { what, form, picture } = state.reported.book.common.materials[id] ?? {}
    const texts = [what, form, picture].flatMap(text => text?.[words.language] ?? [])
    return [...(papers.length > 1 ? [`  ${titleOf(id, wanted)}`] : []), ...texts.map(text => `    ${text}`)]
  })
  return [...(rule ? ruleLines(rule, state.reported, words) : []), ...lines].join('\n')
}

/** Papers are asked for in the order they are uploaded. */
export function inSlotOrder(findings: readonly Finding[], { reported }: State): Finding[] {
  const { materials } = reported.book.common
  const orderOf = ({ verdict }: Finding) =>
    verdict.is === 'need' ? (materials[verdict.materials[0] ?? '']?.order ?? 0) : 0
  return [...findings].sort((one, other) => orderOf(one) - orderOf(other))
}

/** A paper that was given: another file for it, or none. */
export async function changePaper(state: State, index: number, asking: Asking): Promise<readonly Edit[] | undefined> {
  const { prompter, words } = asking
  const material = state.reported.filing.materials?.[index]
  if (!material) return undefined
  const message = showAbout(`materials.${index}`, state.reported, words)
  const { otherFile, removePaper, unchanged } = words.interview
  const reply = await prompter.choose({ message }, [{ name: otherFile }, { name: removePaper }], { wait: unchanged })
  if (reply.is !== 'answer') return undefined
  if (reply.value === 1) return [{ remove: ['materials', index] }]
  const path = ['materials', index, 'file'] as const
  const file = await askFile(
    material.is,
    { state, path, query: { message }, offered: material.file, wait: unchanged },
    asking,
    material.of,
  )
  return file.is === 'answer' ? [{ set: path, answer: file.value }] : undefined
}
