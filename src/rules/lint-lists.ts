// Word lists that nothing looks up any more.
import { conditionNamed } from '../conditions/index.ts'
import { listsOfFacts } from '../facts/index.ts'
import { listOfApproval } from '../facts/pre-approval-words.ts'
import { linesOf } from './compile.ts'
import type { Common } from './rulebook.ts'
import type { Sheet } from './sheet.ts'

/** Names of lists that no rule of the sheets and no fact uses. */
export function unusedLists(sheets: readonly Sheet[], common: Common): string[] {
  const lines = sheets.flatMap(({ rules }) =>
    rules.flatMap(({ when, require }) => [...linesOf(when), ...linesOf(require)]),
  )
  const approvals = common.codes['pre-approvals']?.entries ?? []
  const used = new Set([
    ...listsOfFacts,
    ...approvals.map(({ id }) => listOfApproval(id)),
    ...lines.flatMap(({ word, takes }) => conditionNamed(word)?.bind(takes).lists ?? []),
  ])
  return Object.keys(common.lists).filter(name => !used.has(name))
}
