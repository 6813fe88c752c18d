// Bags written by hand, as other tools write them, or as nobody should.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Text or bytes under each path, in this order; `{sha256 data/a}` becomes the checksum of that file. */
export function makeBag(bag: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(bag, path)), { recursive: true })
    const filled =
      typeof content === 'string'
        ? content.replaceAll(/\{([\w-]+) ([^}]+)\}/g, (_, algorithm: string, name: string) =>
            createHash(algorithm)
              .update(readFileSync(join(bag, name)))
              .digest('hex'),
          )
        : content
    writeFileSync(join(bag, path), filled)
  }
  return bag
}

export const declared = (version: string, encoding = 'UTF-8'): string =>
  `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`
