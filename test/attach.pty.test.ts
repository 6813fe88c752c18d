// `attach` at a terminal: the slot is proposed, another may be chosen, a file left out, Ctrl-C stops.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { drawPhoto } from './draw-photo.ts'
import { Terminal, found, line, ticks, typed } from './terminal.ts'

const longEnough = 120_000

const filing = readFileSync(new URL('../rules/examples/enterprise-guangdong/icp.yaml', import.meta.url), 'utf8')
  .replaceAll(/\{\{[^}]*\}\}/g, '2027-06-01')
  .replace(/\nmaterials:[^]*/, '\n')

let photo = Buffer.alloc(0)
let folder = ''
let terminal: Terminal | undefined

beforeAll(async () => {
  photo = await (await drawPhoto({ width: 1400, height: 1000 })).jpeg().toBuffer()
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-attach-'))
  mkdirSync(join(folder, 'scans'))
  writeFileSync(join(folder, 'icp.yaml'), filing)
})

afterEach(() => {
  terminal?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const saved = () => readFileSync(join(folder, 'icp.yaml'), 'utf8')

function attach(language: 'zh' | 'en', files: readonly string[], ...args: string[]): Terminal {
  for (const file of files) writeFileSync(join(folder, 'scans', file), photo)
  terminal = new Terminal(['attach', ...args, '--lang', language], folder)
  return terminal
}

describe('at a terminal', () => {
  it(
    'Enter takes what is proposed',
    async () => {
      const asked = attach('zh', ['营业执照.jpg'], 'scans/营业执照.jpg')
      await asked.until('营业执照.jpg 是哪种材料？')
      await asked.until('❯ 营业执照（按文件名）')
      await typed()(asked)
      expect(await asked.ended()).toBe(0)
      expect(saved()).toContain('is: business-licence')
    },
    longEnough,
  )

  it(
    'another paper is found by its name, and whose it is is asked',
    async () => {
      const asked = attach('en', ['IMG_1.jpg'], 'scans/IMG_1.jpg')
      await asked.until('Which material is IMG_1.jpg?')
      await line('another material')(asked)
      await asked.until('Which material is IMG_1.jpg?')
      await found('passport', 'Passport')(asked)
      await asked.until('Passport: whose is it?')
      await line('lead of service 1')(asked)
      expect(await asked.ended()).toBe(0)
      expect(saved()).toContain(
        '- is: passport\n    of: services.0.lead\n    file: materials/passport-services-0-lead.jpg',
      )
    },
    longEnough,
  )

  it(
    'with --as only whose it is is asked',
    async () => {
      const asked = attach('en', ['a.jpg'], 'scans/a.jpg', '--as', 'id-card-back')
      await asked.until('Which material is a.jpg?')
      await line('Resident ID card, side with the national emblem (lead')(asked)
      expect(await asked.ended()).toBe(0)
      expect(saved()).toContain('of: services.0.lead')
    },
    longEnough,
  )

  it(
    'of a folder only what says nothing itself is asked for, and may be left out',
    async () => {
      const asked = attach('en', ['IMG_1.jpg', '营业执照.jpg'], 'scans')
      await asked.until('Which material is IMG_1.jpg?')
      await line('leave this file out')(asked)
      await asked.until('2 files: 1 attached, 1 left out')
      expect(await asked.ended()).toBe(0)
    },
    longEnough,
  )

  it(
    'Ctrl-C stops and leaves what is done',
    async () => {
      const asked = attach('en', ['a 营业执照.jpg', 'b.jpg'], 'scans')
      await asked.until('Which material is b.jpg?')
      asked.press('interrupt')
      await asked.until('interrupted; 1 file is attached')
      expect(await asked.ended()).toBe(130)
      expect(saved().match(/- is: /g)).toHaveLength(1)
    },
    longEnough,
  )
})

describe('in the interview', () => {
  it(
    'a photo that lies elsewhere may be fitted and copied',
    async () => {
      mkdirSync(join(folder, 'filing'))
      writeFileSync(join(folder, 'filing', 'icp.yaml'), filing)
      writeFileSync(join(folder, 'scans', 'a.jpg'), photo)
      terminal = new Terminal(['init', 'filing', '--lang', 'zh'], folder)
      const replies = {
        '都对吗？': line('全部无误，继续'),
        '还有其他网站或 App 要一起备案吗？': line('没有了'),
        '哪些已经做到？': ticks(),
      }
      await terminal.converse(replies, '营业执照的文件')
      await typed('../scans/a.jpg')(terminal)
      await terminal.until('这个文件不在备案文件夹里，带有拍摄地点、拍摄设备、拍摄时间，怎么用？')
      await typed()(terminal)
      await terminal.until('materials/business-licence.jpg')
      await terminal.until(/\n\? .*文件/)
      terminal.press('interrupt')
      expect(await terminal.ended()).toBe(130)
      const written = readFileSync(join(folder, 'filing', 'icp.yaml'), 'utf8')
      expect(written).toContain('- is: business-licence\n    file: materials/business-licence.jpg')
      expect(existsSync(join(folder, 'filing', 'materials', 'business-licence.jpg'))).toBe(true)
    },
    longEnough,
  )
})
