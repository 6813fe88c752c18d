// `--shard i/n`: the share of one worker of an array job, every n-th from the i-th on.
import { UserError } from './user-error.ts'

/** `mine` takes a position counted from 0. */
export type Shard = { readonly mine: (position: number) => boolean }

const whole: Shard = { mine: () => true }
const most = 100_000

/** @throws UserError for what is not `i/n` with 1 ≤ i ≤ n */
export function shardOf(written: string | undefined): Shard {
  if (written === undefined) return whole
  const [, first = '', second = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? []
  const [index, count] = [Number(first), Number(second)]
  if (index < 1 || count < index || count > most) {
    throw new UserError({ code: 'wrong-option', option: '--shard', got: written, known: ['1/n', '2/n', '…', 'n/n'] })
  }
  return { mine: position => position % count === index - 1 }
}
