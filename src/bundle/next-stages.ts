// What happens once the filing is submitted, stage by stage, with the times its provider and province give.
import { leadOf, principalOf } from '../facts/people.ts'
import type { FilingType } from '../facts/filing-type.ts'
import { providerName } from '../locales/authority-names.ts'
import type { Packing } from './packing.ts'

export type NextStage = { readonly title: string; readonly what: string; readonly when?: string }

const withoutSms: readonly FilingType[] = ['cancel-access', 'nothing-to-file']
const opens: readonly FilingType[] = ['first', 'add-service-here', 'add-service-elsewhere']
const keeps: readonly FilingType[] = [...opens, 'add-access', 'change-sponsor', 'change-service']

export function nextStages(packing: Packing): NextStage[] {
  const { type } = packing.type
  if (type === 'nothing-to-file') return []
  return [
    ...(keeps.includes(type) ? [packing.words.pages.next.upload] : []),
    firstReview(packing),
    ...(withoutSms.includes(type) ? [] : [sms(packing)]),
    administration(packing),
    ...(keeps.includes(type) ? numbers(packing) : []),
    ...(opens.includes(type)
      ? [{ ...packing.words.pages.next.publicSecurity, when: packing.words.pages.next.withinMonth }]
      : []),
  ]
}

function firstReview(packing: Packing): NextStage {
  const { next, labels } = packing.words.pages
  const days = packing.book.provider?.provider?.['review-days']
  const name = providerName(packing, packing.words) || labels.provider
  return { ...next.review(name), when: days ? next.workingDays(...days) : next.unknown }
}

/** MIIT decides which of them must answer. */
function sms({ filing, words }: Packing): NextStage {
  const people = [principalOf(filing), ...(filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])]
  const names = people.flatMap(person => {
    const name = person.read('name')
    return typeof name === 'string' ? [name] : []
  })
  return { ...words.pages.next.sms([...new Set(names)]), when: words.pages.next.withinDay }
}

function administration({ book, filing, words }: Packing): NextStage {
  const { next } = words.pages
  const province = book.province?.province
  const listed = book.tables.code('provinces', filing.province ?? '')?.[`administration-${words.language}`]
  const office = province?.office[words.language] ?? (typeof listed === 'string' ? listed : undefined)
  const days = province?.['review-days']
  return { ...next.administration(office ?? next.office), when: days ? next.days(...days) : next.upToTwentyDays }
}

function numbers({ book, filing, words }: Packing): NextStage[] {
  const { next } = words.pages
  const kinds = new Set((filing.services ?? [{}]).map(({ kind }) => kind))
  const number = book.province?.province?.['footer-number'] ?? 'service'
  return [
    ...(kinds.has('app') && kinds.size === 1 ? [] : [{ ...next.footer(number), when: next.atOnce }]),
    ...(kinds.has('app') ? [{ ...next.inApp, when: next.atOnce }] : []),
  ]
}
