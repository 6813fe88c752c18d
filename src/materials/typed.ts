// What the filing says that a paper says: the number and the name of whom it is about.
import { personNamed, principalOf } from '../facts/people.ts'
import type { Filing } from '../model/filing.ts'
import type { Typed } from './compare-text.ts'

type Entry = { readonly is: string; readonly of?: string }

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

/** Nothing for papers whose content is not typed, and for those of somebody the filing does not know. */
export function typedFor({ is, of }: Entry, filing: Filing): Typed {
  if (is === 'business-licence' && (of === undefined || of === 'sponsor')) {
    const { name, document } = filing.sponsor ?? {}
    return typed('credit-code', document?.number, name)
  }
  if (is !== 'id-card-front') return {}
  const person = of === undefined ? principalOf(filing) : personNamed(filing, of)
  const isCard = person?.read('document.type') === 'id-card'
  return typed('id-card', isCard ? person.read('document.number') : undefined, person?.read('name'))
}

function typed(kind: 'id-card' | 'credit-code', number: unknown, name: unknown): Typed {
  const [value, written] = [text(number), text(name)]
  return {
    ...(value === undefined ? {} : { number: { value, kind } }),
    ...(written === undefined ? {} : { name: written }),
  }
}
