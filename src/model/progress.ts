// What happens to a filing once it is handed in: the marks on the way, what comes after what, days that cannot be.
import type { Day } from './calendar.ts'
import type { Progress } from './filing.ts'

/** In the order in which they usually happen. */
export const milestones = [
  'submitted',
  'provider-reviewed',
  'sms-sent',
  'sms-verified',
  'forwarded',
  'approved',
  'opened',
  'footer',
  'public-security',
  'public-security-shown',
] as const
export type Milestone = (typeof milestones)[number]

/** What it waits for: footer, opening and public-security filing for the approval only. */
const waitsFor: Readonly<Record<Milestone, Milestone | undefined>> = {
  submitted: undefined,
  'provider-reviewed': 'submitted',
  'sms-sent': 'provider-reviewed',
  'sms-verified': 'sms-sent',
  forwarded: 'sms-verified',
  approved: 'forwarded',
  opened: 'approved',
  footer: 'approved',
  'public-security': 'approved',
  'public-security-shown': 'public-security',
}

/** All that happens before it, the nearest first. */
function before(mark: Milestone): Milestone[] {
  const nearest = waitsFor[mark]
  return nearest === undefined ? [] : [nearest, ...before(nearest)]
}

/** Up to the approval an order may be sent back; these marks are then of a round that is over. */
export const roundMarks = milestones.slice(1, milestones.indexOf('approved') + 1)

export type ProgressProblem =
  | { readonly is: 'future'; readonly mark: Milestone | 'returned'; readonly day: Day; readonly today: Day }
  | {
      readonly is: 'order'
      readonly mark: Milestone | 'returned'
      readonly day: Day
      readonly before: Milestone
      readonly beforeDay: Day
    }

/** Every day that lies ahead, and every mark that stands before the one it waits for. */
export function progressProblems(progress: Progress, today: Day): ProgressProblem[] {
  const waits = [
    ...milestones.map(mark => ({ mark, day: progress[mark], earlier: before(mark) })),
    { mark: 'returned', day: progress.returned, earlier: ['submitted'] } as const,
  ]
  return waits.flatMap(({ mark, day, earlier }): ProgressProblem[] => {
    if (day === undefined) return []
    if (day > today) return [{ is: 'future', mark, day, today }]
    const given = earlier.flatMap(each => (progress[each] === undefined ? [] : [{ each, on: progress[each] }]))
    const late = given.find(({ on }) => day < on)
    return late ? [{ is: 'order', mark, day, before: late.each, beforeDay: late.on }] : []
  })
}

/** What has happened, told or not: an approved filing was submitted, reviewed and verified. */
export function passed(progress: Progress): ReadonlySet<Milestone> {
  return new Set(milestones.flatMap(mark => (progress[mark] === undefined ? [] : [mark, ...before(mark)])))
}

/** The order is with the filer again: sent back, and not handed in once more since. */
export function isReturned({ returned, approved }: Progress): boolean {
  return returned !== undefined && approved === undefined
}

/** Without the marks of a round that ended with the order being sent back. */
export function currentRound(progress: Progress): Progress {
  if (!isReturned(progress)) return progress
  const over = new Set<string>(['submitted', ...roundMarks])
  return Object.fromEntries(Object.entries(progress).filter(([key]) => !over.has(key)))
}
