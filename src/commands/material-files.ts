// What lies where the filing's materials should be: which files there are, and what their first bytes say they are.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { leadsOutside } from '../disk/leads-outside.ts'
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

/** What a paper can be. */
const papers =
  /^(?:jpeg|png|webp|tiff|gif|bmp|avif|heic|heif|jxl|pdf|mp4|mov|m4v|m4a|mj2|qt|3gp|3g2|avi|mkv|webm|wmv|asf|flv|mpg)$/

/** The path of a file; undefined for folders, devices and what does not exist. No file has NUL in its name. */
export function fileAt(folder: string, name: string): string | undefined {
  const path = resolve(folder, name)
  return !name.includes('\0') && statSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : undefined
}

/**
 * By the name the filing gives them; folders and what does not exist are left out, and what lies outside its folder and
 * is no paper: a filing of a stranger could name a key. Throws the system's own errors.
 */
export async function materialFiles(filing: Filing, folder: string): Promise<ReadonlyMap<string, SeenFile>> {
  const seen = new Map<string, SeenFile>()
  for (const name of filesNamedIn(filing)) {
    const source = fileAt(folder, name)
    if (source === undefined) continue
    const kind = await kindOf(firstBytes(source, headBytes))
    if (papers.test(kind) || !leadsOutside(source, folder)) seen.set(name, { source, kind })
  }
  return seen
}
