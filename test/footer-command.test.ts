// `icp-prep footer`: the number each service shows, as the province wants it, and nothing that breaks out of the page.
import { parse } from 'node:path'
import { existsSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { footerHtml, footerOf } from '../src/bundle/footer.ts'
import { footerCommand, type FooterFlags } from '../src/commands/footer.ts'
import { UserError } from '../src/commands/user-error.ts'
import { readPublicSecurityNumber } from '../src/model/public-security-number.ts'
import type { Filing } from '../src/model/filing.ts'
import type { Language } from '../src/locales/index.ts'
import { context, filing, workspace } from './packed-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const two: Omit<Filing, 'icp'> = {
  services: [
    { kind: 'website', name: '海风软件' },
    { kind: 'app', name: '海风' },
  ],
}
const shown = (given: Omit<Filing, 'icp'>, numbers: readonly string[], wants: 'sponsor' | 'service') =>
  footerOf({ icp: '1', ...given }, numbers, wants, undefined).services.map(({ number }) => number?.text)

describe('the number of each service', () => {
  it.each<[string, Omit<Filing, 'icp'>, readonly string[], 'sponsor' | 'service', (string | undefined)[]]>([
    ['is its own', {}, ['京ICP备99000001号-1'], 'service', ['京ICP备99000001号-1']],
    ['is the sponsor’s where the province says so', {}, ['粤ICP备99000001号-1'], 'sponsor', ['粤ICP备99000001号']],
    ['is not made up where only the sponsor’s is known', {}, ['京ICP备99000001号'], 'service', [undefined]],
    [
      'goes to the service of its kind',
      two,
      ['京ICP备99000001号-2A', '京ICP备99000001号-1'],
      'service',
      ['京ICP备99000001号-1', '京ICP备99000001号-2A'],
    ],
    [
      'is an app’s own in every province',
      two,
      ['粤ICP备99000001号-1', '粤ICP备99000001号-2A'],
      'sponsor',
      ['粤ICP备99000001号', '粤ICP备99000001号-2A'],
    ],
    [
      'goes to services of one kind in their order',
      { services: [{ kind: 'website' }, { kind: 'website' }, { kind: 'website' }] },
      ['京ICP备99000001号-1', '京ICP备99000001号-2'],
      'service',
      ['京ICP备99000001号-1', '京ICP备99000001号-2', undefined],
    ],
    [
      'comes from the record where none is given',
      { services: [{ kind: 'website', record: { number: '京ICP备99000001号-3' } }] },
      [],
      'service',
      ['京ICP备99000001号-3'],
    ],
  ])('%s', (_what, given, numbers, wants, expected) => {
    expect(shown(given, numbers, wants)).toEqual(expected)
  })
})

describe('a service', () => {
  const link = 'https://beian.miit.gov.cn/'
  const services = (given: Omit<Filing, 'icp'>, numbers: readonly string[], wants: 'sponsor' | 'service' = 'service') =>
    footerOf({ icp: '1', ...given }, numbers, wants, undefined).services

  it('is told by its place, kind and name, with its number and where that leads', () => {
    expect(services({ services: [{ name: '海风软件' }, { kind: 'app' }] }, ['京ICP备99000001号-1'])).toStrictEqual([
      { position: 0, kind: 'website', name: '海风软件', number: { text: '京ICP备99000001号-1', link } },
      { position: 1, kind: 'app', without: '京ICP备99000001号' },
    ])
  })

  it('is a website without a number while nothing is known', () => {
    expect(services({}, [])).toStrictEqual([{ position: 0, kind: 'website' }])
  })

  it('is of the kind of the number where that is all there is', () => {
    expect(services({}, ['京ICP备99000001号-2A'])).toStrictEqual([
      { position: 0, kind: 'app', number: { text: '京ICP备99000001号-2A', link } },
    ])
  })

  it.each<[string, Omit<Filing, 'icp'>, 'sponsor' | 'service', string | undefined]>([
    [
      'a website the number of an app',
      { services: [{ kind: 'website', record: { number: '京ICP备99000001号-2A' } }] },
      'service',
      undefined,
    ],
    [
      'an app the number of a website',
      { services: [{ kind: 'app', record: { number: '京ICP备99000001号-1' } }] },
      'service',
      undefined,
    ],
    [
      'an app its own',
      { services: [{ kind: 'app', record: { number: '京ICP备99000001号-2A' } }] },
      'service',
      '京ICP备99000001号-2A',
    ],
    ['a service that is not on record none', { services: [{ record: 'none' }] }, 'service', undefined],
    ['a service on record without number none', { services: [{ record: {} }] }, 'service', undefined],
    [
      'a website the sponsor’s, where the province says so',
      { sponsor: { record: { number: '粤ICP备99000001号' } }, services: [{}] },
      'sponsor',
      '粤ICP备99000001号',
    ],
    [
      'a website none, where the sponsor is not on record',
      { sponsor: { record: 'none' }, services: [{}] },
      'sponsor',
      undefined,
    ],
    ['a website none, where of the sponsor nothing is told', { sponsor: {}, services: [{}] }, 'sponsor', undefined],
  ])('is given from the record: %s', (_what, given, wants, expected) => {
    expect(services(given, [], wants).map(({ number }) => number?.text)).toEqual([expected])
  })

  it('has the sponsor’s number of the record only beside it, where its own is wanted', () => {
    const given = { sponsor: { record: { number: '粤ICP备99000001号' } }, services: [{}] }
    expect(services(given, [])).toStrictEqual([{ position: 0, kind: 'website', without: '粤ICP备99000001号' }])
  })
})

describe('the HTML', () => {
  it('has a comment and a line for each service that has a number', () => {
    const given: Filing = { icp: '1', services: [{ name: 'a' }, { name: 'b' }, { kind: 'app', name: 'c' }] }
    const made = footerOf(given, ['京ICP备99000001号-1', '京ICP备99000001号-2A'], 'service', undefined)
    const line = (number: string) =>
      `<p style="text-align: center"><a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">${number}</a></p>`
    expect(footerHtml(made, ({ name = '' }) => name).split('\n')).toEqual([
      '<!-- a -->',
      line('京ICP备99000001号-1'),
      '<!-- c -->',
      line('京ICP备99000001号-2A'),
    ])
  })

  it.each([
    ['-a-b-', 'a-b'],
    ['a---b', 'a-b'],
    ['a<b>c', 'abc'],
    ['a  b\nc', 'a b c'],
  ])('writes %j into its comment as %j', (name, expected) => {
    const made = footerOf({ icp: '1' }, ['京ICP备99000001号-1'], 'service', undefined)
    expect(footerHtml(made, () => name).split('\n')[0]).toBe(`<!-- ${expected} -->`)
  })

  it('leads to the filing system, and to the page of the public-security number', () => {
    const footer = footerOf({ icp: '1' }, ['京ICP备99000001号-1'], 'service', '京公网安备 11010599000001号')
    expect(footerHtml(footer, () => 'website')).toBe(
      '<!-- website -->\n<p style="text-align: center"><a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">京ICP备99000001号-1</a> <a href="https://beian.mps.gov.cn/#/query/webSearch?code=11010599000001" target="_blank" rel="noopener noreferrer">京公网安备11010599000001号</a></p>',
    )
  })

  it.each(['--><script>alert(1)</script>', '-->', '>x', '->x', 'a--!>b', '<!--', 'x--'])(
    'is not left by a service called %s',
    name => {
      const footer = footerOf(
        { icp: '1', services: [{ kind: 'website', name }] },
        ['京ICP备99000001号-1'],
        'service',
        undefined,
      )
      const html = footerHtml(footer, service => service.name ?? '')
      const [, comment = '', rest = ''] = /^<!-- (.*?)-->\n(.*)$/s.exec(html) ?? []
      expect(comment).not.toMatch(/[<>]|--/)
      expect(rest).toMatch(/^<p style="text-align: center"><a [^<>]*>京ICP备99000001号-1<\/a><\/p>$/)
    },
  )
})

describe('a public-security number', () => {
  it.each([
    ['粤公网安备44030599000001号', '粤公网安备44030599000001号'],
    ['粤公网安备 44030599000001号', '粤公网安备44030599000001号'],
    ['川公网安备51010599000001', '川公网安备51010599000001号'],
    ['粤公网安备4403059900001号', undefined],
    ['粤公网安备00000000000000号', undefined],
    ['粤ICP备99000001号', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, expected) => {
    expect(readPublicSecurityNumber(text)?.text).toBe(expected)
  })
})

const footer = (dir: string, flags: Partial<FooterFlags> = {}, language: Language = 'en') =>
  footerCommand(dir, { number: [], publicSecurity: undefined, reporter: 'html', ...flags }, context(language))

/** What a wrong number is told. */
function refusal(run: () => unknown): Record<Language, string> {
  try {
    run()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return {
      zh: context('zh').words.input.problem(error.problem),
      en: context('en').words.input.problem(error.problem),
    }
  }
  throw new Error('it was taken')
}

const site = 'icp: 1\nprovince: guangdong\nservices:\n  - { kind: website, name: 海风软件 }\n'

describe('footer', () => {
  it('takes the numbers that the filing got', () => {
    const dir = filing(
      `${site}progress: { approved: 2026-11-20, numbers: [粤ICP备99000001号-1], public-security-number: 粤公网安备44030599000001号 }\n`,
      [],
    )
    const { text, code } = footer(dir, { reporter: 'text' })
    expect(code).toBe(0)
    expect(text).toBe(
      '粤ICP备99000001号-1  https://beian.miit.gov.cn/\n粤公网安备44030599000001号  https://beian.mps.gov.cn/#/query/webSearch?code=44030599000001',
    )
  })

  it('is a finding where there is no number yet', () => {
    const { text, talk, code } = footer(filing(site, []), {}, 'zh')
    expect([text, code]).toEqual(['', 1])
    expect(talk).toContain('还没有备案号')
    expect(talk).toContain('beian.mps.gov.cn')
  })

  it('needs no filing where the number is given', () => {
    const { root } = parse(process.cwd())
    expect(existsSync(`${root}icp.yaml`)).toBe(false)
    expect(footer(root, { number: ['浙ICP备2021000001号-2'] }).text).toContain('浙ICP备2021000001号-2</a>')
    expect(() => footer(root)).toThrow(UserError)
  })

  it('says that a number is of another province', () => {
    expect(footer(filing(site, []), { number: ['京ICP备99000001号-1'] }).talk).toContain('does not begin with 粤')
  })

  it.each([
    ['粤ICP备99000001', /99000001”不能用/],
    ['川ICP备99000001号-1', /蜀/],
    ['备案号：粤ICP备99000001号-1', /备案号：/],
    ['粤ICP备99000001-1号', /-1号”不能用/],
    ['粤ICP备12345678号', /12345678/],
    ['粤B2-20200001', /粤B2/],
    ['粤ICP备99000001号-2X', /小程序/],
    ['\u001b[2J', /\\u\{1b\}/],
  ])('explains what is wrong with %j', (number, expected) => {
    const { zh, en } = refusal(() => footer(filing(site, []), { number: [number] }))
    expect(zh).toMatch(expected)
    expect(en).not.toBe('')
  })

  it('is data for programs', () => {
    const { text } = footer(filing(site, []), { number: ['粤ICP备99000001号-1'], reporter: 'json' })
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      services: [{ kind: 'website', number: { text: '粤ICP备99000001号-1', link: 'https://beian.miit.gov.cn/' } }],
    })
  })
})
