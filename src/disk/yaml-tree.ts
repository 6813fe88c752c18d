/** Parser events to a tree of texts, refusing what no filing needs. */
import { EVENT_ID, SCALAR_STYLE, getScalarValue } from 'js-yaml'
import type { Event, MappingEvent, ScalarEvent, SequenceEvent } from 'js-yaml'
import { startOf } from './yaml-places.ts'
import type { YamlProblem, YamlProblemCode } from './yaml-problem.ts'

/** A scalar is its text, never a number, boolean or date; an unquoted nothing, `null` or `~` is null. */
export type Tree = string | null | Tree[] | { [key: string]: Tree }

/** Makes the problem to throw, at an offset into the source. */
export type Refuse = (code: YamlProblemCode, offset: number, detail?: string) => YamlProblem

export const maxDepth = 32
const maxNodes = 20_000
const nullWord = /^(?:~|null|Null|NULL)$/

export class TreeBuilder {
  readonly #source: string
  readonly #events: readonly Event[]
  readonly #refuse: Refuse
  #next = 1
  #nodes = 0

  constructor(source: string, events: readonly Event[], refuse: Refuse) {
    this.#source = source
    this.#events = events
    this.#refuse = refuse
  }

  build(): Tree {
    if (this.#events.length === 0) throw this.#refuse('empty', 0)
    const tree = this.#node(0)
    if (tree === null && this.#here() === undefined) throw this.#refuse('empty', 0)
    if (this.#next + 1 < this.#events.length) throw this.#refuse('documents', this.#secondDocument())
    return tree
  }

  #node(depth: number): Tree {
    const event = this.#take()
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event)
    if (depth >= maxDepth) throw this.#refuse('depth', event.start, String(maxDepth))
    return event.type === EVENT_ID.MAPPING ? this.#mapping(depth + 1) : this.#sequence(depth + 1)
  }

  #scalar(event: ScalarEvent): string | null {
    if (event.valueStart < 0) return null
    const text = getScalarValue(this.#source, event)
    return event.style === SCALAR_STYLE.PLAIN && nullWord.test(text) ? null : text
  }

  /** Without a prototype, so that `__proto__` is a key like any other. */
  #mapping(depth: number): Tree {
    const mapping: { [key: string]: Tree } = Object.create(null)
    while (!this.#closes()) {
      const key = this.#key()
      if (key in mapping) throw this.#refuse('duplicate-key', this.#here() ?? 0, key)
      mapping[key] = this.#node(depth)
    }
    return mapping
  }

  #key(): string {
    const event = this.#take()
    if (event.type === EVENT_ID.SCALAR && event.valueStart >= 0) return getScalarValue(this.#source, event)
    throw this.#refuse('key', this.#here() ?? this.#lastOffset())
  }

  #sequence(depth: number): Tree {
    const sequence: Tree[] = []
    while (!this.#closes()) sequence.push(this.#node(depth))
    return sequence
  }

  #closes(): boolean {
    if (this.#events[this.#next]?.type !== EVENT_ID.POP) return false
    this.#next++
    return true
  }

  #take(): MappingEvent | SequenceEvent | ScalarEvent {
    const event = this.#events[this.#next++]
    if (event === undefined || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) {
      throw new TypeError('events out of order')
    }
    if (event.anchorStart >= 0) throw this.#refuse('alias', event.anchorStart - 1, this.#name(event))
    if (event.type === EVENT_ID.ALIAS) throw new TypeError('alias without a name')
    if (event.tagStart >= 0) {
      throw this.#refuse('tag', event.tagStart, this.#source.slice(event.tagStart, event.tagEnd))
    }
    if (++this.#nodes > maxNodes) throw this.#refuse('nodes', this.#here() ?? this.#lastOffset(), String(maxNodes))
    return event
  }

  #name({ anchorStart, anchorEnd }: { anchorStart: number; anchorEnd: number }): string {
    return this.#source.slice(anchorStart, anchorEnd)
  }

  #here(): number | undefined {
    return startOf(this.#source, this.#events[this.#next - 1])
  }

  /** Where the last node before this one starts that stands anywhere. */
  #lastOffset(): number {
    const before = this.#events.slice(0, this.#next)
    return (
      startOf(
        this.#source,
        before.findLast(event => startOf(this.#source, event) !== undefined),
      ) ?? 0
    )
  }

  #secondDocument(): number {
    const marker = /^---(?=\s|$)/gm
    marker.lastIndex = this.#lastOffset()
    return marker.exec(this.#source)?.index ?? startOf(this.#source, this.#events[this.#next + 2]) ?? 0
  }
}
