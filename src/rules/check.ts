// A filing and the rules in force → what is to be told about it.
import { factNamed } from '../facts/index.ts'
import { read, within, type Subject, type World } from '../facts/fact.ts'
import { filingTypeOf } from '../facts/filing.ts'
import type { Derived } from '../facts/filing-type.ts'
import { subjectsOf, type Subjects } from '../facts/subjects.ts'
import type { Path } from '../model/filing.ts'
import { hasMaterial, nameOf, namesOf } from './about.ts'
import { isAtLeast, type Finding, type Note } from './finding.ts'
import { judgeBound, pass, skip } from './judge.ts'
import { meantBy, withoutDoubles, type Judged, type Meant, type Told } from './needs.ts'
import type { Rule } from './rule.ts'
import { planOf } from './rule-plan.ts'
import { SubjectJudgings } from './subject-judging.ts'

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

export function check(world: World, rules: readonly Rule[]): Judgement {
  const subjects = subjectsOf(world)
  const judged = judgeAll(rules, subjects)
  const meant = meantBy(judged)
  const told: Told[] = []
  const notes: Note[] = []
  for (const each of judged) {
    if (each.verdict.is === 'note') notes.push(noteOf(each))
    else {
      const finding = findingOf(each, meant)
      if (finding) told.push({ finding, subject: each.subject })
    }
  }
  const questions = questionsOf(judged)
  return { type: filingTypeOf(world), findings: [...withoutDoubles(told), ...questions], questions, notes }
}

/** In the order of the rules. Those that pass or do not apply say nothing. */
function judgeAll(rules: readonly Rule[], subjects: Subjects): Judged[] {
  const judgings = new SubjectJudgings()
  let told: Placed[] = []
  for (const [scope, plan] of planOf(rules)) {
    for (const subject of subjects[scope]) {
      const name = nameOf(subject)
      const judging = judgings.of(subject)
      const here: Placed[] = []
      for (const { bound, position, when } of plan.openTo(judging)) {
        const verdict = judgeBound(bound, when, judging)
        if (verdict !== pass && verdict !== skip) here.push({ rule: bound.rule, subject, name, verdict, position })
      }
      told = merged(told, here)
    }
  }
  judgings.end()
  return told
}

type Placed = Judged & { readonly position: number }

/** Two lists that are in the order of the rules, as one that is; what one rule says twice stays in the order of the lists. */
function merged(one: Placed[], other: Placed[]): Placed[] {
  const both: Placed[] = []
  let at = 0
  for (const before of one) {
    for (let next = other[at]; next && next.position < before.position; next = other[at]) {
      both.push(next)
      at += 1
    }
    both.push(before)
  }
  for (let next = other[at]; next; next = other[at]) {
    both.push(next)
    at += 1
  }
  return both
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

function findingOf({ rule, subject, name, verdict }: Judged, meant: Meant): Finding | undefined {
  if (verdict.is === 'pass' || verdict.is === 'skip' || verdict.is === 'ask' || verdict.is === 'note') return undefined
  const { filing } = subject.world
  if (verdict.is === 'fail') {
    const broken = verdict.broken.map(line => ({ ...line, field: fieldOf(line.fact, subject) }))
    return findingAt(rule, name, { is: 'fail', broken }, broken[0]?.field)
  }
  if (verdict.is === 'need') {
    const { materials } = filing
    const has = materials && hasMaterial(verdict.materials, subject, materials, material => meant(rule.scope, material))
    return has ? undefined : findingAt(rule, name, verdict, materials && ['materials'])
  }
  const confirmed = filing.confirmed?.some(
    entry => entry.rule === rule.id && (entry.of === undefined || namesOf(subject).includes(entry.of)),
  )
  return confirmed ? undefined : findingAt(rule, name, verdict, undefined)
}

const findingAt = (
  { id, severity, step }: Rule,
  about: string | undefined,
  verdict: Finding['verdict'],
  field: Path | undefined,
): Finding => ({ rule: id, severity, step, verdict, about: about === '' ? undefined : about, field })

function questionsOf(judged: readonly Judged[]): Question[] {
  const open = new Map<string, { readonly field: Path; readonly leading: Rule; readonly rules: Set<string> }>()
  for (const { rule, subject, verdict } of judged) {
    if (verdict.is !== 'ask') continue
    for (const field of verdict.facts.flatMap(name => openFields(name, subject))) {
      const key = field.join('.')
      const known = open.get(key)
      const leading = known && isAtLeast(known.leading.severity, rule.severity) ? known.leading : rule
      open.set(key, { field, leading, rules: (known?.rules ?? new Set()).add(rule.id) })
    }
  }
  return [...open.values()].map(({ field, leading: { id, severity, step }, rules }) => ({
    rule: id,
    severity,
    step,
    field,
    verdict: { is: 'ask', rules: [...rules] },
  }))
}

/** Its words are read when somebody asks for them. */
class RuleNote implements Note {
  readonly rule: string
  readonly step: Rule['step']
  readonly about: string | undefined
  readonly #of: Rule

  constructor(rule: Rule, about: string | undefined) {
    this.rule = rule.id
    this.step = rule.step
    this.about = about
    this.#of = rule
  }

  get text() {
    return this.#of.text ?? this.#of.title
  }
}

const noteOf = ({ rule, name }: Judged): Note => new RuleNote(rule, rule.scope === 'filing' ? undefined : name)
