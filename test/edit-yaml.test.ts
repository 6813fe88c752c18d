import * as fc from 'fast-check'
import { CORE_SCHEMA, YAML11_SCHEMA, load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Answer, removeAnswer, setAnswer } from '../src/disk/edit-yaml.ts'
import { type Path, type Tree, YamlProblem, readYaml } from '../src/disk/yaml.ts'
import { sketchedFiles } from './sketched-yaml.ts'

const filing = `# 海风的备案
icp: 1      # format version
sponsor:    # who files
  name: 海风软件   # as on the licence
  document: { type: id-card, number: "1" }

  # about the lead
principal:
services: []
materials:
  - { is: business-licence, file: a.jpg }
  - is: letter   # to be signed
    note: |
      第一行
  -
languages: [zh-hans]   # ISO 639
emergency: '139'
access: # bought
  product: ecs
`

/** The lines that differ, as `-old` and `+new`. */
function difference(before: string, after: string): string[] {
  const [old, now] = [before.split('\n'), after.split('\n')]
  const same = old.findIndex((line, at) => line !== now[at])
  const start = same < 0 ? old.length : same
  let end = 0
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++
  return [
    ...old.slice(start, old.length - end).map(line => `-${line}`),
    ...now.slice(start, now.length - end).map(line => `+${line}`),
  ]
}

describe('setAnswer changes the one line that says it', () => {
  const edits: [what: string, path: Path, value: Answer, lines: string[]][] = [
    [
      'a text',
      ['sponsor', 'name'],
      '北风',
      ['-  name: 海风软件   # as on the licence', '+  name: 北风   # as on the licence'],
    ],
    ['nothing, if it is said already', ['icp'], 1, []],
    ['a text in quotes stays in quotes', ['emergency'], '没有', ["-emergency: '139'", '+emergency: "没有"']],
    [
      'inside { }',
      ['sponsor', 'document', 'type'],
      'passport',
      ['-  document: { type: id-card, number: "1" }', '+  document: { type: passport, number: "1" }'],
    ],
    [
      'a key new to { }',
      ['sponsor', 'document', 'valid-to'],
      'long-term',
      [
        '-  document: { type: id-card, number: "1" }',
        '+  document: { type: id-card, number: "1", valid-to: long-term }',
      ],
    ],
    ['a key new to a mapping', ['sponsor', 'contact', 'city'], '深圳', ['+  contact:', '+    city: 深圳']],
    ['a value left empty', ['principal'], true, ['-principal:', '+principal: true']],
    ['a mapping under a key left empty', ['principal', 'name'], '王海', ['+  name: 王海']],
    [
      'a list under an empty one',
      ['services', 0, 'domains', 0, 'name'],
      'example.cn',
      ['-services: []', '+services:', '+  - domains:', '+      - name: example.cn'],
    ],
    [
      'an item new to [ ]',
      ['languages', 1],
      'en',
      ['-languages: [zh-hans]   # ISO 639', '+languages: [zh-hans, en]   # ISO 639'],
    ],
    ['a list of texts', ['languages'], ['en'], ['-languages: [zh-hans]   # ISO 639', '+languages: [en]   # ISO 639']],
    ['a block text', ['materials', 1, 'note'], '短', ['-    note: |', '-      第一行', '+    note: 短']],
    ['an item left empty', ['materials', 2, 'is'], 'photo', ['-  -', '+  - is: photo']],
    ['an item after the last', ['materials', 3, 'is'], 'photo', ['+  - is: photo']],
    ['items it skips', ['materials', 4, 'is'], 'photo', ['+  - null', '+  - is: photo']],
    [
      'an item as a whole',
      ['materials', 0],
      { is: 'photo', file: 'a.jpg' },
      ['-  - { is: business-licence, file: a.jpg }', '+  - { is: photo, file: a.jpg }'],
    ],
    [
      'a mapping as a whole, part by part',
      ['materials', 1],
      { is: 'seal', note: '第一行\n', of: ['a', 'b'] },
      [
        '-  - is: letter   # to be signed',
        '-    note: |',
        '-      第一行',
        '+  - is: seal   # to be signed',
        '+    note: |',
        '+      第一行',
        '+    of: [a, b]',
      ],
    ],
    ['a mapping to a text', ['access'], 'ecs', ['-  product: ecs', '+  ecs']],
    [
      'a text to a list of mappings',
      ['icp'],
      [{ a: 'b' }],
      ['-icp: 1      # format version', '+icp:      # format version', '+  - a: b'],
    ],
    ['a key new to the top', ['purpose'], 'file', ['+purpose: file']],
  ]
  it.each(edits)('%s', (_what, path, value, lines) => {
    expect(difference(filing, setAnswer(filing, path, value))).toEqual(lines)
  })

  it('in a text with CRLF and a byte order mark', () => {
    const edited = setAnswer('\uFEFFa: 1 # 甲\r\nb:\r\n  c: 2\r\n', ['b', 'd'], [{ e: '1' }])
    expect(edited).toBe('\uFEFFa: 1 # 甲\r\nb:\r\n  c: 2\r\n  d:\r\n    - e: "1"\r\n')
  })
  it.each([
    ['', ''],
    ['# 备案', '# 备案\n'],
    ['---\n', '---\n'],
  ])('starts a text that is %j', (before, kept) => {
    expect(setAnswer(before, ['services', 0, 'name'], '海')).toBe(`${kept}services:\n  - name: 海\n`)
  })
  it('in a text whose last line is not ended', () => {
    expect(setAnswer('a:\n  b: 1 # 甲', ['a', 'c'], '2026-12-01')).toBe('a:\n  b: 1 # 甲\n  c: 2026-12-01\n')
  })
})

describe('removeAnswer takes the value, its key and its comment', () => {
  const cuts: [path: Path, lines: string[]][] = [
    [['icp'], ['-icp: 1      # format version']],
    [['sponsor', 'document'], ['-  document: { type: id-card, number: "1" }']],
    [
      ['sponsor', 'document', 'type'],
      ['-  document: { type: id-card, number: "1" }', '+  document: { number: "1" }'],
    ],
    [
      ['sponsor', 'document', 'number'],
      ['-  document: { type: id-card, number: "1" }', '+  document: { type: id-card }'],
    ],
    [
      ['materials', 1, 'is'],
      ['-  - is: letter   # to be signed', '-    note: |', '+  - note: |'],
    ],
    [['materials', 0], ['-  - { is: business-licence, file: a.jpg }']],
    [
      ['languages', 0],
      ['-languages: [zh-hans]   # ISO 639', '+languages: []   # ISO 639'],
    ],
    [
      ['access', 'product'],
      ['-  product: ecs', '+  {}'],
    ],
    [['nowhere', 3, 'at-all'], []],
    [['icp', 'deeper'], []],
  ]
  it.each(cuts)('%j', (path, lines) => {
    expect(difference(filing, removeAnswer(filing, path))).toEqual(lines)
  })
  it.each([
    ['[a, b, c]', 0, '[b, c]'],
    ['[a, b, c]', 1, '[a, c]'],
    ['[a, b, c]', 2, '[a, b]'],
    ['[a,]', 0, '[]'],
    ['[a, # 甲\n  b]', 1, '[a, # 甲\n  ]'],
    ['[a, # 甲\n  b]', 0, '[ # 甲\n  b]'],
  ])('of x: %j item %i leaves %j', (list, item, left) => {
    expect(removeAnswer(`x: ${list}\n`, ['x', item])).toBe(`x: ${left}\n`)
  })
})

describe('an answer is written so that every reader takes it for the text it is', () => {
  it.each([
    ['13800138000', '"13800138000"'],
    ['44030519900101123X', '44030519900101123X'],
    ['91440300MA5FKT2C9R', '91440300MA5FKT2C9R'],
    ['914403001234E56789', '"914403001234E56789"'],
    ['010000', '"010000"'],
    ['0x1F', '"0x1F"'],
    ['1_000', '"1_000"'],
    ['190:20:30', '"190:20:30"'],
    ['2026-12-01', '2026-12-01'],
    ['203.0.113.10', '203.0.113.10'],
    ['true', '"true"'],
    ['No', '"No"'],
    ['~', '"~"'],
    ['Null', '"Null"'],
    ['', '""'],
    [' 海', '" 海"'],
    ['海 风', '海 风'],
    ['海　风', '"海　风"'],
    ['软件开发；信息咨询服务（深圳）', '软件开发；信息咨询服务（深圳）'],
    ['《海风》 #1', '"《海风》 #1"'],
    ['a: b', '"a: b"'],
    ['https://www.example.cn/a?b=c', '"https://www.example.cn/a?b=c"'],
    ['https://www.example.cn/a', 'https://www.example.cn/a'],
    ['wang@example.cn', 'wang@example.cn'],
    ['粤ICP备99000001号-1', '粤ICP备99000001号-1'],
    ['- a', '"- a"'],
    ['*重要', '"*重要"'],
    ['a, b', '"a, b"'],
    ['第一行\n第二行', '"第一行\\n第二行"'],
    ['\u200B\u2028\uFEFF\u{E0001}', '"\\u200b\\u2028\\ufeff\\U000e0001"'],
    ['\uD800\u0000\uFFFD\x7F', '"\\ud800\\u0000\\ufffd\\u007f"'],
    ['𠮷', '𠮷'],
    ['长'.repeat(300), '长'.repeat(300)],
  ])('%j as %s', (text, spelling) => {
    expect(setAnswer('', ['x'], text)).toBe(`x: ${spelling}\n`)
  })
  it('for YAML 1.1 and 1.2 alike, but that 1.1 has a type for dates', () => {
    const marks = fc.constantFrom(...Array.from('0123456789_.,:+-eExXoObBaAfF~yYnN/= #海\t\n\'"[]{}&*!|>%@`?<'))
    const spellings = fc.oneof(
      fc.string({ unit: marks, maxLength: 8 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('true', 'On', 'NULL', '.inf', '1e3'),
    )
    fc.assert(
      fc.property(spellings, text => {
        fc.pre(!/^\d{4}-\d\d-\d\d$/.test(text))
        const spelled = setAnswer('', ['x'], [text])
        expect(load(spelled, { schema: YAML11_SCHEMA })).toEqual({ x: [text] })
        expect(load(spelled, { schema: CORE_SCHEMA })).toEqual({ x: [text] })
        expect(parse(spelled, { version: '1.1' })).toEqual({ x: [text] })
        expect(parse(spelled)).toEqual({ x: [text] })
      }),
      { numRuns: 1000 },
    )
  })
  it('a number and a truth value without quotes', () => {
    expect(setAnswer('', ['x'], { a: 12, b: false })).toBe('x:\n  a: 12\n  b: false\n')
  })
})

describe('an edit is refused', () => {
  it.each([
    ['through a text', 'a: x\n', ['a', 'b'], { code: 'path', line: 1, column: 4, detail: 'b' }],
    ['by a word into a list', 'a:\n  - x\n', ['a', 'b'], { code: 'path', line: 2, column: 3, detail: 'b' }],
    ['of a text that is no YAML', 'a: [x\n', ['b'], { code: 'syntax', line: 2, column: 1 }],
    ['of a text with aliases', 'a: &x 1\nb: *x\n', ['c'], { code: 'alias', line: 1, column: 4 }],
  ])('%s', (_what, text, path, problem) => {
    const edit = () => setAnswer(text, path, 'y')
    expect(edit).toThrow(YamlProblem)
    expect(edit).toThrow(expect.objectContaining(problem))
  })
  it('where the text is spelled in a way that only a person can change', () => {
    expect(() => removeAnswer('a: |+\n  x\nb: 1\n\nc: 2\n', ['b'])).toThrow(expect.objectContaining({ code: 'edit' }))
    expect(() => setAnswer('a: 1\rb: 2\r', ['b'], '3')).toThrow(YamlProblem)
  })
})

const answers: fc.Arbitrary<Answer> = fc.letrec<{ answer: Answer }>(tie => ({
  answer: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('海风', '13800138000', '2026-12-01', 'a: b', '- x', 'null'),
    ),
    fc.boolean(),
    fc.integer(),
    fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
    fc.array(tie('answer'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('name', '名称', 'a b', '1', 'true'), tie('answer'), { maxKeys: 3 }),
  ),
})).answer

function texts(answer: Answer): Tree {
  if (typeof answer !== 'object') return String(answer)
  if (Array.isArray(answer)) return answer.map(texts)
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, texts(value)]))
}

/** A copy with another value at a path that is there or new to the last mapping or list on the way. */
function changed(tree: Tree, path: Path, value: Tree): Tree {
  const [step, ...deeper] = path
  if (step === undefined) return value
  if (Array.isArray(tree)) {
    const old = tree[Number(step)] ?? null
    return tree.toSpliced(Number(step), 1, changed(old, deeper, value))
  }
  if (tree === null || typeof tree === 'string') throw new Error('no way')
  return Object.fromEntries([...Object.entries(tree), [step, changed(tree[step] ?? null, deeper, value)]])
}

function without(tree: Tree, path: Path): Tree {
  const [step, ...deeper] = path
  if (step === undefined || tree === null || typeof tree === 'string') return tree
  if (Array.isArray(tree)) {
    return deeper.length === 0
      ? tree.toSpliced(Number(step), 1)
      : tree.with(Number(step), without(tree[Number(step)] ?? null, deeper))
  }
  const rest = Object.entries(tree).filter(([key]) => key !== String(step))
  return Object.fromEntries(deeper.length === 0 ? rest : [...rest, [step, without(tree[step] ?? null, deeper)]])
}

const runs = { numRuns: 300 }

describe('whatever a person wrote', () => {
  it('an answer at a value is read back, every other value and every comment stays', () => {
    fc.assert(
      fc.property(sketchedFiles, fc.nat(), answers, ({ text, leaves, comments }, pick, answer) => {
        const path = leaves[pick % leaves.length]
        if (path === undefined) return
        const edited = setAnswer(text, path, answer)
        expect(readYaml(edited).tree).toEqual(changed(readYaml(text).tree, path, texts(answer)))
        expect(comments.filter(comment => !edited.includes(comment))).toEqual([])
      }),
      runs,
    )
  })
  it('an answer new to a mapping or list is read back, every other value and every comment stays', () => {
    fc.assert(
      fc.property(sketchedFiles, fc.nat(), answers, ({ text, branches, comments }, pick, answer) => {
        const [path, is] = branches[pick % branches.length] ?? [[], 'mapping']
        const before = readYaml(text)
        const size = branches.length === 0 ? 0 : sizeAt(before.tree, path)
        const way = [...path, is === 'list' ? size : 'new key']
        const edited = setAnswer(text, way, answer)
        expect(readYaml(edited).tree).toEqual(changed(before.tree, way, texts(answer)))
        expect(comments.filter(comment => !edited.includes(comment))).toEqual([])
      }),
      runs,
    )
  })
  it('an answer in place of a mapping or list is read back, every other value stays', () => {
    fc.assert(
      fc.property(sketchedFiles, fc.nat(), answers, ({ text, branches }, pick, answer) => {
        const path = branches[pick % branches.length]?.[0] ?? []
        if (path.length === 0) return
        expect(readYaml(setAnswer(text, path, answer)).tree).toEqual(changed(readYaml(text).tree, path, texts(answer)))
      }),
      runs,
    )
  })
  it('a removed value is gone, every other value stays', () => {
    fc.assert(
      fc.property(sketchedFiles, fc.nat(), ({ text, leaves, branches }, pick) => {
        const paths = [...leaves, ...branches.map(([path]) => path)].filter(path => path.length > 0)
        const path = paths[pick % paths.length] ?? []
        fc.pre(!text.includes('|+'))
        expect(readYaml(removeAnswer(text, path)).tree).toEqual(without(readYaml(text).tree, path))
      }),
      runs,
    )
  })
})

function sizeAt(tree: Tree, path: Path): number {
  const [step, ...deeper] = path
  if (tree === null || typeof tree === 'string') return 0
  if (step === undefined) return Object.keys(tree).length
  return sizeAt((Array.isArray(tree) ? tree[Number(step)] : tree[step]) ?? null, deeper)
}
