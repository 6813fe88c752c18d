// A complete made-up filing, written with its made-up scans; its days are counted from today.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '../disk/write-file.ts'
import { addDays } from '../model/calendar.ts'
import type { Context } from './context.ts'
import { UserError } from './user-error.ts'

/** `{{+400}}` in the example's text is the day 400 days from today, `{{-3}}` three days ago. */
const relativeDay = /\{\{([+-]\d+)\}\}/g

type ExampleContext = Context & { readonly rulesFolder: string }

const namesIn = (rulesFolder: string) => readdirSync(join(rulesFolder, 'examples')).sort()

/** `--example DIR` reads as an example in that folder where no example has that name. */
export function chooseExample(
  given: string | true,
  dir: string | undefined,
  { rulesFolder }: ExampleContext,
): { readonly name: string; readonly dir: string } {
  const [first = ''] = namesIn(rulesFolder)
  if (given === true) return { name: first, dir: dir ?? '.' }
  const isFolder = dir === undefined && !namesIn(rulesFolder).includes(given)
  return isFolder ? { name: first, dir: given } : { name: given, dir: dir ?? '.' }
}

/** @throws UserError where there is no such example, or the folder holds a filing already */
export function writeExample(name: string, dir: string, { today, rulesFolder }: ExampleContext): void {
  const known = namesIn(rulesFolder)
  if (!known.includes(name)) throw new UserError({ code: 'wrong-option', option: '--example', got: name, known })
  const target = join(dir, 'icp.yaml')
  if (existsSync(target)) throw new UserError({ code: 'filing-exists', path: target })
  const source = join(rulesFolder, 'examples', name)
  const text = readFileSync(join(source, 'icp.yaml'), 'utf8')
  mkdirSync(join(dir, 'materials'), { recursive: true, mode: 0o700 })
  for (const file of readdirSync(join(source, 'materials'))) {
    copyFileSync(join(source, 'materials', file), join(dir, 'materials', file))
  }
  writeFileAtomically(
    target,
    text.replace(relativeDay, (_, days: string) => addDays(today, Number(days))),
  )
}
