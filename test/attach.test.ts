// `icp-prep attach` as people call it: one file, a folder of them, wrong calls, broken files, Ctrl-C.
import { spawn, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { isBare } from '../src/materials/bare.ts'
import { drawCode } from './draw-code.ts'
import { drawPhoto } from './draw-photo.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'bin', 'icp-prep.js')

const example = readFileSync(join(root, 'rules/examples/enterprise-guangdong/icp.yaml'), 'utf8')
  .replaceAll(/\{\{[^}]*\}\}/g, '2027-06-01')
  .replace(/\nmaterials:[^]*/, '\n')

let photo = Buffer.alloc(0)
let lying = Buffer.alloc(0)
let folder = ''

beforeAll(async () => {
  photo = await (await drawPhoto({ width: 1600, height: 1200 })).jpeg({ quality: 95 }).toBuffer()
  lying = await (await drawPhoto({ width: 1200, height: 1600, orientation: 6 })).jpeg().toBuffer()
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-attach-'))
  mkdirSync(join(folder, 'filing'))
  mkdirSync(join(folder, 'scans'))
  write('filing/icp.yaml', example)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const write = (name: string, data: string | Uint8Array) => writeFileSync(at(name), data)
const saved = () => readFileSync(at('filing/icp.yaml'), 'utf8')
const materials = () => saved().slice(saved().indexOf('\nmaterials:') + 1)
const tree = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

function run(args: readonly string[], from = program) {
  const env = { PATH: process.env['PATH'], HOME: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, [from, ...args], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}
const attach = (...args: string[]) => run(['attach', ...args, '--dir', 'filing', '--lang', 'en'])

describe('one photo', () => {
  it('is fitted, noted in icp.yaml and kept as it was, for nobody else to read', async () => {
    write('scans/a.jpg', lying)
    const { code, stdout } = attach('scans/a.jpg', '--as', 'id-card-front', '--of', 'principal')
    expect(code).toBe(0)
    expect(stdout).toContain('turned upright')
    expect(stdout).toContain('place, device, time')
    expect(materials()).toBe(
      'materials:\n  - is: id-card-front\n    of: principal\n    file: materials/id-card-front-principal.jpg\n',
    )
    expect(saved().startsWith(example.trimEnd())).toBe(true)
    const slot = readFileSync(at('filing/materials/id-card-front-principal.jpg'))
    expect(isBare(slot, 'jpeg')).toBe(true)
    expect(await sharp(slot).metadata()).toMatchObject({ width: 1200, height: 1600 })
    const [original = ''] = readdirSync(at('filing/materials/originals'))
    expect(readFileSync(at(`filing/materials/originals/${original}`)).equals(lying)).toBe(true)
    for (const name of ['', '/id-card-front-principal.jpg', '/originals', `/originals/${original}`])
      expect(statSync(at(`filing/materials${name}`)).mode & 0o077).toBe(0)
    expect(readFileSync(at('scans/a.jpg')).equals(lying)).toBe(true)
  })

  it('takes the place of an earlier one, whose line stays with its comment and its other answers', () => {
    write(
      'filing/icp.yaml',
      `${example}materials:\n  - { is: business-licence, file: materials/old.png } # the old one\n  - is: commitment-letter # signed\n    signed-by: 王海\n    file: materials/commitment-letter.jpg\n`,
    )
    mkdirSync(at('filing/materials'))
    write('filing/materials/commitment-letter.jpg', lying)
    write('scans/a.jpg', photo)
    const { code, stdout } = attach('scans/a.jpg', '--as', 'commitment-letter')
    expect(code).toBe(0)
    expect(materials()).toBe(
      'materials:\n  - { is: business-licence, file: materials/old.png } # the old one\n  - is: commitment-letter # signed\n    signed-by: 王海\n    file: materials/commitment-letter.jpg\n',
    )
    expect(stdout).toContain('please check them: signed-by')
    const replaced = readdirSync(at('filing/materials/originals')).find(name => name.includes('replaced')) ?? ''
    expect(readFileSync(at(`filing/materials/originals/${replaced}`)).equals(lying)).toBe(true)
    expect(attach('scans/a.jpg', '--as', 'business-licence').code).toBe(0)
    expect(materials()).toContain('- { is: business-licence, file: materials/business-licence.jpg } # the old one')
  })

  it('attached twice changes nothing the second time', () => {
    write('scans/a.jpg', photo)
    attach('scans/a.jpg', '--as', 'business-licence')
    const [before, files] = [saved(), tree()]
    expect(attach('scans/a.jpg', '--as', 'business-licence').code).toBe(0)
    expect([saved(), tree()]).toEqual([before, files])
  })

  it('does not take the place of a file nobody named', () => {
    mkdirSync(at('filing/materials'))
    write('filing/materials/business-licence.jpg', 'mine')
    write('scans/a.jpg', photo)
    attach('scans/a.jpg', '--as', 'business-licence')
    expect(readFileSync(at('filing/materials/business-licence.jpg'), 'utf8')).toBe('mine')
    expect(materials()).toContain('file: materials/business-licence-2.jpg')
  })

  it('carries a watermark where one is wanted, and says so in icp.yaml until it is replaced', () => {
    write('scans/a.jpg', photo)
    attach('scans/a.jpg', '--as', 'business-licence', '--watermark')
    expect(materials()).toContain('watermark: 仅供ICP备案使用')
    attach('scans/a.jpg', '--as', 'business-licence')
    expect(materials()).not.toContain('watermark')
  })

  it('of an app is its icon', () => {
    write(
      'filing/icp.yaml',
      'icp: 1\nprovider: aliyun\nprovince: guangdong\nservices:\n  - kind: app\n    name: 海风\n',
    )
    write('scans/icon.jpg', photo)
    expect(attach('scans/icon.jpg', '--as', 'app-icon', '--of', 'services.0').code).toBe(0)
    expect(saved()).toContain('    app:\n      icon: materials/app-icon-services-0.')
    const [icon = ''] = readdirSync(at('filing/materials')).filter(name => name.startsWith('app-icon'))
    expect(statSync(at(`filing/materials/${icon}`)).size).toBeLessThanOrEqual(102_400)
  })

  it('that is damaged is made anew, and says that it was', () => {
    const start = lying.indexOf(Buffer.from([0xff, 0xda])) + 400
    write('scans/a.jpg', Buffer.from(lying).fill(0xff, start, start + 600))
    const { code, stdout } = attach('scans/a.jpg', '--as', 'id-card-back', '--of', '王海')
    expect(code).toBe(0)
    expect(stdout).toContain('⚠ some data of the picture are damaged')
  })

  it('with --dry-run is looked at as it would be written', async () => {
    const dull = await sharp(photo).resize(900).blur(5).linear(0.3).png().toBuffer()
    write('scans/a.jpg', dull)
    const dry = attach('scans/a.jpg', '--as', 'id-card-back', '--of', '王海', '--dry-run').stdout
    const right = attach('scans/a.jpg', '--as', 'id-card-back', '--of', '王海').stdout
    const looks = (told: string) => told.split('\n').filter(line => /[⚠✖ℹ]/.test(line))
    expect(looks(dry)).toEqual(looks(right))
    expect(looks(right).length).toBeGreaterThan(0)
  })

  it('with --dry-run is only told about', () => {
    write('scans/a.jpg', lying)
    const [before, files] = [saved(), tree()]
    const { code, stdout } = attach('scans/a.jpg', '--as', 'id-card-back', '--of', '王海', '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain('materials/id-card-back-principal.jpg')
    expect(stdout).toContain('nothing was written')
    expect([saved(), tree()]).toEqual([before, files])
  })
})

describe('without --as and without a terminal', () => {
  it('the slot is proposed with the command that puts it there', () => {
    write('scans/our 营业执照.jpg', photo)
    const { code, stdout } = attach('scans/our 营业执照.jpg')
    expect(code).toBe(2)
    expect(existsSync(at('filing/materials'))).toBe(false)
    const command = /run icp-prep (attach .*)/.exec(stdout)?.[1] ?? ''
    expect(command).toBe("attach 'scans/our 营业执照.jpg' --as business-licence --dir filing")
    expect(spawnSync('sh', ['-c', `"${process.execPath}" "${program}" ${command}`], { cwd: folder }).status).toBe(0)
    expect(materials()).toContain('is: business-licence')
  })

  it('and without a clue, what is missing is named as it may be given', () => {
    write('scans/IMG_1.jpg', photo)
    const { code, stdout } = attach('scans/IMG_1.jpg')
    expect(code).toBe(2)
    expect(stdout).toContain('--as id-card-front --of services.0.lead')
  })

  it('a code on the paper tells a licence', async () => {
    const code = await drawCode('https://example.org/91440300MA5FKT2C9R', 6)
    write(
      'scans/IMG_1.jpg',
      await sharp(photo)
        .composite([{ input: code, left: 900, top: 300 }])
        .jpeg()
        .toBuffer(),
    )
    expect(attach('scans/IMG_1.jpg').stdout).toContain('unified social credit code')
  })
})

describe('a folder at once', () => {
  it('has a line of progress for each file, names what failed and does the rest', () => {
    write('scans/营业执照.jpg', photo)
    write('scans/王海 身份证正面.jpg', lying)
    write('scans/broken 承诺书.jpg', lying.subarray(0, 9000))
    write('scans/notes.txt', 'hello')
    write('scans/身份证反面.jpg', photo)
    mkdirSync(at('scans/more'))
    const { code, stdout, stderr } = attach('scans')
    expect(code).toBe(2)
    expect(stderr.split('\n').filter(line => /^\[\d\/5\] /.test(line))).toHaveLength(5)
    expect(stderr).toContain('1 folder inside')
    expect(stdout).toContain('5 files: 2 attached, 1 to be placed, 2 failed')
    expect(stdout).toMatch(/✖ broken 承诺书\.jpg: .*(incomplete|damaged)/)
    expect(stdout).toMatch(/✖ notes\.txt: is no picture but text/)
    expect(materials().match(/is: /g)).toHaveLength(2)
    expect(tree().filter(name => name.endsWith('.tmp'))).toEqual([])
  })

  it('exits 0 when all are in their slots', () => {
    write('scans/营业执照.jpg', photo)
    write('scans/承诺书.jpg', lying)
    expect(attach('scans').code).toBe(0)
    expect(attach('scans', '--dry-run').code).toBe(0)
  })

  it('does not put two files into one slot', () => {
    write('scans/营业执照 1.jpg', photo)
    write('scans/营业执照 2.jpg', lying)
    const { code, stdout } = attach('scans')
    expect(code).toBe(2)
    expect(stdout).toContain('营业执照 1.jpg was put there in this call already')
  })

  it('stops between two files at Ctrl-C, with nothing half-way', async () => {
    const names = [
      '营业执照',
      '承诺书',
      '王海 身份证正面',
      '王海 身份证反面',
      '陈雨 身份证正面',
      '陈雨 身份证反面',
      '域名证书',
    ]
    for (const name of names) write(`scans/${name}.jpg`, photo)
    const child = spawn(process.execPath, [program, 'attach', 'scans', '--dir', 'filing', '--lang', 'en'], {
      cwd: folder,
    })
    let said = ''
    const ended = new Promise<number | null>(resolve => child.on('exit', code => resolve(code)))
    child.stderr.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.includes('[2/7]')) child.kill('SIGINT')
    })
    expect(await ended).toBe(130)
    expect(said).toMatch(/interrupted; \d files? (is|are) attached, none half-way/)
    const named = [...materials().matchAll(/file: (\S+)/g)].map(([, file = '']) => file)
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(file => !existsSync(at(`filing/${file}`)))).toEqual([])
    expect(readdirSync(at('filing/materials')).filter(name => name.endsWith('.jpg'))).toHaveLength(named.length)
    expect(tree().filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('what cannot be done is said', () => {
  const calls: readonly (readonly [string, readonly string[], string])[] = [
    ['a material misspelt', ['scans/a.jpg', '--as', 'id-card-frnt'], 'did you mean id-card-front?'],
    [
      'nobody of the filing',
      ['scans/a.jpg', '--as', 'id-card-front', '--of', '李四'],
      'services.0.lead, haifeng-example.cn',
    ],
    ['whose, but not what', ['scans/a.jpg', '--of', 'principal'], '--of goes with --as'],
    ['one slot for two files', ['scans/a.jpg', 'scans/b.jpg', '--as', 'id-card-front'], 'there are 2'],
    ['one of two people', ['scans/a.jpg', '--as', 'id-card-front'], '--as id-card-front --of services.0.lead'],
    ['no such file', ['scans/nothing.jpg', '--as', 'business-licence'], 'there is no such file'],
    ['a picture where a video belongs', ['scans/a.jpg', '--as', 'commitment-video'], 'a commitment video is'],
    ['an empty folder', ['scans/empty'], 'there are no files'],
  ]
  it.each(calls)('%s', (_what, args, told) => {
    write('scans/a.jpg', photo)
    write('scans/b.jpg', photo)
    mkdirSync(at('scans/empty'))
    const { code, stdout, stderr } = attach(...args)
    expect(code).toBe(2)
    expect(stdout + stderr).toContain(told)
    expect(saved()).toBe(example)
  })

  it('a folder without a filing, and a bundle', () => {
    write('scans/a.jpg', photo)
    expect(run(['attach', 'scans/a.jpg', '--lang', 'en'])).toMatchObject({ code: 2 })
    run(['pack', 'filing'])
    const { code, stderr } = run(['attach', 'scans/a.jpg', '--dir', 'filing/bundle/data', '--lang', 'en'])
    expect(code).toBe(2)
    expect(stderr).toContain('inside a bundle')
  })

  it('names that hold numbers of people or move the cursor are not printed as they are', () => {
    write('scans/44030519900101123X \u001b[31m.jpg', photo)
    const { stdout, stderr } = attach('scans')
    expect(stdout + stderr).not.toContain('44030519900101123X')
    expect(stdout + stderr).not.toContain('\u001b')
    expect(stdout).toContain('440***')
  })
})

describe('without the packages for HEIC and PDF', () => {
  it('says which to install, and does the rest', () => {
    const bare = at('program')
    mkdirSync(join(bare, 'node_modules', '@hyzyla'), { recursive: true })
    for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(bare, part), { recursive: true })
    for (const name of ['sharp', 'zxing-wasm'])
      symlinkSync(join(root, 'node_modules', name), join(bare, 'node_modules', name))
    write('scans/a.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0', 'latin1'))
    write('scans/b.pdf', '%PDF-1.7\n%%EOF')
    write('scans/营业执照.jpg', photo)
    const { code, stdout } = run(
      ['attach', 'scans', '--dir', 'filing', '--lang', 'en'],
      join(bare, 'bin', 'icp-prep.js'),
    )
    expect(code).toBe(2)
    expect(stdout).toContain('npm install heic-decode')
    expect(stdout).toContain('npm install @hyzyla/pdfium')
    expect(stdout).toContain('3 files: 1 attached, 2 failed')
  })
})
