import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LineCounter, isNode, parseDocument, stringify } from 'yaml'
import { type Path, type Position, type Tree, YamlProblem, readYaml } from '../src/disk/yaml.ts'
import type { SyntaxMistake } from '../src/disk/yaml-mistake.ts'
import { sketchedFiles } from './sketched-yaml.ts'

describe('a scalar is the text somebody wrote', () => {
  it.each<[string, Tree]>([
    ['110101199003078888', '110101199003078888'],
    ['010000', '010000'],
    ['051234', '051234'],
    ['0x1F', '0x1F'],
    ['1.10', '1.10'],
    ['1e3', '1e3'],
    ['true', 'true'],
    ['no', 'no'],
    ['2026-12-01', '2026-12-01'],
    ['"13800138000"', '13800138000'],
    ["'it''s'", "it's"],
    ['"a\\tb\\u6d77"', 'a\tb海'],
    ['海风 # 备注', '海风'],
    ['海\n  风', '海 风'],
    ['|\n  第一行\n  第二行', '第一行\n第二行\n'],
    ['|-\n  第一行\n\n  第二行\n', '第一行\n\n第二行'],
    ['>\n  a\n  b\n', 'a b\n'],
    ['""', ''],
    ['"null"', 'null'],
    ['nullify', 'nullify'],
    ['', null],
    ['# 备注', null],
    ['null', null],
    ['Null', null],
    ['~', null],
  ])('x: %j is %j', (written, value) => {
    expect(readYaml(`x: ${written}`).tree).toEqual({ x: value })
  })
  it('in mappings and lists of either style', () => {
    const text = 'a:\n- b: [1, { c: }, [d: e]]\n- \n"f": {g, "h":2, i: {}}\n<<: {j: k}\n'
    expect(readYaml(text).tree).toEqual({
      a: [{ b: ['1', { c: null }, [{ d: 'e' }]] }, null],
      f: { g: null, h: '2', i: {} },
      '<<': { j: 'k' },
    })
  })
  it('with a directive, a document start and an end', () => {
    expect(readYaml('%YAML 1.2\n--- # 备案\na: 1\n...\n').tree).toEqual({ a: '1' })
  })
  it('and no key reaches a prototype', () => {
    const { tree } = readYaml('__proto__: { polluted: yes }\nconstructor: x\n')
    expect(Object.entries(tree ?? {})).toEqual([
      ['__proto__', { polluted: 'yes' }],
      ['constructor', 'x'],
    ])
    expect('polluted' in {}).toBe(false)
  })
})

const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)

describe('what no filing needs is refused at its place', () => {
  it.each<[object, string]>([
    [{ code: 'empty', line: 1, column: 1 }, ''],
    [{ code: 'empty' }, '\uFEFF# 备案\n'],
    [{ code: 'empty' }, '---\n'],
    [{ code: 'alias', line: 2, column: 4, detail: '名' }, 'a: 1\nb: &名 2'],
    [{ code: 'alias', line: 2, column: 4, detail: '名' }, 'a: 1\nb: *名'],
    [{ code: 'tag', line: 1, column: 4, detail: '!!int' }, 'a: !!int 1'],
    [{ code: 'tag', line: 1, column: 4, detail: '!foo' }, 'a: !foo {}'],
    [{ code: 'duplicate-key', line: 3, column: 1, detail: '名' }, '名: 1\nb: 2\n名: 3'],
    [{ code: 'duplicate-key', line: 1, column: 11, detail: 'a' }, '{ "a": 1, a: 2 }'],
    [{ code: 'duplicate-key', line: 2, column: 1, detail: '__proto__' }, '__proto__: 1\n__proto__: 2'],
    [{ code: 'key', line: 1, column: 3 }, '? [a]\n: b'],
    [{ code: 'key', line: 1, column: 3 }, '{ { a: b }: c }'],
    [{ code: 'documents', line: 2, column: 1 }, 'a: 1\n---\nb: 2'],
    [{ code: 'documents', line: 3, column: 1 }, 'a: "---"\n...\nb: 2'],
    [{ code: 'binary', line: 1, column: 5, detail: 'U+0000' }, 'a: x\0'],
    [{ code: 'binary', line: 1, column: 5, detail: 'U+001B' }, '名: "\x1B[31m"'],
    [{ code: 'binary', line: 1, column: 5, detail: 'U+009F' }, '名: x\x9F'],
    [{ code: 'binary', line: 1, column: 4, detail: 'U+FFFD' }, '名: \uFFFD'],
    [{ code: 'depth', line: 1, column: 33, detail: '32' }, deep(33)],
    [{ code: 'depth', line: 1, column: 33, detail: '32' }, deep(5000)],
    [{ code: 'depth', line: 1, column: 67, detail: '32' }, `${'- '.repeat(33)}x`],
    [{ code: 'nodes', line: 1, column: 40_000, detail: '20000' }, `[${'x,'.repeat(20_000)}]`],
    [{ code: 'size', line: 1, column: 1, detail: '1048576' }, `x: ${'海'.repeat(349_525)}`],
  ])('%j', (problem, text) => {
    expect(() => readYaml(text)).toThrow(YamlProblem)
    expect(() => readYaml(text)).toThrow(expect.objectContaining(problem))
  })
  it('up to the limit all is read', () => {
    expect(() => readYaml(deep(32))).not.toThrow()
    expect(() => readYaml(`[${'x,'.repeat(19_999)}]`)).not.toThrow()
    expect(() => readYaml(`x: ${'海'.repeat(349_524)}`)).not.toThrow()
  })
  it('an alias bomb is refused before anything is built', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`)
    expect(() => readYaml(['l0: &l0 lol', ...levels].join('\n'))).toThrow(
      expect.objectContaining({ code: 'alias', line: 1, column: 5, detail: 'l0' }),
    )
  })
  it('no problem repeats a value in its message', () => {
    expect(() => readYaml('a: 13800138000\na: 13900139000')).toThrow(/^duplicate-key$/)
  })
})

describe('broken YAML is refused with what most likely went wrong', () => {
  it.each<[string, SyntaxMistake, number, number]>([
    ['a:\n\tb: 1', 'tab', 2, 1],
    ['a:\n  b: 1\n \tc: 2', 'tab', 3, 2],
    ['- a\n\t- b', 'tab', 2, 1],
    ['name：海风\nkind: x', 'full-width-colon', 1, 5],
    ['a: 1\n  - name：海风\n    kind: x', 'full-width-colon', 2, 9],
    ['a: 1\nname：海风', 'full-width-colon', 2, 5],
    ['a: 1\nname:海风\nkind: x', 'space-after-colon', 2, 5],
    ['x: { a: 甲，b: 2 }', 'full-width-comma', 1, 10],
    ['x: { a: 1 b: 2 }', 'comma', 1, 12],
    ['名: 注: c', 'colon', 1, 5],
    ['a: 1\nfoo\n', 'colon', 3, 1],
    ['a: @x', 'reserved-character', 1, 4],
    ['名称: %x', 'reserved-character', 1, 5],
    ['x: "abc\ny: 1', 'unclosed', 2, 1],
    ['x: { a: 1\ny: 2', 'unclosed', 2, 1],
    ['x: [a, b', 'unclosed', 1, 9],
    ['x: "\\q"', 'escape', 1, 6],
    ['s:\n  - a\n - b', 'indentation', 3, 2],
    ['海: 1\n  b: 2', 'indentation', 2, 4],
    ['a: 1\r\n\r\n}', 'unknown', 3, 1],
  ])('%j: %s at %i:%i', (text, detail, line, column) => {
    expect(() => readYaml(text)).toThrow(expect.objectContaining({ code: 'syntax', detail, line, column }))
  })
  it('and never with another error', () => {
    const marks = fc.constantFrom(...Array.from('ab1海 \t\n\r:-?,[]{}#&*!|>\'"%@`\\~.\uFEFF\0'))
    fc.assert(
      fc.property(fc.string({ unit: marks, maxLength: 30 }), text => {
        expect([undefined, YamlProblem]).toContain(thrownBy(() => readYaml(text).positionOf([])))
      }),
      { numRuns: 3000 },
    )
  })
})

const shown = (place?: Position) => place && `${place.line}:${place.column}`

describe('a value and its key know their line and column', () => {
  const text = `# 备案
icp: 1
主办单位: { 名称: 海风, 证件: "91440300" }
𠮷𠮷: 𠮷 # 𠮷
services:
  - kind: 'app'
    remark: |-  # 备注
      第一行
  -
  - - 'a'
    - >
      x
principal:
"quoted key":   plain
`
  const places: [path: Path, value: string | undefined, key: string | undefined][] = [
    [[], '2:1', undefined],
    [['icp'], '2:6', '2:1'],
    [['主办单位'], '3:7', '3:1'],
    [['主办单位', '名称'], '3:13', '3:9'],
    [['主办单位', '证件'], '3:21', '3:17'],
    [['𠮷𠮷'], '4:5', '4:1'],
    [['services'], '6:3', '5:1'],
    [['services', 0], '6:5', undefined],
    [['services', 0, 'kind'], '6:11', '6:5'],
    [['services', '0', 'remark'], '7:13', '7:5'],
    [['services', 1], '6:3', undefined],
    [['services', 2, 0], '10:7', undefined],
    [['services', 2, 1], '11:7', undefined],
    [['principal'], '13:1', '13:1'],
    [['quoted key'], '14:17', '14:1'],
    [['nowhere'], undefined, undefined],
    [['icp', 'deeper'], undefined, undefined],
    [['services', 3], undefined, undefined],
    [['constructor'], undefined, undefined],
  ]
  it.each(['\n', '\r\n', '\r', 'BOM'])('in a text whose lines end with %j', ending => {
    const read = readYaml(ending === 'BOM' ? `\uFEFF${text}` : text.replaceAll('\n', ending))
    expect(places.map(([path]) => [path, shown(read.positionOf(path)), shown(read.positionOfKey(path))])).toEqual(
      places,
    )
  })

  it('as the yaml package counts them, whatever a person wrote', () => {
    fc.assert(
      fc.property(sketchedFiles, ({ text: file, leaves, branches }) => {
        const read = readYaml(file)
        const lineCounter = new LineCounter()
        const document = parseDocument(file, { schema: 'failsafe', lineCounter })
        for (const path of [...leaves, ...branches.map(([branch]) => branch)]) {
          const node = document.getIn(path, true)
          if (!isNode(node) || !node.range || node.range[0] === node.range[1]) continue
          const { line, col } = lineCounter.linePos(node.range[0])
          const before = file.slice(node.range[0] - col + 1, node.range[0])
          expect([path, read.positionOf(path)]).toEqual([path, { line, column: Array.from(before).length + 1 }])
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('what the yaml package writes', () => {
  const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>(tie => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('海风', '13800138000', '2026-12-01', 'a: b', '- x', 'null', '第一行\n  第二行\n\n', ' # ', null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'name', '44')), tie('tree'), { maxKeys: 4 }),
    ),
  })).tree

  it('reads back as it was, in either style and any width', () => {
    fc.assert(
      fc.property(
        trees,
        fc.constantFrom('any', 'block', 'flow'),
        fc.constantFrom(0, 20, 80),
        (tree, style, lineWidth) => {
          const text = stringify({ tree }, { collectionStyle: style, lineWidth, aliasDuplicateObjects: false })
          fc.pre(!/[\uFFFD-\uFFFF]/.test(text))
          expect(readYaml(text).tree).toEqual({ tree })
        },
      ),
      { numRuns: 500 },
    )
  })
  it('reads numbers and truth values as they are written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.boolean()), value => {
        expect(readYaml(stringify({ value })).tree).toEqual({ value: stringify(value).trim() })
      }),
    )
  })
})

/** The class of what a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    call()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.constructor : error
  }
}
