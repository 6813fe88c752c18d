// The NDJSON worker: one filing a line in, one record a line out, whatever the lines hold and however they arrive.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { JsonProblem, readJsonFiling } from '../src/disk/json-filing.ts'
import { LineFramer } from '../src/disk/line-framer.ts'
import { shardOf } from '../src/commands/shard.ts'
import { UserError } from '../src/commands/user-error.ts'
import { madeUpFiling } from './made-up-filings.ts'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const worker = ['check', '-', '--reporter', 'ndjson', '--lang', 'en', '--on', '2026-11-24']
const text = (index: number) => JSON.stringify(madeUpFiling(index))

const recordSchema = z.looseObject({
  line: z.number(),
  rules: z.string().length(64),
  ready: z.boolean().optional(),
  findings: z.array(z.looseObject({ rule: z.string(), kind: z.string() })).optional(),
  error: z
    .looseObject({
      code: z.string(),
      reason: z.string(),
      column: z.number().optional(),
      problems: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
    })
    .optional(),
})

const recordsIn = (output: string) =>
  output
    .split('\n')
    .slice(0, -1)
    .map(line => recordSchema.parse(JSON.parse(line)))

function run(input: string | Buffer, ...more: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...worker, ...more], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  return { records: recordsIn(stdout), stdout, stderr, status }
}

describe('a filing read from JSON', () => {
  it.each([
    ['{"number":110101199003078888}', { number: '110101199003078888' }],
    ['{"a":0.10,"b":-0,"c":1e400}', { a: '0.10', b: '-0', c: '1e400' }],
    ['{"a":1.0,"text":"9007199254740993 \\"1.5\\" 2.50"}', { a: '1', text: '9007199254740993 "1.5" 2.50' }],
    ['{"icp":1,"yes":true,"no":false,"nothing":null}', { icp: '1', yes: 'true', no: 'false', nothing: null }],
    ['{"list":[1,"010000",[90071992547409931]]}', { list: ['1', '010000', ['90071992547409931']] }],
    ['{"__proto__":{"a":"1"}}', Object.fromEntries([['__proto__', { a: '1' }]])],
    ['"text"', 'text'],
  ])('%s keeps its digits', (line, tree) => {
    expect(JSON.stringify(readJsonFiling(line))).toBe(JSON.stringify(tree))
  })

  it.each([
    ['{"a":1', 'json'],
    ['{"a":010000}', 'json'],
    ['{"a":1,"a":2}', 'duplicate-key'],
    ['{"a" :1,"a":2}', 'duplicate-key'],
    ['{"b":{"a":1,"\\u0061":2}}', 'duplicate-key'],
    ['{"a":"\\u0000"}', 'characters'],
    ['{"\\uffff":"x"}', 'characters'],
    [`${'['.repeat(40)}${']'.repeat(40)}`, 'depth'],
    [`[${'1,'.repeat(20_001)}1]`, 'nodes'],
  ])('%.40s is refused as %s', (line, code) => {
    expect(() => readJsonFiling(line)).toThrow(expect.objectContaining({ name: JsonProblem.name, code }))
  })

  it.each(['{"a":{"b":1},"c":{"b":2}}', '{"a":"\\":","b" : "x"}', '[{"a":1},{"a":2}]'])('%s repeats no key', line => {
    expect(readJsonFiling(line)).toBeTruthy()
  })
})

describe('lines out of chunks', () => {
  const framed = (chunks: readonly Buffer[], limit = 100) => {
    const framer = new LineFramer(limit)
    return [...chunks.flatMap(chunk => [...framer.push(chunk)]), ...framer.end()].map(line =>
      line.is === 'text' ? line.text : line.is,
    )
  }
  const bytes = Buffer.from('\uFEFF备案\r\n\n第二行 𠮷\nlast', 'utf8')

  it.each([1, 2, 3, 5, 7, 64])('of %d bytes are the same', size => {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
      bytes.subarray(at * size, (at + 1) * size),
    )
    expect(framed(chunks)).toEqual(['备案', '', '第二行 𠮷', 'last'])
  })

  it('are bounded, and the next line is whole again', () => {
    const long = Array.from({ length: 50 }, () => Buffer.from('x'.repeat(10)))
    expect(framed([...long, Buffer.from('\nnext\n')])).toEqual(['too-long', 'next'])
  })

  it('that are no UTF-8 are told apart', () => {
    expect(framed([Buffer.from([0xb1, 0xb8, 0x0a]), Buffer.from('ok')])).toEqual(['not-utf-8', 'ok'])
  })
})

describe('a share of the lines', () => {
  it.each(['0/4', '5/4', '1', '1/0', '-1/2', '1/2/3', 'a/b'])('is never %s', written => {
    expect(() => shardOf(written)).toThrow(UserError)
  })

  it('takes every line exactly once over all shares', () => {
    const shares = ['1/3', '2/3', '3/3'].map(shardOf)
    const takers = Array.from({ length: 10 }, (_, line) => shares.filter(({ mine }) => mine(line)).length)
    expect(takers).toEqual(Array.from({ length: 10 }, () => 1))
  })
})

describe('icp-prep check -', () => {
  it('answers every line once, in order, and says which rules judged it', () => {
    const { records, status, stderr } = run([5, 6, 7].map(index => `${text(index)}\n`).join(''))
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(new Set(records.map(({ rules }) => rules)).size).toBe(1)
    const rulesOf = (line: number) => records[line]?.findings?.map(({ rule }) => rule) ?? []
    expect(rulesOf(0)).toContain('aliyun/prod-term-billing')
    expect(rulesOf(1)).not.toContain('aliyun/prod-term-billing')
    expect(rulesOf(2)).toContain('national/domain-validity-aliyun')
    expect([status, stderr]).toEqual([0, ''])
  })

  it('masks what is personal and gives no more than is needed to act', () => {
    const wrong = text(1)
      .replace(/"13800000002"/, '"12345678901"')
      .replace(/("number":"440305\d{11}).(")/, '$1?$2')
    const { stdout } = run(`${wrong}\n`)
    expect(stdout).toContain('"kind":"fail"')
    expect(stdout).not.toMatch(/12345678901|440305\d{8}|13800000003|南山区科技园/)
  })

  it('gives a bad line a record that names it, and goes on', () => {
    const input = ['{"icp": "1", ', '', '[1]', '{"icp":"1","sponser":{"name":"x"}}', '{"icp":1,"icp":2}', text(1)]
    const { records, status } = run(input.join('\n'))
    expect(records.map(({ line, error }) => [line, error?.code])).toEqual([
      [1, 'json'],
      [2, 'empty'],
      [3, 'malformed'],
      [4, 'malformed'],
      [5, 'duplicate-key'],
      [6, undefined],
    ])
    expect(records[3]?.error?.problems).toEqual([
      { field: 'sponser', reason: expect.stringContaining('did you mean sponsor') },
    ])
    expect(status).toBe(0)
  })

  it('reads an identity number written as a number digit by digit', () => {
    const number = madeUpFiling(1).principal.document.number
    const asNumber = text(1).replaceAll(/"number":"(\d{18})"/g, '"number":$1')
    expect(number).toMatch(/^\d{18}$/)
    expect(asNumber).toContain(`"number":${number}`)
    const [record] = run(`${asNumber}\n`).records
    expect(record).toEqual(run(`${text(1)}\n`).records[0])
  })

  it('takes CRLF, and bytes that are no UTF-8 or far too many as bad lines', () => {
    const input = Buffer.concat([
      Buffer.from(`${text(1)}\r\n`),
      Buffer.from([0xff, 0xfe, 0x0a]),
      Buffer.from(`"${'长'.repeat(1_000_000)}"\n`),
      Buffer.from(text(2)),
    ])
    expect(run(input).records.map(({ error }) => error?.code)).toEqual([undefined, 'not-utf-8', 'too-long', undefined])
  })

  it('judges its share of the lines alone, under their numbers in the whole', () => {
    const input = Array.from({ length: 7 }, (_, index) => `${text(index)}\n`).join('')
    const lines = ['1/2', '2/2'].map(shard => run(input, '--shard', shard).records.map(({ line }) => line))
    expect(lines).toEqual([
      [1, 3, 5, 7],
      [2, 4, 6],
    ])
  })

  it.each([
    [['--shard', '0/2'], '--shard does not take “0/2”'],
    [['--reporter', 'json'], 'does not take “json”'],
    [['other.yaml'], 'does not take “other.yaml”'],
  ])('refuses %j with exit 2 before it reads a line', (more, sentence) => {
    const { stdout, stderr, status } = run('', ...more)
    expect(stderr).toContain(sentence)
    expect([stdout, status]).toEqual(['', 2])
  })

  it('answers nothing for no input', () => {
    expect(run('')).toMatchObject({ stdout: '', status: 0 })
  })
})

describe('a worker somebody talks to', () => {
  const start = () => {
    const child = spawn(process.execPath, [bin, ...worker])
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const answer = async () => {
      const { value } = await lines.next()
      return recordSchema.parse(JSON.parse(String(value)))
    }
    return { child, answer }
  }

  it('answers each line before the next is sent, and one sent in pieces once it is whole', async () => {
    const { child, answer } = start()
    child.stdin.write(`${text(1)}\n`)
    expect((await answer()).line).toBe(1)
    const [head, tail] = [text(2).slice(0, 700), text(2).slice(700)]
    child.stdin.write(head)
    child.stdin.write(`${tail}\n`)
    expect((await answer()).line).toBe(2)
    child.stdin.end()
    expect(await once(child, 'close')).toEqual([0, null])
  })

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('stops on %s with exit %d, after whole lines only', async (signal, code) => {
    const { child, answer } = start()
    child.stdin.write(`${text(1)}\n${text(2).slice(0, 300)}`)
    expect((await answer()).line).toBe(1)
    let rest = ''
    child.stdout.on('data', (chunk: Buffer) => (rest += chunk.toString()))
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([code, null])
    expect(rest).toBe('')
  })

  it('ends quietly when nobody reads on', () => {
    const pipeline = `yes '${text(1)}' | head -2000 | "$0" "$1" check - | head -1 | cut -c1-9; echo "\${PIPESTATUS[2]}"`
    const { stdout, stderr } = spawnSync('bash', ['-c', pipeline, process.execPath, bin], { encoding: 'utf8' })
    expect([stdout, stderr]).toEqual(['{"line":1\n0\n', ''])
  })
})
