/** An answer saved into a filing somebody may have written by hand: comments, order, blank lines and styles stay. */
import { isDeepStrictEqual } from 'node:util'
import { type Answer, type Draft, entryLines, inlineEntry, inlineText, itemLines } from './answer-text.ts'
import { planted, uprooted } from './edit-tree.ts'
import { positionsIn } from './position.ts'
import { type Branch, type Outline, type Spot, find } from './yaml-outline.ts'
import { type Addition, append, cutFlow, cutLines, write } from './yaml-splice.ts'
import { type Path, type Tree, YamlProblem, readYaml } from './yaml.ts'

export type { Answer } from './answer-text.ts'

/**
 * The text with the value at the path. Missing mappings and lists are made (a number in the path makes or extends a
 * list, with null in items it skips), new keys go last; a mapping or list replaces one that is there part by part.
 * @throws YamlProblem if the text cannot be read; `path` if the path leads through a text or by a word into a list;
 * `edit` if the text is spelled in a way (`? key`, `|+`) that only a person can change there
 */
export function setAnswer(text: string, path: Path, value: Answer): string {
  const tree = treeOf(text)
  return proven(
    withBom(text, bare => put(bare, path, value)),
    planted(tree, path, value),
  )
}

/**
 * The text without the value, its key and its comment; as it was if the path leads nowhere. The last value of a
 * mapping or list leaves `{}` or `[]`.
 * @throws YamlProblem if the text cannot be read; `edit` as above
 */
export function removeAnswer(text: string, path: Path): string {
  const tree = treeOf(text)
  return proven(
    withBom(text, bare => cut(bare, path)),
    uprooted(tree, path),
  )
}

/** Null for a text without a document, which an answer may start. */
function treeOf(text: string): Tree {
  try {
    return readYaml(text).tree
  } catch (error) {
    if (error instanceof YamlProblem && error.code === 'empty') return null
    throw error
  }
}

/** Two parsers and some cutting stand behind an edit: none is handed out that does not read as it should. */
function proven(edited: string, wanted: Tree): string {
  if (isDeepStrictEqual(readable(edited), wanted)) return edited
  throw new YamlProblem('edit', { line: 1, column: 1 })
}

function readable(text: string): Tree | undefined {
  try {
    return treeOf(text)
  } catch (error) {
    if (error instanceof YamlProblem) return undefined
    throw error
  }
}

function withBom(text: string, edit: (text: string) => string): string {
  return text.startsWith('\uFEFF') ? `\uFEFF${edit(text.slice(1))}` : edit(text)
}

function put(text: string, path: Path, draft: Draft): string {
  const { spot, missing } = find(text, path)
  const { value } = spot
  const [step, ...deeper] = missing
  if (step === undefined) return replace(text, path, spot, draft)
  if (value === undefined || isVacant(value)) return write(text, spot, nest(missing, draft))
  const inner = nest(deeper, draft)
  if (value.is === 'mapping') return append(text, value, entry(String(step), inner))
  if (value.is === 'list' && typeof step === 'number') {
    const skipped = Array.from({ length: step - value.parts.length }, () => null)
    return append(text, value, items([...skipped, inner]))
  }
  throw new YamlProblem('path', positionsIn(text)(value.from), String(step))
}

function replace(text: string, path: Path, spot: Spot, draft: Draft): string {
  const { value } = spot
  if (value === undefined || isVacant(value) || draft === null) return write(text, spot, draft)
  if (typeof draft !== 'object') return isSaid(value, draft) ? text : write(text, spot, draft)
  const steps: [number | string, Draft][] = Array.isArray(draft) ? [...draft.entries()] : Object.entries(draft)
  if (value.is !== (Array.isArray(draft) ? 'list' : 'mapping') || steps.length === 0) return write(text, spot, draft)
  const filled = steps.reduce<string>((edited, [step, inner]) => put(edited, [...path, step], inner), text)
  return surplus(value, draft).reduce<string>((edited, step) => cut(edited, [...path, step]), filled)
}

/** However it is spelled: an answer given again changes nothing. */
function isSaid(value: Outline, draft: string | number | boolean): boolean {
  return value.is === 'leaf' && value.text === String(draft)
}

/** What the new mapping or list no longer has, last first. */
function surplus(value: Branch, draft: Draft[] | { [key: string]: Draft }): (number | string)[] {
  const steps = value.parts.map(({ key }, index) => key ?? index)
  return steps.filter(step => !Object.hasOwn(draft, step)).toReversed()
}

function cut(text: string, path: Path): string {
  const { spot, missing } = find(text, path)
  const { branch, part, index } = spot
  if (missing.length > 0 || branch === undefined || part === undefined) return text
  if (branch.parts.length === 1) {
    return write(text, find(text, path.slice(0, -1)).spot, branch.is === 'list' ? [] : {})
  }
  const next = branch.parts[index + 1]
  return branch.flow ? cutFlow(text, branch.parts[index - 1], part, next) : cutLines(text, part, next)
}

function isVacant(value: Outline): boolean {
  return value.is === 'leaf' ? value.empty : value.parts.length === 0
}

/** `['services', 0, 'name']` and `海风` to `{ services: [{ name: 海风 }] }` */
function nest(path: Path, draft: Draft): Draft {
  return path.reduceRight<Draft>(
    (inner, step) =>
      typeof step === 'number' ? [...Array.from({ length: step }, () => null), inner] : { [step]: inner },
    draft,
  )
}

function entry(key: string, draft: Draft): Addition {
  return { inline: [inlineEntry(key, draft)], lines: entryLines(key, draft) }
}

function items(drafts: Draft[]): Addition {
  return { inline: drafts.map(inlineText), lines: drafts.flatMap(itemLines) }
}
