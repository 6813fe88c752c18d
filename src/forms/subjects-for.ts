// Whom or what a form is printed for, from the name a finding or a material gives it.
import { within, type Subject } from '../facts/fact.ts'
import { isSamePerson, leadOf, personNamed } from '../facts/people.ts'
import type { Subjects } from '../facts/subjects.ts'
import type { Filing } from '../model/filing.ts'
import { namesOf } from '../rules/about.ts'
import type { TemplateScope } from '../rules/form-template.ts'

const named = ['service', 'domain', 'access', 'platform', 'approval'] as const

/**
 * `of` as `materials[].of` writes it: of a domain, its service where the form is one of the service, and the other way
 * round. Nobody in particular: everything the form can be printed for.
 */
export function subjectsFor(
  of: string | undefined,
  scope: TemplateScope,
  filing: Filing,
  subjects: Subjects,
): readonly Subject[] {
  const all = subjects[scope]
  if (scope === 'filing') return all
  const meant = of === undefined ? [] : ofName(of, scope, filing, subjects)
  if (meant.length > 0) return meant
  return scope === 'person' ? representatives(all) : all
}

function ofName(of: string, scope: TemplateScope, filing: Filing, subjects: Subjects): readonly Subject[] {
  const owners = named.flatMap(each => subjects[each].filter(subject => namesOf(subject).includes(of)))
  const near = owners.flatMap(owner => {
    const above = within(owner, scope)
    return above ? [above] : subjects[scope].filter(each => within(each, owner.scope) === owner)
  })
  if (near.length > 0) return [...new Set(near)]
  const person = personNamed(filing, of)
  if (!person) return []
  if (scope === 'person') return subjects.person.filter(each => each.person && isSamePerson(each.person, person))
  const led = subjects.service.filter(({ index = 0 }) => {
    const lead = leadOf(filing, index)
    return lead !== undefined && (lead.names.includes(of) || isSamePerson(lead, person) === true)
  })
  return scope === 'service' ? led : subjects[scope].filter(each => led.some(service => each.up === service))
}

/** Whoever stands for the sponsor: the legal representative where there is one. */
function representatives(people: readonly Subject[]): readonly Subject[] {
  const legal = people.filter(({ person }) => person?.names.includes('legal-representative'))
  return legal.length > 0 ? legal : people.slice(0, 1)
}
