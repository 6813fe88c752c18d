// What a table is, wherever it comes from: headings, and rows that are read one by one.
import type { RowProblem, TableProblem } from '../model/table-problem.ts'

export type Row = {
  /** of the file, or of the sheet; counted from 1 */
  readonly line: number
  readonly cells: readonly string[]
  readonly problems?: readonly RowProblem[]
}

/** Rows are read as they are asked for, once. */
export type Table = {
  readonly delimiter: string
  readonly headings: readonly string[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** where it is not UTF-8 */
  readonly encoding?: string
  /** of a workbook: the sheet that was taken, and those that were not */
  readonly sheet?: { readonly name: string; readonly others: readonly string[] }
}

/** Also thrown while rows are read. The sentence is written elsewhere. */
export class TableRefused extends Error {
  readonly problem: TableProblem

  constructor(problem: TableProblem) {
    super(problem.code)
    this.problem = problem
  }
}
