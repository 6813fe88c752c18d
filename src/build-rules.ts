// Build step: compiles rules/ into dist/book/, where the program reads it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { writeCompiledBook } from './disk/compile-book.ts'
import { readRulesFolder } from './disk/rules-folder.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** GB/T 2260 as the lcn package lists it: six digits each, padded with zeros. */
function placeNames(): Record<string, string> {
  const file = createRequire(import.meta.url).resolve('lcn/data/data.json')
  const rows: { code: string; name: string }[] = JSON.parse(readFileSync(file, 'utf8'))
  return Object.fromEntries(rows.map(({ code, name }) => [code.replace(/(00){1,2}$/, ''), name]))
}

writeCompiledBook(readRulesFolder(here('../rules')), placeNames(), here('./book'))
