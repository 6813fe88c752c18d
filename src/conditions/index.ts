// The list of words a rule may use.
import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import { beginningWith } from './beginning-with.ts'
import { differentFrom } from './different-from.ts'
import { endingWith } from './ending-with.ts'
import { equals } from './equals.ts'
import { exactlySameAs } from './exactly-same-as.ts'
import { given } from './given.ts'
import { hanAtLeast } from './han-at-least.ts'
import { inList } from './in.ts'
import { lengthAtLeast } from './length-at-least.ts'
import { lengthAtMost } from './length-at-most.ts'
import { like } from './like.ts'
import { notBeginningWith } from './not-beginning-with.ts'
import { notIn } from './not-in.ts'
import { notLike } from './not-like.ts'
import { not } from './not.ts'
import { onOrAfter } from './on-or-after.ts'
import { oneOf } from './one-of.ts'
import { only } from './only.ts'
import { sameAs } from './same-as.ts'
import { withAnyOf } from './with-any-of.ts'
import { withoutAnyOf } from './without-any-of.ts'
import type { Condition } from './condition.ts'

export const conditions = {
  equals,
  'one-of': oneOf,
  not,
  given,
  'at-least': atLeast,
  'at-most': atMost,
  'same-as': sameAs,
  'exactly-same-as': exactlySameAs,
  'different-from': differentFrom,
  in: inList,
  'not-in': notIn,
  'with-any-of': withAnyOf,
  'without-any-of': withoutAnyOf,
  'beginning-with': beginningWith,
  'not-beginning-with': notBeginningWith,
  'ending-with': endingWith,
  only,
  like,
  'not-like': notLike,
  'length-at-least': lengthAtLeast,
  'length-at-most': lengthAtMost,
  'han-at-least': hanAtLeast,
  'on-or-after': onOrAfter,
} as const satisfies Record<string, Condition>

export type ConditionName = keyof typeof conditions

const table: ReadonlyMap<string, Condition> = new Map(Object.entries(conditions))

export const conditionNames: readonly string[] = [...table.keys()]

export function conditionNamed(name: string): Condition | undefined {
  return table.get(name)
}

export function isConditionName(name: string): name is ConditionName {
  return table.has(name)
}
