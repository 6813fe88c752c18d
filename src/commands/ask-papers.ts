// Step 4: the file of every paper the rules call for.
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import type { Finding } from '../rules/finding.ts'
import { steps } from '../rules/sheet.ts'
import { showAbout } from '../report/subject.ts'
import { tell } from '../report/tell.ts'
import type { Asking } from './ask-field.ts'
import { answered, save, type State } from './interview-state.ts'

const key = ({ verdict, about }: Finding) => `${verdict.is === 'need' ? verdict.materials.join(' ') : ''} ${about ?? ''}`

/** Every paper is asked for once; Enter alone leaves it to the checklist. */
export async function askPapers(start: State, asking: Asking): Promise<State> {
  const { prompter, words } = asking
  const asked = new Set<string>()
  let state = start
  for (;;) {
    const need = state.reported.judgement.findings.find(finding => finding.verdict.is === 'need' && !asked.has(key(finding)))
    if (!need) return state
    if (asked.size === 0) {
      prompter.say(words.interview.step(steps.indexOf('papers') + 1, words.steps.papers.title, words.steps.papers.what))
      prompter.say(words.interview.papers)
    }
    asked.add(key(need))
    state = await askPaper(state, need, asking)
  }
}

async function askPaper(state: State, need: Finding, asking: Asking): Promise<State> {
  if (need.verdict.is !== 'need') return state
  const { prompter, words, context } = asking
  const { reported } = state
  const title = (id: string) => reported.book.common.materials[id]?.title[words.language] ?? id
  const about = need.about === undefined ? '' : words.report.of(showAbout(need.about, reported.filing, words))
  const is = await whichOf(need.verdict.materials, title, `${about} ${words.interview.whichPaper}`, asking)
  if (is === undefined) return state
  const folder = dirname(resolve(reported.file))
  for (;;) {
    const reply = await prompter.text(words.interview.fileOf(title(is), about), undefined, path =>
      existsSync(resolve(folder, path)) ? true : words.interview.noSuchFile(path),
    )
    if (reply.is === 'back' || reply.is === 'later') return state
    if (reply.is === 'why') {
      prompter.say(help(need, is, state, asking).join('\n'))
      continue
    }
    const file = isAbsolute(reply.value) ? relative(folder, reply.value) : reply.value
    const of = need.about === undefined || need.about === 'sponsor' ? {} : { of: need.about }
    const next = answered(state, ['materials', (reported.filing.materials ?? []).length], { is, ...of, file }, context)
    save(next)
    return next
  }
}

/** Where one of several papers will do, the filer says which. */
async function whichOf(ids: readonly string[], title: (id: string) => string, message: string, { prompter }: Asking): Promise<string | undefined> {
  if (ids.length === 1) return ids[0]
  const choices = ids.map(id => ({ zh: title(id), en: title(id), answer: id }))
  const reply = await prompter.choose(message.trim(), choices, 0, true)
  return reply.is === 'answer' ? ids[reply.value] : undefined
}

/** Who asks for the paper, what it is, how it is signed and photographed. */
function help(need: Finding, is: string, { reported }: State, { words }: Asking): string[] {
  const told = tell(need, reported, words, true)
  const material = reported.book.common.materials[is]
  const texts = [material?.what, material?.form, material?.picture].flatMap(text => text?.[words.language] ?? [])
  return [`  - ${told.title}`, ...texts.map(text => `    ${text}`)]
}
