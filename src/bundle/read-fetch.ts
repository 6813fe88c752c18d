/* fetch.txt: what it says is elsewhere. Nothing is ever fetched. */
import { inPayload, mostBadLines, nameProblems, type Manifest } from './read-manifest.ts'
import { nameReadings, type BagVersion } from './bag-name.ts'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import { linesOf } from './tag-text.ts'

export type Fetch = { names: Map<string, number>; problems: BagProblem[] }

const path = 'fetch.txt'

const form = /^[A-Za-z][A-Za-z0-9+.-]*:[^ \t]+[ \t]+(?:\d+|-)[ \t]+(?<name>.+)$/s

/** `names`: payload file → line. */
export const readFetch = (text: string, version: BagVersion): Fetch => {
  const fetch: Fetch = { names: new Map(), problems: [bagProblem('fetch-present', { path })] }
  for (const line of linesOf(text)) {
    if (fetch.problems.length > mostBadLines) break
    const where = { path, line: line.number }
    const written = form.exec(line.text)?.groups?.name
    if (written === undefined) {
      fetch.problems.push(bagProblem('fetch-line', where))
      continue
    }
    const problems = nameProblems(written, inPayload, where)
    const [name = written] = nameReadings(written, version)
    if (problems.length === 0) fetch.names.set(name, line.number)
    fetch.problems.push(...problems)
  }
  return fetch
}

/** 1.0 wants every fetched file in every payload manifest; before, one was enough. */
export const unlistedFetches = (fetch: Fetch, manifests: readonly Manifest[], version: BagVersion): BagProblem[] =>
  [...fetch.names]
    .filter(([name]) => {
      const listing = manifests.filter(manifest => manifest.listed.has(name)).length
      return version === '1.0' ? listing < manifests.length : listing === 0
    })
    .map(([detail, line]) => bagProblem('fetch-unlisted', { path, line, detail }))
