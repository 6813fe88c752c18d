// The names a subject goes by in `materials[].of`, and which written materials belong to it.
import { within, type Subject } from '../facts/fact.ts'
import type { FilingMaterial } from '../model/filing.ts'

/** Every name for the subject; the first is the one the tool writes. */
export function namesOf(subject: Subject): readonly string[] {
  const path = subject.path.join('.')
  switch (subject.scope) {
    case 'filing':
      return ['sponsor']
    case 'person':
      return subject.person?.names ?? []
    case 'domain':
      return [subject.domain?.name ?? path, path]
    case 'approval':
      return [subject.approval?.type ?? path, path]
    case 'material':
      return [subject.material?.of ?? path, path]
    default:
      return [path]
  }
}

/** The lead's papers are the principal's where both are one person, told by the same document number. */
function sameDocument(subject: Subject, others: readonly Subject[]): readonly string[] {
  const number = subject.person?.read('document.number')
  if (number === undefined) return []
  return others.flatMap(other => (other.person?.read('document.number') === number ? other.person.names : []))
}

/**
 * Is one of these materials written for the subject? An entry without `of` counts for the first of its kind: it may be
 * left out where only one thing can be meant. What the filing needs once counts whoever it is written for.
 */
export function hasMaterial(
  wanted: readonly string[],
  subject: Subject,
  peers: readonly Subject[],
  materials: readonly FilingMaterial[],
): boolean {
  const names = new Set([...namesOf(subject), ...sameDocument(subject, peers), ...partsOf(subject)])
  const isMeant = (of: string | undefined) => {
    if (subject.scope === 'filing') return true
    return of === undefined ? peers[0] === subject || peers.length <= 1 : names.has(of)
  }
  return materials.some(({ file, is, of }) => file !== undefined && wanted.includes(is) && isMeant(of))
}

/** A service's paper may name its lead or one of its domains instead; a part's paper may name its service. */
function partsOf(subject: Subject): string[] {
  const service = within(subject, 'service')
  if (!service) return []
  const path = service.path.join('.')
  if (subject.scope !== 'service') return [path]
  return [`${path}.lead`, ...(service.service?.domains ?? []).flatMap(({ name }) => name ?? [])]
}
