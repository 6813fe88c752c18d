// One filing from disk: read, typed, every mistake of form at its line.
import type { Filing, Path } from '../model/filing.ts'
import type { FilingProblem } from '../model/filing-problem.ts'
import { filingShape } from '../model/filing-shape.ts'
import { fit } from '../model/fit.ts'
import type { IdOf } from '../model/id-by-name.ts'
import { readYaml, type ReadYaml, type Tree } from './yaml.ts'

export type Place = { readonly line: number; readonly column: number }

export type LocatedProblem = FilingProblem & { readonly place: Place }

export type ReadFiling =
  | { readonly is: 'filing'; readonly filing: Filing; readonly placeOf: (path: Path) => Place }
  | { readonly is: 'malformed'; readonly problems: readonly LocatedProblem[] }

/** The value's own place, else its nearest parent's; a mistake about a key stands at the key. */
function placeOf(read: ReadYaml, path: Path): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const part = path.slice(0, length)
    // An item of a list has no key: it stands where its value does.
    const isValue = length === path.length || typeof part.at(-1) === 'number'
    const place = (isValue ? read.positionOf(part) : undefined) ?? read.positionOfKey(part)
    if (place) return place
  }
  return { line: 1, column: 1 }
}

/** @throws YamlProblem where the text is no YAML a filing may be */
export function parseFiling(text: string, idOf: IdOf): ReadFiling {
  const read = readYaml(text)
  return typeFiling(read.tree, idOf, {
    ofValue: path => placeOf(read, path),
    ofKey: path => read.positionOfKey(path) ?? placeOf(read, path),
  })
}

type Places = { readonly ofValue: (path: Path) => Place; readonly ofKey: (path: Path) => Place }

const top: Place = { line: 1, column: 1 }
const nowhere: Places = { ofValue: () => top, ofKey: () => top }

/** What fits the filing's shape is one. */
const isFiling = (_value: unknown, problems: readonly FilingProblem[]): _value is Filing => problems.length === 0

/** A tree of texts, whatever it was read from; without `places` everything stands at the top. */
export function typeFiling(written: Tree, idOf: IdOf, places = nowhere): ReadFiling {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { is: 'malformed', problems: [{ code: 'not-a-mapping', path: [], place: top }] }
  const { value, problems } = fit(written, filingShape, idOf)
  if (isFiling(value, problems)) return { is: 'filing', filing: value, placeOf: places.ofValue }
  return {
    is: 'malformed',
    problems: problems.map(problem => ({
      ...problem,
      place: problem.code === 'unknown-key' ? places.ofKey(problem.path) : places.ofValue(problem.path),
    })),
  }
}
