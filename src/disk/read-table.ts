// A table out of a file: CSV or a workbook, told apart by what the file holds.
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { readCsv } from './csv-table.ts'
import { FileProblem, problemOf, systemCode } from './read-file.ts'
import { TableRefused, type Table } from './table.ts'
import type { OpenZip } from './workbook-parts.ts'

const zip = 'PK\u0003\u0004'
/** Of Excel before 2007, and of any workbook with a password. */
const compound = '\xd0\xcf\x11\xe0'

/** @throws FileProblem, TableRefused */
export async function readTable(path: string, openZip: OpenZip, sheet?: string): Promise<Table> {
  const mark = firstBytes(path)
  if (mark === zip) {
    const { readWorkbook } = await import('./workbook.ts')
    return readWorkbook(path, sheet, openZip)
  }
  if (mark === compound || /\.(xlsx|xlsm|xls|ods|et)$/i.test(path)) throw new TableRefused({ code: 'workbook-kind' })
  if (sheet !== undefined) throw new TableRefused({ code: 'sheet-of-csv' })
  return readCsv(path)
}

/** Nothing of a pipe, which gives its bytes only once. */
function firstBytes(path: string): string {
  let file: number | undefined
  try {
    if (statSync(path).isFIFO()) return ''
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(4)
    return bytes.subarray(0, readSync(file, bytes, 0, 4, 0)).toString('latin1')
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ESPIPE') return ''
    throw new FileProblem(problemOf(code), path, error)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
