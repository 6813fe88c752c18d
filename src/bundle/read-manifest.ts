/* A manifest's lines, and the files in the bag that they mean. */
import { hasStrayPercent, nameReadings, pathFault, type BagVersion } from './bag-name.ts'
import { bagProblem, type BagProblem, type BagProblemCode } from '../model/bag-problem.ts'
import { findAlgorithm, type Algorithm } from './hash-file.ts'
import { linesOf, type Line } from './tag-text.ts'

/** `listed`: file → checksum in lower-case hex. A file that is not there stands under the name the manifest gives. */
export type Manifest = {
  file: string
  algorithm: Algorithm | undefined
  listed: Map<string, string>
  problems: BagProblem[]
}

type Located = { name: string; as: 'rule' | 'slip' | 'other-form' | 'absent' }

/** Finds the file that a written name means. Names are only ever compared with files found, never opened. */
export const locator = (names: Iterable<string>, version: BagVersion): ((written: string) => Located) => {
  const exact = new Set(names)
  const byForm = new Map([...exact].map(name => [name.normalize('NFC'), name]))
  return written => {
    const [rule = written, slip = written] = nameReadings(written, version)
    if (exact.has(rule)) return { name: rule, as: 'rule' }
    if (exact.has(slip)) return { name: slip, as: version === '1.0' ? 'slip' : 'rule' }
    const form = byForm.get(rule.normalize('NFC'))
    return form === undefined ? { name: rule, as: 'absent' } : { name: form, as: 'other-form' }
  }
}

/** Why a written name may not stand where it stands; undefined when it may. */
export type Place = (name: string) => BagProblemCode | undefined

export const inPayload: Place = name => (name.startsWith('data/') ? undefined : 'path-outside-data')

export const inTags: Place = name => {
  if (name.startsWith('data/')) return 'tag-manifest-lists-payload'
  return /^tagmanifest-[^/]*\.txt$/.test(name) ? 'tag-manifest-lists-tag-manifest' : undefined
}

/** Problems of a written name alone; empty when it may be looked up. */
export const nameProblems = (written: string, place: Place, where: { path: string; line: number }): BagProblem[] => {
  const fault = pathFault(written)
  // A backslash alone is a letter like any other outside Windows, and there no such file is found.
  if (fault !== undefined && fault !== 'backslash') return [bagProblem('path-unsafe', { ...where, detail: fault })]
  const misplaced = place(written)
  return misplaced === undefined ? [] : [bagProblem(misplaced, { ...where, detail: written })]
}

const form = /^(?<checksum>[0-9A-Fa-f]+)[ \t]+(?<mark>\*?)(?<name>.+)$/s

/** `name` without the `./` that `find -exec md5sum` puts in front; `dots` when there was one. */
type Entry = { checksum: string; name: string; mark: boolean; dots: boolean }

const readLine = (line: Line, algorithm: Algorithm | undefined): Entry | undefined => {
  const { checksum, mark, name } = form.exec(line.text)?.groups ?? {}
  if (checksum === undefined || name === undefined) return undefined
  if (algorithm !== undefined && checksum.length !== algorithm.hexLength) return undefined
  const plain = name.replace(/^(?:\.\/)+(?=[^/])/, '')
  return { checksum: checksum.toLowerCase(), name: plain, mark: mark === '*', dots: plain !== name }
}

type Reading = { version: BagVersion; locate: (written: string) => Located; place: Place }

// Two forms of one name break "exactly once" of 1.0; 0.97 says nothing, so there it is no more than a warning.
export const collisionSeverity = (version: BagVersion): 'error' | 'warning' => (version === '1.0' ? 'error' : 'warning')

const repeated = (
  earlier: string,
  name: string,
  where: { path: string; line: number },
  version: BagVersion,
): BagProblem =>
  earlier !== name && earlier.normalize('NFC') === name.normalize('NFC')
    ? bagProblem('normalization-collision', { ...where, detail: name }, collisionSeverity(version))
    : bagProblem('path-duplicate', { ...where, detail: name })

const addLine = (manifest: Manifest, line: Line, reading: Reading, writtenAs: Map<string, string>): BagProblem[] => {
  const where = { path: manifest.file, line: line.number }
  const entry = readLine(line, manifest.algorithm)
  if (entry === undefined) return [bagProblem('manifest-line', where)]
  const named = nameProblems(entry.name, reading.place, where)
  if (named.length > 0) return named
  const { name, as } = reading.locate(entry.name)
  const detail = entry.name
  const earlier = writtenAs.get(name)
  if (earlier !== undefined) return [repeated(earlier, entry.name, where, reading.version)]
  writtenAs.set(name, entry.name)
  manifest.listed.set(name, entry.checksum)
  return [
    ...(entry.mark ? [bagProblem('mode-marker', where)] : []),
    ...(entry.dots ? [bagProblem('dot-slash', where)] : []),
    ...(reading.version === '1.0' && (as === 'slip' || hasStrayPercent(entry.name))
      ? [bagProblem('percent-encoding', where)]
      : []),
    ...(as === 'other-form' ? [bagProblem('name-form', { ...where, detail })] : []),
  ]
}

/** A file of ten million lines that are none tells no more than one of a thousand. */
export const mostBadLines = 1000

/** `file` names its algorithm: `manifest-sha256.txt`, `tagmanifest-md5.txt`. */
export const readManifest = (file: string, text: string, reading: Reading): Manifest => {
  const detail = file.slice(file.indexOf('-') + 1, -'.txt'.length).toLowerCase()
  const algorithm = findAlgorithm(detail)
  const unknown = algorithm === undefined ? [bagProblem('algorithm-unknown', { path: file, detail })] : []
  const manifest: Manifest = { file, algorithm, listed: new Map(), problems: unknown }
  const writtenAs = new Map<string, string>()
  let bad = 0
  for (const line of linesOf(text)) {
    const problems = addLine(manifest, line, reading, writtenAs)
    manifest.problems.push(...problems)
    bad += problems.some(({ severity }) => severity === 'error') ? 1 : 0
    if (bad >= mostBadLines) break
  }
  return manifest
}
