// Terminals of hardly any width: what is told there is what is told in a wide one, only broken into more lines.
import { spawn } from '@lydell/node-pty'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bin, run } from './trust/program.ts'

const longEnough = 120_000
const narrow = [0, 1, 2, 10]
const wide = 240
/** The shell prints it when the program has ended: what comes before it is everything. */
const ended = '\u0004'
const interrupt = '\u0003'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-narrow-'))
  run(['init', '.', '--example', 'enterprise-guangdong'], { cwd: folder })
  const filing = join(folder, 'icp.yaml')
  writeFileSync(filing, readFileSync(filing, 'utf8').replaceAll('cn-shenzhen', 'ap-southeast-1'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A terminal cannot be opened without any column, only be told so later. Where a list is asked, Ctrl-C is pressed. */
function told(args: readonly string[], columns: number): Promise<string> {
  const script = `stty cols ${columns} && "$@"; printf '(%s)\\004' $?`
  const pty = spawn('/bin/sh', ['-c', script, 'sh', process.execPath, bin, ...args], {
    cwd: folder,
    cols: wide,
    rows: 50,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, TERM: 'xterm-256color' },
  })
  return new Promise(resolve => {
    let text = ''
    let isAsked = false
    pty.onData(data => {
      text += data
      if (!isAsked && text.includes('❯')) {
        isAsked = true
        pty.write(interrupt)
      }
      if (text.endsWith(ended)) resolve(text)
    })
  })
}

// eslint-disable-next-line no-control-regex
const controls = /\u001B\[[\d;?]*[A-Za-z]|\u0004/g
const letters = (text: string) => text.replaceAll(controls, '').replaceAll(/\s|[─-╿]/g, '')

describe.each([['zh'], ['en']])('in %s', language => {
  it.each([
    ['the findings', ['check', '.']],
    ['the help', ['--help']],
    ['where a filing stands', ['status', '.']],
    ['a comparison', ['compare', '.', '--provinces', 'guangdong,beijing', '--providers', 'aliyun']],
    ['a rule', ['rules', 'explain', 'guangdong/domain-owner']],
  ])(
    '%s: no word is lost',
    async (_, args) => {
      const whole = letters(await told([...args, '--lang', language], wide))
      expect(whole.length).toBeGreaterThan(200)
      for (const columns of narrow) expect(letters(await told([...args, '--lang', language], columns))).toBe(whole)
    },
    longEnough,
  )
})

it.each(narrow)('in %i columns a question is asked, and Ctrl-C ends it as ever', async columns => {
  const text = await told(['init', mkdtempSync(join(folder, 'asked-')), '--lang', 'en'], columns)
  expect(text).toContain('❯')
  expect(text).not.toMatch(/^ +at /m)
  expect(text.endsWith(`(130)${ended}`)).toBe(true)
})
