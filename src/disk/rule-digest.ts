// What a rule says, in twelve characters: two rules with the same digest require the same.
import { createHash } from 'node:crypto'
import type { Rule } from '../rules/rule.ts'

export function digestOf(rule: Rule): string {
  return createHash('sha256').update(JSON.stringify(rule)).digest('hex').slice(0, 12)
}
