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

/** The rule as if it applied to nobody: no filing is of a purpose that does not exist. */
const silenced = (entry: RuleEntry): RuleEntry => ({
  ...entry,
  when: { ...entry.when, 'filing.purpose': { equals: 'never' } },
})

const firing = ['fail', 'need', 'confirm', 'note', 'ask']
const verbs = ['require', 'needs', 'confirm', 'note'] as const

describe.each(written.map(sheet => [sheet.sheet, sheet] as const))('%s', (_, sheet) => {
  it('has failing or asking examples, and the failing ones pass once the rule requires nothing', () => {
    const requiring = sheet.rules.filter(({ require }) => require !== undefined)
    const still = requiring.filter(entry =>
      runExamples(sheet, emptied(entry), list).some(({ expected, got }) => expected === 'fail' && got !== 'pass'),
    )
    const without = requiring.filter(({ examples }) => !examples.some(({ fail, ask }) => (fail ?? ask) !== undefined))
    expect([...still, ...without].map(({ id }) => id)).toEqual([])
  })

  it('has an example that fires for every rule, and none that fires once the rule applies to nobody', () => {
    const fires = (entry: RuleEntry) =>
      runExamples(sheet, entry, list).filter(({ expected, got }) => firing.includes(expected) && got === expected)
    const mute = sheet.rules.filter(entry => fires(entry).length === 0)
    const still = sheet.rules.filter(entry => fires(silenced(entry)).length > 0)
    expect(mute.map(({ id }) => id)).toEqual([])
    expect(still.map(({ id }) => id)).toEqual([])
    expect(sheet.rules.filter(entry => !verbs.some(verb => entry[verb] !== undefined)).map(({ id }) => id)).toEqual([])
  })
})
