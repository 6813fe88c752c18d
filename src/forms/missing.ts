// Characters that the font cannot draw: in an answer they leave room to be written by hand, and are named.
import { textsIn, type Block, type Run, type Runs } from './block.ts'
import type { Font } from './font.ts'

/** Of the form's own words, each character once: with one of them missing the form cannot be printed. */
export function missingFromText(texts: readonly string[], { has }: Pick<Font, 'has'>): string[] {
  return [...new Set(texts.flatMap(text => [...text]))].filter(character => character !== ' ' && !has(character))
}

export type Drawable = { readonly blocks: readonly Block[]; readonly missing: readonly string[] }

/** The same blocks with room in place of what is missing from the answers. */
export function drawable(blocks: readonly Block[], font: Pick<Font, 'has'>): Drawable {
  const missing = missingFromText(blocks.flatMap(textsIn), font)
  if (missing.length === 0) return { blocks, missing }
  const gone = new Set(missing)
  return { blocks: blocks.map(block => withRoom(block, gone)), missing }
}

function withRoom(block: Block, gone: ReadonlySet<string>): Block {
  const room = (runs: Runs): Runs => runs.flatMap(run => (run.is === 'blank' ? [run] : split(run, gone)))
  if (block.is === 'columns') return { ...block, cells: block.cells.map(room) }
  return 'runs' in block ? { ...block, runs: room(block.runs) } : block
}

function split({ is, text }: Exclude<Run, { is: 'blank' }>, gone: ReadonlySet<string>): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const last = runs.at(-1)
    if (gone.has(character)) runs.push({ is: 'blank', characters: 1 })
    else if (last && last.is !== 'blank') runs[runs.length - 1] = { is, text: last.text + character }
    else runs.push({ is, text: character })
  }
  return runs
}

/** The words the form itself brings: everything but the answers. */
export function ownTexts(blocks: readonly Block[]): string[] {
  const words = (runs: Runs) => runs.flatMap(run => (run.is === 'text' ? [run.text] : []))
  return blocks.flatMap(block => {
    if ('label' in block) return block.is === 'row' ? [block.label, ...words(block.runs)] : [block.label]
    if (block.is === 'columns') return block.cells.flatMap(words)
    return block.is === 'space' ? [] : words(block.runs)
  })
}
