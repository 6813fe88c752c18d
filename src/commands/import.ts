// `icp-prep import`: one filing for each row of a table; rows that are none are written out with the reasons.
import { join } from 'node:path'
import { parseFiling } from '../disk/filing.ts'
import { isThere, writeNewFiling, yamlOf } from '../disk/new-filing.ts'
import { FileProblem } from '../disk/read-file.ts'
import { readTable } from '../disk/read-table.ts'
import type { OpenZip } from '../disk/workbook-parts.ts'
import { TableRefused, type Row, type Table } from '../disk/table.ts'
import { YamlProblem } from '../disk/yaml.ts'
import { rowToTree } from '../interview/row-values.ts'
import { idByName } from '../model/id-by-name.ts'
import { showFile } from '../report/file-name.ts'
import { visible } from '../model/visible.ts'
import type { Context } from './context.ts'
import { firstOnly, pathsOf, readMapping, refusal, shown, withoutRepeats, type Mapping } from './import-columns.ts'
import { FolderNames } from './import-names.ts'
import { RejectedRows } from './import-rejected.ts'
import { idLookup } from './judge-filing.ts'
import { tellProblem } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { yamlSentence } from './tell-input.ts'
import { writeOutput } from './write-output.ts'

export type ImportFlags = {
  readonly map?: string
  readonly out?: string
  readonly sheet?: string
  readonly writeMap?: string
}
type Made = { readonly text: string } | { readonly reasons: readonly string[] }
type Plan = Pick<Table, 'headings'> & {
  readonly paths: readonly string[]
  readonly mapping: Mapping
  readonly out: string
}
type Done = { readonly file: string; readonly reasons: readonly string[]; readonly sameAs?: number }

/** What is wrong with the table, when it is opened and when a row is read. */
function tableRefusal(error: unknown, file: string): unknown {
  const path = shown(file)
  if (error instanceof TableRefused) return refusal({ ...error.problem, path })
  return error instanceof FileProblem && error.code === 'binary' ? refusal({ code: 'encoding', path }) : error
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

/** What the file itself says is wrong with the row, as far as it matters: a column that is left out does not. */
function problemsOf({ cells, problems = [] }: Row, { headings, paths }: Plan, { words }: Context): string[] {
  const told = problems
    .filter(problem => problem.code === 'unpaired' || paths[problem.column] !== '')
    .map(problem =>
      words.importing.row(problem, problem.code === 'unpaired' ? '' : shown(headings[problem.column] ?? '')),
    )
  const isOdd = cells.length < headings.length || cells.slice(headings.length).some(cell => cell.trim() !== '')
  return told.length === 0 && isOdd ? [words.importing.cells(cells.length, headings.length)] : told
}

function filingOf(row: Row, plan: Plan, idOf: ReturnType<typeof codeIds>, context: Context): Made {
  const { paths, mapping } = plan
  const { words } = context
  const wrong = problemsOf(row, plan, context)
  if (wrong.length > 0) return { reasons: wrong }
  const own = paths.flatMap((path, index) => (path === '' ? [] : [{ path, text: row.cells[index] ?? '' }]))
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

/** False where one is there already. @throws UserError where the disk does not take it: the rows before it are there */
function isNew(folder: string, file: string, text: string): boolean {
  try {
    return writeNewFiling(folder, text)
  } catch (error) {
    throw refusedBySystem(error, file) ?? error
  }
}

/** Reads one row after the other. */
function rowImporter(plan: Plan, context: Context): (row: Row) => Done {
  const { headings, paths, mapping, out } = plan
  const names = new FolderNames()
  const idOf = codeIds(context)
  const nameColumn = mapping.folder === undefined ? paths.indexOf('sponsor.name') : headings.indexOf(mapping.folder)
  return row => {
    const { name, sameAs } = names.next(row.cells[nameColumn] ?? '', row.line)
    const file = join(out, name, 'icp.yaml')
    const made = filingOf(row, plan, idOf, context)
    if ('reasons' in made) return { file, reasons: made.reasons }
    if (!isNew(join(out, name), file, made.text))
      return { file, reasons: [context.words.importing.there(showFile(file))] }
    return { file, reasons: [], ...(sameAs === undefined ? {} : { sameAs }) }
  }
}

function writeMapping(file: string, { headings }: Table, paths: readonly string[], context: Context): Outcome {
  if (isThere(file)) throw refusal({ code: 'there', path: shown(file) })
  const columns = headings.flatMap((heading, index): [string, string][] =>
    heading === '' ? [] : [[heading, paths[index] ?? '']],
  )
  writeOutput(file, yamlOf({ columns: Object.fromEntries(columns), defaults: {} }))
  return { text: `${context.words.importing.mapWritten(showFile(file))}\n`, code: exit.ready }
}

type Write = (text: string) => Promise<void> | undefined

/** Tells every row as it is done; `rejected` gets those that are no filings. @returns how many rows there were */
async function importRows(
  rows: Table['rows'],
  rejected: RejectedRows,
  write: Write,
  plan: Plan,
  context: Context,
): Promise<number> {
  const say = context.words.importing
  const importRow = rowImporter(plan, context)
  let count = 0
  for await (const row of rows) {
    const { file, reasons, sameAs } = importRow(row)
    if (reasons.length > 0) rejected.add(row, [say.line(row.line), ...reasons])
    const told =
      reasons.length > 0
        ? say.rejected(row.line, reasons.join('; '))
        : `${say.imported(row.line, showFile(file))}${sameAs === undefined ? '' : say.sameName(sameAs)}`
    await write(`${visible(told)}\n`)
    count += 1
  }
  return count
}

/** How the table was understood. */
function talkOf(
  { headings, encoding, sheet }: Table,
  paths: readonly string[],
  { mapping, words }: Context & { mapping: Mapping },
): string[] {
  const say = words.importing
  const left = headings.filter((heading, at) => paths[at] === '' && heading !== '' && heading !== mapping.folder)
  return [
    ...(encoding === undefined ? [] : [say.readAs(encoding.toUpperCase())]),
    ...(sheet && sheet.others.length > 0 ? [say.sheet(shown(sheet.name), sheet.others.map(shown).join(', '))] : []),
    ...(left.length > 0 ? [say.left(left.map(shown).join(', '))] : []),
  ]
}

/** Of a workbook, which is an archive too; loaded only for one. */
const openZip: OpenZip = async (path, size) => (await import('../bundle/archive-reader.ts')).openZip(path, size)

/** Writes as it goes; none of the rows stays in memory. @throws UserError, FileProblem, YamlProblem, and the system's own error */
export async function importCommand(
  file: string,
  flags: ImportFlags,
  write: Write,
  context: Context,
): Promise<Outcome> {
  const say = context.words.importing
  try {
    const table = await readTable(file, openZip, flags.sheet)
    const mapping = readMapping(flags.map)
    const wanted = pathsOf(table.headings, mapping)
    if (flags.writeMap !== undefined) return writeMapping(flags.writeMap, table, firstOnly(wanted), context)
    const paths = withoutRepeats(wanted)
    if (paths.every(path => path === '')) throw refusal({ code: 'nothing-mapped', path: shown(file) })
    const plan = { headings: table.headings, paths, mapping, out: flags.out ?? '.' }
    const rejectedFile = join(plan.out, 'rejected.csv')
    if (isThere(rejectedFile)) throw refusal({ code: 'there', path: shown(rejectedFile) })
    const rejected = new RejectedRows(rejectedFile, [...table.headings, say.reasons], table.delimiter)
    const undo = context.whenStopped?.(() => rejected.finish())
    const count = await importRows(table.rows, rejected, write, plan, context).finally(() => {
      undo?.()
      rejected.finish()
    })
    if (count === 0) throw refusal({ code: 'no-rows', path: shown(file) })
    const counts = say.counts(count - rejected.count, rejected.count)
    const more = rejected.count > 0 ? [say.rejectedIn(showFile(rejectedFile))] : []
    const talk = talkOf(table, paths, { ...context, mapping })
    return {
      text: `${[counts, ...more].join('\n')}\n`,
      ...(talk.length > 0 ? { talk: talk.join('\n') } : {}),
      code: rejected.count > 0 ? exit.findings : exit.ready,
    }
  } catch (error) {
    throw tableRefusal(error, file)
  }
}
