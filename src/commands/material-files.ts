// What lies where the filing's materials should be: which files there are, and what their first bytes say they are.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { firstBytes } from '../bundle/first-bytes.ts'
import type { SeenFile } from '../bundle/slots.ts'
import { kindOf } from '../materials/kind.ts'
import type { Filing } from '../model/filing.ts'

/** Enough for every kind of file that is told by its head. */
const headBytes = 4100

/** Scans and icons. */
export function filesNamedIn({ materials, services }: Filing): Set<string> {
  const files = (materials ?? []).flatMap(({ file }) => file ?? [])
  const icons = (services ?? []).flatMap(({ app }) => app?.icon ?? [])
  return new Set([...files, ...icons])
}

/** By the name the filing gives them; folders and what does not exist are left out. Throws the system's own errors. */
export async function materialFiles(filing: Filing, folder: string): Promise<ReadonlyMap<string, SeenFile>> {
  const seen = new Map<string, SeenFile>()
  for (const name of filesNamedIn(filing)) {
    const source = resolve(folder, name)
    if (statSync(source, { throwIfNoEntry: false })?.isFile() !== true) continue
    seen.set(name, { source, kind: await kindOf(firstBytes(source, headBytes)) })
  }
  return seen
}
