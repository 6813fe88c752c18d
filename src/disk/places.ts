// GB/T 2260 places: names by code, and the place an address begins with.
import type { Places } from '../rules/rulebook.ts'

/** `{ "44": "广东省", "4403": "深圳市", "440305": "南山区" }` */
export type PlaceNames = Readonly<Record<string, string>>

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

/** Provinces and cities by their first two characters, longest first. */
function headsOf(names: PlaceNames): ReadonlyMap<string, Named[]> {
  const heads = new Map<string, Named[]>()
  // The keys alone: to list 3,400 pairs takes longer than all the rest.
  for (const code of Object.keys(names)) {
    if (code.length === 6) continue
    for (const place of spellings(code, names[code] ?? '')) {
      const head = place.name.slice(0, 2)
      const places = heads.get(head)
      if (places) places.push(place)
      else heads.set(head, [place])
    }
  }
  for (const places of heads.values()) places.sort((one, other) => other.name.length - one.name.length)
  return heads
}

const begins = (address: string, { name, short }: Named) =>
  address.startsWith(name) && !(short && otherPlace.test(address.slice(name.length)))

/** The names are loaded when the first address is looked at. */
export function placesFrom(load: () => PlaceNames): Places {
  let names: PlaceNames | undefined
  let heads: ReadonlyMap<string, Named[]> | undefined
  const counties = new Map<string, readonly (readonly [code: string, name: string])[]>()
  const all = () => (names ??= load())
  const cityOrProvince = (address: string, province: string) =>
    (heads ??= headsOf(all()))
      .get(address.slice(0, 2))
      ?.find(
        place =>
          (province === '' || (place.code.length === 4 && place.code.startsWith(province))) && begins(address, place),
      )
  const countiesIn = (province: string) => {
    const known = counties.get(province)
    if (known) return known
    const codes = Object.keys(all()).filter(code => code.length === 6 && code.startsWith(province))
    const found = codes.map(code => [code, all()[code] ?? ''] as const)
    counties.set(province, found)
    return found
  }
  const county = (address: string, within: string) =>
    countiesIn(within.slice(0, 2)).find(([code, name]) => code.startsWith(within) && address.startsWith(name))
  return {
    within: province => countiesOf(all(), province),
    nameOf: code => all()[code],
    find: written => {
      const address = written.replace(/\s+/g, '')
      const first = cityOrProvince(address, '')
      if (!first) return undefined
      const rest = address.slice(first.name.length)
      const second =
        first.code.length === 2 && !municipal.has(first.code) ? cityOrProvince(rest, first.code) : undefined
      const last = second ? rest.slice(second.name.length) : rest
      const code = (second ?? first).code
      return (county(last, code)?.[0] ?? code).padEnd(6, '0')
    },
  }
}

/** Stand in the list in place of a city: 县 in Chongqing, 省直辖县级行政区划 elsewhere. */
const noCity = /^县$|直辖县级行政区划$/

/** Every county with its city, or the province that governs it itself, in front; 东莞 and 中山 stand for themselves. */
function countiesOf(names: PlaceNames, province: string): { code: string; name: string }[] {
  const codes = Object.keys(names).filter(code => code.startsWith(province))
  return codes.flatMap(code => {
    if (code.length === 6) {
      const city = names[code.slice(0, 4)] ?? ''
      return [{ code, name: `${noCity.test(city) ? (names[code.slice(0, 2)] ?? '') : city}${names[code] ?? ''}` }]
    }
    const isWhole = code.length === 4 && !codes.some(other => other.length === 6 && other.startsWith(code))
    return isWhole ? [{ code: `${code}00`, name: names[code] ?? '' }] : []
  })
}
