// What changed in the rules since a bundle was packed.
import { join } from 'node:path'
import { z } from 'zod'
import { readTextFile } from '../disk/read-file.ts'
import { digestOf } from '../disk/rule-digest.ts'
import { changesBetween, type RuleChanges } from '../rules/changes.ts'
import type { Rule } from '../rules/rule.ts'

const packed = z.object({ rules: z.record(z.string(), z.string()) })

/** A bundle's own findings are small; a larger file is somebody else's. */
const limit = 16_000_000

export const digestsOf = (rules: Iterable<Rule>): Map<string, string> =>
  new Map([...rules].map(rule => [rule.id, digestOf(rule)]))

/** Undefined where the bundle does not carry the rules it was judged by. */
export function changedSince(bag: string, rules: ReadonlyMap<string, Rule>): RuleChanges | undefined {
  const then = rulesThen(join(bag, 'data', 'findings.json'))
  return then && changesBetween(then, digestsOf(rules.values()))
}

export function rulesThen(file: string): ReadonlyMap<string, string> | undefined {
  try {
    const found = packed.safeParse(JSON.parse(readTextFile(file, limit)))
    return found.success ? new Map(Object.entries(found.data.rules)) : undefined
  } catch {
    // The bag verified; that it carries no readable findings of ours is no fault of the filing.
    return undefined
  }
}
