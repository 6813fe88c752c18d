// Build step: sheets, lists and tables of the rules folder compiled to JSON, where the program reads them.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileRule } from '../rules/compile.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'
import type { FormTemplates } from '../rules/form-template.ts'
import type { Sheet } from '../rules/sheet.ts'
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

export function compileTemplates(files: readonly TemplateFile[]): FormTemplates {
  return Object.fromEntries(files.map(({ material, template }) => [material, template]))
}

/** Writes `common.json`, `places.json`, `_forms.json`, one file per sheet, and `digest.json`: the sha256 of them all. */
export function writeCompiledBook(folder: RulesFolder, places: PlaceNames, target: string): void {
  mkdirSync(target, { recursive: true })
  const digest = createHash('sha256')
  const write = (name: string, value: unknown) => {
    const text = JSON.stringify(value)
    digest.update(`${name} ${text}\n`)
    writeFileSync(join(target, `${name}.json`), text)
  }
  write('common', folder.common)
  write('places', packPlaces(places))
  write('_forms', compileTemplates(folder.templates))
  for (const { sheet } of folder.sheets) if (sheet) write(sheet.sheet, compileSheet(sheet))
  writeFileSync(join(target, 'digest.json'), JSON.stringify(digest.digest('hex')))
}
