// A complete made-up filing, written with its made-up scans; its days are counted from today.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFileAtomically } from '../disk/write-file.ts'
import { addDays } from '../model/calendar.ts'
import type { Context } from './context.ts'
import { UserError } from './user-error.ts'

/** `{{+400}}` in the example's text is the day 400 days from today, `{{-3}}` three days ago. */
const relativeDay = /\{\{([+-]\d+)\}\}/g

/** @throws UserError where there is no such example, or the folder holds a filing already */
export function writeExample(name: string, dir: string, { today, rulesFolder }: Context & { readonly rulesFolder: string }): void {
  const examples = join(rulesFolder, 'examples')
  const known = readdirSync(examples).sort()
  if (!known.includes(name)) throw new UserError({ code: 'wrong-option', option: '--example', got: name, known })
  const target = join(dir, 'icp.yaml')
  if (existsSync(target)) throw new UserError({ code: 'filing-exists', path: target })
  const text = readFileSync(join(examples, name, 'icp.yaml'), 'utf8')
  mkdirSync(join(dir, 'materials'), { recursive: true })
  for (const file of readdirSync(join(examples, name, 'materials'))) {
    copyFileSync(join(examples, name, 'materials', file), join(dir, 'materials', file))
  }
  writeFileAtomically(target, text.replace(relativeDay, (_, days: string) => addDays(today, Number(days))))
}
