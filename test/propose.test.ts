// Which slot a file is for, by its code, its name, its shape and what is missing; and how sure that is.
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ownersIn, understoodOwner } from '../src/materials/owners.ts'
import { propose, type Evidence } from '../src/materials/propose.ts'
import { lineOf, slot, type Slots } from '../src/materials/slots.ts'
import type { Filing } from '../src/model/filing.ts'
import { materialSchema, type Material } from '../src/model/material.ts'

const folder = new URL('../rules/materials/', import.meta.url)
const book: Record<string, Material> = Object.fromEntries(
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => materialSchema.parse(parse(readFileSync(new URL(name, folder), 'utf8'))))
    .map(material => [material.material, material]),
)

const filing: Filing = {
  icp: '1',
  sponsor: { kind: 'enterprise', document: { type: 'business-licence', number: '91440300MA5FKT2C9R' } },
  principal: {
    name: '王海',
    document: { type: 'id-card', number: '44030519900101123X' },
    'is-legal-representative': true,
  },
  services: [
    {
      kind: 'website',
      lead: { name: '陈雨', document: { number: '440106199406158825' } },
      domains: [{ name: 'example.cn' }],
    },
  ],
}

const all = [
  slot('business-licence', 'sponsor'),
  slot('commitment-letter', 'sponsor'),
  slot('id-card-front', 'principal'),
  slot('id-card-back', 'principal'),
  slot('id-card-front', 'services.0.lead'),
  slot('id-card-back', 'services.0.lead'),
  slot('domain-certificate', 'example.cn'),
]
const empty: Slots = { all, open: all }

const first = (evidence: Partial<Evidence>, slots: Slots = empty) => {
  const [best] = propose({ name: 'IMG_2031', codes: [], ratio: 1.33, ...evidence }, slots, filing, book)
  return (
    best && `${best.isCertain ? 'surely' : 'perhaps'} ${best.slot.material} ${best.slot.of ?? '-'} by ${best.reason}`
  )
}

describe('a file says what it is', () => {
  it.each([
    ['营业执照', 'surely business-licence - by name'],
    ['公司营业执照副本2026', 'surely business-licence - by name'],
    ['yingyezhizhao', 'surely business-licence - by name'],
    ['Business-License_scan', 'surely business-licence - by name'],
    ['王海-身份证-正面', 'surely id-card-front principal by name'],
    ['身份证反面（陈雨）', 'surely id-card-back services.0.lead by name'],
    ['id-card-front', 'perhaps id-card-front principal by name'],
    ['front', 'perhaps id-card-front principal by name'],
    ['陈雨 front', 'perhaps id-card-front services.0.lead by name'],
    ['承诺书签字版', 'surely commitment-letter - by name'],
    ['域名证书', 'surely domain-certificate example.cn by name'],
    ['example.cn', 'perhaps domain-certificate example.cn by name'],
    ['不涉及金融业务承诺书', 'perhaps no-finance-letter - by name'],
    ['学生证 陈雨', 'perhaps student-card services.0.lead by name'],
    ['background', undefined],
    ['IMG_2031', undefined],
  ])('by its name: %s', (name, expected) => {
    expect(first({ name })).toBe(expected)
  })

  it.each([
    [['统一社会信用代码：91440300MA5FKT2C9R'], 'surely business-licence - by own-code'],
    [['http://www.gsxt.gov.cn/index.html'], 'perhaps business-licence - by code'],
  ])('by its QR code: %s', (codes, expected) => {
    expect(first({ codes })).toBe(expected)
  })

  it('by the shape of a card', () => {
    expect(first({ ratio: 1.585 })).toBe('perhaps id-card-front principal by shape')
    expect(first({ ratio: 1.5 })).toBeUndefined()
  })

  it('by being the only one missing', () => {
    expect(first({}, { all, open: [slot('commitment-letter', undefined)] })).toBe('perhaps commitment-letter - by only')
  })

  it('and whose: of two cards the one that is missing', () => {
    const open = all.filter(({ of }) => of !== 'principal')
    expect(first({ name: '身份证正面' }, { all, open })).toBe('surely id-card-front services.0.lead by name')
  })
})

describe('whose', () => {
  it.each([
    ['principal', 'principal'],
    ['王海', 'principal'],
    ['陈雨', 'services.0.lead'],
    ['lead', 'services.0.lead'],
    ['EXAMPLE.CN', 'example.cn'],
    ['sponsor', 'sponsor'],
    ['legal-representative', 'legal-representative'],
    ['services.1.lead', undefined],
    ['example.com', undefined],
    ['', undefined],
  ])('%s is understood', (written, expected) => {
    expect(understoodOwner(written, filing)).toBe(expected)
  })

  it('every name is told', () => {
    expect(ownersIn(filing)).toEqual(['sponsor', 'principal', 'services.0', 'services.0.lead', 'example.cn'])
  })
})

describe('the line of a slot', () => {
  const withMaterials = (...materials: NonNullable<Filing['materials']>) => ({ ...filing, materials })

  it('is a new one where none is', () => {
    expect(lineOf(slot('id-card-front', 'principal'), empty, withMaterials({ is: 'id-card-back' }))).toEqual({
      file: ['materials', 1, 'file'],
      index: 1,
      isNew: true,
    })
  })

  it('is found by any name of its owner', () => {
    const written = withMaterials(
      { is: 'id-card-front', of: 'services.0.lead' },
      { is: 'id-card-front', of: 'legal-representative' },
    )
    expect(lineOf(slot('id-card-front', 'principal'), empty, written)).toMatchObject({ index: 1, isNew: false })
  })

  it('needs no owner where only one can be meant', () => {
    const written = withMaterials({ is: 'domain-certificate', file: 'a.jpg' })
    expect(lineOf(slot('domain-certificate', 'example.cn'), empty, written)).toMatchObject({ index: 0, isNew: false })
  })

  it('of an icon stands at its app', () => {
    const app: Filing = { icp: '1', services: [{ kind: 'app', app: {} }] }
    expect(lineOf(slot('app-icon', 'services.0'), { all: [], open: [] }, app).file).toEqual([
      'services',
      0,
      'app',
      'icon',
    ])
  })
})
