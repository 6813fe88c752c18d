// The printed pages: looked at as pixels, because a text that can be extracted need not have been drawn.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openFont } from '../src/commands/print-forms.ts'
import { drawForm, type Drawn } from '../src/forms/draw.ts'
import { formsNamed } from '../src/forms/needed.ts'
import { changed, context, enterprise, individual, judged, today } from './form-world.ts'

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'form-pages-'))
const font = openFont(undefined)

/** The first form of the material. */
async function drawn(text: string, id: string, more: { english?: boolean; day?: string } = {}): Promise<Drawn> {
  const [form] = formsNamed([id], judged(text).book)
  if (!form) throw new Error(`no form ${id}`)
  return drawForm(form, font, { english: false, day: today, ...more })
}

let files = 0
function saved({ bytes }: Drawn): string {
  files += 1
  const file = join(folder, `${files}.pdf`)
  writeFileSync(file, bytes)
  return file
}

const poppler = (command: string, ...args: string[]) => {
  const { stdout, status, stderr } = spawnSync(command, args, { maxBuffer: 1 << 28 })
  expect([status, stderr.toString()]).toEqual([0, ''])
  return stdout
}
const textOf = (file: string) => poppler('pdftotext', '-layout', file, '-').toString()

type Page = { readonly width: number; readonly height: number; readonly isInk: (x: number, y: number) => boolean }

/** Pages as pixels, `dpi` to the inch; dark is ink. */
function pagesOf(file: string, dpi: number): Page[] {
  const bytes = poppler('pdftoppm', '-gray', '-r', String(dpi), file)
  const pages: Page[] = []
  for (let at = 0; at < bytes.length;) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', at, at + 40))
    if (!head) throw new Error('no picture')
    const [width, height, start] = [Number(head[1]), Number(head[2]), at + head[0].length]
    pages.push({ width, height, isInk: (x, y) => (bytes[start + y * width + x] ?? 255) < 128 })
    at = start + width * height
  }
  return pages
}

/** Share of ink in a box of the page. */
function inkIn(page: Page, box: { left: number; top: number; right: number; bottom: number }): number {
  let ink = 0
  const [left = 0, top = 0, right = 0, bottom = 0] = [box.left, box.top, box.right, box.bottom].map(Math.round)
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) if (page.isInk(x, y)) ink += 1
  return ink / Math.max(1, (right - left) * (bottom - top))
}

/** Where a word stands on the first page it is on, in pixels. */
function boxOf(file: string, word: string, dpi: number) {
  const boxes = poppler('pdftotext', '-bbox', '-l', '1', file, '-').toString()
  const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)" xMax="([\\d.]+)" yMax="([\\d.]+)">${word}<`).exec(boxes)
  if (!found) throw new Error(`${word} is not on the page`)
  const [left = 0, top = 0, right = 0, bottom = 0] = found.slice(1).map(each => (Number(each) * dpi) / 72)
  return { left, top, right, bottom }
}

/** Nothing stands nearer to the edge than this, in points. */
const rim = 30

function hasCleanRim(page: Page, dpi: number): boolean {
  const edge = Math.floor((rim * dpi) / 72)
  const { width, height } = page
  const bars = [
    { left: 0, top: 0, right: width, bottom: edge },
    { left: 0, top: height - Math.floor((20 * dpi) / 72), right: width, bottom: height },
    { left: 0, top: 0, right: edge, bottom: height },
    { left: width - edge, top: 0, right: width, bottom: height },
  ]
  return bars.every(bar => inkIn(page, bar) === 0)
}

describe.skipIf(!hasPoppler)('a rare name', () => {
  it('is drawn, each character by its own strokes', async () => {
    const dpi = 216
    const file = saved(await drawn(changed(enterprise, ['name: 王海', 'name: 喆堃镕䶮']), 'principal-authorization'))
    const [page] = pagesOf(file, dpi)
    const { left, right, ...rows } = boxOf(file, '喆堃镕䶮', dpi)
    const wide = (right - left) / 4
    const shares = [0, 1, 2, 3].map(
      at => page && inkIn(page, { left: left + at * wide, right: left + (at + 1) * wide, ...rows }),
    )
    for (const share of shares) expect(share).toBeGreaterThan(0.1)
    for (const share of shares) expect(share).toBeLessThan(0.6)
    expect(new Set(shares.map(share => share?.toFixed(4))).size).toBe(4)
  })

  it('beyond the font leaves room, and the character is named', async () => {
    const result = await drawn(changed(enterprise, ['name: 王海', 'name: 王𠮷']), 'principal-authorization')
    expect(result.missing).toEqual(['𠮷'])
    const text = textOf(saved(result))
    expect(text).toContain('王')
    expect(text).not.toMatch(/𠮷|\uFFFD/u)
  })
})

const ids = Object.keys(context.book.forms)

describe.skipIf(!hasPoppler).each(ids)('%s', id => {
  it.each([
    ['organization', enterprise],
    ['individual', individual],
  ])('prints for an %s within its margins, no page empty', async (_who, filing) => {
    const dpi = 40
    for (const form of formsNamed([id], judged(filing).book)) {
      const file = saved(await drawForm(form, font, { english: true, day: today }))
      for (const page of pagesOf(file, dpi)) {
        expect([page.width, page.height]).toEqual([331, 468])
        expect(hasCleanRim(page, dpi)).toBe(true)
        expect(inkIn(page, { left: 0, top: 0, right: page.width, bottom: page.height })).toBeGreaterThan(0.001)
      }
      expect(textOf(file)).toContain(`打印依据 ${form.printedFrom}`)
    }
  })
})

describe.skipIf(!hasPoppler)('much to print', () => {
  const domains = Array.from(
    { length: 40 },
    (_, index) => `{ name: very-long-domain-name-number-${index + 1}.haifeng-example.cn }`,
  )
  const long = changed(
    enterprise,
    ['name: 深圳市海风软件有限公司', `name: 深圳市${'海风软件信息技术服务'.repeat(7)}有限责任公司`],
    ['contact-address: 科技园南路18号A座1203室', `contact-address: ${'科技园南路十八号海风大厦'.repeat(9)}A座1203室`],
    [
      'business-scope: 软件开发；信息咨询服务',
      `business-scope: ${'软件开发；信息系统集成服务；信息咨询服务（不含许可类）；'.repeat(70)}`,
    ],
    ['materials:', `  - { kind: website, name: 多域名, domains: [${domains.join(', ')}] }\nmaterials:`],
  )

  it.each(['commitment-letter', 'verification-form', 'situation-statement', 'no-preapproval-letter'])(
    'stays within the pages and is all there: %s',
    async id => {
      const printed: string[] = []
      for (const form of formsNamed([id], judged(long).book))
        printed.push(saved(await drawForm(form, font, { english: false, day: today })))
      for (const page of printed.flatMap(file => pagesOf(file, 40))) expect(hasCleanRim(page, 40)).toBe(true)
      const text = poppler('pdftotext', printed.at(-1) ?? '', '-')
        .toString()
        .replaceAll(/\s/g, '')
      for (const at of [1, 17, 40]) expect(text).toContain(`number-${at}.haifeng-example.cn`)
    },
  )

  it('goes on over several pages', async () => {
    const pages = poppler('pdfinfo', saved(await drawn(long, 'no-preapproval-letter'))).toString()
    expect(Number(/Pages:\s+(\d+)/.exec(pages)?.[1])).toBeGreaterThan(2)
  })
})

describe('a form', () => {
  it('has the same bytes for the same filing on the same day', async () => {
    const [one, other, later] = [
      await drawn(enterprise, 'commitment-letter'),
      await drawn(enterprise, 'commitment-letter'),
      await drawn(enterprise, 'commitment-letter', { day: '2026-12-02' }),
    ]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    expect(Buffer.compare(one.bytes, later.bytes)).not.toBe(0)
  })

  it.skipIf(!hasPoppler)('says of itself what it is and from which day, and nothing of a person', async () => {
    const info = poppler('pdfinfo', '-isodates', saved(await drawn(enterprise, 'commitment-letter'))).toString()
    expect(info).toContain('互联网信息服务备案承诺书')
    expect(info).toContain('2026-12-01T00:00:00Z')
    expect(info).not.toMatch(/海风|王海|Author/)
  })

  it.skipIf(!hasPoppler)('gives way to the administration’s template, by its name', async () => {
    const text = textOf(saved(await drawn(enterprise, 'commitment-letter')))
    expect(text).toMatch(/草稿：广东省通信管理局.*以其模板为准/)
  })

  it.skipIf(!hasPoppler)('explains its headings in English only to a reader of English', async () => {
    expect(textOf(saved(await drawn(enterprise, 'commitment-letter')))).not.toContain('Letter of commitment')
    const english = textOf(saved(await drawn(enterprise, 'commitment-letter', { english: true })))
    expect(english).toContain('Letter of commitment for the filing')
    expect(english).toContain('Draft: the administration has a template')
  })

  it.skipIf(!hasPoppler)('counts its own pages, not the one with hints', async () => {
    const file = saved(await drawn(enterprise, 'commitment-letter', { english: true }))
    expect(poppler('pdfinfo', file).toString()).toMatch(/Pages:\s+2/)
    expect(textOf(file)).toContain('第 1 页，共 1 页')
    expect(textOf(file)).not.toContain('第 2 页')
  })
})
