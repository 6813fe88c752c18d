// What changed between two sets of rules, told by what each rule says.
import { describe, expect, it } from 'vitest'
import { changesBetween, isUnchanged } from '../src/rules/changes.ts'

describe('two sets of rules', () => {
  const digests = (text: string) =>
    new Map(
      text
        .split(' ')
        .filter(Boolean)
        .map(each => [each.slice(0, 1), each.slice(1)]),
    )

  it.each([
    ['', '', [], [], []],
    ['a1 b1', 'b1 a1', [], [], []],
    ['a1', 'a1 b1', ['b'], [], []],
    ['a1 b1', 'b1', [], ['a'], []],
    ['a1 b1', 'a2 b1', [], [], ['a']],
    ['a1 b1 c1', 'b2 c1 d1', ['d'], ['a'], ['b']],
  ])('%j then, %j now', (then, now, came, went, changed) => {
    const changes = changesBetween(digests(then), digests(now))
    expect(changes).toEqual({ came, went, changed })
    expect(isUnchanged(changes)).toBe(came.length + went.length + changed.length === 0)
  })
})
