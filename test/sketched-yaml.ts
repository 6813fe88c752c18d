/** YAML files as people write them: every style, comments and blank lines anywhere. */
import * as fc from 'fast-check'
import type { Path } from '../src/disk/yaml.ts'

type Sketch = { is: 'leaf'; text: string } | { is: 'mapping' | 'list'; flow: boolean; parts: SketchPart[] }
type SketchPart = { key: string; node: Sketch; above: string[]; behind: string }

/** A file as people write it, with the places of its values and its numbered comments. */
export type Written = { text: string; leaves: Path[]; branches: [Path, 'mapping' | 'list'][]; comments: string[] }

const keys = ['name', 'kind', '名称', 'valid-to', '"a: b"', "'9'", '44', '__proto__', 'constructor']
const words = ['海风', '010000', "'it''s'", '"a\\tb: # c"', '13800138000', '2026-01-01', '𠮷 𠮷', 'a#b', '""', 'yes']
const longer = ['', '~', '|\n  第一行\n   # 正文', '>-\n  a\n\n  b', '"a\n  b"', '海\n  风', '|+\n  a\n']

const leaf = (...choice: string[]) => fc.constantFrom(...choice).map((text): Sketch => ({ is: 'leaf', text }))

const { top: sketches } = fc.letrec<{ top: Sketch; inBlock: Sketch; inFlow: Sketch; flow: Sketch }>(tie => ({
  top: branch(tie('inBlock'), false),
  inBlock: fc.oneof({ depthSize: 'small' }, leaf(...words, ...longer), tie('top'), tie('flow')),
  inFlow: fc.oneof({ depthSize: 'small' }, leaf(...words), tie('flow')),
  flow: branch(tie('inFlow'), true),
}))

function branch(node: fc.Arbitrary<Sketch>, flow: boolean): fc.Arbitrary<Sketch> {
  const part = fc.record({
    key: fc.constantFrom(...keys),
    node,
    above: fc.array(fc.constantFrom('', '#', '  #'), { maxLength: 2 }),
    behind: fc.constantFrom('', ' ', ' #', '   # "x: {'),
  })
  return fc.record({
    is: fc.constantFrom('mapping', 'list'),
    flow: fc.constant(flow),
    parts: fc.uniqueArray(part, { selector: ({ key }) => key, minLength: flow ? 0 : 1, maxLength: 4 }),
  })
}

function handWritten(top: Sketch): Written {
  const result: Written = { text: '', leaves: [], branches: [], comments: [] }
  const numbered = (comment: string) => {
    if (!comment.includes('#')) return comment
    result.comments.push(`#${result.comments.length}#`)
    return comment.replace('#', `# ${result.comments.at(-1)}`)
  }
  const inFlow = (node: Sketch, margin: string, path: Path): string => {
    if (node.is === 'leaf') {
      result.leaves.push(path)
      return node.text
    }
    result.branches.push([path, node.is])
    const parts = node.parts.map(({ key, node: inner, above, behind }, at) => {
      const head = node.is === 'list' ? '' : `${key}: `
      const value = inFlow(inner, margin, [...path, node.is === 'list' ? at : bare(key)])
      const comma = at < node.parts.length - 1 ? ', ' : ''
      return `${head}${value}${comma}${above.length > 0 ? `${numbered(behind)}\n${margin}` : ''}`
    })
    return node.is === 'list' ? `[${parts.join('')}]` : `{ ${parts.join('')} }`
  }
  const below = (node: Sketch, column: number, path: Path, behind: string): string => {
    const margin = ' '.repeat(column)
    if (node.is === 'leaf' && node.text.includes('\n')) {
      return ` ${inFlow(node, margin, path).replaceAll('\n', `\n${margin}`)}\n`
    }
    if (node.is === 'leaf' || node.flow) return ` ${inFlow(node, margin, path)}${numbered(behind)}\n`
    result.branches.push([path, node.is])
    const parts = node.parts.map(({ key, node: inner, above, behind: next }, at) => {
      const before = above.map(line => (line === '' ? '\n' : `${margin}${numbered(line)}\n`)).join('')
      const step = node.is === 'list' ? at : bare(key)
      const head = node.is === 'list' ? '-' : `${key}:`
      return `${before}${margin}${head}${below(inner, column + 2, [...path, step], next)}`
    })
    const lines = parts.join('')
    const compact = path.length > 0 && typeof path.at(-1) === 'number' && node.parts[0]?.above.length === 0
    return compact ? ` ${lines.slice(column)}` : `${numbered(behind)}\n${lines}`
  }
  result.text = below(top, 0, [], '').slice(1)
  return result
}

function bare(key: string): string {
  return key.replace(/^(["'])(.*)\1$/, '$2')
}

/** Every style of value, in lines of LF or CRLF. */
export const sketchedFiles: fc.Arbitrary<Written> = fc.tuple(sketches, fc.boolean()).map(([top, crlf]) => {
  const file = handWritten(top)
  return crlf ? { ...file, text: file.text.replaceAll('\n', '\r\n') } : file
})
