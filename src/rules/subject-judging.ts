// Judging a filing's subjects: every line is looked at once, where the thing it is about stands.
import type { Known } from '../conditions/condition.ts'
import type { Scope, Subject } from '../facts/fact.ts'
import { valueAt, valueOf } from '../facts/index.ts'
import { stateOfLine, type BoundLine, type LineState } from './bound-line.ts'
import type { Judging } from './judge.ts'
import { giveBack, takeStates, type LineStates } from './line-states.ts'

/** One memory per subject; a line about what the subject belongs to is looked at and remembered there. */
export class SubjectJudging implements Judging {
  readonly subject: Subject
  readonly #scope: Scope
  readonly #above: SubjectJudging | undefined
  readonly #states: LineStates

  constructor(subject: Subject, above: SubjectJudging | undefined, states: LineStates) {
    this.subject = subject
    this.#scope = subject.scope
    this.#above = above
    this.#states = states
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
    const known = this.#states.of(line)
    if (known) return known
    const found = stateOfLine(line, line.fact && valueAt(line.fact, this.subject), this)
    this.#states.remember(line, found)
    return found
  }
}

/** The judging of one filing's subjects: `of` is asked once for each. */
export class SubjectJudgings {
  readonly #above = new Map<Subject, SubjectJudging>()
  readonly #taken: LineStates[] = []
  /** of whatever has no parts and is judged before the next one is asked for */
  readonly #ofPart = this.#take()

  of(subject: Subject): SubjectJudging {
    return this.#above.get(subject) ?? this.#make(subject)
  }

  /** Nothing is judged any more. */
  end(): void {
    giveBack(this.#taken)
  }

  #make(subject: Subject): SubjectJudging {
    const above = subject.up && this.of(subject.up)
    if (!hasParts.has(subject.scope)) return new SubjectJudging(subject, above, this.#ofPart.clear())
    const made = new SubjectJudging(subject, above, this.#take())
    this.#above.set(subject, made)
    return made
  }

  #take(): LineStates {
    const states = takeStates()
    this.#taken.push(states)
    return states
  }
}

const hasParts: ReadonlySet<Scope> = new Set(['filing', 'service'])
