// Why something is asked: which rules look at it, what they require and on whose word.
import type { Path } from '../model/filing.ts'
import type { Rule } from '../rules/rule.ts'
import { sourceLine, tell } from '../report/tell.ts'
import type { Asking } from './ask-field.ts'
import type { State } from './interview-state.ts'

const most = 4

export function tellWhy({ reported }: State, path: Path, { prompter, words }: Asking): void {
  const key = path.join('.')
  const question = reported.judgement.questions.find(({ field }) => field.join('.') === key)
  const failed = reported.judgement.findings.filter(({ field }) => field?.join('.') === key).map(({ rule }) => rule)
  const ids = [...new Set([...(question?.verdict.rules ?? []), ...failed])]
  const rules = ids.flatMap(id => reported.rules.get(id) ?? [])
  const lines = rules.slice(0, most).flatMap(rule => ruleLines(rule, reported, words))
  const rest = rules.length > most ? [`  ${words.interview.moreRules(rules.length - most)}`] : []
  prompter.say([words.interview.whyHead(rules.length), ...lines, ...rest].join('\n'))
}

export function ruleLines(rule: Rule, reported: State['reported'], words: Asking['words']): string[] {
  const { id, severity, step } = rule
  const [source] = tell(
    { rule: id, severity, step, verdict: { is: 'need', materials: [] } },
    reported,
    words,
    true,
  ).sources
  const line = source ? [`    ${words.report.source(sourceLine(source, words))}`] : []
  return [`  - ${rule.title[words.language]}`, ...line]
}
