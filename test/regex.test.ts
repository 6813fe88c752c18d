// No expression of the program takes long, whatever text it is given: a letter a million times is no reason to wait.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseAst } from 'rolldown/parseAst'
import { expect, it } from 'vitest'

const src = fileURLToPath(new URL('../src', import.meta.url))
const timed = fileURLToPath(new URL('./trust/timed-regex.cjs', import.meta.url))

type Written = { readonly where: string; readonly pattern: string; readonly flags: string }

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function expressionsIn(node: unknown, where: string): Written[] {
  if (!isObject(node)) return []
  const regex: unknown = Reflect.get(node, 'regex')
  const own =
    isObject(regex) && 'pattern' in regex && 'flags' in regex
      ? [{ where, pattern: String(regex.pattern), flags: String(regex.flags) }]
      : []
  return [...own, ...Object.values(node).flatMap(below => expressionsIn(below, where))]
}

/** Some 400, of every floor. */
const all = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .flatMap(name => expressionsIn(parseAst(readFileSync(join(src, name), 'utf8'), { lang: 'ts' }), name))

/** Those whose time grows by more than the text; `undefined` where they never came to an end. */
const slowOf = (expressions: readonly Written[]): unknown => {
  const input = JSON.stringify(expressions)
  const { stdout } = spawnSync(process.execPath, [timed], { input, encoding: 'utf8', timeout: 60_000 })
  return stdout === '' ? undefined : JSON.parse(stdout)
}

it('takes a time that grows with the text and no faster', { timeout: 90_000 }, () => {
  expect(all.length).toBeGreaterThan(300)
  expect(slowOf(all)).toEqual([])
})

it.each([String.raw`\s*\n\s*`, '[一二三]+号', 'a+$', String.raw`\d\s*-?\s*号`])('notices %s', pattern => {
  expect(slowOf([{ where: 'here', pattern, flags: '' }])).toHaveLength(1)
})
