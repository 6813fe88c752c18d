// The order in which open answers are asked, by the seven steps. Whether one is asked is decided by the rules alone.
import type { Step } from '../rules/sheet.ts'

type Group = { readonly step: Step; readonly fields: readonly string[] }

const person = (prefix: string) =>
  [
    'name',
    'document.type',
    'document.number',
    'document.valid-from',
    'document.valid-to',
    'document.address',
    'born',
    'mobile',
    'mobile-province',
    'emergency-phone',
    'emergency-province',
    'emergency-contact.name',
    'emergency-contact.relation',
    'emergency-contact.post',
    'office-phone',
    'email',
    'student',
    'role',
    'post',
    'used-elsewhere.mobile',
    'used-elsewhere.document',
  ].map(field => `${prefix}.${field}`)

export const groups: readonly Group[] = [
  {
    step: 'type',
    fields: [
      'filing.province',
      'filing.provider',
      'sponsor.kind',
      'sponsor.has-trade-name',
      'sponsor.name',
      'sponsor.document.type',
      'sponsor.document.number',
      'sponsor.document.valid-from',
      'sponsor.document.valid-to',
      'sponsor.document.address',
      'sponsor.document.region',
      'filing.region',
      'filing.account.site',
      'filing.account.sponsor-in-other-account',
      'sponsor.record-is-stated',
      'sponsor.record.number',
      'sponsor.record.provider',
      'sponsor.record.province',
      'sponsor.record.name',
      'sponsor.record.document.type',
      'sponsor.record.document.number',
      'sponsor.record.principal.mobile',
      'sponsor.record.services',
      'sponsor.record.shell',
      'sponsor.record.sites-reachable',
      'sponsor.record.footer-shown',
      'sponsor.order-elsewhere',
      'service.kind',
      'domain.name',
      'service.record-is-stated',
      'service.record.number',
      'service.record.name',
      'service.record.provider',
    ],
  },
  {
    step: 'product',
    fields: [
      'access.product',
      'access.resource',
      'access.code',
      'access.region',
      'access.billing',
      'access.months',
      'access.expires',
      'access.ips',
      'access.state',
      'access.codes-used',
    ],
  },
  {
    step: 'information',
    fields: [
      'sponsor.contact-address',
      'sponsor.registry-status',
      'sponsor.business-scope',
      'sponsor.superior',
      'sponsor.has-seal',
      ...person('principal').slice(0, 1),
      'principal.is-legal-representative',
      ...person('principal').slice(1),
      ...person('legal-representative'),
      'service.name',
      'service.app.store-name',
      'service.content',
      'service.languages',
      'service.pre-approvals',
      'approval.number',
      'approval.valid-to',
      'service.interactive',
      'service.home-url',
      'service.remark',
      'service.used-for',
      'service.lead-is-given',
      ...person('lead'),
      'domain.registrar',
      'domain.holder.name',
      'domain.holder.relation',
      'domain.holder.document.type',
      'domain.holder.document.number',
      'domain.real-name.verified',
      'domain.real-name.on',
      'domain.expires',
      'domain.open',
      'service.app.icon',
      'service.app.is-sdk',
      'service.app.platforms',
      'platform.os',
      'platform.name',
      'platform.package',
      'platform.certificate-md5',
      'platform.certificate-sha1',
      'platform.public-key',
      'sponsor.remark',
    ],
  },
]

const positions = new Map(groups.flatMap(group => group.fields).map((field, index) => [field, index]))
const stepByField = new Map(groups.flatMap(group => group.fields.map(field => [field, group.step] as const)))

/** Fields nobody gave a place are asked last. */
export function positionOf(fact: string): number {
  return positions.get(fact) ?? positions.size
}

export function stepOfQuestion(fact: string): Step | undefined {
  return stepByField.get(fact)
}
