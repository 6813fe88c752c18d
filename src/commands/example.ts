// A complete made-up filing, written with its made-up scans; its days are counted from today.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { writeTogether } from '../disk/write-together.ts'
import { addDays } from '../model/calendar.ts'
import type { Context } from './context.ts'
import { refusedBySystem } from './refused-by-system.ts'
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

/** @throws UserError where there is no such example, the folder holds a filing already, or the disk does not take it */
export function writeExample(name: string, dir: string, { today, rulesFolder }: ExampleContext): void {
  const known = namesIn(rulesFolder)
  if (!known.includes(name)) throw new UserError({ code: 'wrong-option', option: '--example', got: name, known })
  const target = join(dir, 'icp.yaml')
  if (isThere(target)) throw new UserError({ code: 'filing-exists', path: target })
  const source = join(rulesFolder, 'examples', name)
  const text = readFileSync(join(source, 'icp.yaml'), 'utf8')
  const scans = readdirSync(join(source, 'materials')).map(file => ({
    path: join(dir, 'materials', file),
    data: readFileSync(join(source, 'materials', file)),
  }))
  const dated = text.replace(relativeDay, (_, days: string) => addDays(today, Number(days)))
  try {
    writeTogether([...scans, { path: target, data: dated }])
  } catch (error) {
    throw refusedBySystem(error, target) ?? error
  }
}
