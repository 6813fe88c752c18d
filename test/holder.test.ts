import { describe, expect, it } from 'vitest'
import type { Domain } from '../src/model/filing.ts'
import { valueIn, type Small } from './small-world.ts'

const company: Small = {
  sponsor: {
    kind: 'enterprise',
    name: '深圳市海风软件有限公司',
    document: { type: 'business-licence', number: '91440300MA5FKT2C9R' },
  },
  principal: {
    name: '王海潮',
    document: { type: 'id-card', number: '44030519900101123X' },
    'is-legal-representative': true,
  },
}

const person: Small = {
  sponsor: { kind: 'individual', name: '林小雨', document: { type: 'id-card', number: '440106199603088862' } },
}

function told(filing: Small, holder: Domain['holder'], ...facts: string[]) {
  const domain = { name: 'example.cn', ...(holder ? { holder } : {}) }
  return facts.map(fact => valueIn({ ...filing, services: [{ kind: 'website', domains: [domain] }] }, fact))
}

const isOutsider = (holder: Domain['holder']) => told(company, holder, 'domain.holder.is-outsider')[0]

const licence = { type: 'business-licence', number: '91440300MA5FKT2C9R' }
const elsewhere = { type: 'business-licence', number: '91330100MA2KE8TG4Q' }

describe('the domain holder is told by name, by a slip, or by what the filer says', () => {
  it.each<[string, Small, Domain['holder'], string | undefined, boolean | undefined, string | undefined]>([
    ['the sponsor', company, { name: '深圳市海风软件有限公司' }, 'sponsor', false, '深圳市海风软件有限公司'],
    ['width and blanks', company, { name: '深圳市海风软件 有限公司' }, 'sponsor', false, '深圳市海风软件有限公司'],
    ['one character short', company, { name: '深圳海风软件有限公司' }, 'sponsor', true, '深圳市海风软件有限公司'],
    [
      'a slip stated',
      company,
      { name: '深圳市海风软件公司', relation: 'sponsor' },
      'sponsor',
      true,
      '深圳市海风软件有限公司',
    ],
    ['the representative', company, { name: '王海潮' }, 'legal-representative', false, '王海潮'],
    ['a slip of a person', company, { name: '王海朝' }, 'legal-representative', true, '王海潮'],
    [
      'an old name',
      company,
      { name: '深圳市山月贸易有限公司', document: licence },
      'sponsor',
      true,
      '深圳市海风软件有限公司',
    ],
    ['another company', company, { name: '杭州山月贸易有限公司' }, undefined, false, '深圳市海风软件有限公司'],
    [
      'claimed to be it',
      company,
      { name: '山月贸易', relation: 'sponsor' },
      'sponsor',
      false,
      '深圳市海风软件有限公司',
    ],
    [
      'a parent of nearly the same name',
      company,
      { name: '深圳市海风集团有限公司', relation: 'parent-company' },
      'parent-company',
      false,
      '深圳市海风软件有限公司',
    ],
    [
      'a near name with another number',
      company,
      { name: '深圳市海浪软件有限公司', document: elsewhere },
      undefined,
      false,
      '深圳市海风软件有限公司',
    ],
    ['the individual', person, { name: '林小雨' }, 'sponsor', false, '林小雨'],
    ['a slip of the individual', person, { name: '林晓雨' }, 'sponsor', true, '林小雨'],
    ['a friend', person, { name: '周山' }, undefined, false, '林小雨'],
    ['nothing written', company, undefined, undefined, undefined, '深圳市海风软件有限公司'],
  ])('%s', (_, filing, holder, relation, isNearMiss, expected) => {
    expect(
      told(filing, holder, 'domain.holder.relation', 'domain.holder.is-near-miss', 'domain.holder.expected-name'),
    ).toEqual([relation, isNearMiss, expected])
  })
})

describe('papers are compared with those of whoever the holder is', () => {
  it.each<[string, Domain['holder'], boolean | undefined, boolean | undefined]>([
    ['the sponsor’s own', { name: '深圳市海风软件有限公司', document: licence }, true, true],
    ['another number', { name: '深圳市海风软件有限公司', document: elsewhere }, true, false],
    [
      'the representative’s card',
      { name: '王海潮', document: { type: 'id-card', number: '44030519900101123x' } },
      true,
      true,
    ],
    [
      'a shareholder is compared with nobody',
      { name: '赵山', relation: 'shareholder', document: elsewhere },
      undefined,
      undefined,
    ],
    ['a stranger is compared with nobody', { name: '赵山', document: elsewhere }, undefined, undefined],
  ])('%s', (_, holder, type, number) => {
    expect(told(company, holder, 'domain.holder.type-agrees', 'domain.holder.number-agrees')).toEqual([type, number])
  })

  it('an outsider is one the filer names as such and nobody in the filing resembles', () => {
    expect(isOutsider({ name: '赵山', relation: 'shareholder' })).toBe(true)
    expect(isOutsider({ name: '王海潮', relation: 'shareholder' })).toBe(false)
    expect(isOutsider({ name: '赵山' })).toBe(false)
  })
})
