// Who is meant where: one record for several roles, an individual as their own principal and lead.
import { describe, expect, it } from 'vitest'
import { isSamePerson, leadOf, legalRepresentativeOf, personNamed, principalOf } from '../src/facts/people.ts'
import { subjectsIn, type Small } from './small-world.ts'

const filing = (small: Small) => ({ icp: '1' as const, ...small })

const people = {
  principal: (small: Small) => principalOf(filing(small)),
  lead: (small: Small) => leadOf(filing(small), 0),
  'legal-representative': (small: Small) => legalRepresentativeOf(filing(small)),
}

const wang = { name: '王海', document: { number: '44030519900101123X' }, mobile: '13800138000' }
const chen = { name: '陈港', document: { number: '440305198802290043' } }
const lin = { kind: 'individual', name: '林夏', document: { number: '330106199203030025', address: '西湖区' } }

type Row = [who: keyof typeof people, field: string, small: Small, value: unknown, writtenAt: string]

/** What is read of somebody, and where the answer stands or would be written. */
const rows: Row[] = [
  ['principal', 'name', { principal: wang }, '王海', 'principal.name'],
  ['principal', 'mobile', {}, undefined, 'principal.mobile'],
  ['principal', 'name', { sponsor: { ...lin, kind: 'enterprise' } }, undefined, 'principal.name'],
  ['principal', 'name', { sponsor: lin }, '林夏', 'sponsor.name'],
  ['principal', 'name', { sponsor: lin, principal: wang }, '王海', 'principal.name'],
  ['principal', 'document.address', { sponsor: lin }, '西湖区', 'sponsor.document.address'],
  ['principal', 'document.valid-to', { sponsor: lin }, undefined, 'sponsor.document.valid-to'],
  ['principal', 'mobile', { sponsor: lin }, undefined, 'principal.mobile'],
  ['principal', 'remark', { sponsor: { ...lin, remark: '备注' } }, undefined, 'principal.remark'],
  ['principal', 'name', { sponsor: { name: '海风' }, principal: { 'same-as': 'sponsor' } }, '海风', 'sponsor.name'],
  ['principal', 'name', { principal: { 'same-as': 'sponsor' } }, undefined, 'sponsor.name'],

  ['lead', 'name', { services: [{ lead: chen }] }, '陈港', 'services.0.lead.name'],
  ['lead', 'mobile', { services: [{ lead: chen }], principal: wang }, undefined, 'services.0.lead.mobile'],
  ['lead', 'name', { services: [{ lead: { 'same-as': 'principal' } }], principal: wang }, '王海', 'principal.name'],
  [
    'lead',
    'email',
    { services: [{ lead: { 'same-as': 'principal' } }], principal: wang },
    undefined,
    'principal.email',
  ],
  [
    'lead',
    'mobile',
    { services: [{ lead: { 'same-as': 'principal', mobile: '13700137000' } }], principal: wang },
    '13700137000',
    'services.0.lead.mobile',
  ],
  [
    'lead',
    'name',
    { services: [{ lead: { 'same-as': 'legal-representative' } }], 'legal-representative': chen },
    '陈港',
    'legal-representative.name',
  ],
  [
    'lead',
    'name',
    { sponsor: lin, principal: { 'same-as': 'sponsor' }, services: [{ lead: { 'same-as': 'principal' } }] },
    '林夏',
    'sponsor.name',
  ],
  ['lead', 'name', { sponsor: lin, services: [{ lead: { 'same-as': 'sponsor' } }] }, '林夏', 'sponsor.name'],
  ['lead', 'name', { sponsor: lin, services: [{}] }, '林夏', 'sponsor.name'],
  [
    'lead',
    'mobile',
    { sponsor: lin, services: [{}], principal: { mobile: '13800138000' } },
    '13800138000',
    'principal.mobile',
  ],
  ['lead', 'mobile', { sponsor: lin, services: [{}] }, undefined, 'principal.mobile'],

  ['legal-representative', 'name', { 'legal-representative': chen }, '陈港', 'legal-representative.name'],
  [
    'legal-representative',
    'name',
    { principal: { ...wang, 'is-legal-representative': true } },
    '王海',
    'principal.name',
  ],
  [
    'legal-representative',
    'name',
    { principal: { ...wang, 'is-legal-representative': false } },
    undefined,
    'legal-representative.name',
  ],
  [
    'legal-representative',
    'name',
    { principal: { ...wang, 'is-legal-representative': true }, 'legal-representative': chen },
    '陈港',
    'legal-representative.name',
  ],
]

describe('what is known of somebody', () => {
  it.each(rows)('the %s’s %s in %j is %j and is written at %s', (who, field, small, value, writtenAt) => {
    const person = people[who](small)
    expect(person?.read(field)).toEqual(value)
    expect(person?.pathOf(field).join('.')).toBe(writtenAt)
  })

  it.each<[string, keyof typeof people, Small]>([
    ['a lead nobody named', 'lead', { services: [{}] }],
    ['a lead of a service that is not there', 'lead', {}],
    ['a legal representative nobody spoke of', 'legal-representative', { principal: wang }],
    ['a legal representative of an individual', 'legal-representative', { sponsor: lin, principal: wang }],
  ])('does not include %s', (_whom, who, small) => {
    expect(people[who](small)).toBeUndefined()
  })
})

const leadAndPrincipal = (small: Small) => {
  const lead = people.lead(small)
  return lead && isSamePerson(lead, people.principal(small))
}

describe('one person in two roles', () => {
  it.each<[string, boolean | undefined, Small]>([
    ['the lead is said to be', true, { services: [{ lead: { 'same-as': 'principal' } }] }],
    [
      'both have one document number',
      true,
      { principal: wang, services: [{ lead: { name: '王海', document: wang.document } }] },
    ],
    ['they have different document numbers', false, { principal: wang, services: [{ lead: chen }] }],
    ['only one number is known', undefined, { principal: wang, services: [{ lead: { name: '王海' } }] }],
    ['an individual files', true, { sponsor: lin, services: [{}] }],
  ])('where %s: %s', (_why, same, small) => {
    expect(leadAndPrincipal(small)).toBe(same)
  })

  it.each<[string, Small, string[]]>([
    ['a lead with a record of their own', { services: [{ lead: chen }] }, ['principal', 'services.0.lead']],
    ['a lead who is the principal', { services: [{ lead: { 'same-as': 'principal' } }] }, ['principal']],
    ['an individual', { sponsor: lin, services: [{}, {}] }, ['principal']],
    [
      'a legal representative who leads',
      { 'legal-representative': chen, services: [{ lead: { 'same-as': 'legal-representative' } }] },
      ['principal', 'legal-representative'],
    ],
    ['a principal who represents', { principal: { 'is-legal-representative': true }, services: [{}] }, ['principal']],
  ])('is judged once: %s', (_whom, small, paths) => {
    expect(subjectsIn(small, 'person').map(({ path }) => path.join('.'))).toEqual(paths)
  })
})

describe('a paper', () => {
  const team: Small = {
    principal: { ...wang, 'is-legal-representative': true },
    services: [{ lead: { 'same-as': 'principal' } }, { lead: chen }],
  }

  it.each<[string, Small, string | undefined]>([
    ['principal', team, '王海'],
    ['legal-representative', team, '王海'],
    ['services.0.lead', team, '王海'],
    ['services.1.lead', team, '陈港'],
    ['services.2.lead', team, undefined],
    ['sponsor', team, undefined],
    ['sponsor', { sponsor: lin }, '林夏'],
    ['legal-representative', { 'legal-representative': chen }, '陈港'],
    ['somebody', team, undefined],
  ])('of %s in %j is %s’s', (of, small, name) => {
    expect(personNamed(filing(small), of)?.read('name')).toBe(name)
  })
})
