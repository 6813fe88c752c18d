// Addresses and GB/T 2260 codes, by the names of the lcn package.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packPlaces, placesFrom } from '../src/disk/places.ts'

const lcn = createRequire(import.meta.url).resolve('lcn/data/data.json')
const rows = z
  .array(z.object({ code: z.string().length(6), name: z.string() }))
  .parse(JSON.parse(readFileSync(lcn, 'utf8')))
const names = Object.fromEntries(rows.map(({ code, name }) => [code.replace(/(00){1,2}$/, ''), name]))
const places = placesFrom(() => packPlaces(names))
const counties = Object.keys(names).filter(code => code.length === 6)
const nameOf = (code: string) => places.nameOf(code) ?? ''
const municipal = new Set(['11', '12', '31', '50'])

describe('an address begins with', () => {
  it.each([
    ['广东省深圳市南山区科技园南路18号', '440305'],
    ['深圳市南山区科技园', '440305'],
    ['深圳南山区科技园', '440305'],
    ['广东深圳南山区', '440305'],
    ['广东 省深圳 市\n南山区', '440305'],
    ['广东省深圳市', '440300'],
    ['广东深圳科技园', '440300'],
    ['深圳科技园', '440300'],
    ['广东省', '440000'],
    ['北京市海淀区中关村', '110108'],
    ['北京海淀区', '110108'],
    ['北京市朝阳区建国路', '110105'],
    ['上海浦东新区', '310115'],
    ['重庆市渝中区', '500103'],
    ['重庆市城口县', '500229'],
    ['东莞市南城街道', '441900'],
    ['广东省中山市石岐街道', '442000'],
    ['中山市东区中山三路', '442000'],
    ['吉林省长春市朝阳区', '220104'],
    ['吉林市船营区', '220204'],
    ['吉林省吉林市船营区', '220204'],
    ['海南省海口市', '460100'],
    ['海南藏族自治州共和县', '632521'],
    ['青海省海南藏族自治州共和县', '632521'],
    ['内蒙古自治区呼和浩特市新城区', '150102'],
    ['内蒙古呼和浩特市', '150100'],
    ['新疆维吾尔自治区乌鲁木齐市天山区', '650102'],
    ['新疆石河子市', '659001'],
    ['湖北省仙桃市', '429004'],
    ['海南省儋州市那大镇', '460400'],
    ['辽宁省朝阳市双塔区', '211302'],
    ['湖南长沙县', '430100'],
    ['香港特别行政区中西区', '810000'],
    ['台湾省台北市', '710000'],
  ])('%s → %s', (address, code) => {
    expect(places.find(address)).toBe(code)
  })

  it.each([
    ['', 'nothing'],
    ['科技园南路18号A座1203室', 'a street'],
    ['南山区科技园', 'a district alone'],
    ['北京路100号', 'a street named after a city'],
    ['中山大道西8号', 'a street named after a city'],
    ['中山三路', 'a street named after a city'],
    ['南京东路', 'a street named after a city'],
    ['天津大厦3楼', 'a building named after a city'],
    ['南京小区', 'an estate named after a city'],
    ['深圳湾科技生态园', 'a bay named after a city'],
    ['朝阳区建国路', 'a district named like a city elsewhere'],
    ['西安区', 'a district named like a city elsewhere'],
    ['海南区', 'a district named like a province'],
    ['河南蒙古族自治县', 'a county named like a province'],
  ])('no place in “%s”, %s', address => {
    expect(places.find(address)).toBeUndefined()
  })

  it('every county, whole and with short names in front', () => {
    const wrong = counties.filter(code => {
      const [province, city] = [code.slice(0, 2), code.slice(0, 4)]
      const between = municipal.has(province) || city.endsWith('90') ? '' : nameOf(city)
      return places.find(`${nameOf(province)}${between}${nameOf(code)}人民路1号`) !== code
    })
    expect(wrong).toEqual([])
  })

  it('no county of another city where only a county is written', () => {
    const wrong = counties.filter(code => {
      const found = places.find(`${nameOf(code)}人民路1号`)
      return found !== undefined && found.slice(0, 4) !== code.slice(0, 4)
    })
    expect(wrong).toEqual([])
  })
})

const within = (province: string) => new Map(places.within(province).map(({ code, name }) => [code, name]))

describe('the counties of a province', () => {
  it.each([
    ['44', '440305', '深圳市南山区'],
    ['44', '441900', '东莞市'],
    ['44', '442000', '中山市'],
    ['46', '460400', '儋州市'],
    ['62', '620200', '嘉峪关市'],
    ['11', '110101', '北京市东城区'],
    ['50', '500229', '重庆市城口县'],
    ['42', '429004', '湖北省仙桃市'],
    ['65', '659001', '新疆维吾尔自治区石河子市'],
  ])('%s hold %s as %s', (province, code, name) => {
    expect(within(province).get(code)).toBe(name)
  })

  it('leave out cities that have counties, and other provinces', () => {
    expect(within('44').has('440300')).toBe(false)
    expect([...within('44').keys()].every(code => code.startsWith('44'))).toBe(true)
  })

  it('are none where the province is unknown or has no counties in the list', () => {
    expect(places.within('99')).toEqual([])
    expect(places.within('71')).toEqual([])
  })

  it('all have six digits and a name of their own', () => {
    const all = Object.keys(names)
      .filter(code => code.length === 2)
      .flatMap(province => places.within(province))
    expect(all.length).toBeGreaterThan(2800)
    expect(all.filter(({ code }) => !/^\d{6}$/.test(code))).toEqual([])
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
  })
})

it('names are loaded only when they are needed, and once', () => {
  let loads = 0
  const lazy = placesFrom(() => {
    loads += 1
    return packPlaces({ '11': '北京市' })
  })
  expect(loads).toBe(0)
  expect([lazy.nameOf('11'), lazy.find('北京市'), lazy.within('11')]).toEqual(['北京市', '110000', []])
  expect(loads).toBe(1)
})
