// A folder of rules of one's own: sheets that stand in for the shipped ones of that name, or that apply besides them.
import { createHash } from 'node:crypto'
import type { Common, CodeTable, CompiledSheet } from '../rules/rulebook.ts'
import type { FormTemplates } from '../rules/form-template.ts'
import { lintSheet } from '../rules/lint.ts'
import { lintTemplate } from '../rules/lint-templates.ts'
import type { SheetProblem } from '../rules/problem.ts'
import { compileSheet, compileTemplates } from './compile-book.ts'
import { readRulesFolder, withSheets, type RulesFolder } from './rules-folder.ts'
import type { SheetFile } from './sheet-file.ts'

export type OwnRules = {
  /** `national`, a province, a provider: used instead of the shipped sheet */
  readonly instead: ReadonlyMap<string, CompiledSheet>
  /** every other sheet at the top of the folder: applies to every filing */
  readonly besides: readonly CompiledSheet[]
  /** the shipped lists, tables and materials with the folder's own over them */
  readonly common: Common
  /** sha256 of the shipped book with this folder over it */
  readonly digestOver: (shipped: string) => string
  /** the folder's own texts of forms */
  readonly forms: FormTemplates
}

export type OwnProblem = { readonly file: SheetFile; readonly problem: SheetProblem }

type Shipped = { readonly common: Common; readonly ruleIds: (sheet: string) => readonly string[] }

export function readOwnRules(root: string, shipped: Shipped): OwnRules | { readonly problems: readonly OwnProblem[] } {
  const folder = readRulesFolder(root)
  const common = over(shipped.common, folder)
  const problems = ownProblems(folder, common, shipped.ruleIds)
  if (problems.length > 0) return { problems }
  const compiled = folder.sheets.flatMap(({ sheet, folder: kind }) =>
    sheet ? [{ kind, sheet: compileSheet(sheet) }] : [],
  )
  const instead = new Map(
    compiled.flatMap(({ kind, sheet }) => (kind === 'own' ? [] : [[sheet.sheet, sheet] as const])),
  )
  const besides = compiled.flatMap(({ kind, sheet }) => (kind === 'own' ? [sheet] : []))
  const sheets = [...instead.values(), ...besides].map(({ sheet, digest }) => [sheet, digest])
  const forms = compileTemplates(folder.templates)
  const digestOver = (book: string) =>
    createHash('sha256')
      .update(JSON.stringify([book, sheets, common, forms]))
      .digest('hex')
  return { instead, besides, common, forms, digestOver }
}

/** A rule may replace a shipped one, which this folder does not hold. */
export function ownProblems(
  { sheets, problems, templates }: RulesFolder,
  common: Common,
  ruleIds: Shipped['ruleIds'],
): OwnProblem[] {
  const all = sheets.flatMap(({ sheet }) => sheet ?? [])
  const isShipped = ({ code, got = '' }: SheetProblem) =>
    code === 'replaced-rule-gone' && ruleIds(got.split('/')[0] ?? '').includes(got)
  const own = sheets.flatMap(file =>
    [
      ...file.problems,
      ...(file.sheet ? lintSheet(file.sheet, all, common).filter(problem => !isShipped(problem)) : []),
    ].map(problem => ({ file, problem })),
  )
  return [...problems, ...own, ...templateProblems(templates, common)]
}

/** What a form's text says beyond its signs. */
export function templateProblems(templates: RulesFolder['templates'], common: Common): OwnProblem[] {
  return templates.flatMap(file =>
    lintTemplate(file.material, file.template, common).map(problem => ({ file, problem })),
  )
}

/** Lists, tables and materials as a sheet of the folder sees them. */
export function over(shipped: Common, { common: own, sheets }: RulesFolder): Common {
  const merged = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])]
  return {
    lists: { ...shipped.lists, ...own.lists },
    codes: withSheets({ ...shipped.codes, ...own.codes, materials: materialsOf(shipped, own) }, sheets),
    materials: { ...shipped.materials, ...own.materials },
    provinces: merged(shipped.provinces, own.provinces),
    providers: merged(shipped.providers, own.providers),
  }
}

/** The table of materials follows from their descriptions: both folders' count. */
function materialsOf(shipped: Common, own: Common): CodeTable {
  const [before, more] = [shipped.codes['materials'], own.codes['materials']]
  const ids = new Set(more?.entries.map(({ id }) => id))
  return {
    title: before?.title ?? more?.title ?? { zh: '材料', en: 'Materials' },
    entries: [...(before?.entries ?? []).filter(({ id }) => !ids.has(id)), ...(more?.entries ?? [])],
  }
}
