// How far one filing is: what is done, what comes next and until when, what is late, what ends.
import type { Outlook } from '../bundle/calendar.ts'
import { deadlinesOf, type Deadline } from '../bundle/deadlines.ts'
import { expectedOf } from '../bundle/stages.ts'
import { provinceName } from '../locales/authority-names.ts'
import { daysBetween } from '../model/calendar.ts'
import { currentRound, isReturned, progressProblems, type Milestone, type ProgressProblem } from '../model/progress.ts'
import type { Expected } from '../rules/timeline.ts'

export type FilingState = 'preparing' | 'under-way' | 'returned' | 'finished' | 'nothing-to-file'

export type OpenMark = Expected & {
  /** days to `due`, negative when it is over */
  readonly left?: number
  readonly isOverdue: boolean
  /** an administration has had the time the law gives it */
  readonly isLate: boolean
}

export type FilingStatus = {
  readonly file: string
  readonly sponsor: string
  readonly type: string
  readonly province: string
  readonly state: FilingState
  readonly returned?: string
  readonly done: readonly Expected[]
  /** what is to be done or waited for now; the first is next */
  readonly next: readonly OpenMark[]
  /** what follows after that */
  readonly later: readonly Expected[]
  readonly numbers: readonly string[]
  readonly problems: readonly ProgressProblem[]
  /** what ends within two months, or has ended */
  readonly ending: readonly Deadline[]
  readonly isOverdue: boolean
  readonly outlook: Outlook
}

/** Told where it has happened, but nothing waits for them. */
const inBetween = new Set<Milestone>(['sms-sent', 'forwarded', 'opened'])
/** All three may be done at once when the filing is approved. */
const afterApproval = new Set<Milestone>(['footer', 'public-security', 'public-security-shown'])
const soonDays = 60

export function filingStatus(file: string, outlook: Outlook): FilingStatus {
  const { filing, words, day } = outlook
  const written = filing.progress ?? {}
  const progress = currentRound(written)
  const expected = expectedOf(outlook)
  const waiting = expected.filter(({ mark, isPassed }) => !isPassed && !inBetween.has(mark))
  const next = nextOf(waiting).map(each => openMark(each, day))
  const problems = progressProblems(written, day)
  return {
    file,
    sponsor: filing.sponsor?.name ?? words.pages.unnamed,
    type: words.filingType[outlook.type.type].name,
    province: provinceName(outlook, words),
    state: stateOf(outlook, expected, next),
    ...(isReturned(written) && written.returned !== undefined ? { returned: written.returned } : {}),
    done: expected.filter(({ isPassed, mark, on }) => isPassed && (on !== undefined || !inBetween.has(mark))),
    next,
    later: waiting.filter(({ mark }) => !next.some(each => each.mark === mark)),
    numbers: progress.numbers ?? [],
    problems,
    ending: deadlinesOf(outlook).filter(({ left }) => left <= soonDays),
    isOverdue: next.some(({ isOverdue }) => isOverdue),
    outlook,
  }
}

/** One after the other up to the approval; what the approval opens, together. Showing a number waits for having it. */
function nextOf(waiting: readonly Expected[]): Expected[] {
  const [first] = waiting
  if (!first) return []
  if (!afterApproval.has(first.mark)) return [first]
  return waiting.filter(({ mark, due }) => mark !== 'public-security-shown' || due !== undefined)
}

function openMark(expected: Expected, today: string): OpenMark {
  const { due, legal } = expected
  const left = due === undefined ? undefined : daysBetween(today, due)
  return {
    ...expected,
    ...(left === undefined ? {} : { left }),
    isOverdue: left !== undefined && left < 0,
    isLate: legal !== undefined && legal < today,
  }
}

function stateOf({ filing, type }: Outlook, expected: readonly Expected[], next: readonly OpenMark[]): FilingState {
  if (type.type === 'nothing-to-file' && expected.length === 0) return 'nothing-to-file'
  if (isReturned(filing.progress ?? {})) return 'returned'
  if (next.length === 0) return 'finished'
  return expected.some(({ isPassed }) => isPassed) ? 'under-way' : 'preparing'
}
