// Any number of made-up filings: different companies, people and domains, valid numbers, some with a mistake.
import { creditCodeCheckCharacter } from '../src/model/credit-code.ts'
import { idCardCheckDigit } from '../src/model/id-card.ts'

const digits = (index: number, length: number) => String(index).padStart(length, '0').slice(-length)

function idCard(index: number): string {
  const first17 = `440305${1970 + (index % 30)}${digits(1 + (index % 12), 2)}${digits(1 + (index % 28), 2)}${digits(index, 3)}`
  return first17 + idCardCheckDigit(first17)
}

function creditCode(index: number): string {
  const first17 = `91440300MA5${digits(index, 6)}`
  return first17 + creditCodeCheckCharacter(first17)
}

const mobile = (index: number) => `138${digits(index, 8)}`

function person(index: number, name: string) {
  return {
    name,
    document: { type: 'id-card', number: idCard(index), 'valid-from': '2016-01-01', 'valid-to': '2036-01-01' },
    mobile: mobile(index),
    'mobile-province': 'guangdong',
    'emergency-phone': `139${digits(index, 8)}`,
    email: `person${index}@fleet-example.cn`,
  }
}

/** Every fifth is bought by the hour, every seventh has a domain about to expire. */
export function madeUpFiling(index: number) {
  const company = `深圳市海风${digits(index, 6)}软件有限公司`
  const code = { type: 'business-licence', number: creditCode(index) }
  return {
    icp: '1',
    provider: 'aliyun',
    province: 'guangdong',
    region: '440305',
    purpose: 'file',
    account: { site: 'china', 'sponsor-in-other-account': 'false' },
    sponsor: {
      kind: 'enterprise',
      name: company,
      document: {
        ...code,
        address: '深圳市南山区科技园南路18号A座1203室',
        'valid-from': '2019-05-20',
        'valid-to': 'long-term',
      },
      'contact-address': '科技园南路18号A座1203室',
      'business-scope': '软件开发；信息咨询服务',
      'registry-status': 'normal',
      'has-seal': 'true',
      record: 'none',
      'order-elsewhere': 'false',
    },
    principal: { ...person(2 * index, '王海'), 'is-legal-representative': 'true' },
    services: [
      {
        kind: 'website',
        name: '海风软件',
        'home-url': `www.fleet${index}-example.cn`,
        content: ['organization-site'],
        languages: ['zh-hans'],
        'pre-approvals': [],
        interactive: 'false',
        remark: '公司官方网站，介绍产品、案例和联系方式',
        record: 'none',
        lead: { ...person(2 * index + 1, '陈雨'), 'is-legal-representative': 'false' },
        domains: [
          {
            name: `fleet${index}-example.cn`,
            registrar: '阿里云计算有限公司',
            holder: { name: company, document: code, relation: 'sponsor' },
            'real-name': { verified: 'true', on: '2026-08-01' },
            expires: index % 7 === 0 ? '2026-12-20' : '2028-01-01',
            open: 'false',
          },
        ],
        access: {
          product: 'ecs',
          resource: `i-fleet${digits(index, 8)}`,
          region: 'cn-shenzhen',
          billing: index % 5 === 0 ? 'pay-as-you-go' : 'subscription',
          state: 'running',
          months: '12',
          expires: '2027-11-01',
          ips: ['203.0.113.10'],
          'codes-used': '0',
        },
      },
    ],
  }
}
