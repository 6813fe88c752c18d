/* The checksums a verified bag gives for its payload. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameReadings } from './bag-name.ts'
import { inPayload, readManifest } from './read-manifest.ts'

/** Path relative to `data/` → lower-case hex. Only for bags of ours: 1.0, UTF-8. Throws the system's error. */
export function bagSums(bag: string, algorithm: string): Map<string, string> {
  const file = `manifest-${algorithm}.txt`
  const locate = (written: string) => ({ name: nameReadings(written, '1.0')[0] ?? written, as: 'rule' }) as const
  const { listed } = readManifest(file, readFileSync(join(bag, file), 'utf8'), {
    version: '1.0',
    place: inPayload,
    locate,
  })
  return new Map([...listed].map(([name, sum]) => [name.slice('data/'.length), sum]))
}
