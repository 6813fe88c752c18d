// A filing as it is written by hand: what is read of it, and where its mistakes stand.
import { describe, expect, it } from 'vitest'
import { parseFiling, type LocatedProblem } from '../src/disk/filing.ts'
import type { Filing, Path } from '../src/model/filing.ts'
import { idByName } from '../src/model/id-by-name.ts'
import { asList, entriesOf } from './dated-data.ts'

const tables = new Map(['provinces', 'providers'].map(name => [name, idByName(entriesOf(name))]))
const parse = (text: string) => parseFiling(text, (table, written) => tables.get(table)?.get(written))

function filingIn(text: string): Filing {
  const read = parse(`icp: 1\n${text}`)
  if (read.is === 'filing') return read.filing
  throw new Error(JSON.stringify(read.problems))
}

function problemsIn(text: string): readonly LocatedProblem[] {
  const read = parse(text)
  return read.is === 'malformed' ? read.problems : []
}

/** `path at line:column` and what else is known of every mistake. */
const mistakes = (text: string) =>
  problemsIn(text).map(({ code, path, place, got, expected, meant }) =>
    [code, path.join('.'), `${place.line}:${place.column}`, got, expected ?? meant].join(' ').trim(),
  )

describe('a filing says', () => {
  it.each<[string, string, Omit<Filing, 'icp'>]>([
    ['the version alone', '', {}],
    [
      'every digit of a number without quotes',
      'sponsor: { document: { number: 110101199003078888 } }',
      {
        sponsor: { document: { number: '110101199003078888' } },
      },
    ],
    ['a region with its leading nought', 'region: 010000', { region: '010000' }],
    [
      'text that looks like a number',
      'sponsor: { name: 1e3, remark: 0x1F }',
      { sponsor: { name: '1e3', remark: '0x1F' } },
    ],
    ['text without the blanks around it', 'sponsor: { name: " 海风 " }', { sponsor: { name: '海风' } }],
    ['a count', 'services: [{ access: { months: 012 } }]', { services: [{ access: { months: 12 } }] }],
    ['a day', 'plan: { submit-on: 2026-12-01 }', { plan: { 'submit-on': '2026-12-01' } }],
    [
      'a document without an end',
      'principal: { document: { valid-to: long-term } }',
      {
        principal: { document: { 'valid-to': 'long-term' } },
      },
    ],
    [
      'nothing where a key is left empty',
      'sponsor: { name: , has-seal: ~ }\nprincipal:\nservices: null',
      { sponsor: {} },
    ],
    [
      'that MIIT has nothing',
      'sponsor: { record: none }\nservices: [{ record: none }]',
      {
        sponsor: { record: 'none' },
        services: [{ record: 'none' }],
      },
    ],
    [
      'what MIIT has',
      'sponsor: { record: { number: 粤ICP备99000001号, services: 3 } }',
      {
        sponsor: { record: { number: '粤ICP备99000001号', services: 3 } },
      },
    ],
    [
      'one server as a mapping',
      'services: [{ access: { region: cn-hangzhou } }]',
      {
        services: [{ access: { region: 'cn-hangzhou' } }],
      },
    ],
    [
      'several servers as a list',
      'services: [{ access: [{ region: a }, { region: b }] }]',
      {
        services: [{ access: [{ region: 'a' }, { region: 'b' }] }],
      },
    ],
    [
      'addresses with and without a province',
      'services: [{ access: { ips: [203.0.113.10, { ip: 203.0.113.11, province: 广东 }] } }]',
      {
        services: [{ access: { ips: ['203.0.113.10', { ip: '203.0.113.11', province: 'guangdong' }] } }],
      },
    ],
    [
      'one home page or several',
      'services: [{ home-url: a.cn }, { home-url: [a.cn, b.cn] }]',
      {
        services: [{ 'home-url': 'a.cn' }, { 'home-url': ['a.cn', 'b.cn'] }],
      },
    ],
    ['that nothing needs an approval', 'services: [{ pre-approvals: [] }]', { services: [{ 'pre-approvals': [] }] }],
    [
      'who else somebody is',
      'services: [{ lead: { same-as: principal } }]',
      { services: [{ lead: { 'same-as': 'principal' } }] },
    ],
    [
      'a provider by its Chinese name',
      'provider: 阿里云\nsponsor: { record: { provider: Tencent Cloud } }',
      {
        provider: 'aliyun',
        sponsor: { record: { provider: 'tencent' } },
      },
    ],
    [
      'several providers by their names',
      'services: [{ record: { provider: [阿里云, tencent] } }]',
      {
        services: [{ record: { provider: ['aliyun', 'tencent'] } }],
      },
    ],
    ['a province nobody knows as it is written', 'province: 火星', { province: '火星' }],
  ])('%s', (_what, text, filing) => {
    expect(filingIn(text)).toEqual({ icp: '1', ...filing })
  })

  it.each(['true', 'yes', '是'])('yes as %s', written => {
    expect(filingIn(`sponsor: { has-seal: ${written} }`).sponsor?.['has-seal']).toBe(true)
  })

  it.each(['false', 'no', '否'])('no as %s', written => {
    expect(filingIn(`sponsor: { has-seal: ${written} }`).sponsor?.['has-seal']).toBe(false)
  })

  const names = entriesOf('provinces').map(
    ({ id, zh, en, code = '', 'zh-full': full }) =>
      [id, [id, zh, en, en.toUpperCase(), code, `"${code}"`, ...asList(full)]] as const,
  )

  it.each(names)('the province %s under all its names', (id, spellings) => {
    for (const written of spellings) {
      const filing = filingIn(
        `province: ${written}\nprincipal: { mobile-province: ${written}, emergency-province: ${written} }`,
      )
      expect(filing.province).toBe(id)
      expect(filing.principal).toEqual({ 'mobile-province': id, 'emergency-province': id })
    }
  })
})

describe('a mistake is told', () => {
  it.each<[string, string[]]>([
    ['icp: 1\nsponsor:\n  kind: enterprise\n  nmae: 海风\n', ['unknown-key sponsor.nmae 4:3 nmae name']],
    ['icp: 1\nprovicne: guangdong\n', ['unknown-key provicne 2:1 provicne province']],
    ['icp: 1\nsomething-else: 1\n', ['unknown-key something-else 2:1 something-else']],
    [
      'icp: 1\nsponsor: { nam: a, kin: b }\n',
      ['unknown-key sponsor.nam 2:12 nam name', 'unknown-key sponsor.kin 2:20 kin kind'],
    ],
    [
      'icp: 1\nservices:\n- domains:\n  - expire: 2028-01-01\n',
      ['unknown-key services.0.domains.0.expire 4:5 expire expires'],
    ],
    ['icp: 1\nsponsor: { record: { numbr: 1 } }\n', ['unknown-key sponsor.record.numbr 2:22 numbr number']],
    ['icp: 1\nservices:\n- access: { regoin: a }\n', ['unknown-key services.0.access.regoin 3:13 regoin region']],
    ['icp: 1\nservices:\n- access:\n  - regoin: a\n', ['unknown-key services.0.access.0.regoin 4:5 regoin region']],
    [
      'icp: 1\nservices: [{ lead: { sameas: principal } }]\n',
      ['unknown-key services.0.lead.sameas 2:22 sameas same-as'],
    ],
    ['sponsor: { name: a }\n', ['version icp 1:1']],
    ['icp: 2\n', ['version icp 1:6 2']],
    ['icp: [1]\n', ['version icp 1:6 […]']],
    ['- icp: 1\n', ['not-a-mapping  1:1']],
    ['海风\n', ['not-a-mapping  1:1']],
    ['icp: 1\nsponsor: 海风\n', ['wrong-type sponsor 2:10 海风 mapping']],
    ['icp: 1\nsponsor:\n- 海风\n', ['wrong-type sponsor 3:1 […] mapping']],
    ['icp: 1\nservices:\n  kind: website\n', ['wrong-type services 3:3 {…} list']],
    ['icp: 1\nservices: [website]\n', ['wrong-type services.0 2:12 website mapping']],
    ['icp: 1\nsponsor:\n  name: [海风]\n', ['wrong-type sponsor.name 3:9 […] text']],
    ['icp: 1\nsponsor: { name: { zh: 海风 } }\n', ['wrong-type sponsor.name 2:18 {…} text']],
    ['icp: 1\nsponsor: { name: "  " }\n', ['wrong-type sponsor.name 2:18    text']],
    ['icp: 1\nsponsor: { has-seal: 有 }\n', ['wrong-type sponsor.has-seal 2:22 有 yes-no']],
    ['icp: 1\nservices: [{ access: { months: 1.5 } }]\n', ['wrong-type services.0.access.months 2:32 1.5 count']],
    ['icp: 1\nservices: [{ access: [{ months: -1 }] }]\n', ['wrong-type services.0.access.0.months 2:33 -1 count']],
    ['icp: 1\nplan: { submit-on: 2026-02-29 }\n', ['wrong-type plan.submit-on 2:20 2026-02-29 day']],
    ['icp: 1\nplan: { submit-on: 2026/12/1 }\n', ['wrong-type plan.submit-on 2:20 2026/12/1 day']],
    ['icp: 1\nplan: { submit-on: long-term }\n', ['wrong-type plan.submit-on 2:20 long-term day']],
    [
      'icp: 1\nprincipal: { document: { valid-to: 长期 } }\n',
      ['wrong-type principal.document.valid-to 2:36 长期 day-or-long-term'],
    ],
    ['icp: 1\nprincipal: { same-as: lead }\n', ['wrong-type principal.same-as 2:23 lead choice']],
    ['icp: 1\nsponsor: { record: nothing }\n', ['wrong-type sponsor.record 2:20 nothing mapping']],
    ['icp: 1\nsponsor: { record: { services: many } }\n', ['wrong-type sponsor.record.services 2:32 many count']],
    ['icp: 1\nservices: [{ access: ecs }]\n', ['wrong-type services.0.access 2:22 ecs mapping']],
    ['icp: 1\nservices: [{ content: blog }]\n', ['wrong-type services.0.content 2:23 blog list']],
    [
      'icp: 1\nservices: [{ access: { ips: 203.0.113.10 } }]\n',
      ['wrong-type services.0.access.ips 2:29 203.0.113.10 list'],
    ],
    [
      'icp: 1\nservices: [{ access: { ips: [{ ipp: 203.0.113.10 }] } }]\n',
      ['missing-key services.0.access.ips.0.ip 2:30 ip', 'unknown-key services.0.access.ips.0.ipp 2:32 ipp ip'],
    ],
    ['icp: 1\nmaterials:\n- file: a.jpg\n', ['missing-key materials.0.is 3:3 is']],
    ['icp: 1\nconfirmed: [{ rule: a }]\n', ['missing-key confirmed.0.on 2:13 on']],
  ])('of %j: %j', (text, told) => {
    expect(mistakes(text)).toEqual(told)
  })

  it('with the keys known at its place', () => {
    expect(problemsIn('icp: 1\nplan: { on: 2026-12-01 }\n')[0]?.known).toEqual(['submit-on'])
    expect(problemsIn('icp: 1\nservices: [{ record: { x: 1 } }]\n')[0]?.known).toEqual([
      'number',
      'name',
      'provider',
      'filed-on',
    ])
  })

  it('with the choices there are', () => {
    expect(problemsIn('icp: 1\nservices: [{ lead: { same-as: me } }]\n')[0]?.known).toEqual([
      'principal',
      'legal-representative',
      'sponsor',
    ])
  })

  it('at the same place with Windows line ends and a byte-order mark', () => {
    const text = 'icp: 1\nsponsor:\n  nmae: 海风\n'
    expect(mistakes(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(mistakes(text))
  })

  it('together with all the others', () => {
    expect(mistakes('icp: 2\nsponsor: { nmae: a }\nservices: x\n')).toHaveLength(3)
  })
})

describe('an answer stands', () => {
  const read = parse(
    '\uFEFFicp: 1\r\nsponsor:\r\n  name: 海风\r\n  document: { number: "123" }\r\nservices:\r\n- kind: website\r\n',
  )
  const placeOf = (...path: Path) => {
    const place = read.is === 'filing' ? read.placeOf(path) : undefined
    return `${place?.line}:${place?.column}`
  }

  it.each<[string, string, Path]>([
    ['3:9', 'where it is written', ['sponsor', 'name']],
    ['4:23', 'at its quotes', ['sponsor', 'document', 'number']],
    ['4:3', 'at the key of what it would belong to', ['sponsor', 'document', 'type']],
    ['2:1', 'at the key of what that would belong to', ['sponsor', 'record', 'number']],
    ['5:1', 'at the list where its item is not written', ['services', 1, 'name']],
    ['1:1', 'at the top where nothing of it is written', ['principal', 'name']],
  ])('at %s, %s: %j', (place, _where, path) => {
    expect(placeOf(...path)).toBe(place)
  })
})
