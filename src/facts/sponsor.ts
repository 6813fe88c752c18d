// What follows from the sponsor's answers: days the papers still run, where they belong, what changed since the record.
import { fold } from '../model/fold.ts'
import { daysBetween, isDay } from '../model/calendar.ts'
import { creditCodeClass, creditCodeProblem } from '../model/credit-code.ts'
import { filingNumberProblem, readFilingNumber } from '../model/filing-number.ts'
import { latest } from '../model/remember.ts'
import { documentProblem } from './document.ts'
import { top, type Fact, type Subject, type World } from './fact.ts'
import { recordOf, sponsorDiffersFromRecord } from './filing-type.ts'
import { longTermDays, termDays } from './person.ts'
import { cityOf, provinceOfCreditCode, provinceOfPlace } from './place.ts'
import { changesSinceRecord } from './sponsor-changes.ts'

const sponsorOf = ({ world }: Subject) => world.filing.sponsor

/** GB/T 2260 code of the address on the certificate: stated, else read from the address. */
const certificatePlace = latest(({ filing, tables }: World): string | undefined => {
  const document = filing.sponsor?.document
  return document?.region ?? (document?.address === undefined ? undefined : tables.placeOf(document.address))
})

/** The region is only asked for where the address does not tell it. */
const placeFields: Fact['fields'] = subject =>
  sponsorOf(subject)?.document?.address === undefined
    ? top('sponsor.document.address')(subject)
    : top('sponsor.document.address', 'sponsor.document.region')(subject)

/** Where the number says the document was first issued; it stays after a move. */
function issuedIn({ filing, tables }: World): string | undefined {
  const number = filing.sponsor?.document?.number
  return filing.sponsor?.kind === 'individual' ? provinceOfPlace(tables, number) : provinceOfCreditCode(tables, number)
}

/** A door number, written without blanks, or the remark that the address has none. */
const doorNumber =
  /\d[-－—]?[A-Za-z]?(号|室|栋|幢|楼|层|座|单元|弄|房|铺|组|院|队|户|档|[Ff]|#)|[一二三四五六七八九十百](号|栋|幢|楼|层|组|队|单元)/
const noFinerAddress = /已为最详细|最详细地址/

/** The county or city of the filing in front of the street: 南山区科技园…. */
function beginsWithRegion(address: string, { filing, tables }: World): boolean {
  const { region } = filing
  if (region === undefined) return false
  const written = address.trim()
  return [region, region.slice(0, 4)].some(code => {
    const name = tables.place(code) ?? ''
    return name.length >= 2 && written.startsWith(name)
  })
}

function allowedClasses(world: World): readonly string[] {
  const kind = world.filing.sponsor?.kind
  const classes = kind === undefined ? undefined : world.tables.code('sponsor-kinds', kind)?.['credit-code-classes']
  return classes === undefined ? [] : typeof classes === 'string' ? [classes] : classes
}

function numberFitsKind({ world }: Subject): boolean | undefined {
  const number = world.filing.sponsor?.document?.number
  const classes = allowedClasses(world)
  if (number === undefined || classes.length === 0 || creditCodeProblem(number) !== undefined) return undefined
  return classes.includes(creditCodeClass(number) ?? '')
}

function documentFitsKind({ world }: Subject): boolean | undefined {
  const { kind, document } = world.filing.sponsor ?? {}
  const allowed = kind === undefined ? undefined : world.tables.code('sponsor-kinds', kind)?.['documents']
  if (document?.type === undefined || allowed === undefined) return undefined
  return (typeof allowed === 'string' ? [allowed] : allowed).includes(document.type)
}

/** The provider the sponsor is filed with: as stated, else this filing's, else any, among those of its sites. */
function recordedProvider({ world }: Subject): string | undefined {
  const record = recordOf(world.filing)
  const ofSites = (record?.sites ?? []).flatMap(({ provider }) => provider ?? [])
  return record?.provider ?? ofSites.find(provider => provider === world.filing.provider) ?? ofSites[0]
}

/** A number moves with its sponsor, so its letter tells the province where the filer does not. */
function recordedProvince({ world: { filing, tables } }: Subject): string | undefined {
  const record = recordOf(filing)
  const letter = readFilingNumber(record?.number ?? '')?.letter
  return record?.province ?? tables.codes('provinces').find(province => province['letter'] === letter)?.id
}

const recordedProvinceFields: Fact['fields'] = subject =>
  top(recordOf(subject.world.filing)?.number === undefined ? 'sponsor.record.number' : 'sponsor.record.province')(
    subject,
  )

/** Type and number of the certificate, compared where both sides state them. */
function recordedDocumentAgrees({ filing }: World): boolean | undefined {
  const recorded = recordOf(filing)?.document
  const today = filing.sponsor?.document
  const pairs = [
    [recorded?.type, today?.type],
    [recorded?.number, today?.number],
  ]
  const differs = pairs.some(([then, now]) => then !== undefined && now !== undefined && fold(then) !== fold(now))
  return recorded === undefined ? undefined : !differs
}

const filing = (kind: Fact['kind'], fields: Fact['fields'], of: Fact['of']) =>
  ({ scope: 'filing', kind, fields, of }) as const

export const sponsorFacts = {
  'sponsor.record-is-stated': filing('yes-no', top('sponsor.record'), subject =>
    sponsorOf(subject)?.record === undefined ? undefined : true,
  ),
  'sponsor.record-is-none': {
    ...filing('yes-no', top('sponsor.record'), subject => (sponsorOf(subject)?.record === 'none' ? true : undefined)),
    unlessSaid: false,
  },
  'sponsor.filed': filing('yes-no', top('sponsor.record'), ({ world }) => recordOf(world.filing) !== undefined),
  'sponsor.document.days-left': filing('days', top('sponsor.document.valid-to'), ({ world }) => {
    const validTo = world.filing.sponsor?.document?.['valid-to']
    if (validTo === undefined) return undefined
    return isDay(validTo) ? daysBetween(world.day, validTo) : longTermDays
  }),
  'sponsor.document.term-days': filing('days', top('sponsor.document.valid-to'), ({ world }) => {
    const document = world.filing.sponsor?.document
    return termDays(document?.['valid-from'], document?.['valid-to'])
  }),
  'sponsor.document.problem': {
    ...filing('code', top('sponsor.document.number', 'sponsor.document.type'), ({ world }) =>
      documentProblem(world.tables, world.filing.sponsor?.document?.type, world.filing.sponsor?.document?.number),
    ),
    codes: 'number-problems',
  },
  'sponsor.document.fits-kind': filing('yes-no', top('sponsor.kind', 'sponsor.document.type'), documentFitsKind),
  'sponsor.document.number-fits-kind': filing('yes-no', top('sponsor.kind', 'sponsor.document.number'), numberFitsKind),
  'sponsor.document.province': {
    ...filing('code', placeFields, ({ world }) => provinceOfPlace(world.tables, certificatePlace(world))),
    codes: 'provinces',
  },
  'sponsor.document.city': filing('text', placeFields, ({ world }) => {
    const city = cityOf(certificatePlace(world))
    return city && world.tables.place(city)
  }),
  'sponsor.document.issued-in': {
    ...filing('code', top('sponsor.document.number'), ({ world }) => issuedIn(world)),
    codes: 'provinces',
  },
  'sponsor.contact-address.repeats-region': filing('yes-no', top('sponsor.contact-address'), ({ world }) => {
    const address = world.filing.sponsor?.['contact-address']
    return address === undefined
      ? undefined
      : world.tables.placeOf(address) !== undefined || beginsWithRegion(address, world)
  }),
  'sponsor.contact-address.has-door-number': filing('yes-no', top('sponsor.contact-address'), subject => {
    const address = sponsorOf(subject)?.['contact-address']
    if (address === undefined) return undefined
    return (
      doorNumber.test(address.normalize('NFKC').replaceAll(/\s+/g, '')) ||
      noFinerAddress.test(sponsorOf(subject)?.remark ?? '')
    )
  }),
  'sponsor.record.number-problem': {
    ...filing('code', top('sponsor.record.number'), ({ world }) => {
      const number = recordOf(world.filing)?.number
      return number === undefined ? undefined : (filingNumberProblem(number) ?? 'none')
    }),
    codes: 'filing-number-problems',
  },
  'sponsor.differs-from-record': filing('yes-no', top('sponsor.record'), ({ world }) =>
    sponsorDiffersFromRecord(world.filing),
  ),
  'sponsor.is-renamed': filing('yes-no', top('sponsor.record.name'), ({ world }) => {
    const then = recordOf(world.filing)?.name
    const now = world.filing.sponsor?.name
    return then === undefined || now === undefined ? undefined : then !== now
  }),
  'sponsor.record.provider': {
    ...filing('code', top('sponsor.record.provider'), recordedProvider),
    codes: 'providers',
  },
  'sponsor.record.province': { ...filing('code', recordedProvinceFields, recordedProvince), codes: 'provinces' },
  'sponsor.record.document-agrees': {
    ...filing('yes-no', top('sponsor.record.document.number'), ({ world }) => recordedDocumentAgrees(world)),
    unlessSaid: true,
  },
  'sponsor.is-shell': filing('yes-no', top('sponsor.record.shell'), subject => {
    const record = sponsorOf(subject)?.record
    if (record === 'none') return false
    const services = record?.services ?? record?.sites?.length
    return record?.shell ?? (services === undefined ? undefined : services === 0)
  }),
  'sponsor.changes': {
    ...filing('list', top('sponsor.record'), ({ world }) => changesSinceRecord(world.filing)),
    codes: 'sponsor-changes',
  },
  /** numbers beside the one of the record; none unless the filer tells of them */
  'sponsor.record.other-numbers': filing(
    'list',
    top('sponsor.record.other-numbers'),
    ({ world }) => recordOf(world.filing)?.['other-numbers'] ?? [],
  ),
  'sponsor.record.services': filing('number', top('sponsor.record.services'), ({ world }) => {
    const record = recordOf(world.filing)
    return record ? (record.services ?? record.sites?.length) : 0
  }),
} as const satisfies Record<string, Fact>
