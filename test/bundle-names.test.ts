// What an answer or a paper is called on the pages of a bundle: by its domain, its app, its service, its person.
import { describe, expect, it } from 'vitest'
import { aboutPath, nameOfMaterial, nameOfOwner } from '../src/bundle/about.ts'
import { languages } from '../src/locales/index.ts'
import type { Filing, Path } from '../src/model/filing.ts'
import type { Rulebook } from '../src/rules/rulebook.ts'
import { sheetsOf } from './small-rules.ts'
import { common, tables } from './small-world.ts'

const [national] = sheetsOf({ 'national/a': {} })
if (!national) throw new Error('there is no sheet')
const book: Rulebook = { common, national, own: [], tables }

const filing: Filing = {
  icp: '1',
  services: [
    { kind: 'website', name: '海风', domains: [{ name: 'a.cn' }, {}] },
    { kind: 'app', name: '听潮', app: { platforms: [{ os: 'android' }, { os: 'wearables' }, {}] } },
    {},
  ],
  materials: [{ is: 'business-licence' }, { is: 'own-paper' }],
}
const both = ['zh', 'en'] as const
const seen = (language: 'zh' | 'en') => ({ filing, book, words: languages[language] })
const service = (language: 'zh' | 'en', number: number, name?: string) =>
  languages[language].about.service(number, name)

describe.each(both)('in %s', language => {
  const about = (...path: Path) => aboutPath(path, seen(language))
  const owner = (of?: string) => nameOfOwner(of, seen(language))

  it('an answer of the sponsor is called nothing', () => {
    expect([about('sponsor', 'name'), about('region'), about('confirmed', 0, 'rule'), about('services')]).toEqual(
      Array.from({ length: 4 }),
    )
  })

  it('an answer of a service is called by its number and name', () => {
    expect(about('services', 0, 'name')).toBe(service(language, 1, '海风'))
    expect(about('services', 1)).toBe(service(language, 2, '听潮'))
    expect(about('services', 2, 'lead', 'mobile')).toBe(service(language, 3))
    expect(about('services', 7, 'name')).toBe(service(language, 8))
  })

  it('an answer of a domain is called by the domain, where it has a name', () => {
    expect(about('services', 0, 'domains', 0, 'expires')).toBe('a.cn')
    expect(about('services', 0, 'domains', 1, 'expires')).toBe(service(language, 1, '海风'))
    expect(about('services', 0, 'domains')).toBe(service(language, 1, '海风'))
    expect(about('services', 7, 'domains', 0, 'name')).toBe(service(language, 8))
  })

  it('an answer of a platform is called by the service and the platform', () => {
    const own = service(language, 2, '听潮')
    const android = { zh: '安卓', en: 'android' }[language]
    expect(about('services', 1, 'app', 'platforms', 0, 'package')).toBe(`${own} · ${android}`)
    expect(about('services', 1, 'app', 'platforms', 1, 'package')).toBe(`${own} · wearables`)
    expect(about('services', 1, 'app', 'platforms', 2, 'package')).toBe(own)
    expect(about('services', 1, 'app', 'platforms', 7, 'package')).toBe(own)
    expect(about('services', 1, 'app', 'icon')).toBe(own)
    expect(about('services', 2, 'app', 'platforms', 0, 'os')).toBe(service(language, 3))
    expect(about('services', 7, 'app', 'platforms', 0, 'os')).toBe(service(language, 8))
  })

  it('a paper is called by its title, one that nobody described by its id', () => {
    const licence = { zh: '营业执照', en: 'business licence' }[language]
    expect(about('materials', 0, 'file')).toBe(licence)
    expect(about('materials', 1, 'file')).toBe('own-paper')
    expect(about('materials', 7, 'file')).toBe('')
    expect(nameOfMaterial('business-licence', book, languages[language])).toBe(licence)
  })

  it('whose a paper is, is called as the reader calls it', () => {
    const { principal, legalRepresentative, leadOf } = languages[language].about
    expect([owner(), owner('sponsor')]).toEqual([undefined, undefined])
    expect(owner('principal')).toBe(principal)
    expect(owner('legal-representative')).toBe(legalRepresentative)
    expect(owner('services.0')).toBe(service(language, 1, '海风'))
    expect(owner('services.1.app')).toBe(service(language, 2, '听潮'))
    expect(owner('services.0.lead')).toBe(leadOf(1, '海风'))
    expect(owner('services.12.lead')).toBe(leadOf(13, undefined))
  })

  it.each(['a.cn', 'services', 'services.x', 'services.1x', 'services.x1', 'services.12345', 'materials.0', 'news'])(
    '%s stays as it is written',
    of => {
      expect(owner(of)).toBe(of)
    },
  )
})
