// The filing type: what MIIT already has, and what the filer is about to do, as the smallest filing that shows it.
import { describe, expect, it } from 'vitest'
import { filingTypeOf, serviceTypes } from '../src/facts/filing.ts'
import {
  decidingRow,
  decisionTable,
  deriveFilingType,
  type FilingConflict,
  type FilingType,
} from '../src/facts/filing-type.ts'
import type { Filing, Service } from '../src/model/filing.ts'
import { worldOf } from './small-rules.ts'

type Small = Omit<Filing, 'icp'>
type Case = readonly [sentence: string, filing: Small, type: FilingType, conflict?: FilingConflict]

const ours = '粤ICP备99000001号'
const theirs = '粤ICP备99000002号'

/** The one province of these tests where a shell may add a service. */
const shellMayAdd = (province: string) => province === 'zhejiang'

/** Filed with tencent; this filing goes to aliyun unless it says otherwise. */
const filedElsewhere = { name: '海风', record: { number: ours, provider: 'tencent' } }
const filedHere = { name: '海风', record: { number: ours, provider: 'aliyun' } }
const to = (sponsor: NonNullable<Filing['sponsor']>, service?: Service, more: Small = {}): Small => ({
  provider: 'aliyun',
  province: 'guangdong',
  sponsor,
  ...(service ? { services: [service] } : {}),
  ...more,
})
const cancel = { purpose: 'cancel' }
const change = { purpose: 'change' }

/** In the order of the decision table's rows. */
const rows: readonly Case[] = [
  ['who cancels without naming a service cancels the sponsor', to(filedHere, undefined, cancel), 'cancel-sponsor'],
  [
    'who cancels a service that another provider serves too cancels the access',
    to(filedHere, { record: { number: `${ours}-1`, provider: ['aliyun', 'tencent'] } }, cancel),
    'cancel-access',
  ],
  [
    'who cancels a service that nobody else serves cancels the service',
    to(filedHere, { record: { number: `${ours}-1`, provider: ['aliyun'] } }, cancel),
    'cancel-service',
  ],
  [
    'who changes something and has another name today changes the sponsor',
    to({ ...filedHere, name: '山月', record: { ...filedHere.record, name: '海风' } }, undefined, change),
    'change-sponsor',
  ],
  ['who changes something and is the same today changes the service', to(filedHere, {}, change), 'change-service'],
  [
    'an unknown sponsor with a service on record stands behind another sponsor',
    to({}, { record: { number: `${theirs}-1` } }),
    'first',
    'other-sponsor',
  ],
  ['an unknown sponsor with a new service files for the first time', to({}, {}), 'first'],
  ['a shell files for the first time once it is cancelled', to({ record: { shell: true } }, {}), 'first', 'shell'],
  [
    'a sponsor filed here adds somebody else’s service here',
    to(filedHere, { record: { number: `${theirs}-1` } }),
    'add-service-here',
    'other-sponsor',
  ],
  [
    'a sponsor filed elsewhere adds somebody else’s service there',
    to(filedElsewhere, { record: { number: `${theirs}-1` } }),
    'add-service-elsewhere',
    'other-sponsor',
  ],
  [
    'a service of the sponsor that this provider serves already needs nothing',
    to(filedHere, { record: { number: `${ours}-1`, provider: 'aliyun' } }),
    'nothing-to-file',
  ],
  [
    'a service of the sponsor that another provider serves gets one more access',
    to(filedElsewhere, { record: { number: `${ours}-1`, provider: 'tencent' } }),
    'add-access',
  ],
  ['a sponsor filed here adds a service here', to(filedHere, {}), 'add-service-here'],
  ['a sponsor filed elsewhere adds a service that is filed here', to(filedElsewhere, {}), 'add-service-elsewhere'],
]

const purposes: readonly Case[] = [
  ['a purpose of filing is the same as none', to({}, {}, { purpose: 'file' }), 'first'],
  [
    'access at another provider alone is no access here to cancel',
    to(filedHere, { record: { provider: ['tencent', 'huawei'] } }, cancel),
    'cancel-service',
  ],
  [
    'one provider written without a list is one provider',
    to(filedHere, { record: { provider: 'aliyun' } }, cancel),
    'cancel-service',
  ],
  [
    'three providers, this one last, leave two',
    to(filedHere, { record: { provider: ['huawei', 'tencent', 'aliyun'] } }, cancel),
    'cancel-access',
  ],
  [
    'a new mobile number of the principal changes the sponsor',
    to({ record: { principal: { mobile: '13800138000' } } }, {}, { ...change, principal: { mobile: '13900139000' } }),
    'change-sponsor',
  ],
  [
    'what the record does not say has not changed',
    to({ name: '海风', record: { name: '海风' } }, {}, { ...change, principal: { mobile: '13900139000' } }),
    'change-service',
  ],
  ['what is not written today has not changed', to({ record: { name: '海风' } }, {}, change), 'change-service'],
]

const shells: readonly Case[] = [
  ['no services left make a shell', to({ record: { services: 0 } }, {}), 'first', 'shell'],
  ['an empty list of sites makes a shell', to({ record: { sites: [] } }, {}), 'first', 'shell'],
  ['one service left makes none', to({ record: { services: 1 } }, {}), 'add-service-elsewhere'],
  ['one site left makes none', to({ record: { sites: [{}] } }, {}), 'add-service-elsewhere'],
  ['an unknown number of services makes none', to({ record: {} }, {}), 'add-service-elsewhere'],
  [
    'what the filer says of the shell counts',
    to({ record: { shell: false, services: 0 } }, {}),
    'add-service-elsewhere',
  ],
  ['a shell goes before somebody else’s service', to({ record: { shell: true } }, { record: {} }), 'first', 'shell'],
  [
    'a shell adds a service where the province lets it',
    to({ record: { shell: true } }, {}, { province: 'zhejiang' }),
    'add-service-elsewhere',
  ],
  [
    'a shell filed here adds it here where the province lets it',
    to({ record: { shell: true, provider: 'aliyun' } }, {}, { province: 'zhejiang' }),
    'add-service-here',
  ],
  [
    'a shell of another province moves where the province lets it',
    to({ record: { shell: true, province: 'guangdong' } }, {}, { province: 'zhejiang' }),
    'add-service-elsewhere',
    'other-province',
  ],
]

const movesTo = (province: string) => ({ record: { ...filedHere.record, province } })

const provinces: readonly Case[] = [
  ['a sponsor on record in another province', to(movesTo('beijing'), {}), 'add-service-here', 'other-province'],
  ['a sponsor on record in the same province', to(movesTo('guangdong'), {}), 'add-service-here'],
  ['a sponsor of whom the province is not known', to(filedHere, {}), 'add-service-here'],
  [
    'a sponsor of another province with somebody else’s service stands behind that first',
    to(movesTo('beijing'), { record: { number: `${theirs}-1` } }),
    'add-service-here',
    'other-sponsor',
  ],
  ['a sponsor who changes the province', to(movesTo('beijing'), {}, change), 'change-service'],
  ['a sponsor who cancels in the old province', to(movesTo('beijing'), undefined, cancel), 'cancel-sponsor'],
]

const owners: readonly Case[] = [
  [
    'another number is another sponsor’s',
    to(filedHere, { record: { number: `${theirs}-1` } }),
    'add-service-here',
    'other-sponsor',
  ],
  ['the same number is the sponsor’s own', to(filedHere, { record: { number: `${ours}-7A` } }), 'add-access'],
  ['a number that cannot be read accuses nobody', to(filedHere, { record: { number: '粤ICP备' } }), 'add-access'],
  ['a record without a number accuses nobody', to(filedHere, { record: {} }), 'add-access'],
  [
    'a domain filed under another name is another sponsor’s',
    to(filedHere, { domains: [{ name: 'a.cn' }, { name: 'b.cn', 'filed-under': '山月' }] }),
    'add-service-here',
    'other-sponsor',
  ],
  [
    'a domain filed under another name outweighs the own number',
    to(filedHere, { record: { number: `${ours}-1` }, domains: [{ 'filed-under': '山月' }] }),
    'add-service-here',
    'other-sponsor',
  ],
  [
    'a domain filed under the own name is the sponsor’s',
    to(filedHere, { domains: [{ 'filed-under': '海风' }] }),
    'add-access',
  ],
  [
    'a domain filed under anybody stands in the way of a first filing',
    to({ name: '海风', record: 'none' }, { domains: [{ 'filed-under': '山月' }] }),
    'first',
    'other-sponsor',
  ],
  [
    'a domain on record counts, even where the filer says that the service is not',
    to(filedHere, { record: 'none', domains: [{ 'filed-under': '海风' }] }),
    'add-access',
  ],
]

const sites: readonly Case[] = [
  [
    'one site with this provider is filed here',
    to({ record: { provider: 'tencent', sites: [{ provider: 'tencent' }, { provider: 'aliyun' }] } }, {}),
    'add-service-here',
  ],
  [
    'sites with other providers only are filed elsewhere',
    to({ record: { sites: [{ provider: 'tencent' }, {}] } }, {}),
    'add-service-elsewhere',
  ],
  [
    'no provider of this filing is never here',
    { sponsor: { record: { sites: [{}] } }, services: [{}] },
    'add-service-elsewhere',
  ],
  ['a record of none is no record', to({ record: 'none' }, {}), 'first'],
  ['a record nobody has looked for is no record', {}, 'first'],
]

const derive = (filing: Small) => deriveFilingType({ icp: '1', ...filing }, filing.services?.[0], shellMayAdd)
const rowOf = (filing: Small) => decidingRow({ icp: '1', ...filing }, filing.services?.[0], shellMayAdd)

describe.each([
  ['the decision table', rows],
  ['the purpose', purposes],
  ['the shell', shells],
  ['the province', provinces],
  ['the owner', owners],
  ['the record', sites],
])('%s', (_what, cases) => {
  const told = cases.map(([sentence, filing, type, conflict = 'none']) => ({ sentence, filing, type, conflict }))

  it.each(told)('$sentence', ({ filing, type, conflict }) => {
    expect(derive(filing)).toEqual({ type, conflict })
  })
})

describe('every row of the decision table', () => {
  it.each(decisionTable.map((row, index) => [JSON.stringify(row.when), row, index] as const))(
    '%s is hit by its own case',
    (_when, row, index) => {
      const [, filing = {}] = rows[index] ?? []
      expect(rowOf(filing)).toBe(row)
    },
  )

  it('has a case, and no case is left over', () => {
    expect(rows).toHaveLength(decisionTable.length)
  })

  it('is the last that asks for nothing', () => {
    expect(decisionTable.map(({ when }) => Object.keys(when).length === 0)).toEqual(
      decisionTable.map((_, index) => index === decisionTable.length - 1),
    )
  })
})

const typeOf = (filing: Small, mayAdd: readonly string[] = []) =>
  filingTypeOf(worldOf(filing, { 'shell-may-add-provinces': mayAdd }))

describe('the type of a whole filing', () => {
  const fresh: Service = {}
  const own: Service = { record: { number: `${ours}-1`, provider: 'aliyun' } }
  const foreign: Service = { record: { number: `${theirs}-1` } }

  it.each<[string, Service[], FilingType, FilingConflict]>([
    ['is that of its first service', [own, fresh], 'nothing-to-file', 'none'],
    ['is that of the service that stands in a conflict', [own, fresh, foreign], 'add-service-here', 'other-sponsor'],
  ])('%s', (_what, services, type, conflict) => {
    expect(typeOf({ ...to(filedHere), services })).toEqual({ type, conflict })
  })

  it('without any service written is that of a new one', () => {
    expect(typeOf(to(filedHere)).type).toBe('add-service-here')
  })

  it('without any service is the sponsor’s where everything is cancelled', () => {
    expect(typeOf(to(filedHere, undefined, cancel)).type).toBe('cancel-sponsor')
  })

  it('takes the provinces where shells may add services from the list', () => {
    const filing = to({ record: { shell: true } }, fresh, { province: 'tianjin' })
    expect([typeOf(filing, []).conflict, typeOf(filing, ['tianjin']).conflict]).toEqual(['shell', 'none'])
  })

  it('is told per service too', () => {
    const types = serviceTypes(worldOf({ ...to(filedHere), services: [own, fresh, foreign] }))
    expect(types.map(({ type }) => type)).toEqual(['nothing-to-file', 'add-service-here', 'add-service-here'])
  })
})
