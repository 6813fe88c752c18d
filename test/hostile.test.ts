// Input nobody would write: whatever bytes come, they are judged or refused by name, never by a crash. `npm run fuzz` tries a hundred thousand.
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered, parsed } from './trust/readers.ts'

const runs = Number(process.env['FUZZ_RUNS'] ?? 1500)
const seed = process.env['FUZZ_SEED']
const budget = Number(process.env['FUZZ_SECONDS'] ?? 20) * 1000
const options = {
  numRuns: runs,
  interruptAfterTimeLimit: budget,
  ...(seed === undefined ? {} : { seed: Number(seed) }),
}

const example = readFileSync('rules/examples/enterprise-guangdong/icp.yaml', 'utf8').replace(
  /\{\{[^}]*\}\}/g,
  '2027-01-01',
)

/** What is dear to those who break parsers. */
const shards = [
  ['\u0000', '\uFEFF', '\u202E', '\u2028', '\uD800', '\uFFFF', '\u001B[2J', '\r', '\t', '\n---\n', '\n...\n'],
  ['&a', '*a', '!!binary x', '<<: *a', '%YAML 9.9\n', '? ', '|9\n', '>-\n', '"\\xZZ"', "'", '{{{{', '[[[[', '}', ']'],
  ['__proto__: { icp: 1 }', 'constructor: x', 'toString: 1', '0x1F', '1e999', '-0', '.nan', '~', 'true', '2026-02-30'],
  ['[', '{', '- '].map(each => each.repeat(400)),
  ['9'.repeat(5000), '海'.repeat(5000)],
].flat()

/** A whole file with a few places cut out, doubled, or filled with a shard. */
const damaged = (whole: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(whole.length),
        cut: fc.nat(40),
        put: fc.oneof(fc.constantFrom(...shards), fc.string({ unit: 'binary', maxLength: 8 })),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map(cuts => cuts.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), whole))

const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...shards, ' ', '\n', ': ', 'icp: 1\n')).map(parts => parts.join('')),
)

/** Nothing of these may come out as it went in. */
const unseen = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u

describe('text that is no filing', () => {
  it('as YAML is a filing, a list of mistakes, or refused by name', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: damaged(example) }, noise), text => {
        const { is, told } = parsed(text)
        expect(is).toMatch(/^[a-z-]+$/)
        expect(told).toMatch(/\S/)
        expect(told).not.toMatch(unseen)
      }),
      options,
    )
  })

  it('as a line of JSON gets one line of JSON for an answer, which calls nothing a bug', async () => {
    const line = JSON.stringify({
      icp: 1,
      provider: 'aliyun',
      province: 'guangdong',
      sponsor: {
        kind: 'enterprise',
        name: '海风',
        document: { type: 'business-licence', number: '91440300MA5FKT2C9R' },
      },
      services: [{ kind: 'website', name: '海风', domains: [{ name: 'a.cn' }] }],
    })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          { weight: 2, arbitrary: damaged(line) },
          fc.json().map(json => `{"icp":1,"sponsor":${json},"services":[${json}]}`),
          noise,
        ),
        async text => {
          const answer = await answered(Buffer.from(text))
          expect(answer).not.toMatch(unseen)
          expect(answer).not.toMatch(/"code":"bug"/)
          const lines = answer.split('\n').filter(each => each !== '')
          expect(lines.map(each => typeof JSON.parse(each))).toEqual(lines.map(() => 'object'))
        },
      ),
      options,
    )
  })
})
