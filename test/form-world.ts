// A world to print in: the shipped rules and texts, and filings of an enterprise and of an individual that are changed a little.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formBookOf } from '../src/commands/forms.ts'
import { idLookup, judgeFiling } from '../src/commands/judge-filing.ts'
import type { Context } from '../src/commands/context.ts'
import { CompiledBook } from '../src/disk/compiled-book.ts'
import { parseFiling } from '../src/disk/filing.ts'
import type { FormBook } from '../src/forms/form-book.ts'
import { addDays } from '../src/model/calendar.ts'
import { languages } from '../src/locales/index.ts'
import type { Finding } from '../src/rules/finding.ts'

export const today = '2026-12-01'

export const context: Context = {
  words: languages.en,
  today,
  on: undefined,
  book: new CompiledBook(join(process.cwd(), 'dist', 'book')),
  version: '9.9.9',
}

const example = (name: string) =>
  readFileSync(join(process.cwd(), 'rules', 'examples', name, 'icp.yaml'), 'utf8').replaceAll(
    /\{\{([+-]\d+)\}\}/g,
    (_, days: string) => addDays(today, Number(days)),
  )

export const enterprise = example('enterprise-guangdong')
export const individual = example('individual-guangdong')

/** The text with each replacement made; one that finds nothing is a mistake of the test. */
export const changed = (text: string, ...changes: readonly (readonly [from: string | RegExp, to: string])[]): string =>
  changes.reduce((at, [from, to]) => {
    const after = at.replace(from, to)
    if (after === at) throw new Error(`nothing to replace: ${String(from)}`)
    return after
  }, text)

/** Without the entry of this material, whichever way it is written. */
export const without = (text: string, material: string): string =>
  changed(text, [new RegExp(`  - (\\{ )?is: ${material}[^]*?(?=\n  - |$)\n?`), ''])

export const withMaterial = (text: string, entry: string): string => `${text.trimEnd()}\n  - ${entry}\n`

export type Judged = { readonly findings: readonly Finding[]; readonly book: FormBook }

export function judged(text: string): Judged {
  const read = parseFiling(text, idLookup(context))
  if (read.is === 'malformed') throw new Error(JSON.stringify(read.problems))
  const reported = judgeFiling(read.filing, context)
  return { findings: reported.judgement.findings, book: formBookOf(reported, context) }
}
