// The names of the fields that no fact reads, by their paths without indices; those on record are named like today's.
type Names = readonly [zh: string, en: string]

const ofPerson = (prefix: string, zh: string, en: string): [string, Names][] => [
  [
    `${prefix}.document.region`,
    [`${zh}证件地址所在区县（代码）`, `${en}: county of the address on the document (code)`],
  ],
  [`${prefix}.sex`, [`${zh}性别`, `${en}: sex`]],
  [`${prefix}.same-as`, [`${zh}与谁为同一人`, `${en}: is the same person as`]],
]

export const fieldNames: ReadonlyMap<string, Names> = new Map<string, Names>([
  ...ofPerson('principal', '主体负责人', 'principal'),
  ...ofPerson('legal-representative', '法定代表人', 'legal representative'),
  ...ofPerson('services.lead', '服务负责人', 'service lead'),
  ['sponsor.record.websites', ['已备案网站数', 'websites on record']],
  ['sponsor.record.apps', ['已备案 App 数', 'apps on record']],
  ['sponsor.record.domains', ['已备案域名数', 'domains on record']],
  ['sponsor.record.prefixes', ['已备案域名的不同前缀数', 'different domain prefixes on record']],
  ['sponsor.record.other-numbers', ['其他主体备案号', 'other filing numbers of the sponsor']],
  ['sponsor.record.sites', ['已备案的服务', 'services on record']],
  ['sponsor.record.sites.number', ['已备案服务的备案号', 'filing number of a service on record']],
  ['sponsor.record.sites.name', ['已备案服务的名称', 'name of a service on record']],
  ['sponsor.record.sites.domain', ['已备案服务的域名', 'domain of a service on record']],
  ['sponsor.record.sites.provider', ['已备案服务的接入商', 'provider of a service on record']],
  ['sponsor.record.sites.filed-on', ['已备案服务的备案日期', 'day a service on record was filed']],
  ['sponsor.record.sites.reachable', ['已备案服务可访问', 'a service on record opens']],
  ['sponsor.record.sites.footer', ['已备案服务已悬挂备案号', 'a service on record shows its number']],
  [
    'services.same-site-as',
    ['与第几个服务指向同一网站（从 0 数起）', 'shows the same site as which service (counted from 0)'],
  ],
  ['services.domains.holder.document.address', ['域名持有者证件地址', 'address on the domain holder’s document']],
  ['services.domains.holder.document.region', ['域名持有者证件地址所在区县（代码）', 'county of that address (code)']],
  ['services.domains.holder.document.valid-from', ['域名持有者证件有效期起', 'domain holder’s document valid from']],
  ['services.domains.holder.document.valid-to', ['域名持有者证件有效期止', 'domain holder’s document valid until']],
  ['services.access.ips.ip', ['公网 IP', 'public IP address']],
  ['services.access.ips.province', ['IP 所在省份', 'province of the address']],
  ['services.app.sdks', ['使用的 SDK', 'SDKs the app uses']],
  ['services.app.sdks.name', ['SDK 名称', 'name of the SDK']],
  ['services.app.sdks.provider', ['SDK 提供者', 'who provides the SDK']],
  ['materials.printed-from', ['打印所依据的填报内容摘要', 'digest of the answers it was printed from']],
  ['materials', ['材料', 'materials']],
  ['guessed', ['估计值，提交前须核实', 'answers that are guesses, to be verified']],
  ['confirmed', ['已自查的项', 'points that were checked']],
  ['confirmed.rule', ['已自查的规则', 'rule that was checked']],
  ['confirmed.of', ['自查的对象', 'what it was checked for']],
  ['confirmed.on', ['自查日期', 'day it was checked']],
])
