// What else can be changed from the summary: a paper, a tick, a whole service, what was left open.
import { withoutService } from '../interview/edits.ts'
import { showAbout } from '../report/subject.ts'
import type { Asking } from './ask-field.ts'
import { changePaper } from './ask-papers.ts'
import type { Choice } from './ask-summary.ts'
import type { Sitting } from './sitting.ts'

export async function changeOther(choice: Choice, sitting: Sitting, asking: Asking): Promise<void> {
  switch (choice.is) {
    case 'open':
      return sitting.reopen(key => key.startsWith('ask '))
    case 'missing':
      return sitting.reopen(key => key.startsWith('paper '))
    case 'paper': {
      const edits = await changePaper(sitting.state, choice.index, asking)
      if (edits) sitting.write(edits, undefined)
      return
    }
    case 'untick':
      return sitting.write([{ remove: ['confirmed', choice.index] }], undefined)
    case 'add':
      return addService(choice.kind, sitting)
    case 'remove':
      return removeService(choice.service, sitting, asking)
    default:
  }
}

export function addService(kind: 'website' | 'app', sitting: Sitting): void {
  const path = ['services', (sitting.state.reported.filing.services ?? []).length, 'kind']
  sitting.write([{ set: path, answer: kind }], path)
}

async function removeService(service: number, sitting: Sitting, { prompter, words }: Asking): Promise<void> {
  const { reported } = sitting.state
  const message = words.interview.reallyRemove(showAbout(`services.${service}`, reported, words))
  const reply = await prompter.choose({ message }, [{ name: words.no }, { name: words.yes }])
  if (reply.is === 'answer' && reply.value === 1) sitting.write(withoutService(reported.filing, service), undefined)
}
