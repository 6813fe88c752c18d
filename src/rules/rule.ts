// A rule as it is judged: conditions as a flat list, its severity capped by its sources.
import type { Scope } from '../facts/fact.ts'
import type { Bilingual, Severity } from './source.ts'
import type { Step } from './step.ts'

/** 'guangdong/domain-owner'; never reused. */
export type RuleId = string

/** One line of `when` or `require`: the fact, the word, and what the word was given. */
export type Line = { readonly fact: string; readonly word: string; readonly takes: unknown }

export type Verb = 'require' | 'needs' | 'confirm' | 'note'

export type Rule = {
  readonly id: RuleId
  readonly scope: Scope
  readonly severity: Severity
  readonly step: Step
  readonly title: Bilingual
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly replaces: readonly RuleId[]
  readonly when: readonly Line[]
  readonly verb: Verb
  readonly require: readonly Line[]
  readonly needs: readonly string[]
  readonly text?: Bilingual | undefined
  readonly fix?: Bilingual | undefined
  readonly conflict?: Bilingual | undefined
  /** source id of the rule's sheet → where in it */
  readonly source: Readonly<Record<string, string>>
}
