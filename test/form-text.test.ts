// The text of a form as it is written beside its material: every sign it knows, and every line it does not understand.
import { describe, expect, it } from 'vitest'
import { innerBlocks, textsOf } from '../src/rules/form-template.ts'
import { parseTemplate, piecesOf } from '../src/rules/parse-template.ts'

const blocksOf = (text: string) => parseTemplate(text).template.blocks
const problemsOf = (text: string) => parseTemplate(text).problems.map(({ path, got, want }) => [path[1], got, want])
const text = (words: string) => ({ text: words })
const field = (name: string) => ({ field: name })

describe('a piece of text', () => {
  it.each([
    ['', []],
    ['承诺书', [text('承诺书')]],
    ['{{sponsor.name}}', [field('sponsor.name')]],
    ['我单位{{ sponsor.name }}承诺', [text('我单位'), field('sponsor.name'), text('承诺')]],
    ['{{sponsor.name}}{{filing.day}}', [field('sponsor.name'), field('filing.day')]],
    ['{{blank}}年', [{ blank: 8 }, text('年')]],
    ['{{blank 4}}{{blank 12}}', [{ blank: 4 }, { blank: 12 }]],
    ['{{blank 123}}', [field('blank 123')]],
    ['{{a blank}}', [field('a blank')]],
    ['{{blanks}}', [field('blanks')]],
    ['{{{a}}', [text('{'), field('a')]],
    ['{{a}', [text('{{a}')]],
  ])('%s', (written, pieces) => {
    expect(piecesOf(written)).toEqual(pieces)
  })
})

describe('a line of a form', () => {
  it.each<[string, object]>([
    ['# 承诺书', { is: 'title', pieces: [text('承诺书')] }],
    ['# 承诺书 | Commitment ', { is: 'title', pieces: [text('承诺书')], en: 'Commitment' }],
    ['## 一、主体', { is: 'heading', pieces: [text('一、主体')] }],
    ['- 名称：{{sponsor.name}}', { is: 'row', label: '名称', pieces: [field('sponsor.name')] }],
    ['- 名称：', { is: 'row', label: '名称', pieces: [] }],
    ['- 时间：9：00', { is: 'row', label: '时间', pieces: [text('9：00')] }],
    ['- {{sponsor.name}}', { is: 'row', pieces: [field('sponsor.name')] }],
    ['-  {{sponsor.name}} ', { is: 'row', pieces: [field('sponsor.name')] }],
    ['> 请用黑色笔', { is: 'note', pieces: [text('请用黑色笔')] }],
    ['| a | {{b}} |', { is: 'columns', isHead: false, cells: [[text('a')], [field('b')]] }],
    ['| a | |', { is: 'columns', isHead: false, cells: [[text('a')], []] }],
    ['@sign 签字', { is: 'sign', label: '签字' }],
    ['@seal 盖章', { is: 'seal', label: '盖章' }],
    ['@fingerprint 手印', { is: 'fingerprint', label: '手印' }],
    ['@date', { is: 'date', label: '日期' }],
    ['@date 签署日期', { is: 'date', label: '签署日期' }],
    ['@copy 我已阅读', { is: 'copy', pieces: [text('我已阅读')] }],
    ['@to {{administration}}', { is: 'to', pieces: [field('administration')] }],
    ['@space 3', { is: 'space', lines: 3 }],
    ['@space 12', { is: 'space', lines: 12 }],
    ['承诺如下', { is: 'paragraph', pieces: [text('承诺如下')] }],
    ['#不是标题', { is: 'paragraph', pieces: [text('#不是标题')] }],
    ['### 也不是', { is: 'paragraph', pieces: [text('### 也不是')] }],
  ])('%s', (line, block) => {
    expect(parseTemplate(line)).toEqual({ template: { for: 'filing', blocks: [{ ...block, line: 1 }] }, problems: [] })
    expect(blocksOf(`\n\n  ${line}`)).toEqual([{ ...block, line: 3 }])
  })

  const commands = '@to, @each, @when, @else, @end, @sign, @seal, @fingerprint, @date, @copy, @space'
  const each = '@each service, @each domain, @each access, @each platform, @each approval, @each person'

  it.each([
    ['- 一句话', '- {{field}}'],
    ['- {{a}}{{b}}', '- {{field}}'],
    ['- {{blank}}', '- {{field}}'],
    ['- ：值', '- {{field}}'],
    ['@sign', '@sign …'],
    ['@seal', '@seal …'],
    ['@fingerprint', '@fingerprint …'],
    ['@copy', '@copy …'],
    ['@to', '@to …'],
    ['@space', '@space 3'],
    ['@space 100', '@space 3'],
    ['@space 3 lines', '@space 3'],
    ['@space a3', '@space 3'],
    ['@signature 签字', commands],
    ['@', commands],
    ['@Sign 签字', commands],
    ['@end', ''],
    ['@else', ''],
    ['@each service', '@end'],
    ['@when a = b', '@end'],
    ['@each filing\n甲\n@end', each],
    ['@each services\n甲\n@end', each],
    ['@when a\n甲\n@end', '@when fact = value, value'],
    ['@when a == b\n甲\n@end', '@when fact = value, value'],
    ['@when a != b\n甲\n@else\n乙', '@end'],
  ])('%j is told with what it should be', (lines, want) => {
    expect(problemsOf(lines)).toEqual([[1, lines.split('\n')[0], want]])
    expect(problemsOf(`甲\n\n${lines}`)).toEqual([[3, lines.split('\n')[0], want]])
  })

  it('that is told keeps the others', () => {
    expect(blocksOf('甲\n@sign\n乙').map(({ line }) => line)).toEqual([1, 3])
  })

  it('@else belongs to @when only', () => {
    expect(problemsOf('@each service\n@else\n@end')).toEqual([[2, '@else', '@end']])
    expect(problemsOf('@when a = b\n@else\n@else\n@end')).toEqual([[3, '@else', '@end']])
  })
})

describe('lines that belong together', () => {
  const paragraph = (lines: string) => blocksOf(lines).map(block => textsOf(block).flat())

  it.each([
    ['我单位\n承诺', '我单位承诺'],
    ['we\npromise', 'we promise'],
    ['we\npromise\nthis', 'we promise this'],
    ['我单位 we\n承诺', '我单位 we承诺'],
    ['我单位\nwe', '我单位we'],
  ])('%j is one paragraph', (lines, joined) => {
    expect(paragraph(lines)).toEqual([[text(joined)]])
  })

  it('have no blank behind an answer', () => {
    expect(paragraph('{{sponsor.name}}\nwe')).toEqual([[field('sponsor.name'), text('we')]])
  })

  it.each(['', '# 标题', '## 标题', '- 名称：甲', '> 注', '| a |', '@date'])('end before %j', next => {
    expect(blocksOf(`甲\n${next}\n乙`).map(({ line }) => line)).toEqual(next === '' ? [1, 3] : [1, 2, 3])
  })

  it.each(['#标题', '### 标题', '-名称', '>注', 'a # b', 'a - b', 'a > b', 'a | b', 'a @date'])(
    'do not end before %j',
    next => {
      expect(blocksOf(`甲\n${next}`)).toHaveLength(1)
    },
  )
})

describe('columns', () => {
  it.each(['|---|---|', '| --- | :-: |', '|-'])('have names where %s stands below', rule => {
    const [head, row] = blocksOf(`| a | b |\n${rule}\n| c | d |`)
    expect([head, row]).toMatchObject([
      { is: 'columns', isHead: true, line: 1 },
      { is: 'columns', isHead: false, line: 3 },
    ])
  })

  it.each(['| c | d |', '| : |', '甲|---|', '|---| x'])('have none where %s does', next => {
    expect(blocksOf(`| a | b |\n${next}`)[0]).toMatchObject({ isHead: false })
  })

  it('give their cells as texts', () => {
    expect(blocksOf('| a | b |').map(textsOf)).toEqual([[[text('a')], [text('b')]]])
  })
})

describe('a part of a form', () => {
  it('is repeated for each thing', () => {
    const [block] = blocksOf('@each domain\n甲\n@end\n乙')
    expect(block).toEqual({
      is: 'each',
      scope: 'domain',
      line: 1,
      blocks: [{ is: 'paragraph', pieces: [text('甲')], line: 2 }],
    })
    expect(block && innerBlocks(block)).toHaveLength(1)
    expect(block && textsOf(block)).toEqual([])
  })

  it('stands where a fact has one of the values, and another stands otherwise', () => {
    const [block] = blocksOf('@when service.kind = website, app\n甲\n@else\n乙\n丙\n\n丁\n@end')
    expect(block).toMatchObject({ is: 'when', fact: 'service.kind', not: false, values: ['website', 'app'], line: 1 })
    expect(block && innerBlocks(block).map(({ line }) => line)).toEqual([2, 4, 7])
  })

  it('stands where a fact has none of the values', () => {
    const [block] = blocksOf('@when service.kind != website\n甲\n@end')
    expect(block).toMatchObject({ is: 'when', not: true, values: ['website'], otherwise: [] })
  })

  it('may stand in another', () => {
    const [block] = blocksOf('@each service\n@when a = b\n甲\n@end\n@end')
    expect(block && innerBlocks(block)).toMatchObject([{ is: 'when', inside: [{ line: 3 }] }])
    const [paragraph] = blocksOf('甲')
    expect(paragraph && innerBlocks(paragraph)).toEqual([])
  })
})

describe('what one form is printed for', () => {
  it.each(['filing', 'service', 'domain', 'person'])('%s', scope => {
    const { template, problems } = parseTemplate(`---\nfor: ${scope}\n---\n# 承诺书\n`)
    expect([template.for, problems]).toEqual([scope, []])
    expect(template.blocks).toMatchObject([{ is: 'title', line: 4 }])
  })

  it('is the filing where nothing is said', () => {
    expect(parseTemplate('---\n\n---\r\n甲').template).toMatchObject({ for: 'filing', blocks: [{ line: 4 }] })
    expect(parseTemplate('').template).toEqual({ for: 'filing', blocks: [] })
  })

  it.each(['for: access', 'for: service please', 'before: for: service', 'title: x'])('%s is told', line => {
    const want = 'for: filing, for: service, for: domain, for: person'
    expect(problemsOf(`---\n${line}\n---\n甲`)).toEqual([[2, line, want]])
  })

  it('needs both of its lines', () => {
    expect(parseTemplate('---\nfor: service\n甲').template).toMatchObject({ for: 'filing', blocks: [{ line: 1 }] })
    expect(parseTemplate('甲\n---\nfor: service\n---').template).toMatchObject({ for: 'filing', blocks: [{ line: 1 }] })
  })
})
