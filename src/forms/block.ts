// What a form prints, in order, with its answers in place: nothing is left to decide but where lines and pages break.

/** `value`: an answer; `blank`: room for so many characters, to be filled in by hand. */
export type Run =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'value'; readonly text: string }
  | { readonly is: 'blank'; readonly characters: number }

export type Runs = readonly Run[]

/** An empty list of runs is an answer that is not known yet: room to write it. */
export type Block =
  | { readonly is: 'title' | 'heading'; readonly runs: Runs; readonly en?: string }
  | { readonly is: 'paragraph' | 'to' | 'note' | 'copy'; readonly runs: Runs }
  | { readonly is: 'row'; readonly label: string; readonly runs: Runs }
  | { readonly is: 'columns'; readonly cells: readonly Runs[]; readonly isHead: boolean }
  | { readonly is: 'sign' | 'seal' | 'fingerprint' | 'date'; readonly label: string }
  | { readonly is: 'space'; readonly lines: number }

export const textOf = (runs: Runs): string =>
  runs.map(run => (run.is === 'blank' ? ' '.repeat(run.characters) : run.text)).join('')

/** Every text of the block, labels included; the meaning in English is not part of the form. */
export function textsIn(block: Block): readonly string[] {
  if ('label' in block) return block.is === 'row' ? [block.label, textOf(block.runs)] : [block.label]
  if (block.is === 'columns') return block.cells.map(textOf)
  return block.is === 'space' ? [' '.repeat(block.lines)] : [textOf(block.runs)]
}

/** The runs of the block, as they stand. */
export function runsIn(block: Block): Runs {
  if ('runs' in block) return block.runs
  return block.is === 'columns' ? block.cells.flat() : []
}
