// The type of a filing, and why it is that one: derived, or at odds with what the filer expects.
import type { Derived } from '../facts/filing-type.ts'
import type { Words } from './index.ts'

export function typeReason(
  { type, conflict }: Derived,
  words: Words,
): { readonly name: string; readonly because: string } {
  const { name, because } = words.filingType[type]
  return { name, because: conflict === 'none' ? because : words.conflict[conflict] }
}
