// What is wrong in a form's text beyond its signs: names nobody defined, codes that do not exist, no title.
import { factNamed, isFactName } from '../facts/index.ts'
import { nearest } from '../model/nearest.ts'
import { extraFields, innerBlocks, textsOf, type FormTemplate, type TemplateBlock, type When } from './form-template.ts'
import { unknownFact } from './lint-names.ts'
import type { SheetProblem } from './problem.ts'
import type { Common } from './rulebook.ts'

/** Mistakes of one template, each at its line. */
export function lintTemplate(material: string, { blocks }: FormTemplate, common: Common): SheetProblem[] {
  return [...lintOwner(material, common), ...lintTitle(blocks), ...blocks.flatMap(block => lintBlock(block, common))]
}

function lintOwner(material: string, { materials }: Common): SheetProblem[] {
  if (material in materials) return []
  const meant = nearest(material, Object.keys(materials))
  return [{ code: 'template-alone', path: ['line', 1], got: material, ...(meant ? { meant } : {}) }]
}

function lintTitle(blocks: readonly TemplateBlock[]): SheetProblem[] {
  const titles = blocks.filter(({ is }) => is === 'title')
  const [first, second] = titles
  if (first && !second && blocks[0] === first) return []
  const line = second?.line ?? first?.line ?? blocks[0]?.line ?? 1
  return [{ code: 'template-title', path: ['line', line], got: String(titles.length) }]
}

function lintBlock(block: TemplateBlock, common: Common): SheetProblem[] {
  const own = textsOf(block).flatMap(pieces =>
    pieces.flatMap(piece => ('field' in piece ? lintField(piece.field, block) : [])),
  )
  const when = block.is === 'when' ? lintWhen(block, block.line, common) : []
  return [...own, ...when, ...innerBlocks(block).flatMap(each => lintBlock(each, common))]
}

/** A form must not change from day to day by itself, nor talk about its own scan. */
function lintField(name: string, { line }: TemplateBlock): SheetProblem[] {
  const path = ['line', line]
  if (extraFields.includes(name)) return []
  if (!isFactName(name)) return [unknownFact(path, name)]
  const fact = factNamed(name)
  const isFit = fact && fact.kind !== 'days' && fact.scope !== 'material'
  return isFit ? [] : [{ code: 'template-field', path, got: name }]
}

function lintWhen({ fact, values }: When, line: number, common: Common): SheetProblem[] {
  const path = ['line', line]
  if (!isFactName(fact)) return [unknownFact(path, fact)]
  const { kind, codes } = factNamed(fact) ?? {}
  const known = kind === 'yes-no' ? ['true', 'false'] : common.codes[codes ?? '']?.entries.map(({ id }) => id)
  return values
    .filter(value => known && !known.includes(value))
    .map(value => {
      const meant = nearest(value, known ?? [])
      return { code: 'unknown-code', path, got: value, want: (known ?? []).join(', '), ...(meant ? { meant } : {}) }
    })
}
