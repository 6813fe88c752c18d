// What happens once the filing is submitted, stage by stage: what to do, how long it takes, when to expect it.
import { leadOf, principalOf } from '../facts/people.ts'
import { providerName } from '../locales/authority-names.ts'
import type { Milestone } from '../model/progress.ts'
import { currentRound } from '../model/progress.ts'
import type { Step } from '../rules/step.ts'
import { timelineOf, type Expected } from '../rules/timeline.ts'
import type { Packing } from './packing.ts'

export type Stage = {
  readonly step: Step
  readonly title: string
  readonly what: string
  /** how long it takes, in words */
  readonly when?: string
  /** its day, or the days it is expected on, in words */
  readonly dates: readonly string[]
  readonly isDone: boolean
}

type Told = { readonly title: string; readonly what: string }

const stepOf: Readonly<Record<Milestone, Step>> = {
  submitted: 'face',
  'provider-reviewed': 'sms',
  'sms-sent': 'sms',
  'sms-verified': 'sms',
  forwarded: 'submission',
  approved: 'submission',
  opened: 'submission',
  footer: 'submission',
  'public-security': 'submission',
  'public-security-shown': 'submission',
}

/** The marks of the filing with their days, as `status` and the calendar tell them too. */
export function expectedOf({ filing, type, day, book }: Pick<Packing, 'filing' | 'type' | 'day' | 'book'>): Expected[] {
  const progress = currentRound(filing.progress ?? {})
  const planned = filing.plan?.['submit-on']
  return timelineOf(type.type, progress, planned !== undefined && planned > day ? planned : day, book)
}

/** Only what somebody has to do or wait for: marks in between are told by `status`. */
export function stagesOf(packing: Packing): Stage[] {
  const { next } = packing.words.pages
  const kinds = new Set((packing.filing.services ?? [{}]).map(({ kind }) => kind))
  const stages: Partial<Record<Milestone, (Told & { readonly when?: string })[]>> = {
    submitted: [next.upload],
    'provider-reviewed': [firstReview(packing)],
    'sms-verified': [{ ...sms(packing), when: next.withinDay }],
    approved: [administration(packing)],
    footer: [
      ...(kinds.has('app') && kinds.size === 1 ? [] : [{ ...next.footer(footerNumber(packing)), when: next.atOnce }]),
      ...(kinds.has('app') ? [{ ...next.inApp, when: next.atOnce }] : []),
    ],
    'public-security': [{ ...next.publicSecurity, when: next.withinMonth }],
  }
  return expectedOf(packing).flatMap(expected => {
    const placed = {
      step: stepOf[expected.mark],
      dates: datesOf(expected, packing),
      isDone: expected.isPassed,
    }
    return (stages[expected.mark] ?? []).map(told => ({ ...placed, ...told }))
  })
}

export function datesOf(
  { mark, isPassed, on, from, to, due, legal }: Expected,
  { filing, words: { outlook } }: Pick<Packing, 'filing' | 'words'>,
): string[] {
  if (isPassed) return [on === undefined ? outlook.passed : outlook.on(on)]
  if (due !== undefined) return [outlook.due(due)]
  if (from !== undefined && to !== undefined) {
    if (mark === 'submitted') {
      return [filing.plan?.['submit-on'] === from ? outlook.planned(from) : outlook.earliest(from)]
    }
    return [mark === 'public-security' ? outlook.expectedDue(from, to) : outlook.expected(from, to)]
  }
  if (legal !== undefined) return [outlook.legal(legal)]
  // Its time begins with having the number.
  return mark === 'public-security-shown' ? [] : [outlook.unknown]
}

const footerNumber = ({ book }: Packing) => book.province?.province?.['footer-number'] ?? 'service'

function firstReview(packing: Packing) {
  const { next, labels } = packing.words.pages
  const days = packing.book.provider?.provider?.['review-days']
  const name = providerName(packing, packing.words) || labels.provider
  return { ...next.review(name), when: days ? next.workingDays(...days) : next.unknown }
}

/** MIIT decides which of them must answer. */
function sms({ filing, words }: Packing): Told {
  const people = [principalOf(filing), ...(filing.services ?? []).flatMap((_, index) => leadOf(filing, index) ?? [])]
  const names = people.flatMap(person => {
    const name = person.read('name')
    return typeof name === 'string' ? [name] : []
  })
  return words.pages.next.sms([...new Set(names)])
}

function administration({ book, filing, words }: Packing) {
  const { next } = words.pages
  const province = book.province?.province
  const listed = book.tables.code('provinces', filing.province ?? '')?.[`administration-${words.language}`]
  const office = province?.office[words.language] ?? (typeof listed === 'string' ? listed : undefined)
  const days = province?.['review-days']
  return { ...next.administration(office ?? next.office), when: days ? next.days(...days) : next.upToTwentyDays }
}
