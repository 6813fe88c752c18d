// Build step: sheets, lists and tables of the rules folder compiled to JSON, where the program reads them.
import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { compileRule } from '../rules/compile.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'
import type { FormTemplates } from '../rules/form-template.ts'
import type { Sheet } from '../rules/sheet.ts'
import { writeJson, writeWords } from './book-files.ts'
import { packCommon } from './packed-tables.ts'
import { packSheet } from './packed-sheet.ts'
import { packPlaces, type PlaceNames } from './places.ts'
import type { RulesFolder } from './rules-folder.ts'
import type { TemplateFile } from './template-file.ts'

export function compileSheet(sheet: Sheet): CompiledSheet {
  const { extends: _, rules, ...rest } = sheet
  const compiled = rules.map(entry => compileRule(sheet, entry))
  const digest = createHash('sha256')
    .update(JSON.stringify([compiled, rest]))
    .digest('hex')
  return { ...rest, rules: compiled, digest }
}

type Packed = { readonly packed?: unknown; readonly words: readonly string[] }

export function compileTemplates(files: readonly TemplateFile[]): FormTemplates {
  return Object.fromEntries(files.map(({ material, template }) => [material, template]))
}

/**
 * Writes `common`, `places`, `_forms` and one sheet after another, each in what judging needs and in words, and
 * `digest.json`: the sha256 of them all.
 */
export function writeCompiledBook(folder: RulesFolder, places: PlaceNames, target: string): void {
  mkdirSync(target, { recursive: true })
  const digest = createHash('sha256')
  const write = <Value>(name: string, value: Value, pack: (value: Value) => Packed) => {
    digest.update(`${name} ${JSON.stringify(value)}\n`)
    const { packed, words } = pack(value)
    if (packed !== undefined) writeJson(target, name, packed)
    writeWords(target, name, words)
  }
  const inWords = (value: unknown) => ({ words: [JSON.stringify(value)] })
  write('common', folder.common, packCommon)
  write('places', packPlaces(places), inWords)
  write('_forms', compileTemplates(folder.templates), inWords)
  for (const { sheet } of folder.sheets) if (sheet) write(sheet.sheet, compileSheet(sheet), packSheet)
  writeJson(target, 'digest', digest.digest('hex'))
}
