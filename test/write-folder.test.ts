import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { settleFolder } from '../src/bundle/swap-folder.ts'
import { writeBag } from '../src/bundle/write-bag.ts'
import { buildFolder, writeFolder, type FolderFile } from '../src/bundle/write-folder.ts'
import { WriteRefused } from '../src/bundle/write-refused.ts'

const workspace = mkdtempSync(join(tmpdir(), 'write-folder-test-'))
let count = 0
const freshParent = (): string => {
  const parent = join(workspace, `parent-${(count += 1)}`)
  mkdirSync(parent)
  return parent
}
afterAll(() => {
  rmSync(workspace, { recursive: true, force: true })
})

const info = { baggingDate: '2026-11-24', softwareAgent: 'icp-prep 0.1.0', externalIdentifier: 'example.cn' }
const text = (path: string, content = path): FolderFile => ({ path, from: { text: content } })
const refusal = (write: () => unknown): { code: string; fault: string | undefined; message: string } | undefined => {
  try {
    write()
    return undefined
  } catch (error) {
    if (!(error instanceof WriteRefused)) throw error
    return { code: error.code, fault: error.fault, message: error.message }
  }
}

describe('a folder', () => {
  it('is written from texts, bytes and copies, and returns their checksums', () => {
    const parent = freshParent()
    const large = Buffer.alloc(2_500_000, 'scan')
    writeFileSync(join(parent, 'scan.jpg'), large)
    const written = writeFolder(
      join(parent, 'made/on the way/bundle'),
      [
        text('a.txt', '备案'),
        { path: 'b/c.jpg', from: { copy: join(parent, 'scan.jpg') } },
        { path: 'd', from: { bytes: Uint8Array.of(0) } },
      ],
      { replace: false },
    )
    expect(written.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a.txt', 6],
      ['b/c.jpg', 2_500_000],
      ['d', 1],
    ])
    for (const { path, checksum } of written) {
      const bytes = readFileSync(join(parent, 'made/on the way/bundle', path))
      expect(checksum).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
    expect(readFileSync(join(parent, 'made/on the way/bundle/b/c.jpg')).equals(large)).toBe(true)
  })

  it('is for its owner alone: folders 0700, files 0600', () => {
    const folder = join(freshParent(), 'bundle')
    writeFolder(folder, [text('a'), text('b/c/d')], { replace: false })
    const modes = ['', 'a', 'b', 'b/c', 'b/c/d'].map(path => (statSync(join(folder, path)).mode & 0o777).toString(8))
    expect(modes).toEqual(['700', '600', '700', '700', '600'])
  })

  it('may hold files made from the checksums of others', () => {
    const folder = join(freshParent(), 'bundle')
    const sum = buildFolder(folder, { replace: false }, put => put(text('sum', put(text('a')).checksum)))
    expect(readFileSync(join(folder, 'sum'), 'utf8')).toBe(createHash('sha256').update('a').digest('hex'))
    expect(sum.bytes).toBe(64)
  })

  it('is refused where one is, and the one that is stays', () => {
    const parent = freshParent()
    writeFolder(join(parent, 'bundle'), [text('a', 'old')], { replace: false })
    expect(refusal(() => writeFolder(join(parent, 'bundle'), [text('a', 'new')], { replace: false }))?.code).toBe(
      'target-exists',
    )
    expect(readFileSync(join(parent, 'bundle/a'), 'utf8')).toBe('old')
    expect(readdirSync(parent)).toEqual(['bundle'])
  })

  it('replaces the old one as a whole when told to', () => {
    const parent = freshParent()
    writeFolder(join(parent, 'bundle'), [text('a'), text('b/c')], { replace: false })
    writeFolder(join(parent, 'bundle'), [text('b/d')], { replace: true })
    expect(readdirSync(parent, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'bundle',
      'bundle/b',
      'bundle/b/d',
    ])
  })

  it('never replaces a file, a link or the root of the disk', () => {
    const parent = freshParent()
    mkdirSync(join(parent, 'precious'))
    writeFileSync(join(parent, 'file'), '')
    symlinkSync('precious', join(parent, 'link'))
    for (const target of [join(parent, 'file'), join(parent, 'link'), '/']) {
      expect(refusal(() => writeFolder(target, [text('a')], { replace: true }))?.code).toBe('target-not-a-folder')
    }
    expect(readdirSync(parent).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['file', 'link', 'precious'])
  })

  const escapes: [string, string][] = [
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['\\\\server\\share', 'absolute'],
    ['..', 'parent'],
    ['../outside', 'parent'],
    ['a/../../outside', 'parent'],
    ['a\\..\\outside', 'parent'],
    ['C:evil', 'drive'],
    ['~/a', 'home'],
    ['a\0b', 'nul'],
    ['a\\b', 'backslash'],
    ['a//b', 'empty-part'],
    ['./a', 'empty-part'],
    ['a/', 'empty-part'],
  ]
  for (const [path, fault] of escapes) {
    it(`has no file ${JSON.stringify(path)} (${fault}), and nothing is left of it`, () => {
      const parent = freshParent()
      expect(
        refusal(() => writeFolder(join(parent, 'bundle'), [text('first'), text(path)], { replace: false })),
      ).toEqual({ code: 'unsafe-path', fault, message: 'unsafe-path' })
      expect(
        refusal(() => writeBag(join(parent, 'bundle'), [text('first'), text(path)], info, { replace: false }))?.fault,
      ).toBe(fault)
      expect(readdirSync(parent)).toEqual([])
    })
  }

  const collisions: [string, string][] = [
    ['a', 'a'],
    ['A/b', 'a/B'],
    ['\u00e9', 'e\u0301'],
    ['a', 'a/b'],
    ['a/b', 'a'],
  ]
  for (const paths of collisions) {
    it(`does not hold both ${paths.map(path => JSON.stringify(path)).join(' and ')}`, () => {
      const parent = freshParent()
      expect(
        refusal(() =>
          writeFolder(
            join(parent, 'bundle'),
            paths.map(path => text(path)),
            { replace: false },
          ),
        )?.code,
      ).toBe('colliding-paths')
      expect(readdirSync(parent)).toEqual([])
    })
  }

  it('copies files only: a folder, a device or nothing at all is refused', () => {
    const parent = freshParent()
    for (const copy of [parent, '/dev/zero', join(parent, 'missing')]) {
      expect(
        refusal(() =>
          writeFolder(join(parent, 'bundle'), [text('a'), { path: 'b', from: { copy } }], { replace: false }),
        )?.code,
      ).toBe('source-not-a-file')
    }
    expect(readdirSync(parent)).toEqual([])
  })

  it('leaves the old one when whoever gives the files fails half-way', () => {
    const parent = freshParent()
    writeFolder(join(parent, 'bundle'), [text('a', 'old')], { replace: false })
    const failing = function* (): Generator<FolderFile> {
      yield text('a', 'new')
      throw new Error('no more files')
    }
    expect(() => writeFolder(join(parent, 'bundle'), failing(), { replace: true })).toThrow('no more files')
    expect(readFileSync(join(parent, 'bundle/a'), 'utf8')).toBe('old')
    expect(readdirSync(parent)).toEqual(['bundle'])
  })

  it('tells a writer whose unfinished folder another writer has cleared away', () => {
    const parent = freshParent()
    const bundle = join(parent, 'bundle')
    const overtaken = (): unknown =>
      buildFolder(bundle, { replace: true }, put => {
        put(text('a', 'first'))
        writeFolder(bundle, [text('a', 'second')], { replace: true })
      })
    expect(refusal(overtaken)?.code).toBe('another-writer')
    expect(readFileSync(join(bundle, 'a'), 'utf8')).toBe('second')
    expect(readdirSync(parent)).toEqual(['bundle'])
  })
})

describe('a bag', () => {
  it('replaces a bag or an empty folder, and no other folder', async () => {
    const parent = freshParent()
    const bag = join(parent, 'bag')
    mkdirSync(bag)
    writeBag(bag, [text('a', 'one')], info, { replace: true })
    writeBag(bag, [text('a', 'two')], info, { replace: true })
    expect(readFileSync(join(bag, 'data/a'), 'utf8')).toBe('two')
    expect(await verifyBag(bag)).toEqual([])
    mkdirSync(join(parent, 'home'))
    writeFileSync(join(parent, 'home/thesis.txt'), 'years of work')
    expect(refusal(() => writeBag(join(parent, 'home'), [text('a')], info, { replace: true }))?.code).toBe('not-a-bag')
    expect(readdirSync(join(parent, 'home'))).toEqual(['thesis.txt'])
    expect(readdirSync(parent)).toEqual(['bag', 'home'])
  })

  it('is not written without a payload', () => {
    const parent = freshParent()
    expect(refusal(() => writeBag(join(parent, 'bag'), [], info, { replace: false }))?.code).toBe('empty-bag')
    expect(readdirSync(parent)).toEqual([])
  })
})

// The child kills itself with a real SIGKILL immediately before its nth call to the file system.
const killer = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const calls = ['readdirSync', 'lstatSync', 'mkdirSync', 'mkdtempSync', 'openSync', 'writeFileSync', 'fsyncSync', 'closeSync', 'renameSync', 'rmSync', 'unlinkSync', 'rmdirSync']
let left = Number(process.env.KILL_BEFORE)
globalThis.armed = false
for (const name of calls) {
  const real = fs[name]
  fs[name] = (...given) => {
    if (globalThis.armed && left-- === 0) process.kill(process.pid, 'SIGKILL')
    return real(...given)
  }
}
syncBuiltinESMExports()
`
const child = `
import { writeBag } from './write-bag.mjs'
const payload = ['a', 'b/c'].map(path => ({ path, from: { text: process.env.CONTENT } }))
globalThis.armed = true
writeBag(process.env.TARGET, payload, ${JSON.stringify(info)}, { replace: true })
`
const killedBefore = (call: number, target: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const env = { KILL_BEFORE: String(call), TARGET: target, CONTENT: 'new' }
    execFile(
      process.execPath,
      ['--import', join(workspace, 'killer.mjs'), join(workspace, 'child.mjs')],
      { env },
      error => {
        if (error === null) resolve(false)
        else if (error.signal === 'SIGKILL') resolve(true)
        else reject(error)
      },
    )
  })

const stateOf = async (bag: string): Promise<string> => {
  if (!existsSync(bag)) return 'nothing'
  expect(await verifyBag(bag)).toEqual([])
  return readFileSync(join(bag, 'data/a'), 'utf8')
}

const inPairs = async (calls: number[], run: (call: number) => Promise<void>): Promise<void> => {
  const queue = [...calls]
  const work = async (): Promise<void> => {
    for (let call = queue.shift(); call !== undefined; call = queue.shift()) await run(call)
  }
  await Promise.all([work(), work()])
}

/** What is in place after a kill before each call, in order, until the writer gets to its end. */
const statesAfterKills = async (prepare: (target: string) => void): Promise<string[]> => {
  const states: string[] = []
  await inPairs([...Array(110).keys()], async call => {
    const parent = freshParent()
    const target = join(parent, 'bag')
    prepare(target)
    const killed = await killedBefore(call, target)
    const state = await stateOf(target)
    const bags = readdirSync(parent).filter(name => existsSync(join(parent, name, 'tagmanifest-sha256.txt')))
    states[call] = killed ? state : `${state}, finished`
    if (state === 'nothing' && bags.some(name => name.startsWith('.bag.old-'))) {
      settleFolder(target)
      states[call] = `between, then ${await stateOf(target)}`
    }
    writeBag(target, [text('a', 'third')], info, { replace: true })
    expect(await stateOf(target)).toBe('third')
    expect(readdirSync(parent)).toEqual(['bag'])
  })
  return states.filter((state, index) => state !== states[index - 1])
}

describe('a writer killed at any call to the file system', () => {
  beforeAll(async () => {
    const built = await rolldown({ input: 'src/bundle/write-bag.ts', platform: 'node' })
    await built.write({ file: join(workspace, 'write-bag.mjs'), format: 'esm' })
    writeFileSync(join(workspace, 'killer.mjs'), killer)
    writeFileSync(join(workspace, 'child.mjs'), `import './killer.mjs'\n${child}`)
  })

  it('leaves nothing or the new bag where there was none, and the next writer clears up', async () => {
    expect(await statesAfterKills(() => undefined)).toEqual(['nothing', 'new', 'new, finished'])
  }, 120_000)

  it('leaves the old or the new bag where there was one; between two renames the new one waits to be settled', async () => {
    const states = await statesAfterKills(target => {
      writeBag(target, [text('a', 'old'), text('gone', 'old')], info, { replace: false })
    })
    expect(states).toEqual(['old', 'between, then new', 'new', 'new, finished'])
  }, 120_000)

  it('or that cannot write on, as on a full disk, leaves the old bag and nothing else', async () => {
    const parent = freshParent()
    const target = join(parent, 'bag')
    writeBag(target, [text('a', 'old')], info, { replace: false })
    // No file may grow beyond 4 KiB, and the signal for that is ignored: the write itself fails.
    const run = spawnSync(
      'bash',
      ['-c', 'trap "" XFSZ; ulimit -f 4; exec "$0" "$1"', process.execPath, join(workspace, 'child.mjs')],
      {
        env: { KILL_BEFORE: '-1', TARGET: target, CONTENT: 'n'.repeat(100_000) },
        encoding: 'utf8',
      },
    )
    expect(run.stderr).toContain('EFBIG')
    expect(await stateOf(target)).toBe('old')
    expect(readdirSync(parent)).toEqual(['bag'])
  })
})
