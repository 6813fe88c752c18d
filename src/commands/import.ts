// `icp-prep import`: one filing for each row of a table; rows that are none are written out with the reasons.
import { join } from 'node:path'
import { readTable, tableLimit, tableText, type Row, type Table } from '../disk/csv-table.ts'
import { parseFiling } from '../disk/filing.ts'
import { folderName, isThere, writeNewFiling, yamlOf } from '../disk/new-filing.ts'
import { FileProblem } from '../disk/read-file.ts'
import { YamlProblem } from '../disk/yaml.ts'
import { rowToTree } from '../interview/row-values.ts'
import { idByName } from '../model/id-by-name.ts'
import { showFile } from '../report/file-name.ts'
import type { Context } from './context.ts'
import { firstOnly, pathsOf, readMapping, refusal, shown, withoutRepeats, type Mapping } from './import-columns.ts'
import { idLookup } from './judge-filing.ts'
import { tellProblem } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { yamlSentence } from './tell-input.ts'
import { writeOutput } from './write-output.ts'

export type ImportFlags = { readonly map?: string; readonly out?: string; readonly writeMap?: string }
type Made = { readonly text: string } | { readonly reasons: readonly string[] }
type Plan = Table & { readonly paths: readonly string[]; readonly mapping: Mapping; readonly out: string }
type Done = { readonly row: Row; readonly file: string; readonly reasons: readonly string[] }

/** @throws UserError, FileProblem */
function tableIn(file: string): Table {
  const path = shown(file)
  try {
    const table = readTable(file)
    if (!('code' in table)) return table
    throw refusal(table.code === 'quotes' ? { ...table, path } : { code: table.code, path })
  } catch (error) {
    if (error instanceof FileProblem && error.code === 'binary') throw refusal({ code: 'encoding', path })
    if (error instanceof FileProblem && error.code === 'too-large')
      throw refusal({ code: 'size', path, limit: tableLimit })
    throw error
  }
}

/** Ids under any of their names, of every list of codes: 企业 → enterprise. */
function codeIds({ book }: Context): (table: string, written: string) => string | undefined {
  const tables = new Map<string, ReadonlyMap<string, string>>()
  return (table, written) => {
    const names = tables.get(table) ?? idByName(book.common.codes[table]?.entries ?? [])
    tables.set(table, names)
    return names.get(written)
  }
}

function filingOf({ cells }: Row, plan: Plan, idOf: ReturnType<typeof codeIds>, context: Context): Made {
  const { paths, headings, mapping } = plan
  const { words } = context
  if (cells.length < headings.length || cells.slice(headings.length).some(cell => cell.trim() !== ''))
    return { reasons: [words.importing.cells(cells.length, headings.length)] }
  const own = paths.flatMap((path, index) => (path === '' ? [] : [{ path, text: cells[index] ?? '' }]))
  const given = new Set(own.filter(({ text }) => text.trim() !== '').map(({ path }) => path))
  const others = [...mapping.defaults].filter(([path]) => !given.has(path)).map(([path, text]) => ({ path, text }))
  const { tree, clash } = rowToTree([...others, ...own], idOf)
  if (clash.length > 0) return { reasons: clash.map(path => words.importing.clash(path)) }
  const text = `icp: 1\n${yamlOf(tree)}`
  try {
    const read = parseFiling(text, idLookup(context))
    return read.is === 'filing' ? { text } : { reasons: read.problems.map(problem => tellProblem(problem, words)) }
  } catch (error) {
    if (error instanceof YamlProblem) return { reasons: [yamlSentence(error, words)] }
    throw error
  }
}

function nameFor({ line, cells }: Row, { headings, paths, mapping }: Plan): string {
  const column = mapping.folder === undefined ? paths.indexOf('sponsor.name') : headings.indexOf(mapping.folder)
  return folderName(cells[column] ?? '') || String(line)
}

function importRow(row: Row, plan: Plan, idOf: ReturnType<typeof codeIds>, context: Context): Done {
  const folder = join(plan.out, nameFor(row, plan))
  const file = join(folder, 'icp.yaml')
  const made = filingOf(row, plan, idOf, context)
  if ('reasons' in made) return { row, file, reasons: made.reasons }
  return {
    row,
    file,
    reasons: writeNewFiling(folder, made.text) ? [] : [context.words.importing.there(showFile(file))],
  }
}

function writeRejected(file: string, rejected: readonly Done[], plan: Plan, { words }: Context): void {
  const rows = rejected.map(({ row, reasons }) => {
    const filled = plan.headings.map((_, index) => row.cells[index] ?? '')
    const more = row.cells.slice(plan.headings.length).filter(cell => cell.trim() !== '')
    return [...filled, [words.importing.line(row.line), ...reasons, ...more].join('; ')]
  })
  writeOutput(file, tableText([[...plan.headings, words.importing.reasons], ...rows], plan.delimiter))
}

function writeMapping(file: string, { headings }: Table, paths: readonly string[], context: Context): Outcome {
  if (isThere(file)) throw refusal({ code: 'there', path: shown(file) })
  const columns = headings.flatMap((heading, index): [string, string][] =>
    heading === '' ? [] : [[heading, paths[index] ?? '']],
  )
  writeOutput(file, yamlOf({ columns: Object.fromEntries(columns), defaults: {} }))
  return { text: `${context.words.importing.mapWritten(showFile(file))}\n`, code: exit.ready }
}

/** Writes as it goes. @throws UserError, FileProblem, YamlProblem, and the system's own error */
export function importCommand(file: string, flags: ImportFlags, context: Context): Outcome {
  const say = context.words.importing
  const table = tableIn(file)
  const mapping = readMapping(flags.map)
  const wanted = pathsOf(table.headings, mapping)
  if (flags.writeMap !== undefined) return writeMapping(flags.writeMap, table, firstOnly(wanted), context)
  const paths = withoutRepeats(wanted)
  if (table.rows.length === 0) throw refusal({ code: 'no-rows', path: shown(file) })
  if (paths.every(path => path === '')) throw refusal({ code: 'nothing-mapped', path: shown(file) })
  const plan: Plan = { ...table, paths, mapping, out: flags.out ?? '.' }
  const rejectedFile = join(plan.out, 'rejected.csv')
  if (isThere(rejectedFile)) throw refusal({ code: 'there', path: shown(rejectedFile) })
  const idOf = codeIds(context)
  const done = table.rows.map(row => importRow(row, plan, idOf, context))
  const rejected = done.filter(({ reasons }) => reasons.length > 0)
  if (rejected.length > 0) writeRejected(rejectedFile, rejected, plan, context)
  const lines = done.map(({ row, file: made, reasons }) =>
    reasons.length > 0 ? say.rejected(row.line, reasons.join('; ')) : say.imported(row.line, showFile(made)),
  )
  const counts = say.counts(done.length - rejected.length, rejected.length)
  const more = rejected.length > 0 ? [say.rejectedIn(showFile(rejectedFile))] : []
  const left = table.headings.filter((heading, at) => paths[at] === '' && heading !== '' && heading !== mapping.folder)
  return {
    text: `${[...lines, counts, ...more].join('\n')}\n`,
    ...(left.length > 0 ? { talk: say.left(left.map(shown).join(', ')) } : {}),
    code: rejected.length > 0 ? exit.findings : exit.ready,
  }
}
