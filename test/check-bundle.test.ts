// `check` of bundles: integrity first, then today's rules, then what is different since they were packed.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBag } from '../src/bundle/write-bag.ts'
import { checkCommand } from '../src/commands/check.ts'
import type { Language } from '../src/locales/index.ts'
import { complete, context, filing, pack, workspace } from './packed-world.ts'

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

type Call = { on?: string; language?: Language; reporter?: string; identity?: string[] }

const check = (paths: string[], { on, language = 'en', reporter = 'json', identity = [] }: Call = {}) =>
  checkCommand(
    paths,
    { reporters: [reporter], strict: false, personal: false, notes: false, colour: false, identity },
    { ...context(language), on, ...(on === undefined ? {} : { today: on }) },
  )

type Document = {
  ready: boolean
  filings: { file: string; ready: boolean; 'rules-changed'?: object; 'since-packed'?: Since }[]
  unusable: { file: string; message: string }[]
}
type Since = {
  on?: string
  deadlines: { field: string; day: string; left: number; was?: string }[]
  files: { path: string; is: string }[]
  warnings: string[]
}
const documentOf = async (paths: string[], call: Call = {}): Promise<Document> => {
  const document: Document = JSON.parse((await check(paths, call)).text)
  return document
}
const sinceOf = async (path: string, call: Call = {}) => (await documentOf([path], call)).filings[0]?.['since-packed']

/** A bag changed and sealed again, as somebody would who means no harm, or does. */
function resealed(bag: string, change: (data: string) => void): string {
  const changed = `${bag}-again`
  cpSync(bag, changed, { recursive: true })
  change(join(changed, 'data'))
  const files = readdirSync(join(changed, 'data'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(join(changed, 'data').length + 1))
  const payload = files.map(path => ({ path, from: { bytes: readFileSync(join(changed, 'data', path)) } }))
  writeBag(bag, payload, { baggingDate: '2026-12-01', softwareAgent: 'a', externalIdentifier: 'b' }, { replace: true })
  rmSync(changed, { recursive: true })
  return bag
}

async function packed(text = complete) {
  const dir = filing(text)
  await pack(dir)
  return { dir, bag: join(dir, 'bundle') }
}

describe('an archive', () => {
  it('is judged like the folder it holds, called by its own name, and nothing of it is left', async () => {
    const alike = (report: string) => report.replaceAll('bundle.zip/', 'bundle/').replaceAll(/"fingerprint": ".*"/g, '')
    const { dir, bag } = await packed(complete.replace('mobile: "13800138000"', 'mobile: "15800138000"'))
    await pack(dir, { zip: true })
    const { text, code } = await check([join(dir, 'bundle.zip')])
    const folder = await check([bag])
    expect(code).toBe(1)
    expect(alike(text)).toBe(alike(folder.text))
    expect(text).toContain(`${basename(dir)}/bundle.zip/data/icp.yaml`)
    expect(text).not.toContain(temporary)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('with a damaged file is refused, called by its own name', async () => {
    const dir = filing(complete)
    await pack(dir, { zip: true })
    const path = join(dir, 'bundle.zip')
    const bytes = readFileSync(path)
    const at = bytes.indexOf('icp: 1')
    writeFileSync(path, bytes.fill('x', at, at + 1))
    const { talk, code } = await check([path], { reporter: 'pretty' })
    expect(code).toBe(2)
    expect(talk).toBe(`${path}/bundle/data/icp.yaml: is damaged inside the archive (CRC); ask for it again`)
  })

  it('with a bag in it that does not verify is refused with the bag’s own message', async () => {
    const { dir, bag } = await packed()
    appendFileSync(join(bag, 'data', 'icp.yaml'), '# more\n')
    execFileSync('zip', ['-q', '-r', 'changed.zip', 'bundle'], { cwd: dir })
    const path = join(dir, 'changed.zip')
    const { talk, code } = await check([path], { language: 'zh' })
    expect(code).toBe(2)
    expect(talk).toContain(`${path}/data/icp.yaml: 内容与 manifest-sha256.txt 中的校验值不符`)
    expect(talk).toContain('打包后被改动过或已损坏')
    expect(readdirSync(temporary)).toEqual([])
  })

  it('is opened where the call names it, by name or pattern, and not in a folder that is searched', async () => {
    const { dir } = await packed()
    await pack(dir, { out: join(workspace, 'clients', 'a.zip') })
    await pack(dir, { out: join(workspace, 'clients', 'b.zip') })
    const pattern = join(workspace, 'clients', '*.zip')
    expect(
      (await documentOf([pattern])).filings.map(({ file }) => basename(file.slice(0, -'/data/icp.yaml'.length))),
    ).toEqual(['a.zip', 'b.zip'])
    expect((await documentOf([pattern.replace('*.zip', '*.{zip,age}')])).filings).toHaveLength(2)
    await expect(check([join(workspace, 'clients', '*')])).rejects.toThrow('no-match')
    await expect(check([join(workspace, 'clients')])).rejects.toThrow('no-filing')
  })

  it('of a broken filing tells its mistakes by their places', async () => {
    const { dir, bag } = await packed()
    resealed(bag, data => writeFileSync(join(data, 'icp.yaml'), 'icp: 1\nprovidor: aliyun\n'))
    execFileSync('zip', ['-q', '-r', 'broken.zip', 'bundle'], { cwd: dir })
    const { talk, code } = await check([join(dir, 'broken.zip')])
    expect(code).toBe(2)
    expect(talk).toMatch(/broken\.zip\/data\/icp\.yaml:2:1 .*providor/)
  })
})

const hasAge = spawnSync('age', ['--version']).error === undefined

describe.skipIf(!hasAge)('a sealed bundle', () => {
  const keyFile = (name: string) => join(workspace, `${name}.txt`)
  let path = ''
  beforeAll(async () => {
    for (const name of ['office', 'stranger']) execFileSync('age-keygen', ['-o', keyFile(name)], { stdio: 'ignore' })
    const recipient = execFileSync('age-keygen', ['-y', keyFile('office')], { encoding: 'utf8' }).trim()
    const dir = filing(complete)
    await pack(dir, { sealTo: [recipient] })
    path = join(dir, 'bundle.zip.age')
  })

  it('is judged for whoever has the key', async () => {
    const { text, code } = await check([path], { identity: [keyFile('stranger'), keyFile('office')] })
    expect(code).toBe(0)
    expect(text).toContain('bundle.zip.age/data/icp.yaml')
    expect(readdirSync(temporary)).toEqual([])
  })

  it.each([
    ['no key', [], /bundle\.zip\.age: the bundle is sealed; give the file of your age identity with --identity/],
    ['another key', ['stranger'], /bundle\.zip\.age: your identity does not open it/],
    ['no such file', ['nobody'], /nobody\.txt does not exist/],
  ])('is refused with %s', async (_name, names, says) => {
    const { talk, code } = await check([path], { identity: names.map(keyFile) })
    expect(code).toBe(2)
    expect(talk).toMatch(says)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('is refused when a file of keys holds none, told by its line and without what stands there', async () => {
    const file = keyFile('wrong')
    writeFileSync(file, '# mine\nAGE-SECRET-KEY-1QQQQQQ\n')
    const { talk } = await check([path], { identity: [file] })
    expect(talk).toContain(`${file}:2: this line is no age identity`)
    expect(talk).not.toContain('1QQQQQQ')
  })
})

describe('what is different since a bundle was packed', () => {
  it('is nothing on the day it was packed', async () => {
    const { bag } = await packed()
    expect(await sinceOf(bag)).toEqual({ on: '2026-12-01', deadlines: [], files: [], warnings: [] })
    expect((await check([bag], { reporter: 'pretty' })).text).not.toContain('Packed on')
  })

  it('are deadlines that are near or past by now', async () => {
    const { bag } = await packed()
    const letter = { field: 'materials.0.signed-on', day: '2026-12-20' }
    expect((await sinceOf(bag, { on: '2026-12-10' }))?.deadlines).toMatchObject([{ ...letter, left: 10 }])
    expect((await sinceOf(bag, { on: '2026-12-25' }))?.deadlines).toMatchObject([{ ...letter, left: -5 }])
    const { text } = await check([bag], { on: '2026-12-10', reporter: 'pretty' })
    expect(text).toContain('Packed on 2026-12-01, 9 days ago. Since then:')
    expect(text).toMatch(/[Ll]etter.*: the last day is 2026-12-20, in 10 days/)
    expect((await check([bag], { on: '2026-12-25', reporter: 'pretty', language: 'zh' })).text).toMatch(
      /最后日期 2026-12-20，已过 5 天/,
    )
  })

  it('are deadlines that the rules have moved forward', async () => {
    const { bag } = await packed()
    resealed(bag, data => {
      const file = join(data, 'findings.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"2027-11-17"', '"2027-12-31"'))
    })
    const since = await sinceOf(bag)
    expect(since?.deadlines).toMatchObject([
      { field: 'services.0.domains.0.expires', day: '2027-11-17', was: '2027-12-31' },
    ])
  })

  it('are rules that came, went or changed', async () => {
    const { bag } = await packed()
    resealed(bag, data => {
      const file = join(data, 'findings.json')
      const record: { rules: Record<string, string> } = JSON.parse(readFileSync(file, 'utf8'))
      record.rules = { ...record.rules, 'national/mobile': '000000000000', 'national/gone': '000000000000' }
      delete record.rules['national/look']
      writeFileSync(file, JSON.stringify(record))
    })
    expect((await documentOf([bag])).filings[0]?.['rules-changed']).toEqual({
      came: ['national/look'],
      went: ['national/gone'],
      changed: ['national/mobile'],
    })
  })

  it('are files that are not those that were judged', async () => {
    const { bag } = await packed()
    resealed(bag, data => {
      appendFileSync(join(data, 'materials/01-business-licence.png'), 'another scan')
      rmSync(join(data, 'materials/02-id-card-front.png'))
      writeFileSync(join(data, 'materials/09-more.png'), 'more')
    })
    renameSync(join(bag, '..', 'icp.yaml'), join(bag, '..', 'moved.yaml'))
    expect((await sinceOf(bag))?.files).toEqual([
      { path: 'materials/01-business-licence.png', is: 'not-judged' },
      { path: 'materials/02-id-card-front.png', is: 'not-judged' },
      { path: 'materials/09-more.png', is: 'not-judged' },
    ])
    expect((await check([bag], { reporter: 'pretty' })).text).toContain(
      `${bag}/data/materials/01-business-licence.png is not the file that was judged when the bundle was packed`,
    )
  })

  it('are the filing and the scans beside it, by what they hold', async () => {
    const { dir, bag } = await packed()
    appendFileSync(join(dir, 'scans/front.png'), 'a better scan')
    expect((await sinceOf(bag))?.files).toEqual([{ path: 'materials/02-id-card-front.png', is: 'replaced' }])
    rmSync(join(dir, 'scans/back.png'))
    writeFileSync(join(dir, 'seal.png'), readFileSync(join(dir, 'letter.png')))
    appendFileSync(join(dir, 'seal.png'), 'sealed')
    appendFileSync(join(dir, 'icp.yaml'), '  - { is: other, file: seal.png }\n')
    expect((await sinceOf(bag))?.files).toEqual([
      { path: 'icp.yaml', is: 'replaced' },
      { path: 'materials/02-id-card-front.png', is: 'replaced' },
      { path: 'materials/03-id-card-back.png', is: 'removed' },
      { path: join(dir, 'seal.png'), is: 'added' },
    ])
    const { text } = await check([bag], { reporter: 'pretty', language: 'zh' })
    expect(text).toContain(`${bag}/data/icp.yaml 与 ${join(dir, 'icp.yaml')} 现在的内容不同`)
    expect(text).toContain('请重新运行 icp-prep pack')
  })

  it('tells what is odd about a sound bag', async () => {
    const { bag } = await packed()
    writeFileSync(join(bag, 'note.txt'), 'a note')
    expect((await sinceOf(bag))?.warnings).toEqual([
      `${bag}/note.txt: is not in tagmanifest-sha256.txt and was not verified`,
    ])
  })
})

describe('a bundle', () => {
  it('of a newer format says so', async () => {
    const { bag } = await packed()
    resealed(bag, data => {
      const file = join(data, 'findings.json')
      writeFileSync(file, readFileSync(file, 'utf8').replace('"format": 1', '"format": 7'))
    })
    const { talk, code } = await check([bag])
    expect(code).toBe(2)
    expect(talk).toBe(
      `${bag}: the bundle was written by a newer icp-prep (format 7, this one reads 1); update icp-prep`,
    )
  })

  it('of an older format, without a record or with one nobody can read, is judged all the same', async () => {
    for (const text of ['{"format": 1, "rules": {}}', 'not json', '{"packed": 7}']) {
      const { bag } = await packed()
      resealed(bag, data => writeFileSync(join(data, 'findings.json'), text))
      expect(await documentOf([bag])).toMatchObject({ ready: true, unusable: [] })
    }
  })

  it('without a filing is told apart from a damaged one', async () => {
    const { bag } = await packed()
    resealed(bag, data => rmSync(join(data, 'icp.yaml')))
    expect((await check([bag])).talk).toBe(`${bag}: a sound bag, but without data/icp.yaml: not a bundle of this tool`)
  })
})

const program = fileURLToPath(new URL('../bin/icp-prep.js', import.meta.url))

describe('a check of an archive that is stopped', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 143],
  ] as const)('by %s leaves nothing behind', async (signal, ended) => {
    const dir = filing(complete)
    const path = join(dir, 'large.zip')
    const { bag } = await packed()
    writeFileSync(join(bag, 'large.bin'), Buffer.alloc(150_000_000))
    execFileSync('zip', ['-q', '-0', '-r', path, 'bundle'], { cwd: join(bag, '..') })
    const child = spawn(process.execPath, [program, 'check', path], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: 'ignore',
    })
    const watcher = watch(temporary, () => child.kill(signal))
    const code = await new Promise(resolve => child.on('exit', resolve))
    watcher.close()
    expect(code).toBe(ended)
    expect(readdirSync(temporary)).toEqual([])
  })
})
