// A tree of texts, as it was read, fitted into a shape: every value typed, or every mistake of form.
import { isDay } from './calendar.ts'
import type { Expected, FilingProblem } from './filing-problem.ts'
import type { IdOf } from './id-by-name.ts'
import { nearest } from './nearest.ts'
import { keyOf, keysAt, type Mapping, type Scalar, type Shape } from './shape.ts'

export type Written = string | null | readonly Written[] | { readonly [key: string]: Written }

/** What a tree of a fitting shape becomes. */
export type Fitted = string | number | boolean | Fitted[] | { [key: string]: Fitted }

export type Fit = { readonly value: Fitted; readonly problems: readonly FilingProblem[] }

const yes = new Set(['true', 'yes', '是'])
const no = new Set(['false', 'no', '否'])

const isList = (written: Written): written is readonly Written[] => Array.isArray(written)

/**
 * Answers left empty are left out; in a list they keep their place. Mistakes are told in the order they are written,
 * of a mapping the missing keys first. `value` is worth something only where there are none.
 */
export function fit(written: Written, shape: Shape, idOf: IdOf): Fit {
  const fitting = new Fitting(shape, idOf)
  return { value: fitting.value(written, shape), problems: fitting.problems }
}

class Fitting {
  readonly problems: FilingProblem[] = []
  readonly #whole: Shape
  readonly #idOf: IdOf
  /** where the value at hand stands */
  readonly #path: (string | number)[] = []

  constructor(whole: Shape, idOf: IdOf) {
    this.#whole = whole
    this.#idOf = idOf
  }

  value(written: Written, shape: Shape): Fitted {
    switch (shape.is) {
      case 'mapping':
        return this.#mapping(written, shape)
      case 'list':
        return this.#list(written, shape.of)
      case 'any':
        return this.#any(written, shape.of)
      case 'choice':
        return this.#choice(written, shape.of)
      default:
        return this.#scalar(written, shape)
    }
  }

  #mapping(written: Written, shape: Mapping): Fitted {
    if (typeof written !== 'object' || written === null || isList(written)) return this.#wrong(written, 'mapping')
    const fitted: { [key: string]: Fitted } = {}
    for (const key of shape.needed) if ((written[key] ?? null) === null) this.#missing(key, shape)
    for (const key in written) {
      const value = written[key]
      if (value === null || value === undefined) continue
      this.#path.push(key)
      const below = keyOf(shape, key)
      if (below) fitted[key] = this.value(value, below)
      else this.#unknown(key)
      this.#path.pop()
    }
    return fitted
  }

  #list(written: Written, shape: Shape): Fitted {
    if (written === null || !isList(written)) return this.#wrong(written, 'list')
    return written.map((item, index) => {
      this.#path.push(index)
      const fitted = this.value(item ?? '', shape)
      this.#path.pop()
      return fitted
    })
  }

  /** The shapes of one place look different enough for the value to tell which is meant. */
  #any(written: Written, shapes: readonly Shape[]): Fitted {
    const looks = written === null || typeof written === 'string' ? 'scalar' : isList(written) ? 'list' : 'mapping'
    const meant = shapes.find(({ is }) => (is === 'list' || is === 'mapping' ? is : 'scalar') === looks)
    const takes = meant && (meant.is !== 'choice' || (typeof written === 'string' && meant.of.includes(written)))
    if (takes) return this.value(written, meant)
    return this.#wrong(written, keysAt(this.#whole, this.#path).length > 0 ? 'mapping' : 'text')
  }

  #choice(written: Written, choices: readonly string[]): Fitted {
    if (typeof written === 'string' && choices.includes(written)) return written
    if (this.#path.length === 1 && this.#path[0] === 'icp') return this.#version(written)
    this.#tell({ code: 'wrong-type', got: shown(written), expected: 'choice', known: choices })
    return ''
  }

  #scalar(written: Written, { is, named }: Scalar): Fitted {
    if (typeof written !== 'string') return this.#wrong(written, 'text')
    switch (is) {
      case 'yes-no':
        if (yes.has(written)) return true
        return no.has(written) ? false : this.#wrong(written, is)
      case 'count':
        return /^\d{1,7}$/.test(written) ? Number(written) : this.#wrong(written, is)
      case 'day':
        return isDay(written) ? written : this.#wrong(written, is)
      case 'day-or-long-term':
        return written === 'long-term' || isDay(written) ? written : this.#wrong(written, is)
      default: {
        const text = written.trim()
        if (text === '') return this.#wrong(written, 'text')
        return (named === undefined ? undefined : this.#idOf(named, text.toLowerCase())) ?? text
      }
    }
  }

  #unknown(key: string): void {
    const known = keysAt(this.#whole, this.#path.slice(0, -1))
    const meant = nearest(key, known)
    this.#tell({ code: 'unknown-key', got: key, known, ...(meant ? { meant } : {}) })
  }

  #missing(key: string, shape: Mapping): void {
    this.#path.push(key)
    if (this.#path.length === 1 && shape.keys[key]?.is === 'choice') this.#version(null)
    else this.#tell({ code: 'missing-key', got: key })
    this.#path.pop()
  }

  #version(written: Written): string {
    this.#tell({ code: 'version', got: shown(written) })
    return ''
  }

  #wrong(written: Written, expected: Expected): string {
    this.#tell({ code: 'wrong-type', got: shown(written), expected })
    return ''
  }

  #tell(problem: Omit<FilingProblem, 'path'>): void {
    this.problems.push({ ...problem, path: [...this.#path] })
  }
}

function shown(written: Written): string {
  if (typeof written === 'string') return written
  return written === null ? '' : isList(written) ? '[…]' : '{…}'
}
