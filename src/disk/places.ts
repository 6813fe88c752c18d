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

type Index = { readonly heads: ReadonlyMap<string, Named[]>; readonly counties: ReadonlyMap<string, Named[]> }

/** Provinces and cities by their first two characters, longest first; counties by province. */
function indexOf(names: PlaceNames): Index {
  const heads = new Map<string, Named[]>()
  const counties = new Map<string, Named[]>()
  const add = (map: Map<string, Named[]>, key: string, place: Named) => map.set(key, [...(map.get(key) ?? []), place])
  for (const [code, name] of Object.entries(names)) {
    if (code.length === 6) add(counties, code.slice(0, 2), { name, code, short: false })
    else for (const place of spellings(code, name)) add(heads, place.name.slice(0, 2), place)
  }
  for (const places of heads.values()) places.sort((one, other) => other.name.length - one.name.length)
  return { heads, counties }
}

const begins = (address: string, { name, short }: Named) =>
  address.startsWith(name) && !(short && otherPlace.test(address.slice(name.length)))

/** The names are loaded when the first address is looked at. */
export function placesFrom(load: () => PlaceNames): Places {
  let names: PlaceNames | undefined
  let index: Index | undefined
  const all = () => (names ??= load())
  const places = () => (index ??= indexOf(all()))
  const cityOrProvince = (address: string, province: string) =>
    places()
      .heads.get(address.slice(0, 2))
      ?.find(
        place =>
          (province === '' || (place.code.length === 4 && place.code.startsWith(province))) && begins(address, place),
      )
  const county = (address: string, within: string) =>
    places()
      .counties.get(within.slice(0, 2))
      ?.find(place => place.code.startsWith(within) && address.startsWith(place.name))
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
      return (county(last, code)?.code ?? code).padEnd(6, '0')
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
