// The names a subject goes by in `materials[].of`, and which written materials belong to it.
import { within, type Subject } from '../facts/fact.ts'
import { isSamePerson, personNamed } from '../facts/people.ts'
import type { FilingMaterial } from '../model/filing.ts'
import { latest } from '../model/remember.ts'

/** Every name for the subject; the first is the one the tool writes. */
export const namesOf = latest((subject: Subject): readonly string[] => {
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
})

/** The name the tool writes. */
export function nameOf(subject: Subject): string | undefined {
  return namesOf(subject)[0]
}

/** What tells one thing from another: people by their document number, whichever role they are asked in. */
export const identityOf = latest((subject: Subject): string => {
  const number = subject.scope === 'person' ? subject.person?.read('document.number') : undefined
  return typeof number === 'string' ? `document ${number}` : (nameOf(subject) ?? '')
})

/** The lead's papers are the principal's where both are one person. */
function isOfSamePerson(subject: Subject, of: string): boolean {
  const named = subject.person && personNamed(subject.world.filing, of)
  return named !== undefined && subject.person !== undefined && isSamePerson(named, subject.person) === true
}

/**
 * Is one of these materials written for the subject? An entry without `of` is of whom `meant` says: it may be left out
 * where only one thing can be meant. What the filing needs once counts whoever it is written for.
 */
export function hasMaterial(
  wanted: readonly string[],
  subject: Subject,
  materials: readonly FilingMaterial[],
  meant: (material: string) => Subject | undefined,
): boolean {
  const written = materials.filter(each => each.file !== undefined && wanted.includes(each.is))
  if (written.length === 0 || subject.scope === 'filing') return written.length > 0
  const names = new Set([...namesOf(subject), ...partsOf(subject)])
  const isMeant = ({ is, of }: FilingMaterial) => {
    if (of !== undefined) return names.has(of) || isOfSamePerson(subject, of)
    const whose = meant(is)
    return whose !== undefined && identityOf(whose) === identityOf(subject)
  }
  return written.some(isMeant)
}

/** A service's paper may name its lead or one of its domains instead; a part's paper may name its service. */
function partsOf(subject: Subject): string[] {
  const service = within(subject, 'service')
  if (!service) return []
  const path = service.path.join('.')
  if (subject.scope !== 'service') return [path]
  return [`${path}.lead`, ...(service.service?.domains ?? []).flatMap(({ name }) => name ?? [])]
}
