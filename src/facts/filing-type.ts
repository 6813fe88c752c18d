// The filing type, as the providers' type check derives it: one decision table over what MIIT already has.
import { isSameText } from '../model/fold.ts'
import { readFilingNumber, sponsorPart } from '../model/filing-number.ts'
import type { Filing, Service } from '../model/filing.ts'

export type FilingType =
  | 'first'
  | 'add-service-here'
  | 'add-service-elsewhere'
  | 'add-access'
  | 'change-sponsor'
  | 'change-service'
  | 'cancel-service'
  | 'cancel-sponsor'
  | 'cancel-access'
  | 'nothing-to-file'

/** What stands in the way of the derived type. */
export type FilingConflict = 'none' | 'other-sponsor' | 'shell' | 'other-province'

type Known = {
  readonly purpose: 'file' | 'change' | 'cancel'
  /** the sponsor's papers have a live MIIT number */
  readonly sponsorFiled: boolean
  /** that number has a service with this provider */
  readonly filedHere: boolean
  /** the number exists, all its services are gone, and the province does not let such a sponsor add one */
  readonly shell: boolean
  readonly serviceGiven: boolean
  readonly serviceFiled: boolean
  /** the service's number belongs to this sponsor */
  readonly ownService: boolean
  /** this provider is among those that give the service access */
  readonly accessedHere: boolean
  readonly accessedElsewhere: boolean
  readonly sponsorChanged: boolean
}

type Row = { readonly when: Partial<Known>; readonly type: FilingType; readonly conflict?: FilingConflict }

/** The first row whose conditions all hold decides; the locales give the reason of every type and conflict. */
export const decisionTable: readonly Row[] = [
  { when: { purpose: 'cancel', serviceGiven: false }, type: 'cancel-sponsor' },
  { when: { purpose: 'cancel', accessedElsewhere: true }, type: 'cancel-access' },
  { when: { purpose: 'cancel' }, type: 'cancel-service' },
  { when: { purpose: 'change', sponsorChanged: true }, type: 'change-sponsor' },
  { when: { purpose: 'change' }, type: 'change-service' },
  { when: { sponsorFiled: false, serviceFiled: true }, type: 'first', conflict: 'other-sponsor' },
  { when: { sponsorFiled: false }, type: 'first' },
  { when: { shell: true }, type: 'first', conflict: 'shell' },
  {
    when: { serviceFiled: true, ownService: false, filedHere: true },
    type: 'add-service-here',
    conflict: 'other-sponsor',
  },
  { when: { serviceFiled: true, ownService: false }, type: 'add-service-elsewhere', conflict: 'other-sponsor' },
  { when: { serviceFiled: true, accessedHere: true }, type: 'nothing-to-file' },
  { when: { serviceFiled: true }, type: 'add-access' },
  { when: { filedHere: true }, type: 'add-service-here' },
  { when: {}, type: 'add-service-elsewhere' },
]

export type Derived = { readonly type: FilingType; readonly conflict: FilingConflict }

const purposes = new Set(['change', 'cancel'])

/** The type of one service's filing; without a service, of the sponsor's. */
export function deriveFilingType(
  filing: Filing,
  service: Service | undefined,
  shellMayAdd: (province: string) => boolean,
): Derived {
  const { type, conflict } = decidingRow(filing, service, shellMayAdd)
  return { type, conflict: conflict ?? (movesProvince(filing) ? 'other-province' : 'none') }
}

type Condition = readonly [keyof Known, unknown]

const isKnown = (key: string): key is keyof Known => key !== ''

const rows = decisionTable.map(row => ({
  row,
  conditions: Object.entries(row.when).flatMap(([key, value]): Condition[] => (isKnown(key) ? [[key, value]] : [])),
}))

/** The row of the decision table that this service's filing falls under. */
export function decidingRow(
  filing: Filing,
  service: Service | undefined,
  shellMayAdd: (province: string) => boolean,
): Row {
  const known = knownAbout(filing, service, shellMayAdd)
  const row = rows.find(({ conditions }) => conditions.every(([key, value]) => known[key] === value))?.row
  if (!row) throw new Error('the last row of the decision table has no conditions')
  return row
}

function knownAbout(filing: Filing, service: Service | undefined, shellMayAdd: (province: string) => boolean): Known {
  const record = recordOf(filing)
  const purpose = filing.purpose
  const providers = providersOf(service)
  const here = filing.provider
  return {
    purpose: purpose === 'change' || purpose === 'cancel' ? purpose : 'file',
    sponsorFiled: record !== undefined,
    filedHere:
      here !== undefined && (record?.provider === here || (record?.sites ?? []).some(site => site.provider === here)),
    shell: isShell(record) && !shellMayAdd(filing.province ?? ''),
    serviceGiven: service !== undefined,
    serviceFiled: serviceIsFiled(service),
    ownService: isOwn(filing, service),
    accessedHere: here !== undefined && providers.includes(here),
    accessedElsewhere: providers.includes(here ?? '') && providers.length > 1,
    sponsorChanged: sponsorDiffersFromRecord(filing),
  }
}

type SponsorRecord = Exclude<NonNullable<NonNullable<Filing['sponsor']>['record']>, 'none'>

/** What MIIT has about the sponsor, when it has something. */
export function recordOf(filing: Filing): SponsorRecord | undefined {
  const record = filing.sponsor?.record
  return record === 'none' ? undefined : record
}

function isShell(record: SponsorRecord | undefined): boolean {
  return record !== undefined && (record.shell ?? (record.services ?? record.sites?.length) === 0)
}

/** A record of its own, or a domain that MIIT has under somebody, whatever the filer says of the service. */
function serviceIsFiled(service: Service | undefined): boolean {
  if (!service) return false
  if (service.record !== undefined && service.record !== 'none') return true
  return (service.domains ?? []).some(domain => domain['filed-under'] !== undefined)
}

function providersOf(service: Service | undefined): readonly string[] {
  const record = service?.record
  const provider = record === 'none' ? undefined : record?.provider
  return provider === undefined ? [] : Array.isArray(provider) ? provider : [provider]
}

/** A number of this sponsor, and no domain that stands under somebody else. */
function isOwn(filing: Filing, service: Service | undefined): boolean {
  const sponsorName = filing.sponsor?.name
  const elsewhere = (service?.domains ?? []).some(
    domain => domain['filed-under'] !== undefined && domain['filed-under'] !== sponsorName,
  )
  if (elsewhere) return false
  const own = recordOf(filing)?.number
  const number = service?.record === 'none' ? undefined : service?.record?.number
  if (own === undefined || number === undefined) return true
  const ours = readFilingNumber(own)
  const theirs = readFilingNumber(number)
  return !ours || !theirs || sponsorPart(own) === sponsorPart(number)
}

function movesProvince(filing: Filing): boolean {
  const recorded = recordOf(filing)?.province
  return (
    recorded !== undefined &&
    filing.province !== undefined &&
    recorded !== filing.province &&
    !purposes.has(filing.purpose ?? '')
  )
}

/** Does today's sponsor or principal differ from what MIIT has? Only what both sides state is compared, as a reviewer would. */
export function sponsorDiffersFromRecord(filing: Filing): boolean {
  const record = recordOf(filing)
  if (record === undefined) return false
  const sponsor = filing.sponsor
  const pairs = [
    [record.kind, sponsor?.kind],
    [record.name, sponsor?.name],
    [record.document?.type, sponsor?.document?.type],
    [record.document?.number, sponsor?.document?.number],
    [record['contact-address'], sponsor?.['contact-address']],
    [record.principal?.name, filing.principal?.name],
    [record.principal?.document?.number, filing.principal?.document?.number],
    [record.principal?.mobile, filing.principal?.mobile],
    [record['legal-representative']?.name, filing['legal-representative']?.name],
  ]
  return pairs.some(([then, now]) => then !== undefined && now !== undefined && !isSameText(then, now))
}
