// What a run knows already: findings of a baseline are marked, those gone are told, a new baseline is written.
import type { Words } from '../locales/index.ts'
import type { GoneFinding } from '../report/reported.ts'
import { visible } from '../model/visible.ts'
import type { CheckOptions, Results } from './check.ts'
import type { Context } from './context.ts'

/** Marks what is known; what a baseline is written of is known from then on. */
export async function withKnown(
  { all, unusable }: Results,
  { baseline, writeBaseline }: CheckOptions,
  { words }: Context,
): Promise<Results & { readonly gone?: readonly GoneFinding[]; readonly talk: readonly string[] }> {
  const told = unusable.map(({ message }) => message)
  const file = writeBaseline ?? baseline
  if (file === undefined) return { all, unusable, talk: told }
  const { compareWith, openBaseline, saveBaseline } = await import('./baseline.ts')
  const entries = writeBaseline === undefined ? openBaseline(file) : saveBaseline(file, all)
  const compared = compareWith(file, entries, all)
  const { ci } = words
  const news =
    writeBaseline === undefined ? goneLines(compared.gone, words) : [ci.baselineWritten(visible(file), entries.length)]
  return { ...compared, unusable, talk: [...told, ...news] }
}

/** As many as one wants to read in a log; reports have them all. */
const mostGone = 20

export function goneLines(gone: readonly GoneFinding[], { ci }: Words): string[] {
  if (gone.length === 0) return []
  return [...gone.slice(0, mostGone).map(({ rule, file }) => ci.gone(rule, visible(file))), ci.goneCount(gone.length)]
}
