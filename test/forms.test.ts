// Which forms a filing needs, what stands in them, what they are printed from. The texts themselves are data: each is filled.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runsIn, textOf, textsIn, type Block } from '../src/forms/block.ts'
import { fileNames } from '../src/forms/file-names.ts'
import { formsNamed, neededForms, type NeededForm } from '../src/forms/needed.ts'
import { outdatedForms } from '../src/forms/outdated.ts'
import { changed, context, enterprise, individual, judged, withMaterial, without } from './form-world.ts'

const materials = join(process.cwd(), 'rules', 'materials')
const ids = readdirSync(materials)
  .filter(name => name.endsWith('.md'))
  .map(name => name.replace(/\.md$/, ''))

const form = (text: string, id: string): NeededForm => {
  const [first] = formsNamed([id], judged(text).book)
  if (!first) throw new Error(`no form ${id}`)
  return first
}
const wordsOf = (blocks: readonly Block[]) => blocks.flatMap(textsIn).join('\n')
const values = (blocks: readonly Block[]) =>
  blocks.flatMap(block => runsIn(block).flatMap(run => (run.is === 'value' ? [run.text] : [])))
const needed = (text: string) => {
  const { findings, book } = judged(text)
  return neededForms(findings, book)
}

describe.each(ids)('the text of %s', id => {
  it.each([
    ['an enterprise', enterprise],
    ['an individual', individual],
  ])('is filled for %s, with nothing left of its signs', (_who, filing) => {
    for (const { blocks } of formsNamed([id], judged(filing).book)) {
      expect(wordsOf(blocks)).not.toMatch(/[{}@|]\s|\{\{|^@/m)
      expect(blocks[0]?.is).toBe('title')
      expect(values(blocks).length).toBeGreaterThan(1)
    }
    expect(formsNamed([id], judged(filing).book).length).toBeGreaterThan(0)
  })

  it('is signed or sealed somewhere, and dated', () => {
    const kinds = form(enterprise, id).blocks.map(({ is }) => is)
    expect(kinds).toContain('date')
    expect(kinds.some(is => is === 'sign' || is === 'seal')).toBe(true)
  })

  it('tells a reader of English what its headings mean', () => {
    const headings = form(enterprise, id).blocks.flatMap(block =>
      block.is === 'title' || block.is === 'heading' ? [block] : [],
    )
    expect(headings.filter(({ en }) => en === undefined).map(({ runs }) => textOf(runs))).toEqual([])
  })

  it('has a material beside it that says how it is signed', () => {
    expect(existsSync(join(materials, `${id}.yaml`))).toBe(true)
    expect(readFileSync(join(materials, `${id}.yaml`), 'utf8')).toMatch(/^form:/m)
  })
})

describe('every letter the rules can call for', () => {
  it('has a text, unless somebody else writes it', () => {
    const letters = Object.keys(judged(enterprise).book.materials).filter(id =>
      /-(letter|authorization|notice|commitment|form|statement|consent|plan|description|approval)$/.test(id),
    )
    expect(letters.filter(id => !ids.includes(id))).toEqual(['pre-approval'])
  })
})

describe('a filing needs', () => {
  it('no form where everything is signed', () => {
    expect(needed(enterprise)).toEqual([])
    expect(needed(individual)).toEqual([])
  })

  it('the letter that a rule calls for, of whom it calls for it', () => {
    const forms = needed(without(enterprise, 'commitment-letter'))
    expect(forms.map(({ material, of }) => [material.material, of])).toEqual([['commitment-letter', undefined]])
  })

  it('the letter of a lead, named as the rule names the lead', () => {
    const fujian = changed(without(enterprise, 'lead-authorization'), ['province: guangdong', 'province: fujian'])
    const [letter] = needed(fujian).filter(({ material }) => material.material === 'lead-authorization')
    expect(letter?.of).toBe('services.0.lead')
    expect(wordsOf(letter?.blocks ?? [])).toContain('福建省通信管理局：')
  })

  it('one of several papers, and is told what would do instead', () => {
    const fujian = changed(enterprise, ['province: guangdong', 'province: fujian'])
    const named = changed(fujian, ['    name: 海风软件\n', '    name: 海风教育\n'])
    const [letter] = needed(named).filter(({ material }) => material.material === 'no-tutoring-letter')
    expect(letter?.instead).toEqual(['situation-statement', 'pre-approval'])
  })

  it.each([
    ['listed without a file', '{ is: situation-statement }'],
    ['said to be unsigned', '{ is: situation-statement, file: a.jpg, signed: false }'],
    ['said to lack the seal', '{ is: situation-statement, file: a.jpg, signed: true, sealed: false }'],
    ['printed from other answers', '{ is: situation-statement, file: a.jpg, printed-from: 000000 }'],
  ])('a letter that is %s', (_what, entry) => {
    expect(needed(withMaterial(enterprise, entry)).map(({ material }) => material.material)).toEqual([
      'situation-statement',
    ])
  })

  it('no letter that is listed and signed', () => {
    expect(needed(withMaterial(enterprise, '{ is: situation-statement, file: a.jpg, signed: true }'))).toEqual([])
  })

  it('a form for each service, under names of their own', () => {
    const second =
      '  - { kind: website, name: 海风文档, domains: [{ name: docs.example.cn }, { name: 海风.cn }] }\nmaterials:'
    const two = changed(enterprise, ['materials:', second])
    const forms = formsNamed(['content-description', 'commitment-letter', 'gov-domain-form'], judged(two).book)
    expect(fileNames(forms)).toEqual([
      'commitment-letter.pdf',
      'content-description-service-1.pdf',
      'content-description-service-2.pdf',
      'gov-domain-form-service-1-domain-1.pdf',
      'gov-domain-form-service-2-domain-1.pdf',
      'gov-domain-form-service-2-domain-2.pdf',
    ])
    expect(values(forms[0]?.blocks ?? [])).toContain('docs.example.cn、海风.cn')
  })
})

describe('what is printed', () => {
  it('are the answers in official words: codes by name, days in years, months, days, nothing masked', () => {
    const printed = values(form(enterprise, 'verification-form').blocks)
    expect(printed).toEqual(
      expect.arrayContaining([
        '企业',
        '居民身份证',
        '44030519900101123X',
        '13800138000',
        '广东省深圳市南山区',
        '阿里云',
      ]),
    )
    expect(values(form(enterprise, 'construction-plan').blocks)).toContain('云服务器 ECS')
    expect(values(form(enterprise, 'domain-relation-proof').blocks).join()).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/)
  })

  it('calls a row as the field is officially called', () => {
    expect(wordsOf(form(enterprise, 'lead-authorization').blocks)).toContain('服务类型\n网站')
  })

  it('leaves room for what is not known and invents nothing', () => {
    const bare = 'icp: 1\nsponsor: { kind: enterprise }\nservices: [{ kind: website }]\n'
    for (const id of ids) {
      const texts = formsNamed([id], judged(bare).book).flatMap(({ blocks }) => values(blocks))
      expect(texts.filter(text => text !== '企业' && text !== '网站')).toEqual([])
    }
    expect(
      form(bare, 'commitment-letter')
        .blocks.flatMap(runsIn)
        .filter(({ is }) => is === 'blank'),
    ).not.toEqual([])
  })

  it('differs between organizations and individuals', () => {
    const labels = (text: string) =>
      form(text, 'commitment-letter').blocks.flatMap(block => ('label' in block ? [block.is] : []))
    expect(labels(enterprise)).toEqual(['sign', 'seal', 'date'])
    expect(labels(individual)).toEqual(['sign', 'sign', 'fingerprint', 'date'])
  })

  it.each([
    ['sichuan', '@copy', '不开展面向高中及以下阶段学生的校外培训'],
    ['anhui', 'the answer of the education office', '属地教育部门'],
    ['beijing', 'boxes to tick', '□ 学校官方网站'],
  ])('follows the province: %s has %s', (province, _what, words) => {
    const text = (id: string) =>
      wordsOf(form(changed(enterprise, ['province: guangdong', `province: ${id}`]), 'no-tutoring-letter').blocks)
    expect(text(province)).toContain(words)
    expect(text('hunan')).not.toContain(words)
  })

  it('takes out what is invisible', () => {
    const odd = changed(enterprise, [
      'name: 深圳市海风软件有限公司',
      'name: "深圳市\\u200B海风\\u202E软件\\u0007有限公司"',
    ])
    expect(values(form(odd, 'commitment-letter').blocks).join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})

describe('what the page says of signing', () => {
  const requirements = (text: string, id: string) =>
    form(text, id)
      .requirements.map(({ zh }) => zh)
      .join('；')

  it('are the rules in force, of the kind of sponsor', () => {
    expect(requirements(enterprise, 'commitment-letter')).toContain('单位的承诺书须加盖公章')
    expect(requirements(enterprise, 'commitment-letter')).not.toContain('手印')
    expect(requirements(individual, 'commitment-letter')).toContain('个人的承诺书须按手印')
  })

  it('are those of the province', () => {
    const jiangsu = changed(enterprise, ['province: guangdong', 'province: jiangsu'])
    expect(requirements(jiangsu, 'authenticity-notice')).toContain('手抄')
    expect(requirements(jiangsu, 'commitment-letter')).not.toContain('广东')
  })

  it('tells where the administration has a template of its own', () => {
    const beijing = changed(enterprise, ['province: guangdong', 'province: beijing'])
    expect(form(beijing, 'no-tutoring-letter').hasOwnTemplate).toBe(true)
    expect(form(enterprise, 'content-description').hasOwnTemplate).toBe(false)
  })
})

describe('what a form was printed from', () => {
  const hash = (text: string) => form(text, 'commitment-letter').printedFrom

  it('is six hexadecimal digits, the same for the same answers', () => {
    expect(hash(enterprise)).toMatch(/^[0-9a-f]{6}$/)
    expect(hash(`${enterprise}\n# a comment\n`)).toBe(hash(enterprise))
  })

  it.each([
    ['the sponsor’s name', ['name: 深圳市海风软件有限公司', 'name: 深圳市海风科技有限公司']],
    ['the certificate number', ['91440300MA5FKT2C9R', '91440300MA5FKT2C9X']],
    ['a domain', ['- name: haifeng-example.cn', '- name: haifeng-example.com']],
    ['the province', ['province: guangdong', 'province: hainan']],
  ] as const)('changes with %s, which is printed', (_what, change) => {
    expect(hash(changed(enterprise, change))).not.toBe(hash(enterprise))
  })

  it.each([
    ['the mobile number', ['13800138000', '13800138001']],
    ['the registrar', ['registrar: 阿里云计算有限公司', 'registrar: 北京新网数码信息技术有限公司']],
    ['the billing', ['billing: subscription', 'billing: trial']],
    ['the spelling of the province', ['province: guangdong', 'province: 广东']],
  ] as const)('does not change with %s, which is not', (_what, change) => {
    expect(hash(changed(enterprise, change))).toBe(hash(enterprise))
  })

  const printed = (digits: string, text = enterprise) =>
    judged(withMaterial(text, `{ is: situation-statement, file: a.jpg, printed-from: "${digits}" }`)).book

  it('is compared with what it would be printed from now: other answers, a warning', () => {
    const now = form(enterprise, 'situation-statement').printedFrom
    expect(outdatedForms(printed(now))).toEqual([])
    expect(outdatedForms(printed(now.toUpperCase()))).toEqual([])
    const later = changed(enterprise, [/expires: \d{4}-\d{2}-\d{2}/, 'expires: 2031-05-05'])
    const [finding] = outdatedForms(printed(now, later))
    expect(finding).toMatchObject({
      severity: 'warning',
      verdict: { is: 'bad-scan', material: 'situation-statement', problem: { code: 'printed-from', got: now } },
      field: ['materials', 8, 'printed-from'],
    })
  })

  it('means nothing for a paper that is not printed here', () => {
    const { book } = judged(withMaterial(enterprise, '{ is: passport, file: a.jpg, printed-from: "123456" }'))
    expect(outdatedForms(book)).toEqual([])
  })

  it('has the text of every form from the compiled book', () => {
    expect(Object.keys(context.book.forms)).toEqual(ids)
  })
})
