// The dated code tables are whole: known sources, both languages, no id twice, and every id they name exists.
import { describe, expect, it } from 'vitest'
import { asList, codes, entriesOf, idsOf, namesIn, repeated } from './dated-data.ts'

const PROVINCES = [
  'beijing tianjin hebei shanxi neimenggu liaoning jilin heilongjiang shanghai jiangsu zhejiang anhui fujian jiangxi',
  'shandong henan hubei hunan guangdong guangxi hainan chongqing sichuan guizhou yunnan xizang shaanxi gansu qinghai',
  'ningxia xinjiang',
].flatMap(line => line.split(' '))

describe.each(namesIn('codes'))('code table %s', name => {
  it('is named like its file, in both languages', () => {
    expect(codes(name).codes).toBe(name)
  })

  it('has no id twice', () => {
    expect(repeated(idsOf(name))).toEqual([])
  })

  it('cites a known source for every entry and no source in vain', () => {
    const cited = new Set(entriesOf(name).flatMap(item => asList(item.source)))
    expect([...cited].sort()).toEqual(Object.keys(codes(name).sources).sort())
  })
})

describe('sponsor kinds and their papers', () => {
  const documents = new Map(entriesOf('document-types').map(item => [item.id, item]))
  const pairs = entriesOf('sponsor-kinds').flatMap(kind => asList(kind.documents).map(paper => ({ kind, paper })))

  it('has the 18 kinds of MIIT and the individual business', () => {
    expect(new Set(entriesOf('sponsor-kinds').flatMap(kind => asList(kind.miit))).size).toBe(18)
    expect(idsOf('sponsor-kinds')).toHaveLength(19)
    expect(idsOf('sponsor-kinds')).toContain('individual-business')
  })

  it.each(pairs.map(({ kind, paper }) => [kind.id, paper, kind['miit-documents'] ?? []] as const))(
    '%s shows %s under exactly one MIIT code',
    (_kind, paper, allowed) => {
      expect(asList(documents.get(paper)?.miit).filter(code => allowed.includes(code))).toHaveLength(1)
    },
  )

  it('names a paper for every MIIT document code of every kind', () => {
    for (const kind of entriesOf('sponsor-kinds')) {
      expect(kind['miit-documents'] ?? []).toHaveLength(asList(kind.documents).length)
    }
  })

  it('gives no MIIT document code to two papers', () => {
    expect(repeated(entriesOf('document-types').flatMap(item => asList(item.miit)))).toEqual([])
  })

  it('lets individuals show the seven personal papers and organizations none of them', () => {
    const personal = entriesOf('document-types').flatMap(item => (item.for === 'person' ? [item.id] : []))
    expect(personal).toHaveLength(7)
    for (const kind of entriesOf('sponsor-kinds')) {
      const shown = asList(kind.documents).filter(paper => personal.includes(paper))
      expect(shown.sort()).toEqual(kind.id === 'individual' ? personal.sort() : [])
    }
  })

  it('names number patterns from the closed list only', () => {
    const known = ['credit-code', 'licence-number', 'organization-code', 'id-card', 'passport', 'free']
    known.push('hk-macao-travel-permit', 'taiwan-travel-permit', 'hk-macao-residence-permit')
    known.push('taiwan-residence-permit', 'foreigner-residence-card')
    const used = entriesOf('document-types').flatMap(item => asList(item.number))
    expect(used.filter(pattern => !known.includes(pattern))).toEqual([])
  })
})

describe('provinces', () => {
  it('are the 31, in the order of their GB/T 2260 codes', () => {
    expect(idsOf('provinces')).toEqual(PROVINCES)
    const numbers = entriesOf('provinces').map(({ code }) => Number(code))
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  })

  it('carry the letters of filing numbers, not the common abbreviations', () => {
    const letters = entriesOf('provinces').map(({ letter }) => letter)
    expect(letters.join('')).toBe('京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新')
  })

  it('have locations that are different powers of two', () => {
    const bits = entriesOf('provinces').map(({ location }) => BigInt(location ?? '0'))
    expect(bits.every(bit => bit > 0n && (bit & (bit - 1n)) === 0n)).toBe(true)
    expect(new Set(bits).size).toBe(31)
  })
})

describe('content, pre-approvals and the other tables', () => {
  it('share no name with a list, because a table is also the list of its ids', () => {
    expect(namesIn('codes').filter(name => namesIn('lists').includes(name))).toEqual([])
  })

  it('suggest pre-approvals that exist', () => {
    const suggested = entriesOf('service-content').flatMap(item => asList(item['pre-approval']))
    expect(suggested.length).toBeGreaterThan(0)
    expect(suggested.filter(id => !idsOf('pre-approvals').includes(id))).toEqual([])
  })

  it('have a word list for every pre-approval', () => {
    expect(idsOf('pre-approvals').filter(id => !namesIn('lists').includes(`${id}-words`))).toEqual([])
  })

  it.each(['service-content', 'pre-approvals'])('have different single bits in %s', name => {
    const bits = entriesOf(name).flatMap(item => asList(item.miit).map(BigInt))
    expect(bits.every(bit => (bit & (bit - 1n)) === 0n)).toBe(true)
    expect(new Set(bits).size).toBe(bits.length)
  })

  it.each([
    ['service-content', 30],
    ['pre-approvals', 13],
    ['languages', 17],
    ['filing-types', 10],
    ['holder-relations', 8],
    ['person-roles', 3],
  ])('have as many entries in %s as are known: %i', (name, count) => {
    expect(idsOf(name)).toHaveLength(count)
  })
})
