// The rules folder as written: every sheet, list, table and material, with the file each comes from.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { materialSchema, type Material } from '../model/material.ts'
import type { Common, CodeTable, WordList } from '../rules/rulebook.ts'
import { parseSheet, problemsIn, type ParsedSheet } from '../rules/parse-sheet.ts'
import type { SheetProblem } from '../rules/problem.ts'
import type { Sheet } from '../rules/sheet.ts'
import { bilingual, sourceSchema } from '../rules/source-schema.ts'
import { readSheetFile, type SheetFile } from './sheet-file.ts'
import { readTemplateFile, type TemplateFile } from './template-file.ts'

export type WrittenSheet = SheetFile & ParsedSheet & { readonly folder: Folder }

/** `own`: any other sheet at the top, which only a folder of one's own has. */
type Folder = 'national' | 'fleet' | 'scans' | 'provinces' | 'providers' | 'own'

export type RulesFolder = {
  readonly sheets: readonly WrittenSheet[]
  readonly common: Common
  /** where each word list is written */
  readonly listFiles: ReadonlyMap<string, SheetFile>
  /** the texts of forms beside their materials */
  readonly templates: readonly TemplateFile[]
  /** mistakes in lists, tables, materials and forms */
  readonly problems: readonly { readonly file: SheetFile; readonly problem: SheetProblem }[]
}

const cites = z.union([z.string(), z.array(z.string()).min(1)])
const head = { title: bilingual, sources: z.record(z.string(), sourceSchema) }
const word = z.union([
  z.string().min(1),
  z.looseObject({
    word: z.string(),
    source: cites,
    aliases: z.array(z.string()).optional(),
    day: z.string().optional(),
  }),
])
const listSchema = z.strictObject({
  list: z.string(),
  ...head,
  from: z.string().optional(),
  until: z.string().optional(),
  words: z.array(word).min(1),
})
type WrittenList = z.infer<typeof listSchema>

const labels = z.union([z.string(), z.array(z.string())])
const codesSchema = z.strictObject({
  codes: z.string(),
  ...head,
  entries: z.array(z.looseObject({ id: z.string(), zh: z.string(), en: z.string(), source: cites })).min(1),
})

const filesIn = (folder: string, ending: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith(ending))
        .sort()
    : []

const yamlFiles = (folder: string) => filesIn(folder, '.yaml')

const idOf = (name: string) => name.replace(/\.yaml$/, '')

export function readRulesFolder(root: string): RulesFolder {
  const problems: { file: SheetFile; problem: SheetProblem }[] = []
  const lists: Record<string, WordList> = {}
  const listFiles = new Map<string, SheetFile>()
  const codes: Record<string, CodeTable> = {}
  const materials: Record<string, Material> = {}
  const load = <T>(folder: string, schema: z.ZodType<T>, keep: (value: T, id: string, file: SheetFile) => void) => {
    for (const name of yamlFiles(join(root, folder))) {
      const file = readSheetFile(join(root, folder, name), `${folder}/${name}`)
      const parsed = schema.safeParse(file.tree)
      problems.push(...file.problems.map(problem => ({ file, problem })))
      if (parsed.success) keep(parsed.data, idOf(name), file)
      else if (file.problems.length === 0) {
        problems.push(...problemsIn(parsed.error, file.tree, schema).map(problem => ({ file, problem })))
      }
    }
  }
  load('lists', listSchema, (list, id, file) => {
    lists[id] = wordsOf(list)
    listFiles.set(id, file)
  })
  load('codes', codesSchema, (table, id) => {
    codes[id] = {
      title: table.title,
      entries: table.entries.map(entry => ({ ...textsOf(entry), id: entry.id, zh: entry.zh, en: entry.en })),
    }
  })
  load('materials', materialSchema, (material, id) => {
    materials[id] = material
  })
  const templates = filesIn(join(root, 'materials'), '.md').map(name =>
    readTemplateFile(join(root, 'materials', name), `materials/${name}`),
  )
  problems.push(...templates.flatMap(file => file.problems.map(problem => ({ file, problem }))))
  codes['materials'] = {
    title: { zh: '材料', en: 'Materials' },
    entries: Object.values(materials).map(({ material, title }) => ({ id: material, ...title })),
  }
  const sheets = readSheets(root)
  const named = (folder: string) =>
    sheets.filter(sheet => sheet.folder === folder).map(({ file }) => idOf(file.split('/')[1] ?? ''))
  return {
    sheets,
    common: {
      lists,
      codes: isWhole(codes) ? withSheets(codes, sheets) : codes,
      materials,
      provinces: named('provinces'),
      providers: named('providers'),
    },
    listFiles,
    templates,
    problems,
  }
}

type Codes = Common['codes']

/** A folder of one's own has a few tables at most; the shipped ones lie below it. */
const isWhole = (codes: Codes) => 'provinces' in codes && 'providers' in codes

/** A province or provider that its table does not know is known by its sheet. */
export function withSheets(codes: Codes, sheets: readonly WrittenSheet[]): Codes {
  const grown = (['provinces', 'providers'] as const).flatMap(name => {
    const table = codes[name]
    if (!table) return []
    const known = new Set(table.entries.map(({ id }) => id))
    const more = sheets.flatMap(({ folder, sheet }) =>
      sheet && folder === name && !known.has(sheet.sheet) ? [entryOf(sheet)] : [],
    )
    return [[name, { ...table, entries: [...table.entries, ...more] }] as const]
  })
  return { ...codes, ...Object.fromEntries(grown) }
}

const entryOf = ({ sheet, title, province }: Sheet) => ({
  id: sheet,
  ...title,
  ...(province
    ? {
        code: province.code,
        letter: province.letter,
        'administration-zh': province.office.zh,
        'administration-en': province.office.en,
      }
    : {}),
})

function readSheets(root: string): WrittenSheet[] {
  const read = (folder: WrittenSheet['folder'], path: string, name: string): WrittenSheet => {
    const file = readSheetFile(join(root, path), name)
    const parsed = file.problems.length > 0 ? { problems: file.problems } : parseSheet(file.tree)
    const wrong: SheetProblem[] =
      parsed.sheet && parsed.sheet.sheet !== idOf(name.split('/').at(-1) ?? '')
        ? [{ code: 'wrong-name', path: ['sheet'], got: parsed.sheet.sheet, want: idOf(name.split('/').at(-1) ?? '') }]
        : []
    return { ...file, ...parsed, problems: [...parsed.problems, ...wrong], folder }
  }
  return [
    ...yamlFiles(root).map(name => read(topFolder(name), name, name)),
    ...yamlFiles(join(root, 'provinces')).map(name => read('provinces', join('provinces', name), `provinces/${name}`)),
    ...yamlFiles(join(root, 'providers')).map(name => read('providers', join('providers', name), `providers/${name}`)),
  ]
}

const topFolders: Readonly<Record<string, Folder>> = {
  'national.yaml': 'national',
  'fleet.yaml': 'fleet',
  'scans.yaml': 'scans',
}

const topFolder = (name: string): Folder => topFolders[name] ?? 'own'

/** Aliases are words too. */
function wordsOf(list: WrittenList): WordList {
  const words = list.words.flatMap(item => (typeof item === 'string' ? [item] : [item.word, ...(item.aliases ?? [])]))
  return { title: list.title, words, ...(list.until === undefined ? {} : { until: list.until }) }
}

function textsOf(entry: Record<string, unknown>): Record<string, string | readonly string[]> {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => {
      const text = labels.safeParse(value)
      return text.success ? [[key, text.data]] : []
    }),
  )
}
