// Made-up scans, good and spoiled, and what a look at each of them says.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lookAtMaterials } from '../src/materials/index.ts'
import { context, today } from './packed-world.ts'
import { corpus } from './scans/corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'scan-looks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const book = context('en').book.for('guangdong', 'aliyun')

async function codesOf(is: string, extension: string, bytes: Buffer): Promise<string[]> {
  writeFileSync(join(folder, `scan.${extension}`), bytes)
  const findings = await lookAtMaterials({ icp: '1', materials: [{ is, file: `scan.${extension}` }] }, folder, {
    book,
    day: today,
  })
  return findings.flatMap(({ verdict }) => (verdict.is === 'bad-scan' ? verdict.problem.code : []))
}

type Count = { right: number; wrong: number; missed: number }

/** `SCAN_SEEDS=11,12,13` looks at all of them and prints the table; otherwise some must do. */
const asked = process.env['SCAN_SEEDS']
const seeds = (asked ?? '11').split(',').map(Number)
const every = asked === undefined ? 3 : 1

describe('looks at a corpus of made-up scans', async () => {
  const counts = new Map<string, Count>()
  const mistakes: string[] = []
  const countOf = (code: string): Count => {
    const count = counts.get(code) ?? { right: 0, wrong: 0, missed: 0 }
    counts.set(code, count)
    return count
  }
  for (const seed of seeds)
    for await (const { name, is, extension, bytes, expected } of corpus(seed, every)) {
      const said = await codesOf(is, extension, bytes)
      for (const code of new Set([...said, ...expected])) {
        const isRight = said.includes(code) && expected.includes(code)
        countOf(code)[isRight ? 'right' : said.includes(code) ? 'wrong' : 'missed'] += 1
        if (!isRight) mistakes.push(`${name} (${seed}): ${said.includes(code) ? 'also' : 'not'} ${code}`)
      }
    }
  const precision = ({ right, wrong }: Count) => right / (right + wrong)
  const recall = ({ right, missed }: Count) => right / (right + missed)
  if (asked !== undefined) {
    console.table(
      [...counts].map(([code, count]) => ({ code, ...count, precision: precision(count), recall: recall(count) })),
    )
    console.log(mistakes.join('\n'))
  }

  it.each([...counts])('hit %s', (code, count) => {
    const isGood = precision(count) >= 0.95 && recall(count) >= 0.9
    expect(isGood ? [] : mistakes.filter(mistake => mistake.endsWith(` ${code}`))).toEqual([])
  })

  it('knew every kind of mistake', () => {
    expect([...counts.keys()].sort()).toEqual(
      ['blurred', 'bright', 'cut', 'dark', 'glare', 'grey', 'screen-photo', 'sideways'].sort(),
    )
  })
})
