// GB/T 2260 places: names by code, and the place an address begins with.
import type { Places } from '../rules/rulebook.ts'

/** `{ "44": "广东省", "4403": "深圳市", "440305": "南山区" }` */
export type PlaceNames = Readonly<Record<string, string>>

/**
 * The same, packed: `11北京市` a line, so that a run reads only the lines of the province it needs. As an object of
 * 3,400 numbers it takes longer to read than all the rules.
 */
export type PackedPlaces = {
  /** provinces and cities */
  readonly upper: string
  /** six-digit codes by province: `p44` */
  readonly counties: Readonly<Record<string, string>>
}

type NamesByCode = ReadonlyMap<string, string>

const lines = (entries: readonly (readonly [string, string])[]) => entries.map(([code, name]) => code + name).join('\n')

export function packPlaces(names: PlaceNames): PackedPlaces {
  const all = Object.entries(names).sort(([one], [other]) => Number(one) - Number(other))
  const provinces = [...new Set(all.map(([code]) => code.slice(0, 2)))]
  const counties = provinces.map(province => [
    `p${province}`,
    lines(all.filter(([code]) => code.length === 6 && code.startsWith(province))),
  ])
  return { upper: lines(all.filter(([code]) => code.length < 6)), counties: Object.fromEntries(counties) }
}

function unpack(packed: string): NamesByCode {
  const names = new Map<string, string>()
  for (const line of packed.split('\n')) {
    const end = digitsIn(line)
    if (end > 0) names.set(line.slice(0, end), line.slice(end))
  }
  return names
}

function digitsIn(line: string): number {
  let end = 0
  while (line.charAt(end) >= '0' && line.charAt(end) <= '9') end += 1
  return end
}

type Named = { readonly name: string; readonly code: string; readonly short: boolean }

const suffix = /(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/
const municipal = new Set(['11', '12', '31', '50'])

/** 北京路, 中山大道, 南京小区, 朝阳区: a street, an estate or a district that bears the short name of another place. */
const otherPlace =
  /^(区|湾|蒙古族自治县|[东西南北中一二三四五六七八九十]{0,2}(路|街|大街|大道|道|巷|弄|胡同|村|新村|镇|小区|大厦|国际|广场|花园|公园|里))/

function spellings(code: string, name: string): Named[] {
  const short = name.replace(suffix, '')
  const full = { name, code, short: false }
  return short.length >= 2 && short !== name ? [full, { name: short, code, short: true }] : [full]
}

/** Codes of provinces and cities by the first two characters of their names; a short name begins as the full one does. */
function codesByHead(upper: NamesByCode): ReadonlyMap<string, readonly string[]> {
  const heads = new Map<string, string[]>()
  for (const [code, name] of upper) {
    const head = name.slice(0, 2)
    const codes = heads.get(head)
    if (codes) codes.push(code)
    else heads.set(head, [code])
  }
  return heads
}

/** Longest first. */
const spelled = (codes: readonly string[], upper: NamesByCode): Named[] =>
  codes
    .flatMap(code => spellings(code, upper.get(code) ?? ''))
    .sort((one, other) => other.name.length - one.name.length)

const begins = (address: string, { name, short }: Named) =>
  address.startsWith(name) && !(short && otherPlace.test(address.slice(name.length)))

/** The names are loaded when the first address is looked at. */
export function placesFrom(load: () => PackedPlaces): Places {
  let packed: PackedPlaces | undefined
  let upper: NamesByCode | undefined
  let heads: ReadonlyMap<string, readonly string[]> | undefined
  const spelledOut = new Map<string, readonly Named[]>()
  const counties = new Map<string, NamesByCode>()
  const all = () => (packed ??= load())
  const upperNames = () => (upper ??= unpack(all().upper))
  const under = (head: string): readonly Named[] => {
    const codes = (heads ??= codesByHead(upperNames())).get(head)
    if (!codes) return []
    const made = spelledOut.get(head) ?? spelled(codes, upperNames())
    spelledOut.set(head, made)
    return made
  }
  const cityOrProvince = (address: string, province: string) =>
    under(address.slice(0, 2)).find(
      place =>
        (province === '' || (place.code.length === 4 && place.code.startsWith(province))) && begins(address, place),
    )
  const countiesIn = (province: string) => {
    const known = counties.get(province) ?? unpack(all().counties[`p${province}`] ?? '')
    counties.set(province, known)
    return known
  }
  const everyCounty = () => new Map(Object.keys(all().counties).flatMap(key => [...countiesIn(key.slice(1))]))
  const county = (address: string, within: string) => {
    for (const [code, name] of countiesIn(within.slice(0, 2))) {
      if (code.startsWith(within) && address.startsWith(name)) return code
    }
    return undefined
  }
  return {
    within: province => countiesOf(upperNames(), province === '' ? everyCounty() : countiesIn(province), province),
    nameOf: code => (code.length === 6 ? countiesIn(code.slice(0, 2)) : upperNames()).get(code),
    find: written => {
      const address = written.replace(/\s+/g, '')
      const first = cityOrProvince(address, '')
      if (!first) return undefined
      const rest = address.slice(first.name.length)
      const second =
        first.code.length === 2 && !municipal.has(first.code) ? cityOrProvince(rest, first.code) : undefined
      const last = second ? rest.slice(second.name.length) : rest
      const code = (second ?? first).code
      return (county(last, code) ?? code).padEnd(6, '0')
    },
  }
}

/** Stand in the list in place of a city: 县 in Chongqing, 省直辖县级行政区划 elsewhere. */
const noCity = /^县$|直辖县级行政区划$/

type NamedCode = { readonly code: string; readonly name: string }

/** Every county with its city, or the province that governs it itself, in front; 东莞 and 中山 stand for themselves. */
function countiesOf(upper: NamesByCode, counties: NamesByCode, province: string): NamedCode[] {
  const cities = [...upper].filter(([code]) => code.length === 4 && code.startsWith(province))
  const whole = cities.filter(([city]) => ![...counties.keys()].some(code => code.startsWith(city)))
  return [
    ...whole.map(([code, name]) => ({ code: `${code}00`, name })),
    ...[...counties].map(([code, name]) => {
      const city = upper.get(code.slice(0, 4)) ?? ''
      return { code, name: `${noCity.test(city) ? (upper.get(code.slice(0, 2)) ?? '') : city}${name}` }
    }),
  ]
}
