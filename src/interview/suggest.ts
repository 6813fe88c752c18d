// What most people would answer: offered, never assumed.
import { read, toValue } from '../facts/fact.ts'
import { factAt } from '../facts/fact-at.ts'
import type { Path } from '../model/filing.ts'
import type { Answer, Known } from './spec.ts'

type Suggest = (known: Known, field: Path) => Answer | undefined

const serviceAt = ({ filing }: Known, field: Path) =>
  typeof field[1] === 'number' ? filing.services?.[field[1]] : undefined

const sponsorsOwnName = ({ filing }: Known) => (filing.sponsor?.kind === 'individual' ? filing.sponsor.name : undefined)

/** What follows the county: the form has province, city and county in boxes of their own. */
function withoutRegion(address: string | undefined, tables: Known['tables']): string | undefined {
  const code = address === undefined ? undefined : tables.placeOf(address)
  const county = code === undefined ? undefined : tables.place(code)
  const at = county === undefined ? undefined : address?.indexOf(county)
  return at === undefined || at < 0 ? undefined : address?.slice(at + (county?.length ?? 0)) || undefined
}

const suggestions: Readonly<Record<string, Suggest>> = {
  'filing.region': ({ filing, tables }) => {
    const address = filing.sponsor?.document?.address
    return filing.sponsor?.document?.region ?? (address === undefined ? undefined : tables.placeOf(address))
  },
  'sponsor.contact-address': ({ filing, tables }) => withoutRegion(filing.sponsor?.document?.address, tables),
  'principal.name': sponsorsOwnName,
  'principal.mobile-province': ({ filing }) => filing.province,
  'lead.mobile-province': ({ filing }) => filing.province,
  'principal.emergency-province': ({ filing }) => filing.province,
  'lead.emergency-province': ({ filing }) => filing.province,
  'filing.account.sponsor-in-other-account': () => false,
  'sponsor.order-elsewhere': () => false,
  'sponsor.record.shell': () => false,
  'service.app.is-sdk': () => false,
  'domain.open': () => false,
  'sponsor.record.province': ({ filing }) => filing.province,
  'sponsor.record.name': ({ filing }) => filing.sponsor?.name,
  'sponsor.record.document.type': ({ filing }) => filing.sponsor?.document?.type,
  'sponsor.record.document.number': ({ filing }) => filing.sponsor?.document?.number,
  'domain.holder.name': ({ filing }) => filing.sponsor?.name,
  'domain.holder.document.type': ({ filing }) => filing.sponsor?.document?.type,
  'domain.holder.document.number': ({ filing }) => filing.sponsor?.document?.number,
  'service.home-url': (known, field) => {
    const domain = serviceAt(known, field)?.domains?.[0]?.name
    return domain === undefined ? undefined : `www.${domain}`
  },
  'service.record.name': (known, field) => serviceAt(known, field)?.name,
  'service.app.store-name': (known, field) => serviceAt(known, field)?.name,
  'platform.name': (known, field) => serviceAt(known, field)?.name,
  'material.template-of': ({ filing }) => filing.province,
  'material.signed-by': known => known.filing.principal?.name ?? sponsorsOwnName(known),
}

/** A second service mostly runs on the server of the first. */
const sameServer: Suggest = ({ filing }, field) => {
  const [list, service, record, ...rest] = field
  if (list !== 'services' || record !== 'access' || typeof service !== 'number' || service === 0) return undefined
  const before = toValue(read(filing, [list, service - 1, record, ...rest]))
  return typeof before === 'object' ? [...before] : before
}

export function suggestionFor(field: Path, known: Known): Answer | undefined {
  return (suggestions[factAt(field)] ?? sameServer)(known, field)
}
