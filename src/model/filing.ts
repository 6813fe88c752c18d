// The filing: what the filer told us, saved as icp.yaml. Names are those of the facts; nothing is assumed.
import { z } from 'zod'
import { code, count, day, dayOrLongTerm, text, yesNo } from './field.ts'

const document = z.strictObject({
  type: code('document-types').optional(),
  number: text.optional(),
  address: text.optional(),
  region: text.optional(),
  'valid-from': day.optional(),
  'valid-to': dayOrLongTerm.optional(),
})

const personFields = {
  name: text.optional(),
  document: document.optional(),
  mobile: text.optional(),
  'mobile-province': code('provinces').optional(),
  'emergency-phone': text.optional(),
  'emergency-province': code('provinces').optional(),
  'emergency-contact': z
    .strictObject({ name: text.optional(), relation: text.optional(), post: text.optional() })
    .optional(),
  'office-phone': text.optional(),
  email: text.optional(),
  student: yesNo.optional(),
  born: day.optional(),
  sex: text.optional(),
  role: text.optional(),
  post: text.optional(),
  'is-legal-representative': yesNo.optional(),
  'used-elsewhere': z.strictObject({ mobile: yesNo.optional(), document: yesNo.optional() }).optional(),
}

const sameAs = (...whom: [string, ...string[]]) => z.enum(whom).optional()

const principal = z.strictObject({ 'same-as': sameAs('sponsor'), ...personFields })
const legalRepresentative = z.strictObject(personFields)
const lead = z.strictObject({ 'same-as': sameAs('principal', 'legal-representative', 'sponsor'), ...personFields })

const recordedSite = z.strictObject({
  number: text.optional(),
  name: text.optional(),
  domain: text.optional(),
  provider: code('providers').optional(),
  'filed-on': day.optional(),
  reachable: yesNo.optional(),
  footer: yesNo.optional(),
})

const sponsorRecord = z.strictObject({
  number: text.optional(),
  provider: code('providers').optional(),
  province: code('provinces').optional(),
  services: count.optional(),
  websites: count.optional(),
  apps: count.optional(),
  domains: count.optional(),
  prefixes: count.optional(),
  shell: yesNo.optional(),
  'sites-reachable': yesNo.optional(),
  'footer-shown': yesNo.optional(),
  kind: code('sponsor-kinds').optional(),
  name: text.optional(),
  document: document.optional(),
  'contact-address': text.optional(),
  principal: legalRepresentative.optional(),
  'legal-representative': legalRepresentative.optional(),
  'filed-on': day.optional(),
  'other-numbers': z.array(text).optional(),
  sites: z.array(recordedSite).optional(),
})

/** `none` says outright that MIIT has nothing; leaving the key out says that nobody has looked yet. */
const none = z.literal('none')

const sponsor = z.strictObject({
  kind: code('sponsor-kinds').optional(),
  name: text.optional(),
  document: document.optional(),
  'contact-address': text.optional(),
  'business-scope': text.optional(),
  'registry-status': code('registry-statuses').optional(),
  remark: text.optional(),
  superior: text.optional(),
  'foreign-invested': yesNo.optional(),
  'has-seal': yesNo.optional(),
  'has-trade-name': yesNo.optional(),
  record: z.union([none, sponsorRecord]).optional(),
  'order-elsewhere': yesNo.optional(),
})

const domain = z.strictObject({
  name: text.optional(),
  registrar: text.optional(),
  holder: z
    .strictObject({
      name: text.optional(),
      document: document.optional(),
      relation: code('holder-relations').optional(),
      country: text.optional(),
    })
    .optional(),
  'real-name': z.strictObject({ verified: yesNo.optional(), on: day.optional() }).optional(),
  expires: day.optional(),
  open: yesNo.optional(),
  privacy: yesNo.optional(),
  'resolves-to': z.array(text).optional(),
  'filed-under': text.optional(),
})

const address = z.union([text, z.strictObject({ ip: text, province: code('provinces').optional() })])

const access = z.strictObject({
  product: text.optional(),
  resource: text.optional(),
  region: text.optional(),
  billing: code('billing').optional(),
  state: code('access-states').optional(),
  months: count.optional(),
  expires: day.optional(),
  ips: z.array(address).optional(),
  code: text.optional(),
  'codes-used': count.optional(),
})

const preApproval = z.strictObject({
  type: code('pre-approvals').optional(),
  number: text.optional(),
  'valid-to': dayOrLongTerm.optional(),
})

const platform = z.strictObject({
  os: code('app-platforms').optional(),
  name: text.optional(),
  package: text.optional(),
  'certificate-md5': text.optional(),
  'certificate-sha1': text.optional(),
  'certificate-is': text.optional(),
  'hash-of': text.optional(),
  'public-key': text.optional(),
})

const app = z.strictObject({
  icon: text.optional(),
  'store-name': text.optional(),
  sdks: z.array(z.strictObject({ name: text.optional(), provider: text.optional() })).optional(),
  'is-sdk': yesNo.optional(),
  platforms: z.array(platform).optional(),
})

const serviceRecord = z.strictObject({
  number: text.optional(),
  name: text.optional(),
  provider: z.union([code('providers'), z.array(code('providers'))]).optional(),
  'filed-on': day.optional(),
})

const service = z.strictObject({
  kind: code('service-kinds').optional(),
  name: text.optional(),
  'home-url': z.union([text, z.array(text)]).optional(),
  content: z.array(code('service-content')).optional(),
  languages: z.array(code('languages')).optional(),
  'pre-approvals': z.array(preApproval).optional(),
  interactive: yesNo.optional(),
  remark: text.optional(),
  'used-for': code('service-uses').optional(),
  'same-site-as': count.optional(),
  'page-title': text.optional(),
  footer: z.strictObject({ text: text.optional(), link: text.optional() }).optional(),
  record: z.union([none, serviceRecord]).optional(),
  lead: lead.optional(),
  domains: z.array(domain).optional(),
  access: z.union([access, z.array(access)]).optional(),
  app: app.optional(),
})

const material = z.strictObject({
  is: code('materials'),
  of: text.optional(),
  file: text.optional(),
  signed: yesNo.optional(),
  sealed: yesNo.optional(),
  handwritten: yesNo.optional(),
  fingerprint: yesNo.optional(),
  electronic: yesNo.optional(),
  'signed-by': text.optional(),
  'signed-on': day.optional(),
  'valid-to': dayOrLongTerm.optional(),
  'taken-on': day.optional(),
  number: text.optional(),
  address: text.optional(),
  'template-of': code('provinces').optional(),
  'template-for': text.optional(),
  'photo-of': text.optional(),
  watermark: text.optional(),
  'printed-from': text.optional(),
  reads: z
    .strictObject({
      name: text.optional(),
      number: text.optional(),
      address: text.optional(),
      'valid-to': dayOrLongTerm.optional(),
      'business-scope': text.optional(),
      'legal-representative': text.optional(),
    })
    .optional(),
})

/** What has happened since the filing was handed in, each on its day (src/model/progress.ts says what comes after what). */
const progress = z.strictObject({
  submitted: day.optional(),
  returned: day.optional(),
  'provider-reviewed': day.optional(),
  'sms-sent': day.optional(),
  'sms-verified': day.optional(),
  forwarded: day.optional(),
  approved: day.optional(),
  numbers: z.array(text).optional(),
  opened: day.optional(),
  footer: day.optional(),
  'public-security': day.optional(),
  'public-security-number': text.optional(),
  'public-security-shown': day.optional(),
})

/** One `icp.yaml`, format version 1. */
export const filingSchema = z.strictObject({
  icp: z.literal('1'),
  provider: code('providers').optional(),
  province: code('provinces').optional(),
  region: text.optional(),
  purpose: code('filing-purposes').optional(),
  expects: code('filing-types').optional(),
  guessed: z.array(text).optional(),
  account: z
    .strictObject({ site: code('account-sites').optional(), 'sponsor-in-other-account': yesNo.optional() })
    .optional(),
  plan: z.strictObject({ 'submit-on': day.optional() }).optional(),
  sponsor: sponsor.optional(),
  principal: principal.optional(),
  'legal-representative': legalRepresentative.optional(),
  services: z.array(service).optional(),
  materials: z.array(material).optional(),
  confirmed: z.array(z.strictObject({ rule: text, of: text.optional(), on: day })).optional(),
  progress: progress.optional(),
})

export type Filing = z.infer<typeof filingSchema>
export type Service = z.infer<typeof service>
export type Domain = z.infer<typeof domain>
export type Access = z.infer<typeof access>
export type Platform = z.infer<typeof platform>
export type PreApproval = z.infer<typeof preApproval>
export type FilingMaterial = z.infer<typeof material>
export type Progress = z.infer<typeof progress>

/** Where a value stands in the filing: keys and list indices from the top. */
export type Path = readonly (string | number)[]
