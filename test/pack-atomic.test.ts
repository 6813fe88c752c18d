// The whole program, killed, crowded and starved while it packs: an old bundle or a new one, never half of either.
import { spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openArchive } from '../src/bundle/open-archive.ts'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { folderForNow } from '../src/disk/unfinished.ts'

const program = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))
const workspace = mkdtempSync(join(tmpdir(), 'pack-atomic-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** Of each shape; `ICP_PREP_KILLS=200` for a long night. */
const kills = Number(process.env['ICP_PREP_KILLS'] ?? 6)

let count = 0
/** The made-up filing of the program, with one scan large enough to take its time. */
function filing(): string {
  const dir = join(workspace, String((count += 1)))
  spawnSync(process.execPath, [program, 'init', dir, '--example'])
  rmSync(join(dir, 'bundle'), { recursive: true })
  appendFileSync(join(dir, 'materials', 'business-licence.jpg'), Buffer.alloc(10_000_000))
  return dir
}

/** What distinguishes one bundle from the next. */
const mark = (dir: string, round: number) => {
  const file = join(dir, 'icp.yaml')
  const text = readFileSync(file, 'utf8').replace(/^# round .*\n/, '')
  writeFileSync(file, `# round ${round}\n${text}`)
}

type Ended = { readonly code: number | null; readonly stderr: string }

function pack(dir: string, args: readonly string[], whenStarted?: (kill: () => void) => void): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, 'pack', dir, '--lang', 'en', ...args], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.on('data', chunk => (stderr += String(chunk)))
    child.on('close', code => resolve({ code, stderr }))
    whenStarted?.(() => child.kill('SIGKILL'))
  })
}

/** Killed a little after the first sign that something is being written. */
async function killed(dir: string, args: readonly string[], after: number): Promise<boolean> {
  let watcher: ReturnType<typeof watch> | undefined
  const { code } = await pack(dir, args, kill => {
    watcher = watch(dir, (_event, name) => {
      if (String(name).includes('.new-')) setTimeout(kill, after)
    })
  })
  watcher?.close()
  return code === null
}

const roundIn = (bag: string) =>
  Number(/^# round (\d+)\n/.exec(readFileSync(join(bag, 'data', 'icp.yaml'), 'utf8'))?.[1])

/** The round of the bundle that lies there whole. */
async function roundOf(path: string): Promise<number> {
  const look = async (bag: string) => {
    expect(await verifyBag(bag)).toEqual([])
    return roundIn(bag)
  }
  return path.endsWith('.zip')
    ? openArchive(path, [], { make: folderForNow, whenStopped: () => () => undefined }, look)
    : look(path)
}

const hidden = (dir: string) => readdirSync(dir).filter(name => name.startsWith('.'))

describe.each([
  ['a folder', 'bundle', []],
  ['an archive', 'bundle.zip', ['--zip']],
] as const)('pack of %s', (_name, name, shape) => {
  const args = [...shape, '--force']

  it(
    `killed at ${kills} moments leaves the old bundle or the new one`,
    async () => {
      const dir = filing()
      mark(dir, 0)
      await pack(dir, args)
      let there = 0
      let interrupted = 0
      for (let round = 1; round <= kills; round += 1) {
        mark(dir, round)
        interrupted += (await killed(dir, args, Math.random() * 60)) ? 1 : 0
        const now = await roundOf(join(dir, name))
        expect([there, round]).toContain(now)
        there = now
      }
      expect(interrupted).toBeGreaterThan(0)
      mark(dir, kills + 1)
      expect((await pack(dir, args)).code).toBeLessThan(2)
      expect(await roundOf(join(dir, name))).toBe(kills + 1)
      expect(hidden(dir)).toEqual([])
    },
    60_000 + kills * 60_000,
  )

  it('several times at once leaves one whole bundle; who came too late is told', async () => {
    const dir = filing()
    for (const flags of [shape, args, args]) {
      const all = await Promise.all(Array.from({ length: 3 }, () => pack(dir, flags)))
      expect(all.filter(({ code }) => code === 0 || code === 1).length).toBeGreaterThan(0)
      for (const { code, stderr } of all.filter(each => each.code !== 0 && each.code !== 1)) {
        expect(code).toBe(2)
        expect(stderr).toMatch(/another program is writing|exists already/)
      }
      expect(await roundOf(join(dir, name))).toBeNaN()
      expect(hidden(dir)).toEqual([])
    }
  }, 120_000)
})

/** A file system of one megabyte, where the machine lets one be made. */
function mounted(options: string): string | undefined {
  const at = join(workspace, `disk-${(count += 1)}`)
  mkdirSync(at)
  if (process.getuid?.() !== 0) return undefined
  return spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', at]).status === 0 ? at : undefined
}
const unmount = (at: string) => spawnSync('umount', [at])
const canMount = (() => {
  const at = mounted('size=1m')
  if (at !== undefined) unmount(at)
  return at !== undefined
})()

describe.skipIf(!canMount)('on a full disk', () => {
  it.each([
    ['bundle', []],
    ['bundle.zip', ['--zip']],
  ] as const)(
    'the old %s stays, and nothing else',
    async (name, shape) => {
      const at = mounted('size=8m')
      if (at === undefined) throw new Error('the second file system could not be mounted')
      try {
        const dir = join(workspace, String((count += 1)))
        spawnSync(process.execPath, [program, 'init', dir, '--example'])
        mark(dir, 1)
        const out = join(at, name)
        expect((await pack(dir, [...shape, '--out', out])).code).toBe(0)
        mark(dir, 2)
        appendFileSync(join(dir, 'materials', 'business-licence.jpg'), Buffer.alloc(10_000_000))
        const { code, stderr } = await pack(dir, [...shape, '--out', out, '--force'])
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: `the disk is full, ${out} was not written; what was there is untouched. Make room and try again\n`,
        })
        expect(await roundOf(out)).toBe(1)
        expect(readdirSync(at)).toEqual([name])
      } finally {
        unmount(at)
      }
    },
    60_000,
  )
})

describe('in a folder nobody may write to', () => {
  const isRoot = process.getuid?.() === 0
  it.skipIf(isRoot && !canMount)(
    'nothing is written, and that is told',
    async () => {
      const dir = filing()
      const at = isRoot ? mounted('ro') : join(workspace, 'closed')
      if (at === undefined) throw new Error('the second file system could not be mounted')
      if (!isRoot) mkdirSync(at, { mode: 0o500 })
      try {
        for (const [name, shape] of [
          ['bundle', []],
          ['bundle.zip', ['--zip']],
        ] as const) {
          const out = join(at, name)
          const { code, stderr } = await pack(dir, [...shape, '--out', out])
          expect({ code, stderr }).toEqual({
            code: 2,
            stderr: `no permission to use ${out}; allow it, or choose another place\n`,
          })
          expect(existsSync(out)).toBe(false)
        }
        expect(readdirSync(at)).toEqual([])
      } finally {
        if (isRoot) unmount(at)
        else chmodSync(at, 0o700)
      }
    },
    60_000,
  )
})
