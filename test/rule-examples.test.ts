// Every rule's examples hang on the rule: taken out of it what it requires, asks for or says, none of them holds.
import { describe, expect, it } from 'vitest'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { runExamples } from '../src/rules/examples.ts'
import { listIn } from '../src/rules/rulebook.ts'
import type { RuleEntry } from '../src/rules/sheet.ts'

const { sheets, common } = readRulesFolder('rules')
const list = listIn(common)
const written = sheets.flatMap(({ sheet }) => (sheet ? [sheet] : []))

/** The rule as if it required nothing of anybody. */
const emptied = (entry: RuleEntry): RuleEntry => ({ ...entry, require: {} })

describe.each(written.map(sheet => [sheet.sheet, sheet] as const))('%s', (_, sheet) => {
  it('has failing or asking examples, and the failing ones pass once the rule requires nothing', () => {
    const requiring = sheet.rules.filter(({ require }) => require !== undefined)
    const still = requiring.filter(entry =>
      runExamples(sheet, emptied(entry), list).some(({ expected, got }) => expected === 'fail' && got !== 'pass'),
    )
    const without = requiring.filter(({ examples }) => !examples.some(({ fail, ask }) => (fail ?? ask) !== undefined))
    expect([...still, ...without].map(({ id }) => id)).toEqual([])
  })
})
