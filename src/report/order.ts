// The order findings are told in: what is wrong, missing, open, to confirm; the strongest of each first.
import { strongestFirst, weightOf } from '../rules/finding.ts'
import type { Told } from './tell.ts'

const rank: Readonly<Record<Told['kind'], number>> = { fail: 0, 'bad-scan': 0, need: 1, ask: 2, confirm: 3 }

type Ranked = Pick<Told, 'kind' | 'severity'>

export function inReportOrder(one: Ranked, other: Ranked): number {
  return rank[one.kind] - rank[other.kind] || strongestFirst(one, other)
}

/** The same order as a number, from 0. */
export const orderOf = ({ kind, severity }: Ranked): number => rank[kind] * 3 + 2 - weightOf(severity)
