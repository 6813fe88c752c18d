// What a paper reads, beside what the filing states for whoever it belongs to. Nothing here is ever asked.
import type { FilingMaterial, Path } from '../model/filing.ts'
import { read, toValue, within, type Fact, type Subject, type World } from './fact.ts'
import { legalRepresentativeOf, personNamed, type Person } from './people.ts'

const readable = ['name', 'number', 'address', 'valid-to', 'legal-representative'] as const
type Reading = (typeof readable)[number]

/** Where the filing states what the paper reads; undefined for what the paper does not show. */
type Places = Partial<Record<Reading, Path>>

const sponsorPapers: readonly string[] = ['business-licence', 'sponsor-certificate']
const domainPapers: readonly string[] = ['domain-certificate', 'domain-real-name-screenshot']
const personPapers: readonly string[] = [
  'id-card-front',
  'id-card-back',
  'passport',
  'travel-permit',
  'residence-permit',
]

function placesFor(world: World, material: FilingMaterial): Places {
  if (sponsorPapers.includes(material.is)) return onSponsorPaper(world)
  if (domainPapers.includes(material.is)) return onDomainPaper(world, material.of)
  const person = personPapers.includes(material.is) ? personNamed(world.filing, material.of ?? 'principal') : undefined
  return person ? onPersonPaper(person, material.is) : {}
}

function onSponsorPaper({ filing }: World): Places {
  const legal = legalRepresentativeOf(filing)?.pathOf('name')
  const document = ['sponsor', 'document']
  return {
    name: ['sponsor', 'name'],
    number: [...document, 'number'],
    address: [...document, 'address'],
    'valid-to': [...document, 'valid-to'],
    ...(legal ? { 'legal-representative': legal } : {}),
  }
}

/** A residence permit that only proves where somebody lives shares the name with their document, not the rest. */
function onPersonPaper(person: Person, is: string): Places {
  const name = person.pathOf('name')
  const type = person.read('document.type')
  const isDocument = is !== 'residence-permit' || (typeof type === 'string' && /residence/.test(type))
  if (!isDocument) return { name }
  return {
    name,
    number: person.pathOf('document.number'),
    address: person.pathOf('document.address'),
    'valid-to': person.pathOf('document.valid-to'),
  }
}

function onDomainPaper({ filing }: World, of: string | undefined): Places {
  const domains = (filing.services ?? []).flatMap((service, at) =>
    (service.domains ?? []).map((domain, index) => ({ name: domain.name, path: ['services', at, 'domains', index] })),
  )
  const meant = domains.filter(({ name, path }) => of === undefined || of === path.join('.') || of === name)
  const path = meant.length === 1 ? meant[0]?.path : undefined
  if (!path) return {}
  const holder = [...path, 'holder']
  return { name: [...holder, 'name'], number: [...holder, 'document', 'number'], 'valid-to': [...path, 'expires'] }
}

function placeOf(subject: Subject, reading: Reading): Path | undefined {
  const material = within(subject, 'material')?.material
  return material && placesFor(subject.world, material)[reading]
}

function stated(reading: Reading): Fact {
  return {
    scope: 'material',
    kind: 'text',
    ...(reading === 'number' || reading === 'address' ? { personal: true } : {}),
    fields: subject => {
      const path = placeOf(subject, reading)
      return path && read(subject.world.filing, path) !== undefined ? [path] : []
    },
    of: subject => {
      const path = placeOf(subject, reading)
      return path && toValue(read(subject.world.filing, path))
    },
  }
}

export const transcriptFacts = {
  /** what stands both on the paper and in the filing, and so can be compared */
  'material.compares': {
    scope: 'material',
    kind: 'list',
    fields: () => [],
    of: subject => {
      const reads = within(subject, 'material')?.material?.reads
      return readable.filter(reading => {
        const path = placeOf(subject, reading)
        return reads?.[reading] !== undefined && path && read(subject.world.filing, path) !== undefined
      })
    },
  },
  'material.stated.name': stated('name'),
  'material.stated.number': stated('number'),
  'material.stated.address': stated('address'),
  'material.stated.valid-to': stated('valid-to'),
  'material.stated.legal-representative': stated('legal-representative'),
} as const satisfies Record<string, Fact>
