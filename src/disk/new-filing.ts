// A filing written into a folder of its own, where none is yet.
import { lstatSync, mkdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { entryLines } from './answer-text.ts'
import type { Draft } from './answer-text.ts'
import { asOnlyWriter } from './one-writer.ts'
import { writeFileAtomically } from './write-file.ts'

/** Also true for a link that leads nowhere. */
export const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined

export const yamlOf = (tree: { [key: string]: Draft }) =>
  Object.entries(tree)
    .flatMap(([key, value]) => entryLines(key, value))
    .map(line => `${line}\n`)
    .join('')

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** A name every file system takes, of one folder and no other; '' where nothing is left. */
export function folderName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu, '-')
    .replace(/^[\s.-]+/, '')
  return [...plain]
    .slice(0, 60)
    .join('')
    .replace(/(?<![\s.])[\s.]+$/, '')
    .replace(reserved, '_$1')
}

/** False where something of that name is there already. @throws the system's own error; then nothing new is there */
export function writeNewFiling(folder: string, text: string): boolean {
  const file = join(folder, 'icp.yaml')
  if (isThere(folder) && !lstatSync(folder).isDirectory()) return false
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 })
  try {
    return asOnlyWriter(folder, () => {
      if (isThere(file)) return false
      writeFileAtomically(file, text)
      return true
    })
  } catch (error) {
    if (made !== undefined) removeIfEmpty(folder)
    throw error
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else has put something there meanwhile.
  }
}
