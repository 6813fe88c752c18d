// The text of a form, `materials/<id>.md`: read with the lines its mistakes stand in.
import type { Path } from '../model/filing.ts'
import type { FormTemplate } from '../rules/form-template.ts'
import { parseTemplate } from '../rules/parse-template.ts'
import { readBytes } from './read-file.ts'
import { sheetLimit, type SheetFile } from './sheet-file.ts'

export type TemplateFile = SheetFile & { readonly material: string; readonly template: FormTemplate }

/** A problem's path is `line` and its number. */
const placeOf = ([, line]: Path) => ({ line: typeof line === 'number' ? line : 1, column: 1 })

/** @throws FileProblem */
export function readTemplateFile(path: string, name: string): TemplateFile {
  const { template, problems } = parseTemplate(Buffer.from(readBytes(path, sheetLimit)).toString())
  const material = name.replace(/^.*\//, '').replace(/\.md$/, '')
  return { file: name, tree: undefined, problems, placeOf, material, template }
}
