// A disk that is really full, in the middle of init and attach; a terminal and another program at one filing.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { Terminal, found, line } from './terminal.ts'
import { filesBelow, run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-full-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const scan = fileURLToPath(
  new URL('../rules/examples/enterprise-guangdong/materials/business-licence.jpg', import.meta.url),
)

let count = 0
/** A file system of so many kilobytes; undefined where the machine lets none be made. */
function mounted(kilobytes: number): string | undefined {
  const at = join(folder, `disk-${(count += 1)}`)
  mkdirSync(at)
  if (process.getuid?.() !== 0) return undefined
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', at]).status === 0 ? at : undefined
}
const unmount = (at: string) => spawnSync('umount', [at])
const canMount = (() => {
  const at = mounted(100)
  if (at !== undefined) unmount(at)
  return at !== undefined
})()

let bare = ''
let whole = ''
beforeAll(() => {
  run(['init', 'filing', '--example', 'enterprise-guangdong'], { cwd: folder })
  whole = readFileSync(join(folder, 'filing', 'icp.yaml'), 'utf8')
  bare = whole.replace(/^materials:\n(?:[ #].*\n)+/m, '')
}, 60_000)

/** Sizes at which the disk is full at another moment each. */
const sizes = Array.from({ length: 14 }, (_, index) => 40 * 1.5 ** index).map(Math.round)

describe.skipIf(!canMount)('on a disk of few kilobytes', () => {
  it('init leaves a whole filing or none, a whole bundle or none, and tells what is missing', async () => {
    const ends = new Set<string>()
    for (const size of sizes) {
      const at = mounted(size) ?? ''
      try {
        const { status, stderr } = run(['init', at, '--example', 'enterprise-guangdong', '--lang', 'en'], {
          cwd: folder,
        })
        const isSaved = existsSync(join(at, 'icp.yaml'))
        const isPacked = existsSync(join(at, 'bundle'))
        ends.add(`${isSaved} ${isPacked}`)
        const text = isSaved ? readFileSync(join(at, 'icp.yaml'), 'utf8') : ''
        expect(['', whole]).toContain(text)
        expect(isPacked ? await verifyBag(join(at, 'bundle')) : []).toEqual([])
        expect(isSaved || isPacked ? [] : filesBelow(at)).toEqual([])
        expect(readdirSync(at).filter(name => name.startsWith('.'))).toEqual([])
        const isTold = status === 2 && /the disk is full, .*(?:icp\.yaml|bundle) was not written/.test(stderr)
        expect(isTold).toBe(!isPacked)
      } finally {
        unmount(at)
      }
    }
    expect(ends).toEqual(new Set(['false false', 'true false', 'true true']))
  }, 120_000)

  it('attach leaves the filing with its paper, or as it was', () => {
    const ends = new Set<boolean>()
    for (const size of sizes.filter(each => each < 1000)) {
      const at = mounted(size) ?? ''
      try {
        writeFileSync(join(at, 'icp.yaml'), bare)
        const call = ['attach', scan, '--as', 'business-licence', '--dir', at, '--lang', 'en']
        const { status, stdout } = run(call, { cwd: folder })
        const text = readFileSync(join(at, 'icp.yaml'), 'utf8')
        const isAttached = text !== bare
        ends.add(isAttached)
        const files = filesBelow(at).map(name => name.replace(/originals\/.*\.jpg$/, 'originals/*'))
        const attached = ['icp.yaml', 'materials/business-licence.jpg', 'materials/originals/*']
        expect(files.toSorted()).toEqual(isAttached ? attached : ['icp.yaml'])
        expect(isAttached ? text : 'file: materials/business-licence.jpg').toContain(
          'file: materials/business-licence.jpg',
        )
        expect(status === 2 && /the disk is full/.test(stdout)).toBe(!isAttached)
      } finally {
        unmount(at)
      }
    }
    expect(ends).toEqual(new Set([true, false]))
  }, 120_000)

  it('an interview keeps every answer of before, and ends with the reason', async () => {
    const at = mounted(64) ?? ''
    try {
      const terminal = new Terminal(['init', '--lang', 'zh'], at)
      await terminal.until('? 在哪个省备案')
      await found('广东')(terminal)
      await terminal.until('? 接入服务商')
      const before = readFileSync(join(at, 'icp.yaml'), 'utf8')
      expect(before).toContain('province: guangdong')
      fill(join(at, 'ballast'))
      await line('阿里云')(terminal)
      await terminal.until('磁盘已满，没有写入')
      expect(await terminal.ended()).toBe(2)
      expect(readFileSync(join(at, 'icp.yaml'), 'utf8')).toBe(before)
      expect(readdirSync(at).toSorted()).toEqual(['ballast', 'icp.yaml'])
    } finally {
      unmount(at)
    }
  }, 120_000)
})

/** Until nothing goes onto that disk any more. */
function fill(file: string): void {
  spawnSync('dd', ['if=/dev/zero', `of=${file}`, 'bs=1k'], { stdio: 'ignore' })
}

it('an interview and attach at one filing lose neither an answer nor a paper', async () => {
  const dir = join(folder, 'shared')
  mkdirSync(dir)
  cpSync(scan, join(dir, 'licence.jpg'))
  const terminal = new Terminal(['init', '--lang', 'zh'], dir)
  await terminal.until('? 在哪个省备案')
  await found('广东')(terminal)
  await terminal.until('? 接入服务商')
  const { status } = run(['attach', 'licence.jpg', '--as', 'business-licence'], { cwd: dir })
  expect(status).toBeLessThan(2)
  const saved = () => readFileSync(join(dir, 'icp.yaml'), 'utf8')
  expect(saved()).toContain('file: materials/business-licence.jpg')
  await line('阿里云')(terminal)
  await terminal.until('刚被其他程序改过')
  await terminal.until('\n? 接入服务商')
  await line('阿里云')(terminal)
  await terminal.until('✔ 接入服务商')
  await terminal.until(/\n\? /)
  terminal.press('end')
  expect(await terminal.ended()).toBe(130)
  expect(saved()).toContain('provider: aliyun')
  expect(saved()).toContain('province: guangdong')
  expect(saved()).toContain('file: materials/business-licence.jpg')
  expect(readdirSync(dir).filter(name => name.startsWith('.'))).toEqual([])
}, 120_000)
