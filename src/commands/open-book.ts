// The rule book of a run: as shipped, or with a folder of rules of one's own over it.
import { CompiledBook } from '../disk/compiled-book.ts'
import { isThere } from '../disk/is-there.ts'
import type { Words } from '../locales/index.ts'
import { latest } from '../model/remember.ts'
import { RulesBroken } from './rules-broken.ts'
import { UserError } from './user-error.ts'

/** A process has one book as shipped, whatever it asks of it: what is worked out of it is worked out once. */
const shippedBook = latest((folder: string) => new CompiledBook(folder))

/** @throws UserError where there is no such folder, RulesBroken where the own folder has mistakes */
export async function openBook(
  shippedFolder: string,
  ownFolder: string | undefined,
  words: Words,
): Promise<CompiledBook> {
  const shipped = shippedBook(shippedFolder)
  if (ownFolder === undefined) return shipped
  if (!isThere(ownFolder)) throw new UserError({ code: 'missing', path: ownFolder })
  // YAML and the linter are needed for sheets of one's own only.
  const { readOwnRules } = await import('../disk/own-rules.ts')
  const own = readOwnRules(ownFolder, {
    common: shipped.common,
    ruleIds: sheet => shipped.sheet(sheet)?.rules.map(({ id }) => id) ?? [],
  })
  if ('problems' in own) throw new RulesBroken(ownFolder, own.problems, words)
  return new CompiledBook(shippedFolder, own)
}
