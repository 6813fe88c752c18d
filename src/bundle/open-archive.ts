/* A bundle in an archive, sealed or not: opened in a private folder for as long as somebody looks at it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { bagIn } from './find-bag.ts'
import { inPrivateFolder, type MakeFolder, type WhenStopped } from './private-folder.ts'
import { readArchive } from './read-archive.ts'
import { unpack } from './unpack.ts'
import { unseal } from './unseal.ts'

/** What is opened by its name: `.zip`, sealed `.age`. */
export const isSealedName = (path: string): boolean => /\.age$/i.test(path)

/**
 * `make`: a folder to open it in. `use` is given the bag's folder, which is gone when this returns. `identities`: `AGE-SECRET-KEY-1…`.
 * Throws BundleRefused, the system's error, or what `use` throws.
 */
export function openArchive<T>(
  path: string,
  identities: readonly string[],
  { make, whenStopped }: { readonly make: MakeFolder; readonly whenStopped: WhenStopped },
  use: (bag: string) => Promise<T>,
): Promise<T> {
  return inPrivateFolder(make, whenStopped, async folder => {
    const archive = isSealedName(path) ? join(folder, 'unsealed.zip') : path
    if (archive !== path) await unseal(path, identities, archive)
    const unpacked = join(folder, 'unpacked')
    mkdirSync(unpacked, { mode: 0o700 })
    const bag = await readArchive(archive, async (files, zip) => {
      const inside = bagIn(files.map(file => file.path))
      await unpack(files, zip, unpacked)
      return join(unpacked, inside)
    })
    return use(bag)
  })
}
