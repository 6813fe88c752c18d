// A filing and the rules in force → what is to be told about it.
import { valueOf, factNamed } from '../facts/index.ts'
import { read, within, type Subject, type World } from '../facts/fact.ts'
import { filingTypeOf } from '../facts/filing.ts'
import type { Derived } from '../facts/filing-type.ts'
import { subjectsOf, type Subjects } from '../facts/subjects.ts'
import type { Path } from '../model/filing.ts'
import { hasMaterial, namesOf } from './about.ts'
import { isAtLeast, type Finding, type Note } from './finding.ts'
import { judge, type Verdict } from './judge.ts'
import type { Rule } from './rule.ts'

/** A finding of kind `ask`: one per open answer, whichever rules wait for it. */
export type Question = Finding & {
  readonly field: Path
  readonly verdict: { readonly is: 'ask'; readonly rules: readonly string[] }
}

export type Judgement = {
  readonly type: Derived
  readonly findings: readonly Finding[]
  /** open answers, strongest first as the rules stand; they are findings too */
  readonly questions: readonly Question[]
  readonly notes: readonly Note[]
}

type Judged = { readonly rule: Rule; readonly subject: Subject; readonly verdict: Verdict }

export function check(world: World, rules: readonly Rule[]): Judgement {
  const subjects = subjectsOf(world)
  const judged = rules.flatMap(rule => judgeAll(rule, subjects[rule.scope], world))
  const told = judged.flatMap(each => tell(each, subjects))
  const findings = withoutDoubles(told)
  const questions = questionsOf(judged, world)
  return { type: filingTypeOf(world), findings: [...findings, ...questions], questions, notes: notesOf(judged) }
}

function judgeAll(rule: Rule, subjects: readonly Subject[], { tables }: World): Judged[] {
  return subjects.map(subject => ({
    rule,
    subject,
    verdict: judge(rule, { fact: name => valueOf(name, subject), list: tables.list }),
  }))
}

/** The answers a fact is made of that are not there yet. */
function openFields(name: string, subject: Subject): readonly Path[] {
  const fact = factNamed(name)
  const at = fact && within(subject, fact.scope)
  return fact && at ? fact.fields(at).filter(path => read(at.world.filing, path) === undefined) : []
}

/** Where the fact stands or would stand: the first of its answers that is written, else the first. */
function fieldOf(name: string, subject: Subject): Path | undefined {
  const fact = factNamed(name)
  const at = fact && within(subject, fact.scope)
  if (!fact || !at) return undefined
  const fields = fact.fields(at)
  return fields.find(path => read(at.world.filing, path) !== undefined) ?? fields[0]
}

function tell({ rule, subject, verdict }: Judged, subjects: Subjects): Finding[] {
  const about = namesOf(subject)[0]
  const base = { rule: rule.id, severity: rule.severity, step: rule.step, ...(about ? { about } : {}) }
  const { filing } = subject.world
  if (verdict.is === 'fail') {
    const broken = verdict.broken.map(line => {
      const field = fieldOf(line.fact, subject)
      return field ? { ...line, field } : line
    })
    const field = broken[0]?.field
    return [{ ...base, verdict: { is: 'fail', broken }, ...(field ? { field } : {}) }]
  }
  if (verdict.is === 'need') {
    const has = hasMaterial(verdict.materials, subject, subjects[rule.scope], filing.materials ?? [])
    return has ? [] : [{ ...base, verdict, field: ['materials'] }]
  }
  if (verdict.is !== 'confirm') return []
  const confirmed = (filing.confirmed ?? []).some(
    entry => entry.rule === rule.id && (entry.of === undefined || entry.of === about),
  )
  return confirmed ? [] : [{ ...base, verdict, field: ['confirmed'] }]
}

/** One paper asked for by several rules, or for one person in two roles, is told once: by the strongest. */
function withoutDoubles(findings: readonly Finding[]): Finding[] {
  const needs = new Map<string, Finding>()
  for (const finding of findings) {
    if (finding.verdict.is !== 'need') continue
    const key = `${finding.verdict.materials.join('|')} ${finding.about ?? ''}`
    const other = needs.get(key)
    if (!other || !isAtLeast(other.severity, finding.severity)) needs.set(key, finding)
  }
  const kept = new Set(needs.values())
  return findings.filter(finding => finding.verdict.is !== 'need' || kept.has(finding))
}

function questionsOf(judged: readonly Judged[], world: World): Question[] {
  const questions = new Map<string, Question>()
  for (const { rule, subject, verdict } of judged) {
    if (verdict.is !== 'ask') continue
    for (const field of verdict.facts.flatMap(name => openFields(name, subject))) {
      const key = field.join('.')
      const known = questions.get(key)
      const rules = [...(known?.verdict.rules ?? []), rule.id]
      const leading =
        known && isAtLeast(known.severity, rule.severity)
          ? known
          : { rule: rule.id, severity: rule.severity, step: rule.step, field }
      questions.set(key, { ...leading, verdict: { is: 'ask', rules } })
    }
  }
  return [...questions.values()].filter(({ field }) => read(world.filing, field) === undefined)
}

function notesOf(judged: readonly Judged[]): Note[] {
  return judged.flatMap(({ rule, subject, verdict }) => {
    if (verdict.is !== 'note') return []
    const about = namesOf(subject)[0]
    return [
      { rule: rule.id, step: rule.step, text: verdict.text, ...(about && rule.scope !== 'filing' ? { about } : {}) },
    ]
  })
}
