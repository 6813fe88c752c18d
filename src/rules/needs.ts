// The papers that rules ask for: whose one without `of` is, and what is asked for several times told once.
import type { Subject } from '../facts/fact.ts'
import { identityOf } from './about.ts'
import { isAtLeast, type Finding } from './finding.ts'
import type { Verdict } from './judge.ts'
import type { Rule } from './rule.ts'

/** `name`: what the tool calls the subject. */
export type Judged = {
  readonly rule: Rule
  readonly subject: Subject
  readonly name: string | undefined
  readonly verdict: Verdict
}
export type Meant = (scope: Rule['scope'], material: string) => Subject | undefined
export type Told = { readonly finding: Finding; readonly subject: Subject }

/** Whose a material without `of` is: the first that any rule wants it of. */
export function meantBy(judged: readonly Judged[]): Meant {
  return (scope, material) =>
    judged.find(
      ({ rule, verdict }) => verdict.is === 'need' && rule.scope === scope && verdict.materials.includes(material),
    )?.subject
}

/** One paper asked for by several rules, or for one person in two roles, is told once: by the strongest. */
export function withoutDoubles(told: readonly Told[]): Finding[] {
  const needs = new Map<string, Finding>()
  for (const { finding, subject } of told) {
    if (finding.verdict.is !== 'need') continue
    const key = `${finding.verdict.materials.join('|')} ${identityOf(subject)}`
    const other = needs.get(key)
    if (!other || !isAtLeast(other.severity, finding.severity)) needs.set(key, finding)
  }
  if (needs.size === 0) return told.map(({ finding }) => finding)
  const kept = new Set(needs.values())
  return told.map(({ finding }) => finding).filter(finding => finding.verdict.is !== 'need' || kept.has(finding))
}
