// How far one text is from another, and which known name a mistyped one may mean.
import { assert, integer, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distance, nearest } from '../src/model/nearest.ts'

describe('how far one text is from another', () => {
  it.each([
    ['', '', 3, 0],
    ['', 'ab', 3, 2],
    ['ab', '', 3, 2],
    ['abc', 'abc', 0, 0],
    ['abc', 'abd', 0, 1],
    ['abc', 'acb', 3, 2],
    ['abc', 'xabc', 3, 1],
    ['abc', 'bc', 3, 1],
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, 3],
    ['abcdef', 'ghijkl', 3, 4],
    ['a', 'abcdefgh', 3, 4],
    ['海风软件', '海凤软件', 1, 1],
  ])('%j to %j, at most %i, is %i', (one, other, most, away) => {
    expect(distance(one, other, most)).toBe(away)
    expect(distance(other, one, most)).toBe(away)
  })

  /** Every way tried. */
  function everyWay(one: string, other: string): number {
    if (one === '' || other === '') return one.length + other.length
    const [rest, left] = [one.slice(1), other.slice(1)]
    if (one[0] === other[0]) return everyWay(rest, left)
    return 1 + Math.min(everyWay(rest, left), everyWay(one, left), everyWay(rest, other))
  }

  it('is what it takes when every way is tried', () => {
    const word = string({ maxLength: 6, unit: integer({ min: 97, max: 99 }).map(code => String.fromCharCode(code)) })
    assert(
      property(tuple(word, word, integer({ min: 0, max: 4 })), ([one, other, most]) => {
        expect(distance(one, other, most)).toBe(Math.min(everyWay(one, other), most + 1))
      }),
    )
  })

  it('is told of the longest texts, too', () => {
    const long = '海'.repeat(300_000)
    expect(distance(`${long}风`, `${long}凤`, 2)).toBe(1)
    expect(distance(long, 'name', 3)).toBe(4)
  })
})

describe('the name that is meant', () => {
  it.each([
    ['sponser', ['sponsor', 'services'], 'sponsor'],
    ['Sponsor', ['sponsor'], 'sponsor'],
    ['xyz', ['sponsor'], undefined],
    ['lead', ['leads', 'lend', 'lead2'], 'leads'],
  ])('%j among %j is %j', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant)
  })
})
