// Files that are not what they should be: none is believed, none brings the program down.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Pdf from 'pdfkit'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { lookAtMaterials, type LookOptions } from '../src/materials/index.ts'
import type { TextLine } from '../src/materials/text-reader.ts'
import type { Filing } from '../src/model/filing.ts'
import { drawCode } from './draw-code.ts'
import { context, today } from './packed-world.ts'
import { asSharp, shoot } from './scans/scene.ts'
import { chance } from './scans/seeded.ts'
import type { Paper } from './scans/papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'scan-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const book = context('en').book.for('guangdong', 'aliyun')

type Entry = { readonly is: string; readonly name: string; readonly bytes: Uint8Array; readonly of?: string }

/** `code got` or `code got/want` of every problem, with a mark for what is an error. */
async function told(entries: readonly Entry[], filing: Partial<Filing> = {}, options: LookOptions = {}) {
  for (const { name, bytes } of entries) writeFileSync(join(folder, name), bytes)
  const materials = entries.map(({ is, name, of }) => ({ is, file: name, ...(of === undefined ? {} : { of }) }))
  const findings = await lookAtMaterials({ icp: '1', ...filing, materials }, folder, { book, day: today }, options)
  return findings.flatMap(({ verdict, severity }) => {
    if (verdict.is !== 'bad-scan') return []
    const { code, got, want } = verdict.problem
    return `${severity === 'error' ? '!' : ''}${code} ${got}${want === '' ? '' : `/${want}`}`
  })
}

const scanOf = async (paper: Paper, seed = 1, code?: Buffer) =>
  asSharp(await shoot({ paper, seed, manner: 'flat', ...(code ? { code } : {}) }))
const card = async (seed = 1) => (await scanOf('id-card-front', seed)).jpeg().toBuffer()

const one = (is: string, name: string, bytes: Uint8Array): Entry[] => [{ is, name, bytes }]

describe('a file that cannot be read', () => {
  it('is missing, empty, cut off or damaged, each in its own words', async () => {
    const whole = await card()
    expect(await told(one('id-card-front', 'a.jpg', Buffer.alloc(0)))).toEqual(['!empty 0'])
    expect(await told(one('id-card-front', 'b.jpg', whole.subarray(0, whole.length / 2)))).toEqual([
      expect.stringMatching(/^!truncated \d+ KB$/),
    ])
    const png = await sharp(whole).png().toBuffer()
    expect(await told(one('id-card-front', 'c.png', png.subarray(0, png.length - 4000)))).toEqual([
      expect.stringMatching(/^!truncated /),
    ])
    expect(await told(one('id-card-front', 'd.png', png.fill(0x55, 60, 2000)))).toEqual([
      expect.stringMatching(/^!unreadable /),
    ])
  })

  it('is damaged in the middle but can be shown: a doubt', async () => {
    const whole = await card()
    const start = whole.indexOf(Buffer.from([0xff, 0xda])) + 4000
    const damaged = Buffer.from(whole).fill(0xff, start, start + 2000)
    expect(await told(one('id-card-front', 'damaged.jpg', damaged))).toContain('damaged ')
    expect(await told(one('id-card-front', 'whole.jpg', whole))).toEqual([])
    const padded = Buffer.concat([whole, Buffer.alloc(3000, 7)])
    expect(await told(one('id-card-front', 'padded.jpg', padded))).toEqual([])
  })

  it('unpacks to more than anybody photographs', async () => {
    const plane = { create: { width: 10_000, height: 10_000, channels: 3, background: '#777777' } } as const
    const bomb = await sharp(plane).png().toBuffer()
    expect(await told(one('id-card-front', 'bomb.png', bomb))).toEqual([
      expect.stringMatching(/^!bomb 100000000\/\d+ KB$/),
    ])
    const large = await sharp(plane).jpeg().toBuffer()
    expect(await told(one('id-card-front', 'large.jpg', large))).toEqual(['!too-many-pixels 100000000/64000000'])
  })

  it('is something else than its name says, or no picture at all', async () => {
    const png = await sharp(await card())
      .png()
      .toBuffer()
    expect(await told(one('id-card-front', 'card.jpg', png))).toEqual(['extension jpeg/png'])
    expect(await told(one('id-card-front', 'text.jpg', Buffer.from('a letter')))).toEqual(['!not-a-picture text'])
    expect(await told(one('id-card-front', 'zip.jpg', Buffer.from('PK\x03\x04aaaaaaaaaaaaaaaaaaaaaaaaaa')))).toEqual([
      '!not-a-picture zip',
    ])
  })
})

describe('a PDF', () => {
  const pdf = (pages: number, password?: string) =>
    new Promise<Buffer>(resolve => {
      const parts: Buffer[] = []
      const document = new Pdf(password === undefined ? {} : { userPassword: password, pdfVersion: '1.7' })
      document.on('data', (part: Buffer) => parts.push(part))
      document.on('end', () => resolve(Buffer.concat(parts)))
      for (let page = 1; page < pages; page += 1) document.addPage()
      document.end()
    })

  it('is no picture; it tells its pages and whether it is locked', async () => {
    expect(await told(one('commitment-letter', 'one.pdf', await pdf(1)))).toEqual(['!format pdf/jpeg, png'])
    expect(await told(one('commitment-letter', 'two.pdf', await pdf(2)))).toEqual([
      '!format pdf/jpeg, png',
      'pages 2/1',
    ])
    expect(await told(one('access-contract', 'all.pdf', await pdf(3)))).toEqual(['!format pdf/jpeg, png'])
    expect(await told(one('commitment-letter', 'locked.pdf', await pdf(1, 'secret')))).toEqual([
      '!format pdf/jpeg, png',
      '!encrypted pdf',
    ])
    const whole = await pdf(1)
    expect(await told(one('commitment-letter', 'cut.pdf', whole.subarray(0, 300)))).toContainEqual('!truncated 300 B')
  })
})

describe('what a file says of itself', () => {
  it('is that only a note turns it upright', async () => {
    const turned = await sharp(await card())
      .rotate(90)
      .jpeg()
      .withMetadata({ orientation: 8 })
      .toBuffer()
    expect(await told(one('id-card-front', 'turned.jpg', turned))).toEqual(['turned-by-note 8/1'])
  })

  it('is that it was taken off a screen, by its size or by the program', async () => {
    const picture = sharp(await card())
    const size = { width: 2532, height: 1170, fit: 'fill' } as const
    expect(await told(one('id-card-front', 'shot.png', await picture.clone().resize(size).png().toBuffer()))).toEqual([
      'screenshot 2532 × 1170/false',
    ])
    const marked = await picture
      .clone()
      .jpeg()
      .withExif({ IFD0: { Software: 'Snipaste' } })
      .toBuffer()
    expect(await told(one('id-card-front', 'marked.jpg', marked))).toEqual(['screenshot Snipaste/false'])
  })

  it('gives no advice on photographing where nothing is photographed', async () => {
    const shot = sharp(await card()).resize({ width: 1920, height: 1080, fit: 'fill' })
    const dark = await shot.linear(0.2).blur(4).greyscale().png().toBuffer()
    expect(await told(one('domain-real-name-screenshot', 'page.png', dark))).toEqual([])
  })
})

describe('two slots', () => {
  it('share a file, or a picture saved in another way', async () => {
    const front = await card()
    const again = await sharp(front).resize(1100).modulate({ brightness: 0.9 }).webp().toBuffer()
    expect(
      await told([
        { is: 'id-card-front', name: 'front.jpg', bytes: front },
        { is: 'id-card-back', name: 'back.jpg', bytes: front },
        { is: 'guardian-id', name: 'again.webp', bytes: again },
      ]),
    ).toEqual(['same-file front.jpg', 'same-picture front.jpg/0.15'])
  })

  it('hold the same form of two people', async () => {
    const entries = await Promise.all(
      [1, 2].map(async seed => ({ is: 'id-card-front', name: `${seed}.jpg`, bytes: await card(seed) })),
    )
    expect(await told(entries)).toEqual([])
  })
})

describe('the code on a licence', () => {
  const sponsor = {
    name: '深圳市海风软件有限公司',
    document: { type: 'business-licence', number: '91440300MA5FKT2C9R' },
  } as const
  const licence = async (text: string) =>
    (await scanOf('business-licence', 1, await drawCode(text, 6))).jpeg({ quality: 85 }).toBuffer()
  const said = async (text: string) => told(one('business-licence', 'licence.jpg', await licence(text)), { sponsor })

  it('agrees with what was typed, as a link or spelt out', async () => {
    expect(await said('https://www.example.cn/index.html?uniscid=91440300MA5FKT2C9R')).toEqual([])
    expect(await said('统一社会信用代码:91440300MA5FKT2C9R;名称:深圳市海风软件有限公司;')).toEqual([])
  })

  it('carries another number or another name', async () => {
    expect(await said('https://www.example.cn/?uniscid=91440300MA5EXAMP5A')).toEqual([])
    expect(await said('https://www.example.cn/?uniscid=91440300192434567F')).toEqual([
      'code-number 91440300192434567F/91440300MA5FKT2C9R',
    ])
    expect(await said('统一社会信用代码:91440300MA5FKT2C9R;名称:深圳市海浪软件有限公司;')).toEqual([
      'code-name 深圳市海浪软件有限公司/深圳市海风软件有限公司',
    ])
  })

  it('is not asked for where there is none, or nothing was typed', async () => {
    expect(await said('https://www.example.cn/')).toEqual([])
    expect(await told(one('business-licence', 'plain.jpg', await licence('91440300192434567F')))).toEqual([])
  })
})

describe('a reader of text', () => {
  const principal = { name: '王海', document: { type: 'id-card', number: '44030519900101123X' } } as const
  const line = (text: string, confidence = 0.95): TextLine => ({
    text,
    confidence,
    box: { x: 0, y: 0, width: 10, height: 10 },
  })
  const reading = async (lines: readonly TextLine[]) =>
    told(one('id-card-front', 'read.jpg', await card()), { principal }, { reader: { read: async () => lines } })

  it('agrees where it reads the same, and where it takes letters for digits', async () => {
    expect(await reading([line('姓名 王海'), line('公民身份号码 44030519900101123X')])).toEqual([])
    expect(await reading([line('4403O5l99OO1O1123X')])).toEqual([])
  })

  it('raises a doubt where it is sure of another number or name', async () => {
    expect(await reading([line('440106199406158825')])).toEqual(['text-number 440106199406158825/44030519900101123X'])
    expect(await reading([line('姓名 王涛')])).toEqual(['text-name 王涛/王海'])
  })

  it('keeps quiet where the check digit is wrong, where it is unsure, and where it reads nothing', async () => {
    expect(await reading([line('440106199406158826')])).toEqual([])
    expect(await reading([line('440106199406158825', 0.4), line('姓名 王涛', 0.7)])).toEqual([])
    expect(await reading([])).toEqual([])
  })
})

describe('broken bytes', () => {
  const small = sharp({
    create: {
      width: 90,
      height: 70,
      channels: 3,
      background: '#ccc',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('of a %s are survived', async format => {
    const whole = await small.clone().toFormat(format).toBuffer()
    const random = chance(format.length * 17)
    const entries = Array.from({ length: 40 }, (_, index) => {
      const bytes = Buffer.from(whole.subarray(0, index % 3 === 0 ? Math.floor(random() * whole.length) : whole.length))
      for (let flips = index % 4; flips >= 0; flips -= 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256)
      return { is: 'business-licence', name: `${format}-${index}.${format}`, bytes }
    })
    const problems = await told(entries)
    expect(problems.length).toBeGreaterThan(0)
  })
})
