// What follows from the server's answers: is it in the mainland, does it have an address, can it still file a service.
import { daysBetween } from '../model/calendar.ts'
import type { Access, Service } from '../model/filing.ts'
import { isSameText } from '../model/fold.ts'
import { latest } from '../model/remember.ts'
import { here, within, type Fact, type Subject } from './fact.ts'
import { serviceTypes } from './filing.ts'

const accessOf = (subject: Subject): Access => within(subject, 'access')?.access ?? {}

const one = (kind: Fact['kind'], from: string[], of: Fact['of']) =>
  ({ scope: 'access', kind, fields: here(...from), of }) as const

const addressesOf = (subject: Subject) =>
  accessOf(subject).ips?.map(address => (typeof address === 'string' ? address : address.ip))

const isIpv6 = (address: string) => /^[\da-f:]+(\.\d{1,3}){0,3}$/i.test(address) && address.split(':').length > 2

const isIpv4 = (address: string) =>
  /^(\d{1,3})(\.\d{1,3}){3}$/.test(address) && address.split('.').every(part => Number(part) <= 255)

/** Ranges nobody can reach from outside: RFC 1918, 6598, 3927, 5735; documentation ranges count as public here. */
const isPrivate = (address: string) =>
  /^(10\.|127\.|192\.168\.|169\.254\.|0\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
    address,
  ) || /^(fe80|f[cd]|::1$)/i.test(address)

const overseasNames =
  /hong\s*kong|macau|macao|taiwan|taipei|singapore|tokyo|osaka|seoul|frankfurt|london|virginia|silicon|los angeles|香港|澳门|台湾|台北|新加坡|日本|东京|韩国|首尔|泰国|马来西亚|印度|印尼|菲律宾|越南|澳大利亚|美国|硅谷|德国|法兰克福|英国|伦敦|迪拜|沙特|欧洲|北美|亚太|境外|海外|国外|^(us|na|sa|la|ca|eu|me|af|ru|tr|ap-(southeast|northeast|south|east))-/i
const mainlandNames =
  /^cn-|beijing|shanghai|guangzhou|shenzhen|hangzhou|nanjing|chengdu|chongqing|qingdao|中国|内地|大陆|国内|华北|华东|华南|华中|西南|西北|东北/i

/** Ids as providers write them, then names of places; undefined where neither tells. */
function isMainland(subject: Subject): boolean | undefined {
  const region = accessOf(subject).region?.toLowerCase()
  if (region === undefined) return undefined
  const { tables } = subject.world
  if (tables.list('overseas-regions').includes(region)) return false
  if (tables.list('mainland-regions').includes(region)) return true
  if (overseasNames.test(region)) return false
  return mainlandNames.test(region) || tables.placeOf(region) !== undefined || undefined
}

const productOf = latest((subject: Subject) => {
  const product = accessOf(subject).product
  return product === undefined ? undefined : subject.world.tables.product(product)
})

const resourcesOf = ({ access }: Service): readonly Access[] =>
  access === undefined ? [] : Array.isArray(access) ? access : [access]

/** Services of this filing that will each use one of the resource's codes. */
function codesNeeded(subject: Subject): number {
  const resource = accessOf(subject).resource
  const types = serviceTypes(subject.world)
  const uses = (service: Service) => resourcesOf(service).some(other => other.resource === resource)
  return (subject.world.filing.services ?? []).filter(
    (service, index) => types[index]?.type !== 'nothing-to-file' && uses(service),
  ).length
}

/** Does another service of this filing have the same code? */
function isCodeUsedAgain(subject: Subject): boolean | undefined {
  const { code } = accessOf(subject)
  if (code === undefined) return undefined
  const services = subject.world.filing.services ?? []
  const isSame = (other: Access) => other.code !== undefined && isSameText(other.code, code)
  return services.filter(service => resourcesOf(service).some(isSame)).length > 1
}

export const accessFacts = {
  'access.is-mainland': one('yes-no', ['region'], isMainland),
  'access.region-is-known': one('yes-no', ['region'], subject =>
    accessOf(subject).region === undefined ? undefined : isMainland(subject) !== undefined,
  ),
  'access.ips': one('list', ['ips'], addressesOf),
  'access.has-public-address': one('yes-no', ['ips'], subject => {
    const addresses = addressesOf(subject)
    return addresses && addresses.some(address => !isPrivate(address))
  }),
  'access.addresses-are-valid': one('yes-no', ['ips'], subject => {
    const addresses = addressesOf(subject)
    return addresses && addresses.every(address => isIpv4(address) || isIpv6(address))
  }),
  'access.days-left': one('days', ['expires'], subject => {
    const expires = accessOf(subject).expires
    return expires === undefined ? undefined : daysBetween(subject.world.day, expires)
  }),
  'access.product-is-known': one('yes-no', ['product'], subject =>
    accessOf(subject).product === undefined ? undefined : productOf(subject) !== undefined,
  ),
  /** the id of a product written under any of its names; `other` is none of the provider's */
  'access.product-id': one('text', ['product'], subject =>
    accessOf(subject).product === undefined ? undefined : (productOf(subject)?.id ?? 'other'),
  ),
  'access.is-given': one('yes-no', ['resource'], subject => {
    const { resource, code } = accessOf(subject)
    return resource !== undefined || code !== undefined ? true : undefined
  }),
  'access.codes-left': one('number', ['codes-used'], subject => {
    const { 'codes-used': used, code } = accessOf(subject)
    const codes = productOf(subject)?.codes
    return used === undefined || codes === undefined || code !== undefined
      ? undefined
      : codes - used - codesNeeded(subject)
  }),
  'access.has-code': one('yes-no', ['code'], subject => accessOf(subject).code !== undefined),
  'access.code-is-used-again': one('yes-no', ['code'], isCodeUsedAgain),
} as const satisfies Record<string, Fact>
