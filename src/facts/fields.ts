// The filing's own fields as facts: a name, its kind, and the place in the record it is read from.
import { familyOf, type Family } from './family.ts'
import { here, read, top, toValue, within, type Fact, type Kind, type Scope } from './fact.ts'

type FieldFact = {
  readonly kind: Kind
  readonly codes?: string
  readonly personal?: true
  readonly unlessSaid?: string | boolean
}

const text = { kind: 'text' } as const
const yesNo = { kind: 'yes-no' } as const
const day = { kind: 'day' } as const
const number = { kind: 'number' } as const
const list = { kind: 'list' } as const
const personal = { kind: 'text', personal: true } as const
const code = <T extends string>(codes: T) => ({ kind: 'code', codes }) as const

const filingFields = {
  purpose: { ...code('filing-purposes'), unlessSaid: 'file' },
  provider: code('providers'),
  province: code('provinces'),
  region: text,
  expects: code('filing-types'),
  'plan.submit-on': day,
  'account.site': code('account-sites'),
  'account.sponsor-in-other-account': yesNo,
} as const

const sponsorFields = {
  kind: code('sponsor-kinds'),
  name: text,
  'document.type': code('document-types'),
  'document.number': personal,
  'document.address': personal,
  'document.region': text,
  'document.valid-from': day,
  'document.valid-to': text,
  'contact-address': personal,
  'business-scope': text,
  'registry-status': code('registry-statuses'),
  remark: text,
  superior: text,
  'foreign-invested': { ...yesNo, unlessSaid: false },
  'has-seal': { ...yesNo, unlessSaid: true },
  'has-trade-name': yesNo,
  'order-elsewhere': yesNo,
  'record.number': text,
  'record.provider': code('providers'),
  'record.province': code('provinces'),
  'record.shell': yesNo,
  'record.sites-reachable': yesNo,
  'record.footer-shown': yesNo,
  'record.kind': code('sponsor-kinds'),
  'record.name': text,
  'record.document.type': code('document-types'),
  'record.document.number': personal,
  'record.contact-address': personal,
  'record.filed-on': day,
  'record.principal.name': text,
  'record.principal.mobile': personal,
  'record.principal.document.number': personal,
  'record.legal-representative.name': text,
  'record.legal-representative.document.number': personal,
} as const

const serviceFields = {
  kind: code('service-kinds'),
  name: text,
  content: { kind: 'list', codes: 'service-content' },
  languages: { kind: 'list', codes: 'languages' },
  interactive: yesNo,
  remark: text,
  'page-title': text,
  'used-for': { ...code('service-uses'), unlessSaid: 'site' },
  'footer.text': text,
  'footer.link': text,
  'record.number': text,
  'record.name': text,
  'record.filed-on': day,
  'app.icon': text,
  'app.store-name': text,
  'app.is-sdk': yesNo,
} as const

const domainFields = {
  name: text,
  registrar: text,
  'holder.name': text,
  'holder.document.type': code('document-types'),
  'holder.document.number': personal,
  'holder.country': text,
  'real-name.verified': yesNo,
  'real-name.on': day,
  expires: day,
  open: yesNo,
  privacy: { ...yesNo, unlessSaid: false },
  'resolves-to': list,
  'filed-under': text,
} as const

const accessFields = {
  product: text,
  resource: text,
  region: text,
  billing: code('billing'),
  state: { ...code('access-states'), unlessSaid: 'running' },
  months: number,
  expires: day,
  code: text,
  'codes-used': number,
} as const

const platformFields = {
  os: code('app-platforms'),
  name: text,
  package: text,
  'certificate-md5': text,
  'certificate-sha1': text,
  'certificate-is': { ...code('certificate-builds'), unlessSaid: 'release' },
  'hash-of': { ...code('hash-subjects'), unlessSaid: 'certificate' },
  'public-key': text,
} as const

const approvalFields = { type: code('pre-approvals'), number: text, 'valid-to': text } as const

const materialFields = {
  is: code('materials'),
  of: text,
  file: text,
  signed: yesNo,
  sealed: yesNo,
  handwritten: yesNo,
  fingerprint: yesNo,
  electronic: { ...yesNo, unlessSaid: false },
  'signed-by': text,
  'signed-on': day,
  'valid-to': text,
  'taken-on': day,
  number: personal,
  address: personal,
  'template-of': code('provinces'),
  'template-for': text,
  'photo-of': { ...code('photo-subjects'), unlessSaid: 'original' },
  watermark: text,
  'reads.name': text,
  'reads.number': personal,
  'reads.address': personal,
  'reads.valid-to': text,
  'reads.business-scope': text,
  'reads.legal-representative': text,
} as const

type Reading = Pick<Fact, 'scope' | 'of' | 'fields'>

/** A fact for every field, read below the record of their scope. */
function named<Prefix extends string, Field extends string>(
  prefix: Prefix,
  fields: Readonly<Record<Field, FieldFact>>,
  reading: (keys: string[]) => Reading,
): Family<Prefix, Field> {
  return familyOf(prefix, fields, (kind, field) => ({ ...kind, ...reading(field.split('.')) }))
}

const fromTop =
  (...record: string[]) =>
  (keys: string[]): Reading => {
    const path = [...record, ...keys]
    return { scope: 'filing', of: ({ world }) => toValue(read(world.filing, path)), fields: top(path.join('.')) }
  }

const fromRecord =
  (scope: Exclude<Scope, 'filing' | 'person' | 'shared' | 'scan'>) =>
  (keys: string[]): Reading => ({
    scope,
    of: subject => toValue(read(within(subject, scope)?.[scope], keys)),
    fields: here(keys.join('.')),
  })

/** Every field of the filing a rule may name, but for those of people. */
export const fieldFacts = [
  named('filing', filingFields, fromTop()),
  named('sponsor', sponsorFields, fromTop('sponsor')),
  named('service', serviceFields, fromRecord('service')),
  named('domain', domainFields, fromRecord('domain')),
  named('access', accessFields, fromRecord('access')),
  named('platform', platformFields, fromRecord('platform')),
  named('approval', approvalFields, fromRecord('approval')),
  named('material', materialFields, fromRecord('material')),
] as const
