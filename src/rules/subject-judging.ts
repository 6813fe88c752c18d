// Judging a filing's subjects: every line is looked at once, where the thing it is about stands.
import type { Known } from '../conditions/condition.ts'
import type { Scope, Subject } from '../facts/fact.ts'
import { valueAt, valueOf } from '../facts/index.ts'
import { lineCount, stateOfLine, type BoundLine, type LineState } from './bound-line.ts'
import type { Judging } from './judge.ts'

const isRemembered = (found: number | undefined): found is LineState => found !== undefined && found !== 0

/** One memory per subject; a line about what the subject belongs to is looked at and remembered there. */
export class SubjectJudging implements Judging {
  readonly subject: Subject
  readonly #scope: Scope
  readonly #above: SubjectJudging | undefined
  #states: Uint8Array

  constructor(subject: Subject, above: SubjectJudging | undefined) {
    this.subject = subject
    this.#scope = subject.scope
    this.#above = above
    this.#states = new Uint8Array(lineCount())
  }

  fact(name: string): Known | undefined {
    return valueOf(name, this.subject)
  }

  list(name: string): readonly string[] {
    return this.subject.world.tables.list(name)
  }

  stateOf(line: BoundLine): LineState {
    return this.#homeOf(line).#ownStateOf(line)
  }

  #homeOf({ scope }: BoundLine): SubjectJudging {
    if (scope === undefined || scope === this.#scope) return this
    let above = this.#above
    while (above && above.#scope !== scope) above = above.#above
    return above ?? this
  }

  #ownStateOf(line: BoundLine): LineState {
    const known = this.#states[line.number]
    if (isRemembered(known)) return known
    const found = stateOfLine(line, line.fact && valueAt(line.fact, this.subject), this)
    if (line.number >= this.#states.length) this.#grow()
    this.#states[line.number] = found
    return found
  }

  /** The first filing of a run is judged while its lines are still being bound. */
  #grow(): void {
    const larger = new Uint8Array(lineCount() * 2)
    larger.set(this.#states)
    this.#states = larger
  }
}

/** The memories of one filing's subjects: `of` is asked once for each. */
export class SubjectJudgings {
  readonly #above = new Map<Subject, SubjectJudging>()

  of(subject: Subject): SubjectJudging {
    return this.#above.get(subject) ?? this.#make(subject)
  }

  #make(subject: Subject): SubjectJudging {
    const made = new SubjectJudging(subject, subject.up && this.of(subject.up))
    if (hasParts.has(subject.scope)) this.#above.set(subject, made)
    return made
  }
}

const hasParts: ReadonlySet<Scope> = new Set(['filing', 'service'])
