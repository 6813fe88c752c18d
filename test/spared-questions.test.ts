// Facts that spare the filer a question: signed letters, forms that fit, nameless traders, resources behind a code.
import { describe, expect, it } from 'vitest'
import { valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import type { Access, Filing, FilingMaterial } from '../src/model/filing.ts'
import { tablesWith } from './small-rules.ts'

const tables = tablesWith()

const subjectsIn = (filing: Omit<Filing, 'icp'>) =>
  subjectsOf({ filing: { icp: '1', ...filing }, day: '2026-11-24', tables })

function ofLetter(name: string, letter: Omit<FilingMaterial, 'is'>, kind = 'enterprise') {
  const subject = subjectsIn({ sponsor: { kind }, materials: [{ is: 'commitment-letter', ...letter }] }).material[0]
  return subject && valueOf(name, subject)
}

function ofAccess(name: string, access: Access) {
  const subject = subjectsIn({ services: [{ access }] }).access[0]
  return subject && valueOf(name, subject)
}

describe('material.is-signed', () => {
  it.each([
    ['is what the filer says', { signed: false, 'signed-by': '王海' }, false],
    ['holds where a signer is named', { 'signed-by': '王海' }, true],
    ['holds where a day is given', { 'signed-on': '2026-11-20' }, true],
    ['stays open where nothing is told', {}, undefined],
  ])('%s', (_what, letter, expected) => {
    expect(ofLetter('material.is-signed', letter)).toBe(expected)
  })
})

describe('material.template-fits-sponsor', () => {
  it.each([
    ['organization', 'enterprise', true],
    ['individual', 'enterprise', false],
    ['individual', 'individual', true],
    ['organization', 'individual', false],
  ])('judges the form for an %s handed in by an %s', (form, kind, expected) => {
    expect(ofLetter('material.template-fits-sponsor', { 'template-for': form }, kind)).toBe(expected)
  })

  it('takes a form that does not say to fit', () => {
    expect(ofLetter('material.template-fits-sponsor', {})).toBe(true)
  })
})

describe('sponsor.is-nameless-trader', () => {
  it.each([
    ['holds only where the filer says that there is no trade name', { 'has-trade-name': false }, true],
    ['does not hold with a trade name', { 'has-trade-name': true }, false],
    ['does not hold while nothing is said', {}, false],
  ])('%s', (_what, sponsor, expected) => {
    const subject = subjectsIn({ sponsor }).filing[0]
    expect(subject && valueOf('sponsor.is-nameless-trader', subject)).toBe(expected)
  })
})

describe('answers about a resource', () => {
  it.each([
    ['access.billing-is-wanted', { billing: 'subscription' }],
    ['access.months-are-wanted', { months: 12 }],
    ['access.expiry-is-wanted', { expires: '2027-08-01' }],
    ['access.address-is-wanted', { ips: ['203.0.113.10'] }],
  ])('%s: always without a code, with one only where it is written', (name, answer) => {
    expect(ofAccess(name, {})).toBe(true)
    expect(ofAccess(name, { code: '9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f' })).toBe(false)
    expect(ofAccess(name, { code: '9f1c2d3e-4b5a-4c6d-8e7f-0a1b2c3d4e5f', ...answer })).toBe(true)
  })
})
