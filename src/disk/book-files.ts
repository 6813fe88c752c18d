// The files of a compiled book: `.json` in ASCII, `.words` in UTF-16, one JSON text a line. Neither needs decoding.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const escaped = (text: string) =>
  text.replace(/[^\0-\x7F]/g, unit => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

export function writeJson(folder: string, name: string, value: unknown): void {
  writeFileSync(join(folder, `${name}.json`), escaped(JSON.stringify(value)), 'latin1')
}

/** Undefined where there is no such file. */
export function readJson(folder: string, name: string) {
  const file = join(folder, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'latin1')) : undefined
}

export function writeWords(folder: string, name: string, lines: readonly string[]): void {
  writeFileSync(join(folder, `${name}.words`), lines.join('\n'), 'utf16le')
}

/** The file is read with the first line that is asked for. */
export function wordsIn(folder: string, name: string): (index: number) => string {
  let lines: readonly string[] | undefined
  return index => {
    lines ??= readFileSync(join(folder, `${name}.words`), 'utf16le').split('\n')
    return lines[index] ?? 'null'
  }
}
