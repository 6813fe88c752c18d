// Bundles in archives: opened in a private folder that is gone afterwards, or refused before anything is written.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bagContent } from '../src/bundle/bag-content.ts'
import { BundleRefused } from '../src/bundle/bundle-refused.ts'
import { identitiesIn } from '../src/bundle/identities.ts'
import { openArchive } from '../src/bundle/open-archive.ts'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { sealFor } from '../src/bundle/seal.ts'
import { writeArchive } from '../src/bundle/write-archive.ts'
import { zipBag } from '../src/bundle/zip-bag.ts'
import { tellRefused } from '../src/commands/tell-refused.ts'
import { bagWords } from '../src/locales/bag-words.ts'
import { folderForNow } from '../src/disk/unfinished.ts'
import { languages } from '../src/locales/index.ts'
import type { BundleProblem } from '../src/model/bundle-problem.ts'
import { handMadeZip, type HandMadeEntry } from './hand-made-zip.ts'

const workspace = mkdtempSync(join(tmpdir(), 'archive-test-'))
/** Where private folders are made while these tests run. */
const temporary = join(workspace, 'tmp')
const realTemporary = process.env['TMPDIR']
beforeAll(() => {
  mkdirSync(temporary)
  process.env['TMPDIR'] = temporary
})
afterAll(() => {
  if (realTemporary === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = realTemporary
  rmSync(workspace, { recursive: true, force: true })
})

let count = 0
const place = (name = 'bundle.zip') => {
  const folder = join(workspace, String((count += 1)))
  mkdirSync(folder)
  return join(folder, name)
}
const noCare = () => () => undefined
const info = { baggingDate: '2026-11-24', softwareAgent: 'icp-prep 0.1.0', externalIdentifier: 'example' }
const payload = [
  { path: 'icp.yaml', from: { text: 'icp: 1\n' } },
  { path: 'materials/01.jpg', from: { bytes: Buffer.alloc(300_000, 'scan') } },
]
const zip = () => zipBag(bagContent(payload, info, 'sha256'), { day: '2026-11-24', algorithm: 'sha256' })

const written = async (chunks: AsyncIterable<Uint8Array>, name?: string) => {
  const target = place(name)
  await writeArchive(target, chunks, { replace: false, whenStopped: noCare })
  return target
}

/** What is wrong with an archive; undefined when it opens. In any case nothing is left of it. */
async function problemOf(path: string, identities: readonly string[] = []): Promise<BundleProblem | undefined> {
  try {
    await openArchive(path, identities, { make: folderForNow, whenStopped: noCare }, () => Promise.resolve())
    return undefined
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    return error.problem
  } finally {
    expect(readdirSync(temporary)).toEqual([])
  }
}

const opened = (path: string, identities: readonly string[] = []) =>
  openArchive(path, identities, { make: folderForNow, whenStopped: noCare }, async bag => {
    const [folder = ''] = readdirSync(temporary)
    const modes = [join(temporary, folder), bag, join(bag, 'data')].map(each => statSync(each).mode & 0o777)
    return { problems: await verifyBag(bag), modes, mode: statSync(join(bag, 'data/icp.yaml')).mode & 0o777 }
  })
const sound = { problems: [], modes: [0o700, 0o700, 0o700], mode: 0o600 }

describe('an archive', () => {
  it('of ours opens to a sound bag for its owner alone, and is gone afterwards', async () => {
    expect(await opened(await written(zip()))).toEqual(sound)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('is gone when what looks at it fails, and when it is stopped', async () => {
    const path = await written(zip())
    await expect(
      openArchive(path, [], { make: folderForNow, whenStopped: noCare }, () => Promise.reject(new Error('failed'))),
    ).rejects.toThrow('failed')
    expect(readdirSync(temporary)).toEqual([])
    let undo: () => void = () => undefined
    const whenStopped = (given: () => void) => {
      undo = given
      return () => undefined
    }
    await openArchive(path, [], { make: folderForNow, whenStopped }, () => {
      undo()
      return Promise.resolve(expect(readdirSync(temporary)).toEqual([]))
    })
  })

  const has = (tool: string) => spawnSync(tool, ['--help']).error === undefined
  it.skipIf(!has('zip') || !has('unzip'))('of Info-ZIP opens, with a folder around the bag and without', async () => {
    const path = await written(zip())
    execFileSync('unzip', ['-q', 'bundle.zip'], { cwd: dirname(path) })
    execFileSync('zip', ['-q', '-r', 'around.zip', 'bundle'], { cwd: dirname(path) })
    execFileSync('zip', ['-q', '-r', '../flat.zip', '.'], { cwd: join(dirname(path), 'bundle') })
    expect(await opened(join(dirname(path), 'around.zip'))).toEqual(sound)
    expect(await opened(join(dirname(path), 'flat.zip'))).toEqual(sound)
  })
})

const bag: readonly HandMadeEntry[] = [
  { name: 'bundle/bagit.txt', data: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
  { name: 'bundle/data/icp.yaml', data: 'icp: 1\n', deflate: true },
]
const unicodePath = (raw: Uint8Array, name: string) => {
  const head = Buffer.alloc(9)
  head.writeUInt16LE(0x7075, 0)
  head.writeUInt16LE(5 + Buffer.byteLength(name), 2)
  head.writeUInt8(1, 4)
  head.writeUInt32LE(crc32(raw), 5)
  return Buffer.concat([head, Buffer.from(name)])
}
const gbk = Buffer.concat([Buffer.from('bundle/data/'), Buffer.of(0xcb, 0xb5, 0xc3, 0xf7)])
const one = (entry: HandMadeEntry) => handMadeZip([...bag, entry])
const named = (name: string) => one({ name, data: 'x' })

describe('an archive that is odd and yet', () => {
  const cases: readonly (readonly [string, () => Uint8Array])[] = [
    ['a bag at its top', () => handMadeZip(bag.map(each => ({ ...each, name: String(each.name).slice(7) })))],
    [
      'entries for folders too',
      () => handMadeZip([{ name: 'bundle/', mode: 0o040700 }, { name: 'bundle/data/', mode: 0o040700 }, ...bag]),
    ],
    ['what the Finder adds', () => handMadeZip([...bag, { name: '__MACOSX/bundle/._bagit.txt', data: 'x' }])],
    ['a Chinese name without the flag for it', () => one({ name: 'bundle/data/说明.md', data: 'x', flags: 0 })],
    [
      'a name in GBK with the UTF-8 name beside it',
      () => one({ name: gbk, data: 'x', flags: 0, extra: unicodePath(gbk, 'bundle/data/说明.md') }),
    ],
    [
      'an empty file, a name with blanks, a name with dots',
      () => handMadeZip([...bag, { name: 'bundle/data/a b' }, { name: 'bundle/data/a..b' }]),
    ],
    ['made on a system without modes', () => handMadeZip(bag.map(each => ({ ...each, mode: 0 })))],
    [
      'text that shrinks to a hundredth',
      () => one({ name: 'bundle/data/long', data: 'a'.repeat(2_000_000), deflate: true }),
    ],
  ]
  it.each(cases)('opens: %s', async (_name, make) => {
    const path = place()
    writeFileSync(path, make())
    expect(await problemOf(path)).toBeUndefined()
  })
})

/** Of the kind for large archives, with a place in it that no file has. */
function farAway(what: 'directory' | 'record'): Buffer {
  const made = handMadeZip(bag)
  const [all, end] = [made.subarray(0, -22), made.subarray(-22)]
  const far = 2n ** 60n
  const record = Buffer.alloc(56)
  record.write('PK\u0006\u0006')
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(bag.length), 32)
  record.writeBigUInt64LE(what === 'directory' ? far : BigInt(end.readUInt32LE(16)), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007')
  locator.writeBigUInt64LE(what === 'record' ? far : BigInt(all.length), 8)
  return Buffer.concat([all, record, locator, end])
}

describe('an archive that is refused before anything is written', () => {
  const cases: readonly (readonly [string, () => Uint8Array, Partial<BundleProblem>])[] = [
    ['no archive', () => Buffer.from('icp: 1\n'), { code: 'not-an-archive' }],
    ['an empty file', () => Buffer.of(), { code: 'not-an-archive' }],
    ['cut short', () => handMadeZip(bag).subarray(0, -30), { code: 'not-an-archive' }],
    ['its beginning lost', () => handMadeZip(bag).subarray(40), { code: 'archive-damaged' }],
    ['an empty archive', () => handMadeZip([]), { code: 'no-bag' }],
    ['its directory further off than numbers reach', () => farAway('directory'), { code: 'archive-damaged' }],
    ['the record of it further off still', () => farAway('record'), { code: 'archive-damaged' }],
    ['65,536 entries, counted as none', () => handMadeZip(bag, 65_536), { code: 'archive-damaged' }],
    [
      'too many entries',
      () => handMadeZip(Array.from({ length: 10_001 }, (_, index) => ({ name: `bundle/${index}` }))),
      { code: 'too-many-entries', detail: '10001' },
    ],
    [
      'too large when unpacked',
      () => one({ name: 'bundle/data/a', deflate: true, unpacked: 2_000_000_001 }),
      { code: 'unpacks-too-large', detail: '2000' },
    ],
    [
      'far too much for its size when unpacked',
      () => one({ name: 'bundle/data/a', deflate: true, unpacked: 1_900_000_000 }),
      { code: 'unpacks-too-far' },
    ],
    [
      'a bomb',
      () => one({ name: 'bundle/data/zeros', data: Buffer.alloc(50_000_000), deflate: true }),
      { code: 'unpacks-too-far' },
    ],
    [
      'entries that share their data',
      () => handMadeZip([...bag, { name: 'bundle/data/a', deflate: true, packed: 100_000, data: 'x' }]),
      { code: 'entries-overlap' },
    ],
    ['a way out', () => named('bundle/../../evil.txt'), { code: 'name-unsafe', detail: 'parent' }],
    [
      'a way out with backslashes',
      () => named(String.raw`bundle\..\..\evil.txt`),
      { code: 'name-unsafe', detail: 'parent' },
    ],
    ['an absolute name', () => named('/etc/cron.d/evil'), { code: 'name-unsafe', detail: 'absolute' }],
    ['a share', () => named(String.raw`\\server\share\evil`), { code: 'name-unsafe', detail: 'absolute' }],
    ['a device path', () => named(String.raw`\\.\PhysicalDrive0`), { code: 'name-unsafe', detail: 'absolute' }],
    ['a drive', () => named('C:/evil.txt'), { code: 'name-unsafe', detail: 'drive' }],
    ['a home', () => named('~/.ssh/authorized_keys'), { code: 'name-unsafe', detail: 'home' }],
    ['a backslash', () => named(String.raw`bundle\data\icp.yaml`), { code: 'name-unsafe', detail: 'backslash' }],
    ['a NUL', () => named('bundle/a\0b'), { code: 'name-unsafe', detail: 'nul' }],
    ['an empty part', () => named('bundle//a'), { code: 'name-unsafe', detail: 'empty-part' }],
    ['no name', () => named(''), { code: 'name-unsafe', detail: 'empty' }],
    ['a device', () => named('bundle/data/CON'), { code: 'name-device', path: 'bundle/data/CON' }],
    ['a device with an ending', () => named('bundle/data/nul.tar.gz'), { code: 'name-device' }],
    ['a device for a folder', () => named('bundle/com1/a.txt'), { code: 'name-device' }],
    ['a name of 300 bytes', () => named(`bundle/${'长'.repeat(100)}`), { code: 'name-too-long' }],
    ['a name of 300 folders', () => named(`bundle/${'long/'.repeat(300)}a`), { code: 'name-too-long' }],
    ['a name twice', () => named('bundle/bagit.txt'), { code: 'name-twice', path: 'bundle/bagit.txt' }],
    ['a name in another case', () => named('bundle/BAGIT.txt'), { code: 'name-case', detail: 'bundle/bagit.txt' }],
    ['a folder in another case', () => named('bundle/DATA/a'), { code: 'name-case', detail: 'bundle/data' }],
    [
      'a name in another Unicode form',
      () => handMadeZip([...bag, { name: 'bundle/\u00e9' }, { name: 'bundle/e\u0301' }]),
      { code: 'name-form', detail: 'bundle/\u00e9' },
    ],
    ['a file where a folder is', () => named('bundle/data'), { code: 'name-is-folder' }],
    ['a folder where a file is', () => named('bundle/bagit.txt/a'), { code: 'name-is-folder' }],
    [
      'a link',
      () => one({ name: 'bundle/data/link', data: '/etc/passwd', mode: 0o120777 }),
      { code: 'link', path: 'bundle/data/link' },
    ],
    ['a device file', () => one({ name: 'bundle/data/dev', mode: 0o060600 }), { code: 'special' }],
    ['a pipe', () => one({ name: 'bundle/data/pipe', mode: 0o010600 }), { code: 'special' }],
    [
      'a password',
      () => one({ name: 'bundle/data/a', data: 'x'.repeat(13), unpacked: 1, flags: 0x801 }),
      { code: 'encrypted', path: 'bundle/data/a' },
    ],
    ['strong encryption', () => one({ name: 'bundle/data/a', data: 'x', flags: 0x841 }), { code: 'encrypted' }],
    [
      'a method nobody has',
      () => one({ name: 'bundle/data/a', data: 'x', method: 14 }),
      { code: 'method-unknown', detail: '14' },
    ],
    ['a name in GBK', () => one({ name: gbk, data: 'x', flags: 0 }), { code: 'name-encoding' }],
    ['a name that is no UTF-8 although it says so', () => one({ name: gbk, data: 'x' }), { code: 'name-encoding' }],
    [
      'a UTF-8 name beside another name',
      () => one({ name: gbk, data: 'x', flags: 0, extra: unicodePath(Buffer.from('other'), 'bundle/data/a') }),
      { code: 'name-encoding' },
    ],
    ['no bag in it', () => handMadeZip([{ name: 'icp.yaml', data: 'icp: 1\n' }]), { code: 'no-bag' }],
    [
      'a bag two folders down',
      () => handMadeZip(bag.map(each => ({ ...each, name: `out/${String(each.name)}` }))),
      { code: 'no-bag' },
    ],
    ['two bags', () => named('other/bagit.txt'), { code: 'several-bags', path: 'bundle', detail: 'other' }],
    ['a file beside the bag', () => named('letter.jpg'), { code: 'beside-bag', path: 'letter.jpg' }],
  ]
  it.each(cases)('%s', async (_name, make, problem) => {
    const path = place()
    writeFileSync(path, make())
    expect(await problemOf(path)).toMatchObject(problem)
  })
})

describe('an archive that turns out damaged', () => {
  it.each([
    ['a wrong CRC', { name: 'bundle/data/a', data: 'x', crc: 1 }, 'CRC'],
    ['a wrong CRC of deflated data', { name: 'bundle/data/a', data: 'x', deflate: true, crc: 1 }, 'CRC'],
    ['more data than it says', { name: 'bundle/data/a', data: 'xxxx', deflate: true, unpacked: 2 }, 'data'],
    ['less data than it says', { name: 'bundle/data/a', data: 'x', deflate: true, unpacked: 9 }, 'data'],
    ['data that were never deflated', { name: 'bundle/data/a', data: 'plain text', method: 8 }, 'data'],
  ] as const)('has %s: told by the file, and nothing of it is left', async (_name, entry, detail) => {
    const path = place()
    writeFileSync(path, one(entry))
    expect(await problemOf(path)).toEqual({ code: 'entry-damaged', path: 'bundle/data/a', detail })
  })

  it('is refused or changes nothing, wherever a byte of it is changed', async () => {
    const path = place()
    const original = handMadeZip(bag)
    const silent: number[] = []
    for (let at = 0; at < original.length; at += 1) {
      const changed = Buffer.from(original)
      changed[at] = (changed[at] ?? 0) ^ 0xff
      writeFileSync(path, changed)
      const problem = await problemOf(path)
      if (problem === undefined) silent.push(at)
    }
    // Times, versions and what else nobody reads: never a name, a size, a checksum or a byte of a file.
    const files = bag.map(({ name }) => original.indexOf(Buffer.from(name)) + Buffer.from(name).length)
    expect(silent.filter(at => files.some(start => at >= start && at < start + 7))).toEqual([])
    expect(silent.length).toBeLessThan(original.length / 2)
  })
})

const hasAge = spawnSync('age', ['--version']).error === undefined

describe.skipIf(!hasAge)('a sealed archive', () => {
  const keys: Record<string, { identity: string; recipient: string }> = {}
  beforeAll(() => {
    for (const name of ['office', 'stranger']) {
      const file = join(workspace, `${name}.txt`)
      execFileSync('age-keygen', ['-o', file], { stdio: 'ignore' })
      const recipient = execFileSync('age-keygen', ['-y', file], { encoding: 'utf8' }).trim()
      keys[name] = { identity: /AGE-SECRET-KEY-\S+/.exec(readFileSync(file, 'utf8'))?.[0] ?? '', recipient }
    }
  })
  const recipient = (name: string) => keys[name]?.recipient ?? ''
  const identity = (name: string) => keys[name]?.identity ?? ''
  const sealed = () => written(sealFor([recipient('office')], zip()), 'bundle.zip.age')

  it('opens for whom it was sealed, whatever other keys are tried', async () => {
    expect(await opened(await sealed(), [identity('stranger'), identity('office')])).toEqual(sound)
  })

  it.each([[], ['--armor']])('of age itself opens (%s)', async (...flags) => {
    const plain = await written(zip())
    const path = place('bundle.zip.age')
    execFileSync('age', [...flags, '-r', recipient('office'), '-o', path, plain])
    expect(await opened(path, [identity('office')])).toEqual(sound)
  })

  it('opens for nobody else, and says which of the two is wrong', async () => {
    const path = await sealed()
    expect(await problemOf(path)).toEqual({ code: 'identity-needed' })
    expect(await problemOf(path, [identity('stranger')])).toEqual({ code: 'identity-wrong' })
  })

  it('that is cut short or changed anywhere opens for nobody', async () => {
    const path = await sealed()
    const original = readFileSync(path)
    const header = original.indexOf('\n---')
    const places = [...Array(header + 60).keys(), header + 2000, 70_000, original.length - 1]
    for (const at of places) {
      const changed = Buffer.from(original)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(path, changed)
      expect((await problemOf(path, [identity('office')]))?.code).toMatch(/^(seal-damaged|identity-wrong|not-sealed)$/)
    }
    for (const length of [10, header, header + 50, header + 70, 65_536 + 200, original.length - 1]) {
      writeFileSync(path, original.subarray(0, length))
      expect((await problemOf(path, [identity('office')]))?.code).toMatch(/^(seal-damaged|not-sealed)$/)
    }
  }, 60_000)

  it('is told apart from what only bears its name', async () => {
    const path = place('bundle.zip.age')
    writeFileSync(path, handMadeZip(bag))
    expect(await problemOf(path, [identity('office')])).toEqual({ code: 'not-sealed' })
    writeFileSync(path, 'age-encryption.org/v1\n-> scrypt bBjlhJVYZeE4aqUdmtRHfw 18\n')
    expect(await problemOf(path, [identity('office')])).toEqual({ code: 'passphrase' })
  })

  it('may hold what is no archive', async () => {
    const hello = async function* () {
      yield Buffer.from('hello')
      return Promise.resolve()
    }
    const path = await written(sealFor([recipient('office')], hello()), 'x.age')
    expect(await problemOf(path, [identity('office')])).toEqual({ code: 'not-an-archive' })
  })

  it('is opened with what age-keygen writes, and a file that holds no key is told by its line', async () => {
    const codeOf = async (text: string) => {
      try {
        return await identitiesIn(text, 'key.txt')
      } catch (error) {
        return error instanceof BundleRefused ? error.problem : error
      }
    }
    expect(await codeOf(readFileSync(join(workspace, 'office.txt'), 'utf8'))).toEqual([identity('office')])
    const path = 'key.txt'
    expect(await codeOf('# nothing\n')).toEqual({ code: 'identities-empty', path })
    expect(await codeOf(`# mine\n${recipient('office')}\n`)).toEqual({ code: 'identity-public', path, line: 2 })
    expect(await codeOf(`${identity('office').slice(0, -1)}\n`)).toEqual({ code: 'identity-malformed', path, line: 1 })
    expect(await codeOf('-----BEGIN OPENSSH PRIVATE KEY-----\n')).toEqual({ code: 'identity-ssh', path })
    expect(await codeOf('age-encryption.org/v1\n-> scrypt x 18\n')).toEqual({ code: 'identity-locked', path })
  })
})

describe('what is told of it', () => {
  it('is another sentence for every problem, in both languages, and none holds a key', () => {
    for (const { refused } of Object.values(bagWords)) {
      const sentences = Object.values(refused).map(sentence => sentence('x', text => text))
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })

  it('names archive and entry, and shows what a name would do to a terminal', () => {
    const problem = { code: 'link', path: 'bundle/\u001B[2J' } as const
    expect(tellRefused(problem, languages.en, 'a.zip')).toMatch(/^a\.zip\/bundle\/\S+: is a symbolic link/)
    expect(tellRefused(problem, languages.zh, 'a.zip')).not.toContain('\u001B')
  })
})
