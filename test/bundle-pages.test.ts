// The pages of a bundle: nothing breaks out of them, nothing is loaded into them, both languages say everything.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answersTo } from '../src/bundle/answers.ts'
import { code, link, plain } from '../src/model/escape-markdown.ts'
import { html } from '../src/bundle/html.ts'
import { placeName } from '../src/bundle/place-name.ts'
import { movedFiles, slotsOf } from '../src/bundle/slots.ts'
import type { Filing } from '../src/model/filing.ts'
import { complete, filing, mobile, pack, scans, workspace } from './packed-world.ts'
import { tables } from './small-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const pages = ['checklist.html', 'fill-sheet.html'] as const
const spoken = ['zh', 'en'] as const
const han = /\p{Script=Han}/u

/** A page of a bundle made from the text. */
async function pageOf(file: string, text: string, language: 'zh' | 'en'): Promise<string> {
  const dir = filing(text)
  await pack(dir, {}, language)
  return readFileSync(join(dir, 'bundle/data', file), 'utf8')
}

/** Headings and field names of a fill sheet, in their order. */
const labelsOf = (page: string) =>
  [...page.matchAll(/<h2>(.*?)<\/h2>|<div class="name">\s*([^<\s]+)/g)].map(([, heading, name]) => heading ?? name)

const attack = `x"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`
const attacked = complete
  .replace('深圳市海风软件有限公司', JSON.stringify(attack))
  .replace('name: 海风软件', `name: ${JSON.stringify(attack)}`)

describe.each(spoken)('a page in %s', language => {
  it.each(pages)('%s lets no name become markup', async file => {
    const page = await pageOf(file, attacked, language)
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert')
    expect(page).not.toContain('<img')
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  it('checklist.md lets no name become markup either', async () => {
    const page = await pageOf('checklist.md', attacked, language)
    expect(page).not.toMatch(/(?<!\\)<(script|img)/)
  })

  it.each(pages)('%s loads nothing, and its own policy forbids it to', async file => {
    const page = await pageOf(file, complete, language)
    expect(page).not.toMatch(/\ssrc=|@import|url\(|<link|<iframe|<form/)
    expect(page).toContain(`default-src &#39;none&#39;`)
    for (const [, tag = '', address = ''] of page.matchAll(/<(\w+)[^>]*\shref="([^"]*)"/g)) {
      expect(tag).toBe('a')
      expect(address).toMatch(/^(#|https:\/\/|materials\/)/)
    }
  })

  it('links to sources of the web only', async () => {
    const page = await pageOf('checklist.html', complete.replace(/.*business-licence, file.*\n/, ''), language)
    expect(page).toContain('href="https://example.org/guide?a=1&amp;b=2"')
    expect(page).toContain('A trap')
    expect(page).not.toContain('javascript:')
  })

  it.each(pages)('%s says which language it is in', async file => {
    const page = await pageOf(file, complete, language)
    expect(page).toMatch(language === 'zh' ? /<html lang="zh-CN"/ : /<html lang="en"/)
  })
})

describe('an English reader', () => {
  const latin = complete
    .replace('深圳市海风软件有限公司', 'Example Ltd')
    .replaceAll('海风软件', 'Example')
    .replace('王海', 'Wang')
    .replace(/region: "440305"\n/, '')

  it.each(['checklist.html', 'checklist.md', 'README.md'])(
    'finds no Chinese in %s but what the filer wrote',
    async file => {
      expect(await pageOf(file, latin, 'en')).not.toMatch(han)
    },
  )

  it('finds the English name beside the Chinese one in the fill sheet', async () => {
    const page = await pageOf('fill-sheet.html', complete, 'en')
    expect(page).toMatch(/<span lang="zh-CN">主体负责人手机号码<\/span>\s*<small class="soft">principal: mobile number/)
  })
})

describe('the checklist', () => {
  it('has its parts in the order they are needed', async () => {
    const page = await pageOf('checklist.md', complete.replace(/.*business-licence, file.*\n/, ''), 'en')
    expect(page.match(/^## .*$/gm)).toEqual([
      '## Compare first: what the provider locks',
      '## The seven steps and when to expect them',
      '## Sponsor (2)',
      '## Good to know (1)',
      '## Deadlines',
      '## Rule sheets used',
    ])
  })

  it('tells of a missing paper how it is made and on whose word it is asked for', async () => {
    const page = await pageOf('checklist.md', complete.replace(/.*business-licence, file.*\n/, ''), 'en')
    const section = page.slice(page.indexOf('### Missing'), page.indexOf('### Please'))
    for (const part of [
      'do this: Photograph the original',
      'Picture: ',
      'What it is: ',
      'national/licence',
      '<https://example.org/guide',
    ]) {
      expect(section).toContain(part)
    }
  })

  it('reckons the last day to submit from what the rules want to run', async () => {
    const page = await pageOf('checklist.md', complete, 'en')
    expect(page.slice(page.indexOf('## Deadlines'), page.indexOf('## Rule sheets')).match(/^- .*$/gm)).toEqual([
      expect.stringMatching(
        /^- \*\*2026-12-20\*\* submit by · Letter of commitment for the filing · 19 days left · signed on 2026-11-20$/,
      ),
      expect.stringMatching(
        /^- \*\*2027-11-17\*\* submit by · domain expires .*example\.cn.* · valid until 2028-01-01$/,
      ),
      expect.stringMatching(/^- \*\*2036-01-01\*\* ends · principal: document valid until/),
    ])
  })

  it('says who has to act, by their names', async () => {
    const led = complete
      .replace('lead: { same-as: principal }', 'lead: { name: 陈雨, mobile: "15800158000" }')
      .replace(`mobile: "${mobile}"`, 'mobile: "15800138000"')
      .replace('expires: 2028-01-01', 'expires: 2027-01-01, registrar: 示例注册商')
    const page = await pageOf('checklist.md', led, 'en')
    const headings = page.match(/^##+ .*$/gm) ?? []
    expect(headings.slice(2, 9)).toEqual([
      '## Sponsor (1)',
      '### Please check yourself',
      '## Principal 王海 (1)',
      '### What does not fit',
      '## Domain registrar 示例注册商 (1)',
      '### What does not fit',
      '## Good to know (1)',
    ])
  })

  it('keeps its ticks under a key that outlives a correction, and that no other filing shares', async () => {
    const keyOf = async (text: string) =>
      /data-filing="([^"]*)"/.exec(await pageOf('checklist.html', text, 'zh'))?.[1] ?? ''
    const [first, corrected, other] = [
      await keyOf(complete),
      await keyOf(complete.replace(mobile, '13900139000')),
      await keyOf(complete.replace('example.cn, expires', 'example.com, expires')),
    ]
    expect(first).toMatch(/^[0-9a-f]{12}$/)
    expect(corrected).toBe(first)
    expect(other).not.toBe(first)
  })

  it('asks to compare a locked value anew once it changed', async () => {
    const keysOf = async (text: string) =>
      [...(await pageOf('checklist.html', text, 'zh')).matchAll(/data-key="locked ([^"]*)"/g)].map(([, key]) => key)
    const before = await keysOf(complete)
    const after = await keysOf(complete.replace('91440300MA5FKT2C9R', '91440300MA5FKT2C8R'))
    expect(before.filter(key => !after.includes(key))).toEqual([
      expect.stringMatching(/^sponsor\.document\.number [0-9a-f]{4}$/),
    ])
  })

  it('tells the seven steps with the days to expect, in working days as far as holidays are known', async () => {
    const page = await pageOf('checklist.md', complete, 'en')
    const part = page.slice(page.indexOf('## The seven steps'), page.indexOf('## Sponsor'))
    expect(part.match(/^\d\. /gm)).toHaveLength(7)
    expect(part).toContain('**Upload and verification** · 2026-12-01 at the earliest')
    expect(part).toContain('**Initial review by Alibaba Cloud** · expected 2026-12-02 – 2026-12-03')
    expect(part).toContain('No public holidays are known')
  })

  it('folds the notes away by step', async () => {
    const page = await pageOf('checklist.html', complete, 'zh')
    expect(page).toMatch(
      /<details>\s*<summary>[^<]*<span class="count">1 条<\/span><\/summary>\s*<ul>\s*<li>备案号不变/,
    )
  })

  it('warns of guesses even when nothing is left to answer', async () => {
    const page = await pageOf('checklist.html', `${complete}guessed: [sponsor.contact-address]\n`, 'zh')
    expect(page).toContain('以下各项是估计值，核实前不能提交：通信地址')
  })
})

describe('the fill sheet', () => {
  it('follows the screens of the provider, and takes the lead’s answers from the principal', async () => {
    const page = await pageOf('fill-sheet.html', complete, 'zh')
    expect(labelsOf(page).slice(0, 9)).toEqual([
      '1. 基础信息',
      '备案地域（区县代码）',
      '主办单位名称',
      '服务名称',
      '域名',
      '2. 负责人',
      '主体负责人姓名',
      '主体负责人手机号码',
      '服务负责人手机号码',
    ])
    expect(page.match(/data-copy="13800138000"/g)).toHaveLength(2)
    expect(page).toContain('广东省 / 深圳市 / 南山区')
  })

  it('marks what the provider locks', async () => {
    const page = await pageOf('fill-sheet.html', complete, 'zh')
    const locked = [...page.matchAll(/<div class="name">\s*([^<\s]+)\s*<span class="tag">校验后锁定/g)].map(
      ([, name]) => name,
    )
    expect(locked).toEqual(['备案地域（区县代码）', '域名'])
  })

  it('follows icp.yaml where the screens are not known, and says so', async () => {
    const page = await pageOf('fill-sheet.html', complete.replace('aliyun', 'tencent'), 'zh')
    expect(page).toContain('尚无该接入服务商的页面顺序')
    expect(labelsOf(page).filter(each => /^\d\./.test(each ?? ''))).toEqual([
      '1. 备案信息',
      '2. 主办单位信息',
      '3. 主体负责人',
      '4. 法定代表人',
      '5. 互联网信息服务',
    ])
  })

  it('lists the scans in the order of upload', async () => {
    const page = await pageOf('fill-sheet.html', complete, 'en')
    expect([...page.matchAll(/href="(materials\/[^"]*)"/g)].map(([, path]) => path)).toEqual([
      'materials/01-business-licence.png',
      'materials/02-id-card-front.png',
      'materials/03-id-card-back.png',
      'materials/04-commitment-letter.png',
    ])
    expect(scans).toHaveLength(4)
  })
})

const scan = (is: string, of: string) => ({ is, of, file: `${is}-${of}.jpg` })

describe('slots', () => {
  const orders = {
    'business-licence': 10,
    'id-card-front': 20,
    'id-card-back': 21,
    'domain-certificate': 60,
    'domain-screenshot': 61,
    'app-icon': 80,
  }
  const materials = Object.fromEntries(
    Object.entries(orders).map(([material, order]) => [
      material,
      { material, order, title: { zh: '', en: '' }, what: { zh: '', en: '' } },
    ]),
  )
  const paths = (given: Omit<Filing, 'icp'>, kind = 'jpeg') =>
    slotsOf({ icp: '1', ...given }, materials, file => ({ source: `/${file}`, kind })).map(({ path }) => path)

  it('put the two sides of one person’s card side by side', () => {
    expect(
      paths({
        materials: [
          scan('id-card-front', 'services.10.lead'),
          scan('id-card-back', 'services.2.lead'),
          scan('id-card-back', 'principal'),
          scan('id-card-front', 'principal'),
          scan('id-card-front', 'services.2.lead'),
          scan('business-licence', 'sponsor'),
        ],
      }),
    ).toEqual([
      'materials/01-business-licence.jpg',
      'materials/02-id-card-front-principal.jpg',
      'materials/03-id-card-back-principal.jpg',
      'materials/04-id-card-front-services-2-lead.jpg',
      'materials/05-id-card-back-services-2-lead.jpg',
      'materials/06-id-card-front-services-10-lead.jpg',
    ])
  })

  it.each([
    { kind: 'jpeg', file: 'a.png', ends: '.jpg' },
    { kind: 'tiff', file: 'a', ends: '.tif' },
    { kind: 'pdf', file: 'a.jpg', ends: '.pdf' },
    { kind: 'text', file: 'a.svg', ends: '.svg' },
    { kind: 'unknown', file: 'a.b/../c', ends: '.bin' },
  ])('take $ends for $file that is $kind', ({ kind, file, ends }) => {
    expect(paths({ materials: [{ is: 'business-licence', file }] }, kind)).toEqual([
      `materials/01-business-licence${ends}`,
    ])
  })

  it.each([
    { is: '../../etc/passwd', name: 'etc-passwd' },
    { is: '营业执照', name: 'xn-vhqu80cf3kjis' },
    { is: '？', name: undefined },
    { is: 'CON', name: 'con' },
  ])('keep a material called $is inside the bundle', ({ is, name }) => {
    expect(paths({ materials: [{ is, file: 'a.jpg' }] })).toEqual([
      `materials/${['01', name].filter(Boolean).join('-')}.jpg`,
    ])
  })

  it('name Chinese domains in ASCII', () => {
    expect(
      paths({ materials: [scan('domain-certificate', 'example.cn'), scan('domain-certificate', '海风.cn')] }),
    ).toEqual(['materials/01-domain-certificate-example-cn.jpg', 'materials/02-domain-certificate-xn-90wo83g-cn.jpg'])
  })

  it('are none for papers without a file, and where no paper is written', () => {
    expect(paths({})).toEqual([])
    expect(paths({ materials: [{ is: 'business-licence' }] })).toEqual([])
  })

  it('tell two papers of one kind apart by whose they are, as far as that is said', () => {
    const front = { is: 'id-card-front', file: 'a.jpg' }
    expect(paths({ materials: [front, { ...front, of: 'services.0.lead' }] })).toEqual([
      'materials/01-id-card-front.jpg',
      'materials/02-id-card-front-services-0-lead.jpg',
    ])
  })

  it('put the papers of one domain together, in the order the domains are written', () => {
    expect(
      paths({
        materials: [
          scan('domain-certificate', 'b.cn'),
          scan('domain-certificate', 'a.cn'),
          scan('domain-screenshot', 'b.cn'),
        ],
      }),
    ).toEqual([
      'materials/01-domain-certificate-b-cn.jpg',
      'materials/02-domain-screenshot.jpg',
      'materials/03-domain-certificate-a-cn.jpg',
    ])
  })

  it('put what no sheet describes last', () => {
    expect(
      paths({
        materials: [
          { is: 'sketch', file: 'a.jpg' },
          { is: 'draft', file: 'b.jpg' },
          { is: 'business-licence', file: 'c.jpg' },
        ],
      }),
    ).toEqual(['materials/01-business-licence.jpg', 'materials/02-sketch.jpg', 'materials/03-draft.jpg'])
  })

  it('take the ending as it is written where nothing lies', () => {
    const slots = slotsOf(
      { icp: '1', materials: ['a.JPG', 'a'].map(file => ({ is: 'business-licence', file })) },
      materials,
      () => undefined,
    )
    expect(slots).toEqual([
      { field: ['materials', 0, 'file'], is: 'business-licence', path: 'materials/01-business-licence.jpg' },
      { field: ['materials', 1, 'file'], is: 'business-licence', path: 'materials/02-business-licence.bin' },
    ])
  })

  it.each([
    { name: 'another file', written: { is: 'app-icon', file: 'old.png' } },
    { name: 'another paper of the same file', written: { is: 'business-licence', file: 'icon.png' } },
  ])('hold an app’s icon beside $name', ({ written }) => {
    const given: Filing = { icp: '1', services: [{ app: {} }, { app: { icon: 'icon.png' } }], materials: [written] }
    const slots = slotsOf(given, materials, () => undefined)
    expect(slots.map(({ field, of }) => [field.join('.'), of])).toEqual([
      ['materials.0.file', undefined],
      ['services.1.app.icon', 'services.1'],
    ])
  })

  it('lead an icon that is written twice to its own slot', () => {
    const given: Filing = {
      icp: '1',
      services: [{ app: { icon: 'icon.png' } }],
      materials: [
        { is: 'business-licence', file: 'a.png' },
        { is: 'app-icon', file: 'icon.png' },
      ],
    }
    expect(
      movedFiles(
        given,
        slotsOf(given, materials, () => undefined),
      ).at(-1),
    ).toEqual({
      field: ['services', 0, 'app', 'icon'],
      path: 'materials/02-app-icon.png',
    })
  })

  it('hold an app’s icon once, and both answers lead to it', () => {
    const given: Filing = {
      icp: '1',
      services: [{ kind: 'app', app: { icon: 'icon.png' } }],
      materials: [{ is: 'app-icon', file: 'icon.png' }],
    }
    const slots = slotsOf(given, materials, file => ({ source: file, kind: 'png' }))
    expect(slots.map(({ path }) => path)).toEqual(['materials/01-app-icon.png'])
    expect(movedFiles(given, slots)).toEqual([
      { field: ['materials', 0, 'file'], path: 'materials/01-app-icon.png' },
      { field: ['services', 0, 'app', 'icon'], path: 'materials/01-app-icon.png' },
    ])
  })
})

describe('answers in the order of the fields', () => {
  const given: Filing = {
    icp: '1',
    sponsor: { kind: 'individual', name: '王海' },
    services: [
      { kind: 'website', name: 'one', record: 'none', domains: [{ name: 'a.cn' }, { name: 'b.cn' }] },
      {
        kind: 'app',
        name: 'two',
        'pre-approvals': [],
        app: { platforms: [{ os: 'ios' }] },
        access: [{ ips: ['203.0.113.1', { ip: '203.0.113.2' }] }],
      },
    ],
  }
  const told = (...fields: string[]) =>
    answersTo(fields, given).map(
      ({ of, answers }) =>
        `${of.join('.')}: ${answers.map(({ path, values }) => `${path.join('.')}=${values.join('|')}`).join(' ')}`,
    )

  it.each([
    {
      name: 'tell one service before the next',
      fields: ['services.name', 'services.kind'],
      is: [
        'services.0: services.0.name=one services.0.kind=website',
        'services.1: services.1.name=two services.1.kind=app',
      ],
    },
    {
      name: 'tell each of several domains apart',
      fields: ['services.domains.name'],
      is: [
        'services.0.domains.0: services.0.domains.0.name=a.cn',
        'services.0.domains.1: services.0.domains.1.name=b.cn',
      ],
    },
    {
      name: 'leave out what a website has no use for',
      fields: [
        'services.app.platforms.os',
        'services.pre-approvals.number',
        'services.record.number',
        'legal-representative.name',
      ],
      is: ['services.1: services.1.app.platforms.0.os=ios'],
    },
    {
      name: 'take only the address where its province stands beside it',
      fields: ['services.access.ips'],
      is: ['services.0: services.0.access.ips=', 'services.1: services.1.access.0.ips=203.0.113.1|203.0.113.2'],
    },
    {
      name: 'follow an individual to their own data',
      fields: ['principal.name', 'services.lead.name'],
      is: [': principal.name=王海', 'services.0: services.0.lead.name=王海', 'services.1: services.1.lead.name=王海'],
    },
    {
      name: 'keep a record as a whole apart from its own fields',
      fields: ['principal.name', 'principal', 'principal.mobile'],
      is: [': principal.name=王海 principal= principal.mobile='],
    },
    {
      name: 'tell libraries only of an app that has some, and a platform still to be written of one without',
      fields: ['services.app.sdks.name', 'services.app.platforms.os'],
      is: ['services.1: services.1.app.platforms.0.os=ios'],
    },
  ])('$name', ({ fields, is }) => {
    expect(told(...fields)).toEqual(is)
  })

  it('stand where they are written, a record as a whole at itself', () => {
    const places = answersTo(['principal', 'services.lead', 'services.lead.name'], given).flatMap(({ answers }) =>
      answers.map(({ at }) => at.join('.')),
    )
    expect(places).toEqual(['principal', 'services.0.lead', 'sponsor.name', 'services.1.lead', 'sponsor.name'])
  })

  it('tell the legal representative on record, also where the filing has none', () => {
    const recorded: Filing = {
      icp: '1',
      sponsor: { kind: 'enterprise', record: { 'legal-representative': { name: '林小雨' } } },
    }
    const fields = ['legal-representative.name', 'sponsor.record.legal-representative.name']
    expect(answersTo(fields, recorded).map(({ answers }) => answers)).toEqual([
      [
        {
          name: 'sponsor.record.legal-representative.name',
          path: ['sponsor', 'record', 'legal-representative', 'name'],
          at: ['sponsor', 'record', 'legal-representative', 'name'],
          values: ['林小雨'],
        },
      ],
    ])
  })
})

describe('the name of a place', () => {
  it.each([
    { code: '440305', name: '广东省 / 深圳市 / 南山区' },
    { code: '110105', name: '北京市 / 朝阳区' },
    { code: '999999', name: undefined },
    { code: '4403', name: undefined },
    { code: '4403050', name: undefined },
    { code: '区440305', name: undefined },
  ])('of $code is $name', ({ code: written, name }) => {
    expect(placeName(written, tables)).toBe(name)
  })
})

describe('escaping', () => {
  it.each([
    { given: `<a href="x" title='y'>&`, escaped: '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;' },
    { given: 'plain 中文', escaped: 'plain 中文' },
  ])('HTML: $given', ({ given, escaped }) => {
    expect(html`${given}`.html).toBe(escaped)
  })

  it.each([
    {
      given: '*a* _b_ `c` [d](e) <f> |g| ~h~ #i &amp; \\',
      escaped: String.raw`\*a\* \_b\_ \`c\` \[d\](e) \<f\> \|g\| \~h\~ \#i \&amp; \\`,
    },
    { given: 'two\n\nlines', escaped: 'two lines' },
  ])('Markdown: $given', ({ given, escaped }) => {
    expect(plain(given)).toBe(escaped)
  })

  it('Markdown: code cannot be closed, links lead to the web only', () => {
    expect(code('a`b')).toBe("`a'b`")
    expect(link('a', 'https://e.org/x y>z')).toBe('[a](<https://e.org/x%20y%3Ez>)')
    expect(link('a', 'javascript:alert(1)')).toBe('a')
  })
})
