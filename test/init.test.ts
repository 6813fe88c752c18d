// `icp-prep init` without a terminal: examples, answers from a file, filings that are there already, calls that go wrong.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'

const program = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))
const longEnough = 120_000

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-init-'))
})

afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

function init(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'init', '--lang', 'en', ...args], {
    cwd: folder,
    input: '',
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: folder },
  })
  return { code: status, stdout, stderr }
}

const at = (...parts: string[]) => join(folder, ...parts)
const read = (...parts: string[]) => readFileSync(at(...parts), 'utf8')

describe('an example', () => {
  it.each(['enterprise-guangdong', 'individual-guangdong'])(
    '%s is ready, with a bundle that verifies',
    async name => {
      const { code, stdout, stderr } = init('demo', '--example', name)
      expect(stderr).toContain('made up')
      expect(stdout).toContain('Ready to submit')
      expect(code).toBe(0)
      expect(await verifyBag(at('demo', 'bundle'))).toEqual([])
    },
    longEnough,
  )

  it(
    'leaves a filing alone that is there already',
    () => {
      mkdirSync(at('mine'))
      writeFileSync(at('mine', 'icp.yaml'), '# mine\nicp: 1\n')
      expect(init('mine', '--example', 'enterprise-guangdong')).toMatchObject({ code: 2, stdout: '' })
      expect(read('mine', 'icp.yaml')).toBe('# mine\nicp: 1\n')
      expect(readdirSync(at('mine'))).toEqual(['icp.yaml'])
    },
    longEnough,
  )

  it(
    'that does not exist is refused with the names of those that do',
    () => {
      const { code, stderr } = init('demo', '--example', 'enterprise-shanghai')
      expect(code).toBe(2)
      expect(stderr).toContain('individual-guangdong')
      expect(existsSync(at('demo'))).toBe(false)
    },
    longEnough,
  )
})

describe('answers from a file', () => {
  beforeEach(() => {
    init('office', '--example', 'enterprise-guangdong')
  }, longEnough)

  it(
    'become the filing, comments and all, with the scans where they lie',
    async () => {
      const { code, stderr } = init('client', '--answers', 'office/icp.yaml')
      expect(stderr).toContain('saved client/icp.yaml')
      expect(code).toBe(0)
      expect(read('client', 'icp.yaml')).toContain('# A made-up company files its website')
      expect(read('client', 'icp.yaml')).toContain('file: "../office/materials/business-licence.jpg"')
      expect(await verifyBag(at('client', 'bundle'))).toEqual([])
    },
    longEnough,
  )

  it(
    'fill what a filing leaves open; what it says stays, and so do its comments',
    () => {
      mkdirSync(at('client'))
      writeFileSync(
        at('client', 'icp.yaml'),
        '# ours\nicp: 1\nsponsor:\n  remark: 已核对 # on Monday\nmaterials: [{ is: business-licence, file: ours.jpg }]\n',
      )
      init('client', '--answers', 'office/icp.yaml')
      const text = read('client', 'icp.yaml')
      expect(text).toMatch(/^# ours\n/)
      expect(text).toContain('remark: 已核对 # on Monday')
      expect(text).toContain('name: 深圳市海风软件有限公司')
      expect(text).toContain('{ is: business-licence, file: ours.jpg }')
      expect(text.match(/is: business-licence/g)).toHaveLength(1)
    },
    longEnough,
  )

  it(
    'that leave questions open are refused; the questions are named and nothing is written',
    () => {
      writeFileSync(at('few.yaml'), 'icp: 1\nprovince: 广东\n')
      const { code, stdout, stderr } = init('client', '--answers', 'few.yaml')
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toContain('sponsor.kind  sponsor kind')
      expect(stderr).not.toMatch(/^ {2}province/m)
      expect(existsSync(at('client'))).toBe(false)
    },
    longEnough,
  )

  it.each([
    ['is missing', 'nowhere.yaml', undefined],
    ['is no YAML', 'answers.yaml', 'icp: 1\nsponsor: [\n'],
    ['has an unknown key', 'answers.yaml', 'icp: 1\nsponsr: {}\n'],
  ])(
    'from a file that %s: the file is named',
    (_what, file, text) => {
      if (text !== undefined) writeFileSync(at(file), text)
      const { code, stderr } = init('client', '--answers', file)
      expect(code).toBe(2)
      expect(stderr).toContain(file)
      expect(existsSync(at('client'))).toBe(false)
    },
    longEnough,
  )
})

describe('without a terminal', () => {
  it(
    'open questions are named by their place in the file, and nothing is written',
    () => {
      const { code, stdout, stderr } = init('new')
      expect(code).toBe(2)
      expect(stdout).toBe('')
      expect(stderr).toMatch(/^ {2}province {2}province of the filing$/m)
      expect(readdirSync(folder)).toEqual([])
    },
    longEnough,
  )

  it(
    'a filing that leaves nothing open is reported and packed, and stays as it is',
    async () => {
      init('demo', '--example', 'individual-guangdong')
      const before = read('demo', 'icp.yaml')
      rmSync(at('demo', 'bundle'), { recursive: true })
      const { code, stdout } = init('demo')
      expect(code).toBe(0)
      expect(stdout).toContain('Bundle written to demo/bundle')
      expect(read('demo', 'icp.yaml')).toBe(before)
      expect(await verifyBag(at('demo', 'bundle'))).toEqual([])
    },
    longEnough,
  )

  it.each([
    ['an unknown key', 'icp: 1\nprovnce: guangdong\n', 'mine/icp.yaml:2:1 '],
    ['a value of the wrong kind', 'icp: 1\nservices: no\n', 'mine/icp.yaml:2:11 '],
    ['no YAML', 'icp: 1\n  sponsor: x\n y', 'mine/icp.yaml:2:10 '],
  ])(
    'a filing with %s is told at its place and left alone',
    (_what, text, place) => {
      mkdirSync(at('mine'))
      writeFileSync(at('mine', 'icp.yaml'), text)
      const { code, stderr } = init('mine')
      expect(code).toBe(2)
      expect(stderr).toContain(place)
      expect(read('mine', 'icp.yaml')).toBe(text)
    },
    longEnough,
  )

  it(
    'a file where the folder should be is refused',
    () => {
      writeFileSync(at('notes.txt'), 'mine')
      for (const path of ['notes.txt', join('notes.txt', 'new')]) {
        expect(init(path)).toMatchObject({ code: 2, stderr: expect.stringContaining(`${path} is not a folder`) })
      }
      expect(read('notes.txt')).toBe('mine')
    },
    longEnough,
  )

  it(
    'a folder called bundle that is none is not replaced, and the report is told all the same',
    () => {
      init('demo', '--example', 'individual-guangdong')
      rmSync(at('demo', 'bundle'), { recursive: true })
      mkdirSync(at('demo', 'bundle'))
      writeFileSync(at('demo', 'bundle', 'mine.txt'), 'mine')
      const { code, stdout, stderr } = init('demo')
      expect(code).toBe(2)
      expect(stdout).toContain('Ready to submit')
      expect(stderr).toContain('no bundle was written')
      expect(read('demo', 'bundle', 'mine.txt')).toBe('mine')
    },
    longEnough,
  )

  it.skipIf(process.getuid?.() === 0)(
    'a folder nobody may write to is told by its name',
    () => {
      init('office', '--example', 'individual-guangdong')
      mkdirSync(at('closed'))
      chmodSync(at('closed'), 0o500)
      expect(init('closed', '--answers', 'office/icp.yaml')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('closed'),
      })
      expect(readdirSync(at('closed'))).toEqual([])
    },
    longEnough,
  )
})
