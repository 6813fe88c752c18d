// One filing from disk: read, typed, every mistake of form at its line.
import { filingSchema, type Filing, type Path } from '../model/filing.ts'
import { filingProblems, type FilingProblem } from '../model/filing-problem.ts'
import { understand } from '../model/understand.ts'
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

function valueAt(tree: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    tree,
  )
}

/** @throws YamlProblem where the text is no YAML a filing may be */
export function parseFiling(text: string, idOf: IdOf): ReadFiling {
  const read = readYaml(text)
  return typeFiling(read.tree, idOf, {
    ofValue: path => placeOf(read, path),
    ofKey: path => read.positionOfKey(path) ?? placeOf(read, path),
  })
}

/** Ids of provinces and providers by any of their names. */
export type IdOf = (table: string, written: string) => string | undefined

type Places = { readonly ofValue: (path: Path) => Place; readonly ofKey: (path: Path) => Place }

const top: Place = { line: 1, column: 1 }
const nowhere: Places = { ofValue: () => top, ofKey: () => top }

/** A tree of texts, whatever it was read from; without `places` everything stands at the top. */
export function typeFiling(written: Tree, idOf: IdOf, places = nowhere): ReadFiling {
  const tree = understand(written, idOf)
  if (typeof tree !== 'object' || Array.isArray(tree)) {
    return { is: 'malformed', problems: [{ code: 'not-a-mapping', path: [], place: top }] }
  }
  const parsed = filingSchema.safeParse(tree)
  if (parsed.success) return { is: 'filing', filing: parsed.data, placeOf: places.ofValue }
  const problems = parsed.error.issues.flatMap(issue => filingProblems(issue, path => valueAt(tree, path)))
  return {
    is: 'malformed',
    problems: problems.map(problem => ({
      ...problem,
      place: problem.code === 'unknown-key' ? places.ofKey(problem.path) : places.ofValue(problem.path),
    })),
  }
}
