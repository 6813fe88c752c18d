// A world to pack in: a tiny rule book on disk, and filings with their scans, all in a folder of their own.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { packCommand, type PackOptions } from '../src/commands/pack.ts'
import { writeCompiledBook } from '../src/disk/compile-book.ts'
import { CompiledBook } from '../src/disk/compiled-book.ts'
import { readRulesFolder } from '../src/disk/rules-folder.ts'
import { languages, type Language } from '../src/locales/index.ts'

export const today = '2026-12-01'
export const workspace = mkdtempSync(join(tmpdir(), 'pack-test-'))

const sources = `sources:
  guide: { kind: provider-guide, publisher: A publisher, title: A guide, url: 'https://example.org/guide?a=1&b=2', as-of: '2026-01', read: 2026-11-24 }
  trap: { kind: provider-guide, publisher: A trap, title: Not of the web, url: 'javascript:alert(1)', as-of: '2026-01', read: 2026-11-24 }
`

const national = `sheet: national
title: { zh: 全国, en: Nation }
${sources}rules:
  - id: licence
    title: { zh: 单位须有营业执照, en: An enterprise has a licence }
    when: { sponsor.kind: enterprise }
    needs: business-licence
    fix: { zh: 拍原件, en: Photograph the original }
    source: { guide: '', trap: '' }
    examples: [{ need: { sponsor.kind: enterprise } }, { skip: { sponsor.kind: individual } }]
  - id: mobile
    title: { zh: 手机号须为 13 开头, en: The mobile number begins with 13 }
    require: { principal.mobile: { beginning-with: ['13'] } }
    source: { guide: '' }
    examples: [{ pass: { principal.mobile: '13800138000' } }, { fail: { principal.mobile: '15800138000' } }]
  - id: domain-term
    title: { zh: 域名剩余 45 天以上, en: The domain runs for 45 days }
    require: { domain.days-left: { at-least: 45 } }
    source: { guide: '' }
    examples: [{ pass: { domain.days-left: 45 } }, { fail: { domain.days-left: 44 } }]
  - id: letter-age
    title: { zh: 承诺书 30 天内签署, en: The letter was signed in the last 30 days }
    when: { material.is: commitment-letter }
    require: { material.signed-days-ago: { at-most: 30 } }
    source: { guide: '' }
    examples:
      - pass: { material.is: commitment-letter, material.signed-days-ago: 3 }
      - fail: { material.is: commitment-letter, material.signed-days-ago: 31 }
  - id: look
    title: { zh: 请看一眼, en: Look at it }
    confirm: { zh: 已看过, en: It was looked at }
    source: { guide: '' }
    examples: [{ confirm: {} }]
  - id: know
    title: { zh: 须知, en: Good to know }
    note: { zh: 备案号不变, en: The number stays }
    source: { guide: '' }
    examples: [{ note: {} }]
`

const aliyun = `sheet: aliyun
extends: national
title: { zh: 阿里云, en: Alibaba Cloud }
provider:
  zh: 阿里云
  en: Alibaba Cloud
  console: https://beian.example.org
  review-days: [1, 2]
  screens:
    - { id: base, title: { zh: 基础信息, en: Basics }, fields: [region, sponsor.name, services.name, services.domains.name] }
    - { id: people, title: { zh: 负责人, en: People }, fields: [principal.name, principal.mobile, services.lead.mobile] }
sources: {}
rules: []
`

function compiledBook(): CompiledBook {
  const rules = join(workspace, 'rules')
  mkdirSync(join(rules, 'providers'), { recursive: true })
  for (const part of ['codes', 'materials']) {
    cpSync(new URL(`../rules/${part}`, import.meta.url), join(rules, part), { recursive: true })
  }
  cpSync(new URL('../rules/scans.yaml', import.meta.url), join(rules, 'scans.yaml'))
  writeFileSync(join(rules, 'national.yaml'), national)
  writeFileSync(join(rules, 'providers', 'aliyun.yaml'), aliyun)
  const places = { '44': '广东省', '4403': '深圳市', '440305': '南山区' }
  writeCompiledBook(readRulesFolder(rules), places, join(workspace, 'book'))
  return new CompiledBook(join(workspace, 'book'))
}

const book = compiledBook()

export const context = (language: Language) =>
  ({ words: languages[language], today, on: undefined, book, version: '9.9.9' }) as const

/** One pixel; what comes behind its end makes pictures differ. */
export const picture = (mark: string) =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    ),
    Buffer.from(mark),
  ])

export const idNumber = '44030519900101123X'
export const mobile = '13800138000'
export const address = '科技园南路18号A座1203室'

export const complete = `# 手写的备案文件
icp: 1
provider: aliyun
province: guangdong
region: "440305"
sponsor:
  kind: enterprise
  name: 深圳市海风软件有限公司
  document: { type: business-licence, number: 91440300MA5FKT2C9R, valid-to: long-term }
  contact-address: ${address}
principal:
  name: 王海 # 法定代表人
  document: { type: id-card, number: ${idNumber}, valid-to: 2036-01-01 }
  mobile: "${mobile}"
  is-legal-representative: true
services:
  - kind: website
    name: 海风软件
    home-url: www.example.cn
    lead: { same-as: principal }
    domains: [{ name: example.cn, expires: 2028-01-01 }]
materials:
  - { is: commitment-letter, file: letter.png, signed: true, signed-on: 2026-11-20 } # 已盖章
  - { is: id-card-back, of: principal, file: scans/back.png }
  - { is: id-card-front, of: principal, file: scans/front.png }
  - { is: business-licence, file: ./licence.png }
`

export const scans = ['letter.png', 'scans/back.png', 'scans/front.png', 'licence.png']

let folders = 0

/** A new folder with an icp.yaml and one picture for each name. */
export function filing(text: string, files: readonly string[] = scans): string {
  folders += 1
  const dir = join(workspace, `filing-${folders}`)
  for (const file of ['icp.yaml', ...files]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), file === 'icp.yaml' ? text : picture(file))
  }
  return dir
}

export const pack = (dir: string, options: Partial<PackOptions> = {}, language: Language = 'en') =>
  packCommand(dir, { force: false, ...options }, context(language))
