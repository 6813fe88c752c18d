// Bundles of every format there has been open forever; one of a later format says so.
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { run } from './trust/program.ts'

const kept = fileURLToPath(new URL('bundles', import.meta.url))
const day = '2026-11-24'

it.each(readdirSync(kept))('a bundle of %s is verified and judged', name => {
  const { status, stdout, stderr } = run(['check', name, '--on', day, '--reporter', 'json'], { cwd: kept })
  expect([stderr, status]).toEqual(['', 1])
  const report: unknown = JSON.parse(stdout)
  expect(report).toMatchObject({ unusable: [], filings: [{ province: 'guangdong', provider: 'aliyun', day }] })
})

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

/** The checksums of a bag whose findings were changed, made anew. */
function sealAnew(bag: string): void {
  for (const [list, changed] of [
    ['manifest-sha256.txt', 'data/findings.json'],
    ['tagmanifest-sha256.txt', 'manifest-sha256.txt'],
    ['tagmanifest-sha256.txt', 'bag-info.txt'],
  ] as const) {
    const lines = readFileSync(join(bag, list), 'utf8').split('\n')
    const sum = sha256(join(bag, changed))
    writeFileSync(
      join(bag, list),
      lines.map(line => (line.endsWith(` ${changed}`) ? `${sum}  ${changed}` : line)).join('\n'),
    )
  }
}

it('a bundle of a format not known yet is refused by that', () => {
  const work = mkdtempSync(join(tmpdir(), 'icp-prep-later-'))
  const bag = join(work, 'bundle')
  cpSync(join(kept, 'format-1'), bag, { recursive: true })
  const findings = join(bag, 'data', 'findings.json')
  // Of the same length, so that the bag's own count of bytes still holds.
  writeFileSync(findings, readFileSync(findings, 'utf8').replace('"format": 1', '"format": 9'))
  sealAnew(bag)
  const { status, stderr } = run(['check', 'bundle', '--lang', 'en'], { cwd: work })
  expect(status).toBe(2)
  expect(stderr).toMatch(/format 9/)
})
