// What a paper reads beside what is stated, contacts used twice, changes since the record: facts that never ask.
import { describe, expect, it } from 'vitest'
import { documentProblem } from '../src/facts/document.ts'
import { factNamed, valueOf } from '../src/facts/index.ts'
import type { Subject, World } from '../src/facts/fact.ts'
import { changesSinceRecord } from '../src/facts/sponsor-changes.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import { filingSchema, type Filing } from '../src/model/filing.ts'
import type { CodeEntry, Tables } from '../src/model/tables.ts'

const code = '91440300MA5FKT2C9R'
const otherCode = '91440300MA5FKT3D8X'
const wang = '44030519900101123X'
const chen = '440305198506153212'

const lawFirm: CodeEntry = { id: 'law-firm-licence', zh: '律师', en: 'law firm', number: ['credit-code', 'free'] }

const tables: Tables = {
  list: () => [],
  code: (table, id) => (table === 'document-types' && id === lawFirm.id ? lawFirm : undefined),
  codes: () => [],
  product: () => undefined,
  place: () => undefined,
  placeOf: () => undefined,
  places: () => [],
}

const filingOf = (written: object): Filing => filingSchema.parse({ icp: '1', ...written })

const worldOf = (written: object): World => ({ filing: filingOf(written), day: '2026-11-24', tables })

function materialOf(is: string, more: object, rest: object): Subject {
  const [subject] = subjectsOf(worldOf({ ...rest, materials: [{ is, ...more }] })).material
  if (!subject) throw new Error('no material')
  return subject
}

const sponsor = {
  kind: 'enterprise',
  name: '深圳市海风软件有限公司',
  document: { type: 'business-licence', number: code, 'valid-to': 'long-term' },
}
const principal = {
  name: '王海',
  document: { type: 'id-card', number: wang },
  mobile: '13800138000',
  email: 'wang@example.cn',
  'is-legal-representative': 'true',
}
const lead = { name: '陈港', document: { type: 'id-card', number: chen }, mobile: '13700137000' }

const domain = (name: string, holder: string) => ({ name, holder: { name: holder }, expires: '2028-01-01' })

describe('what a paper reads', () => {
  it.each([
    ['business-licence', {}, { name: 'x', number: 'x' }, ['name', 'number']],
    ['business-licence', {}, { address: 'x' }, []],
    ['business-licence', {}, { 'legal-representative': 'x' }, ['legal-representative']],
    ['id-card-front', { of: 'principal' }, { name: 'x', 'valid-to': '2030-01-01' }, ['name']],
    ['residence-permit', { of: 'principal' }, { name: 'x', number: 'x' }, ['name']],
    ['commitment-letter', {}, { name: 'x' }, []],
  ])('of %s is compared only where the filing states it too', (is, of, reads, compared) => {
    expect(valueOf('material.compares', materialOf(is, { ...of, reads }, { sponsor, principal }))).toEqual(compared)
  })

  it('asks for nothing where nothing was transcribed', () => {
    const licence = materialOf('business-licence', {}, { sponsor, principal })
    expect(valueOf('material.compares', licence)).toEqual([])
    expect(factNamed('material.stated.address')?.fields(licence)).toEqual([])
  })

  it('of a licence points to the sponsor’s answers and to the legal representative, whoever that is', () => {
    const reads = { name: 'x', 'legal-representative': 'x' }
    const own = materialOf('business-licence', { reads }, { sponsor, principal })
    expect(valueOf('material.stated.name', own)).toBe(sponsor.name)
    expect(factNamed('material.stated.name')?.fields(own)).toEqual([['sponsor', 'name']])
    expect(valueOf('material.stated.legal-representative', own)).toBe('王海')
    const separate = materialOf('business-licence', { reads }, { sponsor, principal, 'legal-representative': lead })
    expect(valueOf('material.stated.legal-representative', separate)).toBe('陈港')
  })

  it('of a card is compared with the person it is of', () => {
    const services = [{ lead }]
    const card = materialOf(
      'id-card-front',
      { of: 'services.0.lead', reads: { name: 'x' } },
      { sponsor, principal, services },
    )
    expect(valueOf('material.stated.name', card)).toBe('陈港')
    const individual = { kind: 'individual', name: '林夏', document: { type: 'id-card', number: wang } }
    const own = materialOf('id-card-front', { of: 'sponsor', reads: { number: 'x' } }, { sponsor: individual })
    expect(valueOf('material.stated.number', own)).toBe(wang)
  })

  it('of a domain certificate is compared with the holder of that domain, or of the only one', () => {
    const two = [{ domains: [domain('a.cn', '甲'), domain('b.cn', '乙')] }]
    const named = materialOf('domain-certificate', { of: 'b.cn', reads: { name: 'x' } }, { sponsor, services: two })
    expect(valueOf('material.stated.name', named)).toBe('乙')
    const unnamed = materialOf('domain-certificate', { reads: { name: 'x' } }, { sponsor, services: two })
    expect(valueOf('material.compares', unnamed)).toEqual([])
    const only = materialOf(
      'domain-certificate',
      { reads: { 'valid-to': '2028-01-01' } },
      { sponsor, services: [{ domains: [domain('a.cn', '甲')] }] },
    )
    expect(valueOf('material.compares', only)).toEqual(['valid-to'])
  })
})

/** Who gives contact data where the legal representative has a record of their own. */
function contacts(services: object[]) {
  const other = { ...principal, 'is-legal-representative': 'false' }
  const people = subjectsOf(worldOf({ sponsor, principal: other, 'legal-representative': lead, services })).person
  return people.map(person => valueOf('person.is-contact', person))
}

describe('contact data', () => {
  const peopleOf = (services: object[]) => subjectsOf(worldOf({ sponsor, principal, services })).person
  const repeats = (services: object[]) => peopleOf(services).map(person => valueOf('person.repeats-mobile', person))

  it.each([
    [
      'of somebody else earlier in the filing is told at the later one',
      [{ lead: { ...lead, mobile: '13800138000' } }],
      [false, true],
    ],
    [
      'of the same person in a second role is not repeated',
      [{ lead: { ...lead, document: principal.document, mobile: '13800138000' } }],
      [false, false],
    ],
    [
      'of two leads is told at the second',
      [{ lead }, { lead: { ...lead, document: { number: wang.replace('X', '1') } } }],
      [false, false, true],
    ],
    ['that is missing is not known', [{ lead: { name: '陈港' } }], [false, undefined]],
    ['is told by name where a document is missing', [{ lead: { name: '陈港', mobile: '13800138000' } }], [false, true]],
  ])('%s', (_, services, expected) => {
    expect(repeats(services)).toEqual(expected)
  })

  it('is asked of a legal representative only where they lead a service', () => {
    expect(contacts([{ lead: { 'same-as': 'principal' } }])).toEqual([true, false])
    expect(contacts([{ lead: { 'same-as': 'legal-representative' } }])).toEqual([true, true])
  })
})

describe('the sponsor beside the record', () => {
  it.each([
    [{ name: sponsor.name }, []],
    [{ name: '深圳市海浪软件有限公司' }, ['name']],
    [{ name: '深圳市海风软件有限公司 ', document: { number: code.toLowerCase() } }, []],
    [{ document: { number: otherCode } }, ['code']],
    [{ document: { number: '440301100000017' } }, []],
    [{ kind: 'individual' }, ['individual-to-organization']],
    [{ kind: 'institution' }, []],
    [{}, []],
  ])('%j differs in %j', (record, changes) => {
    expect(changesSinceRecord(filingOf({ sponsor: { ...sponsor, record } }))).toEqual(changes)
  })

  it('that was an organization and is an individual now', () => {
    expect(changesSinceRecord(filingOf({ sponsor: { kind: 'individual', record: { kind: 'enterprise' } } }))).toEqual([
      'organization-to-individual',
    ])
  })
})

describe('documents', () => {
  it.each([
    ['2016-01-01', '2036-01-01', 7305],
    ['2026-01-01', '2016-01-01', -3653],
    ['2016-01-01', 'long-term', 99_999],
    [undefined, '2036-01-01', undefined],
  ])('from %s to %s run %s days', (from, to, days) => {
    const document = { ...(from ? { 'valid-from': from } : {}), 'valid-to': to }
    const [person] = subjectsOf(worldOf({ principal: { document } })).person
    expect(person && valueOf('person.document.term-days', person)).toBe(days)
  })

  it.each([
    [wang, '1990-01-01', true],
    [wang, '1991-01-01', false],
    ['C01X0006H', '1991-01-01', undefined],
  ])('numbered %s of somebody born on %s: agreement is %s', (number, born, agrees) => {
    const [person] = subjectsOf(worldOf({ principal: { born, document: { number } } })).person
    expect(person && valueOf('person.born-agrees', person)).toBe(agrees)
  })

  it.each([
    ['31440000MD0123456', 'none'],
    ['粤司许字第12345号', 'none'],
    [code, 'none'],
    [`${code.slice(0, 17)}A`, 'check-digit'],
  ])('that may bear any number are judged only as far as %s looks like a unified code', (number, problem) => {
    expect(documentProblem(tables, 'law-firm-licence', number)).toBe(problem)
  })
})
