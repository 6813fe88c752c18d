// Every material is described whole: named like its file, in both languages, at its own place among the slots.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { materialSchema } from '../src/model/material.ts'
import { namesIn, repeated } from './dated-data.ts'

const han = /\p{Script=Han}/u
const read = (name: string): unknown =>
  parse(readFileSync(new URL(`../rules/materials/${name}.yaml`, import.meta.url), 'utf8'))
const names = namesIn('materials')
const material = (name: string) => materialSchema.parse(read(name))

/** Groups of slots in the order a reviewer opens them, each with the first number of its range. */
const GROUPS = [
  [10, ['business-licence', 'sponsor-certificate', 'name-change-letter']],
  [20, ['id-card-front', 'id-card-back', 'passport', 'travel-permit', 'principal-authorization']],
  [30, ['lead-authorization', 'curtain-photo', 'commitment-video']],
  [40, ['commitment-letter', 'authenticity-notice', 'authenticity-commitment', 'verification-form']],
  [40, ['no-preapproval-letter', 'no-tutoring-letter', 'no-finance-letter', 'content-description']],
  [50, ['party-building-letter', 'website-opening-approval', 'construction-plan', 'situation-statement']],
  [60, ['domain-certificate', 'domain-real-name-screenshot', 'domain-relation-proof', 'gov-domain-form']],
  [70, ['pre-approval']],
  [80, ['app-icon']],
  [90, ['residence-permit', 'permit-status', 'social-insurance-record', 'property-certificate', 'student-card']],
  [90, ['employment-proof', 'guardian-id']],
] as const

describe.each(names)('material %s', name => {
  it('is named like its file and fits the schema', () => {
    expect(material(name).material).toBe(name)
  })

  it('says everything in Chinese and in English', () => {
    const { title, what, form, picture } = material(name)
    for (const text of [title, what, form, picture]) {
      if (!text) continue
      expect(text.zh).toMatch(han)
      expect(text.en).not.toMatch(han)
    }
  })

  it('tells how it must be photographed or exported', () => {
    expect(material(name).picture).toBeDefined()
  })
})

describe('materials together', () => {
  it('each have a place of their own among the slots', () => {
    expect(repeated(names.map(name => String(material(name).order)))).toEqual([])
  })

  it('each have a title of their own in both languages', () => {
    expect(repeated(names.map(name => material(name).title.zh))).toEqual([])
    expect(repeated(names.map(name => material(name).title.en.toLowerCase()))).toEqual([])
  })

  it.each(GROUPS)('from %i on, within ten: %s', (from, expected) => {
    for (const name of expected) {
      expect(material(name).order).toBeGreaterThanOrEqual(from)
      expect(material(name).order).toBeLessThan(from + 10)
    }
  })

  it('take no advice on scans where nothing is photographed', () => {
    const drawn = names.filter(name => material(name).drawn === true)
    expect(drawn).toEqual([
      'app-icon',
      'commitment-video',
      'domain-certificate',
      'domain-real-name-screenshot',
      'permit-status',
    ])
  })

  it('tell how every letter is signed or sealed', () => {
    const letters = names.filter(name => /-(letter|authorization|notice|commitment|form|statement|consent)$/.test(name))
    expect(letters.filter(name => material(name).form === undefined)).toEqual([])
  })
})
