// When each mark of a filing is expected or due, by the days its sheets give: working days where they say so.
import type { FilingType } from '../facts/filing-type.ts'
import { addWorkingDays, type Holidays } from '../facts/working-days.ts'
import { addDays, type Day } from '../model/calendar.ts'
import type { Progress } from '../model/filing.ts'
import { passed, type Milestone } from '../model/progress.ts'
import type { Rulebook } from './rulebook.ts'

export type Expected = {
  readonly mark: Milestone
  /** it has happened, on whichever day */
  readonly isPassed: boolean
  readonly on?: Day
  /** from when to when it is expected; neither where nobody says how long it takes */
  readonly from?: Day
  readonly to?: Day
  /** the last day on which it is in time, where somebody has set one */
  readonly due?: Day
  /** the last day by law for somebody else to act: an administration */
  readonly legal?: Day
  /** reckoned past the days whose holidays are known */
  readonly isBeyondCalendar: boolean
}

type Span = { readonly from: Day; readonly to: Day }
type Days = readonly [number, number]

const opens: readonly FilingType[] = ['first', 'add-service-here', 'add-service-elsewhere']
const keeps: readonly FilingType[] = [...opens, 'add-access', 'change-sponsor', 'change-service']
const withoutSms: readonly FilingType[] = ['cancel-access', 'nothing-to-file']

/** Order 33 of MIIT: the administration decides within 20 working days. */
const legalWorkingDays = 20
/** MIIT: the code is entered within 24 hours; known by days only, that is the next day at the hour it came. */
const smsDays = 1
/** Public security: within 30 days of going live; the number on the page within 30 days of getting it. */
const publicSecurityDays = 30

/** The marks a filing of this type passes; none where there is nothing to file. */
export function marksOf(type: FilingType): Milestone[] {
  if (type === 'nothing-to-file') return []
  const sms = withoutSms.includes(type) ? [] : (['sms-sent', 'sms-verified'] as const)
  const after = opens.includes(type)
    ? (['opened', 'footer', 'public-security', 'public-security-shown'] as const)
    : keeps.includes(type)
      ? (['footer'] as const)
      : []
  return ['submitted', 'provider-reviewed', ...sms, 'forwarded', 'approved', ...after]
}

export function holidaysIn({ common: { lists } }: Pick<Rulebook, 'common'>): Holidays {
  const until = lists['holidays']?.until
  return {
    off: lists['holidays']?.words ?? [],
    worked: lists['make-up-days']?.words ?? [],
    ...(until === undefined ? {} : { until }),
  }
}

/** `start`: the day on which the filing is, or will be, handed in. */
export function timelineOf(type: FilingType, progress: Progress, start: Day, book: Rulebook): Expected[] {
  const holidays = holidaysIn(book)
  const provider = book.provider?.provider?.['review-days']
  const province = book.province?.province?.['review-days']
  const done = (mark: Milestone, expected: Span | undefined): Span | undefined => {
    const on = progress[mark]
    return on === undefined ? expected : { from: on, to: on }
  }
  const submitted = done('submitted', { from: start, to: start })
  const reviewed = done('provider-reviewed', submitted && afterWorkingDays(submitted, provider, holidays))
  const sms = withoutSms.includes(type) ? reviewed : done('sms-verified', smsSpan(progress, reviewed))
  const forwarded = done('forwarded', sms)
  const approved = done('approved', forwarded && province && afterDays(forwarded, province))
  const opened = done('opened', approved)
  const legal = forwarded && addWorkingDays(forwarded.to, legalWorkingDays, holidays)
  const spans: Readonly<
    Record<Milestone, Omit<Expected, 'mark' | 'on' | 'isPassed' | 'isBeyondCalendar'> | undefined>
  > = {
    submitted,
    'provider-reviewed': reviewed,
    'sms-sent': reviewed,
    'sms-verified': { ...sms, ...smsDue(progress) },
    forwarded,
    approved: { ...approved, ...(legal === undefined ? {} : { legal }) },
    opened,
    footer: { ...opened, ...dueAfter(progress.opened, 0) },
    // the last day, as far as the day of opening can be expected
    'public-security': {
      ...(opened && afterDays(opened, [publicSecurityDays, publicSecurityDays])),
      ...dueAfter(progress.opened ?? progress.approved, publicSecurityDays),
    },
    'public-security-shown': dueAfter(progress['public-security'], publicSecurityDays),
  }
  const over = passed(progress)
  return marksOf(type).map(mark => {
    const on = progress[mark]
    if (over.has(mark)) return { mark, isPassed: true, ...(on === undefined ? {} : { on }), isBeyondCalendar: false }
    const span = spans[mark] ?? {}
    const last = span.to ?? span.legal ?? ''
    return {
      mark,
      isPassed: false,
      ...span,
      isBeyondCalendar: holidays.until === undefined || last > holidays.until,
    }
  })
}

/** The message may come on the day the review is passed, and be answered a day later. */
function smsSpan(progress: Progress, reviewed: Span | undefined): Span | undefined {
  const sent = progress['sms-sent']
  const from = sent ?? reviewed?.from
  const to = sent ?? reviewed?.to
  return from === undefined || to === undefined ? undefined : { from, to: addDays(to, smsDays) }
}

const smsDue = (progress: Progress) => dueAfter(progress['sms-sent'], smsDays)

const dueAfter = (day: Day | undefined, days: number) => (day === undefined ? {} : { due: addDays(day, days) })

function afterWorkingDays({ from, to }: Span, days: Days | undefined, holidays: Holidays): Span | undefined {
  return days && { from: addWorkingDays(from, days[0], holidays), to: addWorkingDays(to, days[1], holidays) }
}

function afterDays({ from, to }: Span, [least, most]: Days): Span {
  return { from: addDays(from, least), to: addDays(to, most) }
}
