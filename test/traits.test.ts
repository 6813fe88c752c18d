// What of a filing may stand in others too: for whom it is filed, and only where it is still to be filed.
import { describe, expect, it } from 'vitest'
import { traitsOf, type SharedThing } from '../src/facts/traits.ts'
import type { Service } from '../src/model/filing.ts'
import { tables, today, type Small } from './small-world.ts'

const code = '91440300MA5FKT2C9R'
const wang = '44030519900101123X'
const chen = '440305198802290043'

const traits = (filing: Small) => traitsOf({ filing: { icp: '1', ...filing }, day: today, tables })
/** The keys of one kind of thing, and where each stands. */
const told = (filing: Small, is: SharedThing) =>
  (traits(filing)?.traits ?? []).filter(trait => trait.is === is).map(({ key, field }) => `${key} ${field.join('.')}`)

const sponsor = { kind: 'enterprise', name: '海风', document: { number: code } }
const person = { name: '王海', document: { number: wang }, mobile: '13800138000' }
const service: Service = {
  kind: 'website',
  lead: { document: { number: chen } },
  domains: [{ name: 'www.A.cn' }],
  access: { resource: 'i-1', code: 'C-1' },
}
const filing: Small = { provider: 'aliyun', sponsor, principal: person, services: [service] }

describe('the filer', () => {
  it('is known by the number of their document, in any width and case', () => {
    const lower = { ...sponsor, document: { number: ' ９１440300ma5fkt2c9r' } }
    expect(traits({ sponsor: lower })?.filer.key).toBe(code)
    expect(traits({ sponsor: { kind: 'enterprise', name: '海风' } })).toBeUndefined()
    expect(traits({})).toBeUndefined()
  })

  it('is tied to their name, their superior and their legal representative', () => {
    const tied = {
      ...filing,
      sponsor: { ...sponsor, superior: '听潮 集团' },
      'legal-representative': { document: { number: chen } },
    }
    expect(traits(tied)?.filer).toEqual({ key: code, isOrganization: true, ties: ['海风', '听潮集团', chen] })
    expect(traits({ sponsor: { document: { number: code } } })?.filer).toEqual({
      key: code,
      isOrganization: true,
      ties: [],
    })
    expect(traits({ sponsor: { ...sponsor, kind: 'individual' } })?.filer.isOrganization).toBe(false)
  })

  it('files on a site of the provider, which may not be told', () => {
    expect(traits({ ...filing, account: { site: 'international' } })?.site).toBe('international')
    expect(traits(filing)?.site).toBe('')
  })
})

describe('a filing holds', () => {
  it.each<[SharedThing, string[]]>([
    ['sponsor', [`${code} sponsor.document.number`]],
    ['mobile', ['13800138000 principal.mobile']],
    ['lead', [`${chen} services.0.lead.document.number`]],
    ['domain', ['a.cn services.0.domains.0.name']],
    ['server', ['aliyun i-1 services.0.access.resource']],
    ['code', ['c-1 services.0.access.code']],
  ])('a %s', (is, expected) => {
    expect(told(filing, is)).toEqual(expected)
  })

  it.each([
    ['13800138000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['0086 13800138000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['86138001380', '86138001380'],
    ['1388613800138', '1388613800138'],
    ['1380013800', '1380013800'],
  ])('the mobile %s as %s', (mobile, key) => {
    expect(told({ ...filing, principal: { mobile } }, 'mobile')).toEqual([`${key} principal.mobile`])
  })

  it('the mobiles of its leads', () => {
    const leads = [{ lead: { mobile: '13700137000' } }, { lead: { 'same-as': 'principal' } }, {}]
    expect(told({ ...filing, services: leads }, 'mobile')).toEqual([
      '13800138000 principal.mobile',
      '13700137000 services.0.lead.mobile',
      '13800138000 principal.mobile',
    ])
  })

  it('no lead of an individual, who leads their own services', () => {
    expect(told({ ...filing, sponsor: { ...sponsor, kind: 'individual' } }, 'lead')).toEqual([])
  })

  it('every one of its servers', () => {
    const access = [{ resource: 'i-1' }, { resource: 'I-2', code: 'x' }, {}]
    expect(told({ ...filing, services: [{ ...service, access }] }, 'server')).toEqual([
      'aliyun i-1 services.0.access.0.resource',
      'aliyun i-2 services.0.access.1.resource',
    ])
    expect(told({ ...filing, services: [{ ...service, access }] }, 'code')).toEqual(['x services.0.access.1.code'])
    expect(told({ sponsor, services: [service] }, 'server')).toEqual([' i-1 services.0.access.resource'])
    expect(told({ ...filing, services: [{ kind: 'website' }] }, 'server')).toEqual([])
  })

  it('a server with what is left of its codes', () => {
    const use = (access: Service['access']) =>
      traits({ ...filing, services: [{ ...service, access }] })?.traits.find(({ is }) => is === 'server')?.use
    expect(use({ resource: 'i-1', product: 'ecs', 'codes-used': 2 })).toEqual({ hasCode: false, codes: 3 })
    expect(use({ resource: 'i-1', product: 'ecs' })).toEqual({ hasCode: false, codes: 5 })
    expect(use({ resource: 'i-1', product: 'nat' })).toEqual({ hasCode: false })
    expect(use({ resource: 'i-1', code: 'x' })).toEqual({ hasCode: true })
  })

  it('the domains of its websites, not of its apps', () => {
    const services = [
      { kind: 'app', domains: [{ name: 'a.cn' }] },
      { kind: 'website', domains: [{ name: 'b.cn' }, {}, { name: 'no domain' }, { name: 'c.d.cn' }] },
    ]
    expect(told({ ...filing, services }, 'domain')).toEqual([
      'b.cn services.1.domains.0.name',
      'd.cn services.1.domains.3.name',
    ])
  })
})

describe('of a filing counts', () => {
  const record = { number: '粤ICP备99000001号', provider: 'aliyun' }
  const filed = { ...service, record: { number: '粤ICP备99000001号-1', provider: 'aliyun' } }
  const things = (more: Small) => [...new Set(traits({ ...filing, ...more })?.traits.map(({ is }) => is))].join(' ')
  const onRecord = { sponsor: { ...sponsor, record }, services: [filed] }

  it.each<[string, Small, string]>([
    ['all of what is to be filed', {}, 'sponsor mobile lead domain server code'],
    ['all of a service without anything', { services: [{}] }, 'sponsor mobile'],
    ['all without services', { services: [] }, 'sponsor mobile'],
    ['nothing of what is filed and stays', onRecord, ''],
    ['no server of what is only changed', { ...onRecord, purpose: 'change' }, 'sponsor mobile lead domain'],
    ['only the sponsor of what is cancelled', { ...onRecord, purpose: 'cancel' }, 'sponsor'],
    [
      'only the sponsor where the sponsor is cancelled',
      { sponsor: { ...sponsor, record }, services: [], purpose: 'cancel' },
      'sponsor',
    ],
  ])('%s', (_what, more, expected) => {
    expect(things(more)).toBe(expected)
  })

  it('what is new beside what stays', () => {
    expect(
      told({ ...filing, ...onRecord, services: [filed, { ...service, domains: [{ name: 'b.cn' }] }] }, 'domain'),
    ).toEqual(['b.cn services.1.domains.0.name'])
  })
})
