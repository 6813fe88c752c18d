// A byte changed anywhere in a tag file: refused, and told by what it is.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { writeBag } from '../src/bundle/write-bag.ts'
import type { BagProblem, BagProblemCode } from '../src/model/bag-problem.ts'

const workspace = mkdtempSync(join(tmpdir(), 'bag-damage-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const info = { baggingDate: '2026-11-24', softwareAgent: 'icp-prep 0.1.0', externalIdentifier: 'example.cn' }
const sound = join(workspace, 'sound')
writeBag(
  sound,
  [
    { path: 'icp.yaml', from: { text: 'icp: 1\n' } },
    { path: '说明.md', from: { text: '# 备案包\n' } },
  ],
  info,
  { replace: false },
)

type Change = (bytes: Buffer, at: number) => Buffer
const replaced = (change: (byte: number) => number): Change => {
  return (bytes, at) => bytes.fill(change(bytes[at] ?? 0), at, at + 1)
}
const put = (byte: number): Change => {
  return (bytes, at) => Buffer.concat([bytes.subarray(0, at), Buffer.of(byte), bytes.subarray(at)])
}
const changes: readonly (readonly [string, Change])[] = [
  ...Array.from({ length: 8 }, (_, bit) => [`bit ${bit} flipped`, replaced(byte => byte ^ (1 << bit))] as const),
  ['a zero in its place', replaced(() => 0)],
  ['a line feed before it', put(0x0a)],
  ['itself left out', (bytes, at) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])],
  ['all behind it cut off', (bytes, at) => bytes.subarray(0, at)],
]

/** A checksum in other letters is the same checksum, and a blank or the line end behind a line another of its kind. */
const isSame = (original: Buffer, changed: Buffer): boolean => {
  const meaning = (bytes: Buffer) =>
    bytes
      .toString('latin1')
      .replaceAll(/^[0-9A-Fa-f]{64}/gm, sum => sum.toLowerCase())
      .replaceAll(/[ \t]+/g, ' ')
      .replaceAll(/\r\n|\r|\n/g, '\n')
      .replace(/\n$/, '')
  return meaning(original) === meaning(changed)
}

/** What may be told of each file, whatever else it may lead to. */
const told: Readonly<Record<string, (problem: BagProblem) => boolean>> = {
  'bagit.txt': ({ code, path }) =>
    path === 'bagit.txt' &&
    new Set<BagProblemCode>([
      'declaration-malformed',
      'version-unsupported',
      'encoding-unknown',
      'encoding-invalid',
      'tag-file-checksum',
    ]).has(code),
  'bag-info.txt': ({ code, path }) => path === 'bag-info.txt' && code === 'tag-file-checksum',
  'manifest-sha256.txt': ({ code, path }) => path === 'manifest-sha256.txt' && code === 'tag-file-checksum',
  // What seals the others is sealed by nothing: a wrong checksum, a line that is none, a name that is not there.
  'tagmanifest-sha256.txt': ({ code, path, detail }) =>
    [path, detail].includes('tagmanifest-sha256.txt') &&
    new Set<BagProblemCode>([
      'tag-file-checksum',
      'manifest-line',
      'tag-file-missing',
      'path-unsafe',
      'encoding-invalid',
      'tag-manifest-incomplete',
      'tag-manifest-lists-tag-manifest',
      'percent-encoding',
    ]).has(code),
}

describe('a bag with one byte changed in a tag file', () => {
  for (const [file, isTold] of Object.entries(told)) {
    it(`is refused, and ${file} named, whichever byte it is`, async () => {
      const bag = join(workspace, file)
      cpSync(sound, bag, { recursive: true })
      const original = readFileSync(join(bag, file))
      let harmless = 0
      const wrong: string[] = []
      for (let at = 0; at < original.length; at += 1) {
        for (const [sentence, change] of changes) {
          const changed = change(Buffer.from(original), at)
          writeFileSync(join(bag, file), changed)
          const errors = (await verifyBag(bag)).filter(({ severity }) => severity === 'error')
          const isHarmless = file === 'tagmanifest-sha256.txt' && isSame(original, changed)
          harmless += isHarmless ? 1 : 0
          const isRight = isHarmless ? errors.length === 0 : errors.some(isTold)
          if (!isRight) wrong.push(`byte ${at} with ${sentence}: ${JSON.stringify(errors)}`)
        }
      }
      expect(wrong).toEqual([])
      expect(harmless > 0).toBe(file === 'tagmanifest-sha256.txt')
    }, 120_000)
  }
})

it.each(['manifest-sha256.txt', 'fetch.txt', 'bag-info.txt'])(
  'a %s of lines that are none is read no further than it takes to tell',
  async name => {
    const bag = join(workspace, `endless-${name}`)
    cpSync(sound, bag, { recursive: true })
    writeFileSync(join(bag, name), 'a\n'.repeat(200_000))
    const problems = await verifyBag(bag)
    expect(problems.filter(({ path }) => path === name).length).toBeGreaterThan(999)
    expect(problems.length).toBeLessThan(2010)
  },
)
