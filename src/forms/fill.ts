// A form's text with the answers of one filing in it. What is not known yet stays blank; nothing is invented.
import { factNamed, isFactName, valueOf } from '../facts/index.ts'
import { within, type Scope, type Subject, type Value } from '../facts/fact.ts'
import type { Subjects } from '../facts/subjects.ts'
import { factNames } from '../locales/fact-names.ts'
import type { FormTemplate, Piece, TemplateBlock, When } from '../rules/form-template.ts'
import type { Block, Run, Runs } from './block.ts'
import { printedValue } from './value.ts'

/** Room for an answer in the middle of a sentence, in characters. */
const answerBlank = 8

/** Fills the template for one subject of its scope. `subjects` are all of the filing. */
export function fill({ blocks }: FormTemplate, subject: Subject, subjects: Subjects): Block[] {
  return blocks.flatMap(block => filled(block, subject, subjects))
}

function filled(block: TemplateBlock, subject: Subject, subjects: Subjects): Block[] {
  const runs = (pieces: readonly Piece[], blank = answerBlank) => runsOf(pieces, subject, subjects, blank)
  switch (block.is) {
    case 'each':
      return under(block.scope, subject, subjects).flatMap(each => allFilled(block.blocks, each, subjects))
    case 'when':
      return allFilled(holds(block, subject, subjects) ? block.inside : block.otherwise, subject, subjects)
    case 'title':
    case 'heading':
      return [{ is: block.is, runs: runs(block.pieces), ...(block.en === undefined ? {} : { en: block.en }) }]
    case 'row':
      return [{ is: 'row', label: block.label ?? labelOf(block.pieces), runs: runs(block.pieces, 0) }]
    case 'columns':
      return [{ is: 'columns', cells: block.cells.map(cell => runs(cell, 0)), isHead: block.isHead }]
    case 'space':
      return [{ is: 'space', lines: block.lines }]
    case 'sign':
    case 'seal':
    case 'fingerprint':
    case 'date':
      return [{ is: block.is, label: block.label }]
    default:
      return [{ is: block.is, runs: runs(block.pieces) }]
  }
}

const allFilled = (blocks: readonly TemplateBlock[], subject: Subject, subjects: Subjects) =>
  blocks.flatMap(block => filled(block, subject, subjects))

/** A row of one field is called as the field officially is. */
function labelOf([only]: readonly Piece[]): string {
  const field = only && 'field' in only ? only.field : ''
  return isFactName(field) ? factNames[field][0] : field
}

/** @param blank characters of room for an answer that is not known; 0 leaves an empty cell */
function runsOf(pieces: readonly Piece[], subject: Subject, subjects: Subjects, blank: number): Runs {
  return pieces.flatMap((piece): Run[] => {
    if ('text' in piece) return [{ is: 'text', text: piece.text }]
    if ('blank' in piece) return [{ is: 'blank', characters: piece.blank }]
    const text = answerTo(piece.field, subject, subjects)
    if (text !== undefined) return [{ is: 'value', text }]
    return blank === 0 ? [] : [{ is: 'blank', characters: blank }]
  })
}

/** The answer as it is printed; of everything below the subject, one after the other, where it is asked further up. */
function answerTo(field: string, subject: Subject, subjects: Subjects): string | undefined {
  if (field === 'administration') return administrationOf(subject)
  if (field === 'region') return regionOf(subject)
  const values = valuesUnder(field, subject, subjects)
  const texts = values.map(value => printedValue(field, value, subject.world.tables).trim()).filter(text => text !== '')
  return texts.length === 0 ? undefined : [...new Set(texts)].join('、')
}

/** By its Chinese name; undefined where the filing names no province. */
export function administrationOf({ world: { filing, tables } }: Pick<Subject, 'world'>): string | undefined {
  const office = tables.code('provinces', filing.province ?? '')?.['administration-zh']
  return typeof office === 'string' ? office : undefined
}

/** 440305 → 广东省深圳市南山区 */
function regionOf({ world: { filing, tables } }: Subject): string | undefined {
  const { region = '' } = filing
  const names = [region.slice(0, 2), region.slice(0, 4), region].flatMap(code => tables.place(code) ?? [])
  return names.length === 0 ? undefined : [...new Set(names)].join('')
}

function valuesUnder(fact: string, subject: Subject, subjects: Subjects): Value[] {
  const scope = factNamed(fact)?.scope
  const found = scope === undefined ? [] : under(scope, subject, subjects)
  return found.flatMap(each => {
    const value = valueOf(fact, each)
    return value === undefined ? [] : [value]
  })
}

/** What of this scope the subject is or belongs to; else what belongs to it, or to the nearest thing it belongs to. */
function under(scope: Scope, subject: Subject, subjects: Subjects): readonly Subject[] {
  const own = within(subject, scope)
  if (own) return [own]
  for (let above: Subject | undefined = subject; above; above = above.up) {
    const root = above
    const below = subjects[scope].filter(each => within(each, root.scope) === root)
    if (below.length > 0) return below
  }
  return []
}

function holds({ fact, not, values }: When, subject: Subject, subjects: Subjects): boolean {
  const isOne = (value: string | number | boolean) => values.includes(String(value))
  const isHit = (value: Value) => (typeof value === 'object' ? value.some(isOne) : isOne(value))
  return valuesUnder(fact, subject, subjects).some(isHit) !== not
}
