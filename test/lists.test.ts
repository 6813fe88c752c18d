// The dated word and name lists are whole: known sources, no word twice, and what they say of days and places holds.
import { describe, expect, it } from 'vitest'
import { asList, idsOf, list, namesIn, objectsOf, repeated, wordsOf } from './dated-data.ts'

describe.each(namesIn('lists'))('list %s', name => {
  it('is named like its file, in both languages', () => {
    expect(list(name).list).toBe(name)
  })

  it('has no word and no alias twice', () => {
    const all = [...wordsOf(name), ...objectsOf(name).flatMap(({ aliases }) => aliases ?? [])]
    expect(repeated(all.map(one => one.toLowerCase()))).toEqual([])
  })

  it('lets a word stand without a citation only where there is one source', () => {
    const plain = list(name).words.filter(item => typeof item === 'string')
    const sources = Object.keys(list(name).sources)
    expect(plain.length === 0 || sources.length === 1).toBe(true)
  })

  it('cites a known source for every word and no source in vain', () => {
    const sources = Object.keys(list(name).sources)
    const cited = list(name).words.flatMap(item => (typeof item === 'string' ? sources : asList(item.source)))
    expect([...new Set(cited)].sort()).toEqual(sources.sort())
  })
})

describe('suffixes, regions and holidays', () => {
  it('call a suffix sure only on two sources', () => {
    const bold = objectsOf('approved-suffixes').filter(item => item.sure && asList(item.source).length < 2)
    expect(bold.map(item => item.word)).toEqual([])
  })

  it.each([
    ['approved-suffixes', 'refused-suffixes'],
    ['approved-registrars', 'foreign-registrars'],
    ['mainland-regions', 'overseas-regions'],
  ])('%s and %s share no word', (one, other) => {
    const others = new Set(wordsOf(other))
    expect(wordsOf(one).filter(item => others.has(item))).toEqual([])
  })

  it('no mainland prefix begins an overseas region', () => {
    const mainland = wordsOf('mainland-regions')
    expect(wordsOf('overseas-regions').filter(id => mainland.some(prefix => id.startsWith(prefix)))).toEqual([])
  })

  it.each(['holidays', 'make-up-days'])('%s are in order and between their own bounds', name => {
    const { from = '', until = '' } = list(name)
    const days = wordsOf(name)
    expect(days).toEqual([...days].sort())
    expect(days.every(day => from <= day && day <= until)).toBe(true)
  })

  it('make-up days are weekend days that are no holidays', () => {
    const days = wordsOf('make-up-days')
    expect(days.map(day => new Date(day).getUTCDay()).filter(day => day !== 0 && day !== 6)).toEqual([])
    const holidays = new Set(wordsOf('holidays'))
    expect(days.filter(day => holidays.has(day))).toEqual([])
  })

  it('2025 and 2026 have 248 working days each', () => {
    const [off, worked] = [new Set(wordsOf('holidays')), new Set(wordsOf('make-up-days'))]
    const works = (day: Date) => {
      const written = day.toISOString().slice(0, 10)
      return worked.has(written) || (!off.has(written) && ![0, 6].includes(day.getUTCDay()))
    }
    const count = (year: number) =>
      Array.from({ length: 365 }, (_, day) => new Date(Date.UTC(year, 0, 1 + day))).filter(works).length
    expect([count(2025), count(2026)]).toEqual([248, 248])
  })
})

describe('words that people will meet', () => {
  it.each([
    ['state-words', '中国'],
    ['individual-name-words', '官网'],
    ['individual-generic-words', '工作室'],
    ['finance-words', 'P2P'],
    ['place-names', '呼和浩特'],
    ['place-names', '延边'],
    ['place-names', '广西'],
    ['surnames', '欧阳'],
    ['approved-suffixes', '我爱你'],
    ['sms-unreachable-prefixes', '170'],
  ])('%s holds %s', (name, expected) => {
    expect(wordsOf(name)).toContain(expected)
  })

  it('leaves ordinary words out of the place names but keeps their cities', () => {
    const names = wordsOf('place-names')
    expect(names.filter(name => ['朝阳', '日照', '大理', '白银'].includes(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['朝阳市', '日照市', '白银市']))
  })
})

describe('lists of provinces', () => {
  it.each([
    ['sms-provinces-2018', 7],
    ['sms-provinces-2019', 22],
    ['shell-may-add-provinces', 11],
  ])('of %s exist and are %i', (name, count) => {
    const provinces = new Set(idsOf('provinces'))
    expect(wordsOf(name).filter(id => !provinces.has(id))).toEqual([])
    expect(wordsOf(name)).toHaveLength(count)
  })

  it('of 2018 are among those before August 2020', () => {
    expect(wordsOf('sms-provinces-2019')).toEqual(expect.arrayContaining(wordsOf('sms-provinces-2018')))
  })
})
