// The examples inside a rule are its tests: each is judged alone, with the facts it gives.
import { factNamed } from '../facts/index.ts'
import { judge, type Verdict } from './judge.ts'
import { compileRule } from './compile.ts'
import { exampleKinds, type RuleEntry, type Sheet } from './sheet.ts'
import type { Known } from '../conditions/condition.ts'

export type ExampleResult = {
  readonly rule: string
  readonly index: number
  readonly expected: string
  readonly got: Verdict['is']
  readonly facts: Readonly<Record<string, Known>>
}

/** Runs every example of one rule against the lists of the book. */
export function runExamples(
  sheet: Sheet,
  entry: RuleEntry,
  list: (name: string) => readonly string[],
): ExampleResult[] {
  const rule = compileRule(sheet, entry)
  return entry.examples.flatMap((example, index) =>
    exampleKinds.flatMap(expected => {
      const given = example[expected]
      if (!given) return []
      const facts = new Map<string, Known>(Object.entries(given))
      const verdict = judge(rule, { fact: name => facts.get(name) ?? factNamed(name)?.unlessSaid, list })
      return [{ rule: rule.id, index, expected, got: verdict.is, facts: given }]
    }),
  )
}
