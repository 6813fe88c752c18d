// `pack --zip` and `pack --seal-to`: an archive that any unzip opens, sealed as age seals.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { writeArchive } from '../src/bundle/write-archive.ts'
import { WriteRefused } from '../src/bundle/write-refused.ts'
import type { PackOptions } from '../src/commands/pack.ts'
import { UserError } from '../src/commands/user-error.ts'
import type { Language } from '../src/locales/index.ts'
import { complete, filing, pack, workspace } from './packed-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const has = (tool: string) => spawnSync(tool, ['--help']).error === undefined
const hasAge = has('age') && has('age-keygen')

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  return error instanceof UserError || error instanceof WriteRefused
    ? 'problem' in error
      ? error.problem.code
      : error.code
    : String(error)
}

const bundleOf = (dir: string, name = 'bundle.zip') => readFileSync(join(dir, name))
/** As many as the archive has central records. */
const filesInBag = (dir: string) => bundleOf(dir).toString('latin1').split('PK\u0001\u0002').length - 1
/** Names in a folder, hidden ones too. */
const inFolder = (dir: string) => readdirSync(dir).toSorted()

describe('pack --zip', () => {
  it('gives the same bytes for the same filing on the same day, wherever and under whatever name', async () => {
    const [one, other] = [filing(complete), filing(complete)]
    await pack(one, { zip: true })
    await pack(other, { out: join(workspace, 'elsewhere.zip') })
    expect(bundleOf(workspace, 'elsewhere.zip').equals(bundleOf(one))).toBe(true)
    expect(statSync(join(one, 'bundle.zip')).mode & 0o777).toBe(0o600)
  })

  it('gives the same bytes in every time zone', async () => {
    const dir = filing(complete)
    const zone = process.env['TZ']
    const packedIn = async (name: string) => {
      process.env['TZ'] = name
      await pack(dir, { zip: true, force: true })
      return bundleOf(dir)
    }
    const all = [
      await packedIn('Asia/Shanghai'),
      await packedIn('America/Los_Angeles'),
      await packedIn('Asia/Kathmandu'),
    ]
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
    expect(all.every(bytes => bytes.equals(all[0] ?? Buffer.of()))).toBe(true)
  })

  it.skipIf(!has('unzip'))('is what unzip makes a sound bag of, for its owner alone', async () => {
    const dir = filing(complete)
    const { text } = await pack(dir, { zip: true })
    expect(text).toContain(`Bundle written to ${join(dir, 'bundle.zip')} (${filesInBag(dir)} files)`)
    execFileSync('unzip', ['-q', 'bundle.zip', '-d', 'unpacked'], { cwd: dir })
    expect(inFolder(join(dir, 'unpacked'))).toEqual(['bundle'])
    expect(await verifyBag(join(dir, 'unpacked', 'bundle'))).toEqual([])
    expect(statSync(join(dir, 'unpacked', 'bundle', 'data', 'icp.yaml')).mode & 0o777).toBe(0o600)
    await pack(dir)
    expect(execFileSync('diff', ['-r', 'unpacked/bundle', 'bundle'], { cwd: dir }).toString()).toBe('')
  })

  it('is sealed with sha512 when told to', async () => {
    const dir = filing(complete)
    await pack(dir, { zip: true, algorithm: 'sha512' })
    expect(bundleOf(dir).includes('bundle/tagmanifest-sha512.txt')).toBe(true)
    expect(bundleOf(dir).includes('sha512sum -c manifest-sha512.txt')).toBe(true)
    expect(bundleOf(dir).includes('sha256.txt')).toBe(false)
    expect(await refusalOf(pack(dir, { algorithm: 'md5' }))).toBe('wrong-option')
  })

  it('is refused where one is, until --force replaces it', async () => {
    const dir = filing(complete)
    await pack(dir, { zip: true })
    const before = bundleOf(dir)
    writeFileSync(join(dir, 'icp.yaml'), complete.replace('海风软件\n', '海风\n'))
    expect(await refusalOf(pack(dir, { zip: true }))).toBe('exists')
    expect(bundleOf(dir).equals(before)).toBe(true)
    await pack(dir, { zip: true, force: true })
    expect(bundleOf(dir).equals(before)).toBe(false)
    expect(inFolder(dir).filter(name => name.startsWith('.'))).toEqual([])
  })

  it('replaces no file that is no archive, no folder and no link, even with --force', async () => {
    const dir = filing(complete)
    writeFileSync(join(dir, 'thesis.zip'), 'years of work')
    mkdirSync(join(dir, 'folder.zip'))
    symlinkSync('thesis.zip', join(dir, 'link.zip'))
    const refused = (name: string) => refusalOf(pack(dir, { out: join(dir, name), force: true }))
    expect(await refused('thesis.zip')).toBe('not-a-bundle')
    expect(await refused('folder.zip')).toBe('not-a-file')
    expect(await refused('link.zip')).toBe('not-a-file')
    expect(readFileSync(join(dir, 'thesis.zip'), 'utf8')).toBe('years of work')
  })
})

describe('an archive', () => {
  const noCare = () => () => undefined
  const chunks = async function* (...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
    return Promise.resolve()
  }
  const place = () => join(filing(complete, []), 'out', 'bundle.zip')

  it('whose content fails half-way is not there, and the old one is', async () => {
    const target = place()
    await writeArchive(target, chunks('PK old'), { replace: false, whenStopped: noCare })
    const failing = async function* () {
      yield* chunks('PK new')
      throw new Error('no more')
    }
    await expect(writeArchive(target, failing(), { replace: true, whenStopped: noCare })).rejects.toThrow('no more')
    expect(readFileSync(target, 'utf8')).toBe('PK old')
    expect(inFolder(join(target, '..'))).toEqual(['bundle.zip'])
  })

  it('that another writes meanwhile is whole, whoever wins', async () => {
    const target = place()
    const overtaken = async function* () {
      yield* chunks('PK first')
      await writeArchive(target, chunks('PK second'), { replace: true, whenStopped: noCare })
    }
    const first = writeArchive(target, overtaken(), { replace: true, whenStopped: noCare })
    expect(await refusalOf(first)).toBe('another-writer')
    expect(readFileSync(target, 'utf8')).toBe('PK second')
    expect(inFolder(join(target, '..'))).toEqual(['bundle.zip'])
  })

  it('that appears at the last moment is not replaced without being told to', async () => {
    const target = place()
    const late = async function* () {
      yield* chunks('PK mine')
      writeFileSync(target, 'PK theirs')
    }
    expect(await refusalOf(writeArchive(target, late(), { replace: false, whenStopped: noCare }))).toBe('target-exists')
    expect(readFileSync(target, 'utf8')).toBe('PK theirs')
    expect(inFolder(join(target, '..'))).toEqual(['bundle.zip'])
  })

  it('clears up what a killed writer left, and when it is stopped itself', async () => {
    const target = place()
    mkdirSync(join(target, '..'))
    writeFileSync(join(target, '..', '.bundle.zip.new-0123abcd'), 'half')
    let undo: () => void = () => undefined
    const stoppedHalfWay = async function* () {
      yield* chunks('PK')
      expect(inFolder(join(target, '..')).filter(name => name.includes('.new-'))).toHaveLength(1)
      undo()
      expect(inFolder(join(target, '..'))).toEqual([])
      throw new Error('stopped')
    }
    const whenStopped = (given: () => void) => {
      undo = given
      return () => undefined
    }
    await expect(writeArchive(target, stoppedHalfWay(), { replace: false, whenStopped })).rejects.toThrow('stopped')
    expect(inFolder(join(target, '..'))).toEqual([])
  })
})

describe.skipIf(!hasAge)('pack --seal-to', () => {
  const keys = join(workspace, 'keys')
  const keyFile = (name: string) => join(keys, `${name}.txt`)
  const recipient = (name: string) => execFileSync('age-keygen', ['-y', keyFile(name)], { encoding: 'utf8' }).trim()
  beforeAll(() => {
    mkdirSync(keys)
    for (const name of ['office', 'agency', 'stranger'])
      execFileSync('age-keygen', ['-o', keyFile(name)], { stdio: 'ignore' })
  })
  const opened = (name: string, file: string) =>
    spawnSync('age', ['-d', '-i', keyFile(name), file], { maxBuffer: 100_000_000 })

  it('seals what --zip writes, for every recipient and nobody else', async () => {
    const dir = filing(complete)
    await pack(dir, { zip: true })
    const list = join(dir, 'recipients.txt')
    writeFileSync(list, `# who may read it\n\n${recipient('agency')}\r\n`)
    const { text } = await pack(dir, { sealTo: [recipient('office')], sealToFiles: [list] })
    const file = join(dir, 'bundle.zip.age')
    expect(text).toContain('Sealed: only 2 recipients can open it')
    expect(text).toContain(`icp-prep check ${file} --identity KEY-FILE`)
    for (const name of ['office', 'agency']) expect(opened(name, file).stdout.equals(bundleOf(dir))).toBe(true)
    expect(opened('stranger', file).status).not.toBe(0)
    expect(readFileSync(file).includes('王海')).toBe(false)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('names the archive for what it is', async () => {
    const dir = filing(complete)
    const sealTo = [recipient('office')]
    for (const out of ['a', 'b.zip', 'c.zip.age', 'd.age']) await pack(dir, { out: join(dir, out), sealTo })
    expect(inFolder(dir).filter(name => name.endsWith('.age'))).toEqual([
      'a.zip.age',
      'b.zip.age',
      'c.zip.age',
      'd.zip.age',
    ])
  })

  const refused = async (options: Partial<PackOptions>, language: Language = 'en') => {
    const dir = filing(complete)
    const { talk, code, text } = await pack(dir, options, language)
    expect({ code, text }).toEqual({ code: 2, text: '' })
    expect(existsSync(join(dir, 'bundle.zip.age'))).toBe(false)
    return talk
  }

  it('names a recipient that is mistyped, and where', async () => {
    const wrong = recipient('office').replace(/.$/, last => (last === 'q' ? 'p' : 'q'))
    expect(await refused({ sealTo: [recipient('agency'), wrong] })).toContain(`“${wrong}” is no age recipient`)
    const list = join(workspace, 'list.txt')
    writeFileSync(list, `${recipient('office')}\n# the agency\n${wrong}\n`)
    expect(await refused({ sealToFiles: [list] }, 'zh')).toContain(`${list}:3: “${wrong}” 不是 age 公钥`)
  })

  it('never shows a secret key that was given for a public one', async () => {
    const secret = /AGE-SECRET-KEY-\S+/.exec(readFileSync(keyFile('office'), 'utf8'))?.[0] ?? ''
    const talk = await refused({ sealTo: [secret] })
    expect(talk).toContain('this is a secret key')
    expect(talk).not.toContain(secret.slice(20))
    expect(await refused({ sealToFiles: [keyFile('office')] })).toContain(
      `${keyFile('office')}:3: this is a secret key`,
    )
  })

  it.each([
    ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN a@b', /this is an SSH key/],
    ['age1', /is no age recipient/],
    ['wang@example.cn', /is no age recipient/],
    [`age1${'q'.repeat(58)}`, /is no age recipient/],
  ])('seals nothing for %s', async (key, says) => {
    expect(await refused({ sealTo: [key] })).toMatch(says)
  })

  it('wants a recipient in a file of them, and for a name that ends in .age', async () => {
    const list = join(workspace, 'empty.txt')
    writeFileSync(list, '# nobody yet\n')
    expect(await refused({ sealToFiles: [list] })).toContain(`${list}: holds no recipient`)
    expect(await refused({ out: 'x.zip.age' })).toContain('add --seal-to')
  })
})
