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
  const doubles = new Set<Finding>()
  for (const { finding, subject } of told) {
    if (finding.verdict.is !== 'need') continue
    const key = `${finding.verdict.materials.join('|')} ${identityOf(subject)}`
    const other = needs.get(key)
    const isStronger = other === undefined || !isAtLeast(other.severity, finding.severity)
    if (isStronger) needs.set(key, finding)
    if (other) doubles.add(isStronger ? other : finding)
  }
  const findings = told.map(({ finding }) => finding)
  return doubles.size === 0 ? findings : findings.filter(finding => !doubles.has(finding))
}
