// Whom or what an answer or a paper belongs to, in the reader’s words.
import { describe, expect, it } from 'vitest'
import { aboutPath, nameOfMaterial, nameOfOwner } from '../src/bundle/about.ts'
import { en } from '../src/locales/en.ts'
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
    { name: 'Shop', domains: [{ name: 'a.cn' }, {}] },
    { kind: 'app', name: 'Chat', app: { platforms: [{ os: 'ios' }, { os: 'harmony' }, {}] } },
  ],
  materials: [{ is: 'business-licence' }, { is: 'sketch' }],
}
const blank: Filing = { icp: '1' }

describe('an answer', () => {
  const whose = (path: Path, given: Filing) => aboutPath(path, { filing: given, book, words: en })

  it.each<[string, Path, string | undefined]>([
    ['of the sponsor is nobody’s in particular', ['sponsor', 'name'], undefined],
    ['of another list neither', ['confirmed', 0, 'on'], undefined],
    ['of a service is the service’s', ['services', 0, 'name'], 'service 1 Shop'],
    ['of a domain is the domain’s', ['services', 0, 'domains', 0, 'expires'], 'a.cn'],
    ['of a domain without a name is the service’s', ['services', 0, 'domains', 1, 'expires'], 'service 1 Shop'],
    ['of a domain not written is the service’s', ['services', 0, 'domains', 2, 'expires'], 'service 1 Shop'],
    ['of a first domain not written is the service’s', ['services', 1, 'domains', 0, 'expires'], 'service 2 Chat'],
    ['of any other list is the service’s', ['services', 0, 'pre-approvals', 0, 'type'], 'service 1 Shop'],
    ['of a platform is the platform’s', ['services', 1, 'app', 'platforms', 0, 'package'], 'service 2 Chat · ios'],
    ['of a platform unknown to us, too', ['services', 1, 'app', 'platforms', 1, 'package'], 'service 2 Chat · harmony'],
    ['of a platform not told is the app’s', ['services', 1, 'app', 'platforms', 2, 'package'], 'service 2 Chat'],
    ['of a platform not written is the app’s', ['services', 1, 'app', 'platforms', 3, 'package'], 'service 2 Chat'],
    ['of an app is the app’s', ['services', 1, 'app', 'icon'], 'service 2 Chat'],
    ['of an address is the app’s, not a platform’s', ['services', 1, 'access', 'ips', 0], 'service 2 Chat'],
    ['of a material is the material’s', ['materials', 0, 'file'], 'business licence'],
    ['of a material unknown to us, too', ['materials', 1, 'file'], 'sketch'],
  ])('%s', (_what, path, expected) => {
    expect(whose(path, filing)).toBe(expected)
  })

  it.each<[string, Path, string]>([
    ['service', ['services', 2, 'name'], 'service 3'],
    ['domain', ['services', 0, 'domains', 0, 'name'], 'service 1'],
    ['platform', ['services', 0, 'app', 'platforms', 0, 'package'], 'service 1'],
    ['material', ['materials', 0, 'file'], ''],
  ])('of a %s that is not written has no name', (_what, path, expected) => {
    expect(whose(path, blank)).toBe(expected)
    expect(whose(path, { ...blank, services: [{ app: {} }] })).toBe(expected)
  })
})

describe('a paper', () => {
  it.each<[string | undefined, string | undefined]>([
    [undefined, undefined],
    ['sponsor', undefined],
    ['principal', 'principal'],
    ['legal-representative', 'legal representative'],
    ['services.1', 'service 2 Chat'],
    ['services.1.lead', 'lead of service 2 Chat'],
    ['services.7.lead', 'lead of service 8'],
    ['services', 'services'],
    ['services.x', 'services.x'],
    ['services.12345', 'services.12345'],
    ['services.1x', 'services.1x'],
    ['a.cn', 'a.cn'],
    ['a.1', 'a.1'],
  ])('of %s is of %s', (of, expected) => {
    expect(nameOfOwner(of, { filing, book, words: en })).toBe(expected)
  })

  it('of a service that is not written is told by its number', () => {
    expect(nameOfOwner('services.0', { filing: blank, book, words: en })).toBe('service 1')
  })

  it('is called by its title, else as it is written', () => {
    expect(nameOfMaterial('business-licence', book, en)).toBe('business licence')
    expect(nameOfMaterial('sketch', book, en)).toBe('sketch')
  })
})
