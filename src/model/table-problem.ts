// What can be wrong with a table and with its rows.

/** What is wrong with one cell, or with the whole row; `column` counts from 0. */
export type RowProblem =
  | { readonly code: 'unpaired' }
  | { readonly code: 'digits' | 'no-value' | 'error-value'; readonly column: number; readonly text: string }

export type TableProblem =
  | { readonly code: 'empty' | 'quotes' | 'workbook-kind' | 'workbook-damaged' | 'workbook-far' | 'no-workbook-reader' }
  | { readonly code: 'no-sheet'; readonly name: string; readonly known: readonly string[] }
  | { readonly code: 'sheet-of-csv' }
