// What `pack` says of the bundle it wrote: where it lies, what is missing in it, how to verify it.
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { join } from 'node:path'
import type { Packing } from '../bundle/packing.ts'
import type { Bundle } from '../bundle/plan.ts'
import { bagWords } from '../locales/bag-words.ts'
import type { Shape } from './pack-shape.ts'
import { shellWord } from './shell-word.ts'

/** As many as one glance takes in. */
const shortList = 5

/** `isReported`: how ready the filing is has just been told. */
export function told(
  { target, is, recipients }: Shape,
  { missing }: Bundle,
  { summary, words, forms }: Packing,
  count: number,
  isReported: boolean,
): string {
  const { packed } = words.pages
  const own = bagWords[words.language].packed
  const rest = missing.length > shortList ? [packed.andMore(missing.length - shortList)] : []
  const identity = is === 'sealed' ? ` --identity ${own.identityFile}` : ''
  // A folder may be named by the number of a person, and this is read in logs.
  return maskNumbers(
    [
      packed.written(visible(target), count),
      ...(is === 'sealed' ? [own.sealed(recipients.length)] : []),
      ...(isReported ? [] : [summary]),
      ...(missing.length > 0 ? [packed.missing([...missing.slice(0, shortList), ...rest])] : []),
      ...(forms && forms.files.length > 0 ? [words.forms.toSign(forms.count)] : []),
      ...(is === 'folder'
        ? [packed.see(visible(join(target, 'data', 'checklist.html')))]
        : [own.inside('data/checklist.html')]),
      packed.verify(`icp-prep check ${shellWord(target)}${identity}`),
    ].join('\n'),
  )
}
