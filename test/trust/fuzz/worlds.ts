// Sound things that the cases damage: a filing, a sheet, a bag, and what every call may be told besides.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import type { Case } from './case.ts'

const example = readFileSync('rules/examples/enterprise-guangdong/icp.yaml', 'utf8').replace(
  /\{\{[^}]*\}\}/g,
  '2027-01-01',
)

/** All answers of the example, without the scans. */
export const soundFiling = `${example.slice(0, example.indexOf('\nmaterials:'))}\n`

export const smallFiling = 'icp: 1\nprovider: aliyun\nprovince: guangdong\nsponsor: { kind: enterprise, name: 海风 }\n'

export const reporters = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab', 'markdown'] as const

/** The same day and language now and then. */
export const around: fc.Arbitrary<readonly string[]> = fc
  .tuple(fc.constantFrom('zh', 'en'), fc.constantFrom('2026-12-01', '2000-01-01', '2099-12-31'))
  .map(([lang, day]) => ['--lang', lang, '--on', day])

export const reported: fc.Arbitrary<readonly string[]> = fc
  .tuple(around, fc.constantFrom(...reporters), fc.boolean())
  .map(([more, reporter, notes]) => [...more, '--reporter', reporter, ...(notes ? ['--notes'] : [])])

export const call = (args: readonly string[], files: Case['files'], more: Partial<Case> = {}): Case => ({
  args,
  files,
  ...more,
})

const sum = (text: string) => createHash('sha256').update(text).digest('hex')

export type Texts = Readonly<Record<string, string>>

/** The tag files of a sound bag around this payload. */
export function soundBag(payload: Texts = { 'data/icp.yaml': soundFiling }): Texts {
  const listed = (texts: Texts) =>
    Object.entries(texts)
      .map(([path, text]) => `${sum(text)}  ${path}\n`)
      .join('')
  const bytes = Object.values(payload).reduce((total, text) => total + Buffer.byteLength(text), 0)
  const tags = {
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'bag-info.txt': `Bagging-Date: 2026-11-24\nPayload-Oxum: ${bytes}.${Object.keys(payload).length}\n`,
    'manifest-sha256.txt': listed(payload),
  }
  return { ...payload, ...tags, 'tagmanifest-sha256.txt': listed(tags) }
}

/** The tag manifest made again, so that what is wrong is not found by its checksum alone. */
export function resealed(texts: Texts): Texts {
  const tags = Object.entries(texts).filter(([path]) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'))
  return { ...texts, 'tagmanifest-sha256.txt': tags.map(([path, text]) => `${sum(text)}  ${path}\n`).join('') }
}

export const soundSheet = `sheet: mine
title: { zh: 公司规定, en: Company rules }
sources:
  handbook: { kind: office-guide, publisher: The company, title: 手册, url: https://example.cn/a, as-of: '2026', read: 2026-11-24 }
rules:
  - id: two-years
    title: { zh: 服务器须购买两年, en: The server is bought for two years }
    severity: warning
    since: 2020-01-01
    when: { sponsor.kind: [enterprise, individual], service.kind: { not: app } }
    require: { access.months: { at-least: 24 }, service.name: { not-like: special-symbols, length-at-most: 40 } }
    fix: { zh: 续费到两年, en: Extend it to two years }
    source: { handbook: 第一条 }
    examples:
      - pass: { sponsor.kind: enterprise, service.kind: website, access.months: 24, service.name: 海风 }
      - fail: { sponsor.kind: enterprise, service.kind: website, access.months: 12, service.name: 海风 }
  - id: seal
    title: { zh: 承诺书须盖章, en: The letter is sealed }
    needs: [commitment-letter, business-licence]
    source: { handbook: '' }
    examples: [{ need: {} }]
  - id: look
    title: { zh: 核对, en: Look }
    confirm: { zh: 已核对, en: I looked }
    source: { handbook: '' }
    examples: [{ confirm: {} }]
  - id: hint
    title: { zh: 提示, en: Hint }
    note: { zh: 请注意, en: Mind this }
    source: { handbook: '' }
    examples: [{ note: {} }]
`

export const soundProvince = soundSheet
  .replace('sheet: mine', 'sheet: mine\nextends: national')
  .replace('sources:', "province: { code: '99', letter: 银, office: { zh: 局, en: office } }\nsources:")
