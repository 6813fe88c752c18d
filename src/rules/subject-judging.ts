// Judging a filing's subjects: every line is looked at once, where the thing it is about stands.
import type { Subject } from '../facts/fact.ts'
import { valueOf } from '../facts/index.ts'
import { lineCount, lineState, type BoundLine, type Judging, type LineState } from './judge.ts'

export type Remembering = Judging & { readonly stateOf: (line: BoundLine) => LineState }

const remembered = (found: number | undefined): found is LineState => found !== undefined && found !== 0

/** One memory per subject; a line about what the subject belongs to is looked at and remembered there. */
export class SubjectJudgings {
  readonly #known = new Map<Subject, Remembering>()

  of(subject: Subject): Remembering {
    const known = this.#known.get(subject)
    if (known) return known
    const made = this.#make(subject)
    this.#known.set(subject, made)
    return made
  }

  #make(subject: Subject): Remembering {
    const above = subject.up && this.of(subject.up)
    let states = new Uint8Array(Math.max(lineCount(), 512))
    const context = {
      fact: (name: string) => valueOf(name, subject),
      list: (name: string) => subject.world.tables.list(name),
    }
    return {
      ...context,
      stateOf: line => {
        const known = states[line.number]
        if (remembered(known)) return known
        const belongsAbove = above !== undefined && line.scope !== undefined && line.scope !== subject.scope
        const found = belongsAbove ? above.stateOf(line) : lineState(line, context)
        if (line.number >= states.length) states = grown(states, line.number)
        states[line.number] = found
        return found
      },
    }
  }
}

/** The first filing of a run is judged while its lines are still being numbered. */
function grown(states: Uint8Array, number: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array((number + 1) * 2)
  larger.set(states)
  return larger
}
