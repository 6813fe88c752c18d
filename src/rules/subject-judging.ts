// Judging a filing's subjects: every line is looked at once, where the thing it is about stands.
import type { Known } from '../conditions/condition.ts'
import type { Subject } from '../facts/fact.ts'
import { valueAt, valueOf } from '../facts/index.ts'
import { lineCount, stateOfLine, type BoundLine, type LineState } from './bound-line.ts'
import type { Judging } from './judge.ts'

const isRemembered = (found: number | undefined): found is LineState => found !== undefined && found !== 0

/** One memory per subject; a line about what the subject belongs to is looked at and remembered there. */
export class SubjectJudging implements Judging {
  readonly subject: Subject
  readonly #above: SubjectJudging | undefined
  #states: Uint8Array

  constructor(subject: Subject, above: SubjectJudging | undefined) {
    this.subject = subject
    this.#above = above
    this.#states = new Uint8Array(lineCount() + 64)
  }

  readonly fact = (name: string): Known | undefined => valueOf(name, this.subject)

  readonly list = (name: string): readonly string[] => this.subject.world.tables.list(name)

  stateOf(line: BoundLine): LineState {
    const known = this.#states[line.number]
    if (isRemembered(known)) return known
    const belongsAbove = this.#above && line.scope !== undefined && line.scope !== this.subject.scope
    const found = belongsAbove ? this.#above.stateOf(line) : this.#look(line)
    if (line.number >= this.#states.length) this.#grow(line.number)
    this.#states[line.number] = found
    return found
  }

  #look(line: BoundLine): LineState {
    return stateOfLine(line, line.fact && valueAt(line.fact, this.subject), this)
  }

  /** The first filing of a run is judged while its lines are still being numbered. */
  #grow(number: number): void {
    const larger = new Uint8Array((number + 1) * 2)
    larger.set(this.#states)
    this.#states = larger
  }
}

/** The memories of one filing's subjects. */
export class SubjectJudgings {
  readonly #known = new Map<Subject, SubjectJudging>()

  of(subject: Subject): SubjectJudging {
    const known = this.#known.get(subject)
    if (known) return known
    const made = new SubjectJudging(subject, subject.up && this.of(subject.up))
    this.#known.set(subject, made)
    return made
  }
}
