// Bundles of every format there has been open forever; one of a later format says so.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { afterAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { z } from 'zod'
import { sealFor } from '../src/bundle/seal.ts'
import { writeArchive } from '../src/bundle/write-archive.ts'
import { run } from './trust/program.ts'

const kept = fileURLToPath(new URL('bundles', import.meta.url))
const day = '2026-11-24'

const work = mkdtempSync(join(tmpdir(), 'icp-prep-bundles-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

/** An archive of a bag, as its own command writes it, sealed or not. */
async function archived(bag: string, target: string, recipient?: string): Promise<void> {
  const zip = new ZipFile()
  for (const path of readdirSync(bag, { recursive: true, encoding: 'utf8' }))
    if (statSync(join(bag, path)).isFile()) zip.addBuffer(readFileSync(join(bag, path)), `bundle/${path}`)
  zip.end()
  const bytes = bytesOf(zip.outputStream)
  const chunks = recipient === undefined ? bytes : sealFor([recipient], bytes)
  await writeArchive(target, chunks, { replace: false, whenStopped: () => () => undefined })
}

async function* bytesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) yield Buffer.from(chunk)
}

/** The three shapes of a bundle, and the call that checks each. */
async function shapesOf(bag: string, name: string): Promise<readonly (readonly string[])[]> {
  const identity = await generateIdentity()
  writeFileSync(join(work, `${name}.key`), `${identity}\n`)
  cpSync(bag, join(work, name), { recursive: true })
  await archived(bag, join(work, `${name}.zip`))
  await archived(bag, join(work, `${name}.zip.age`), await identityToRecipient(identity))
  return [
    ['check', name],
    ['check', `${name}.zip`],
    ['check', `${name}.zip.age`, '--identity', `${name}.key`],
  ]
}

describe.each(readdirSync(kept))('a bundle of %s', name => {
  it('is verified and judged, as a folder, in an archive and sealed', async () => {
    for (const call of await shapesOf(join(kept, name), name)) {
      const { status, stdout, stderr } = run([...call, '--on', day, '--reporter', 'json'], { cwd: work })
      expect([stderr, status]).toEqual(['', 1])
      const report: unknown = JSON.parse(stdout)
      expect(report).toMatchObject({ unusable: [], filings: [{ province: 'guangdong', provider: 'aliyun', day }] })
    }
  })

  it.each([
    ['status', ['--reporter', 'json']],
    ['compare', ['--reporter', 'json']],
  ])('is read by %s', (command, flags) => {
    const { status, stdout, stderr } = run([command, name, '--on', day, ...flags], { cwd: kept })
    expect([stderr, status]).toEqual(['', 0])
    expect(stdout).toMatch(/林小雨|linxiaoyu/)
  })

  it('says which rules changed and which days came nearer since it was packed', () => {
    const { stdout } = run(['check', name, '--on', '2027-02-01', '--reporter', 'json'], { cwd: kept })
    const { filings } = z.object({ filings: z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(stdout))
    expect(Object.keys(filings[0] ?? {})).toContain('since-packed')
  })

  it('gives way to the bundle of today', () => {
    const filing = join(work, `filing-${name}`)
    cpSync(join(kept, name, 'data'), filing, { recursive: true })
    cpSync(join(kept, name), join(filing, 'bundle'), { recursive: true })
    expect(run(['pack', filing, '--on', day, '--force'], { cwd: work }).status).toBeLessThan(2)
    expect(run(['check', join(filing, 'bundle'), '--on', day], { cwd: work }).status).toBeLessThan(2)
  })
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

it('a bundle of a format not known yet is refused by that, as a folder, in an archive and sealed', async () => {
  const bag = join(work, 'later')
  cpSync(join(kept, 'format-1'), bag, { recursive: true })
  const findings = join(bag, 'data', 'findings.json')
  // Of the same length, so that the bag's own count of bytes still holds.
  writeFileSync(findings, readFileSync(findings, 'utf8').replace('"format": 1', '"format": 9'))
  sealAnew(bag)
  for (const call of await shapesOf(bag, 'unknown')) {
    const { status, stderr } = run([...call, '--lang', 'en'], { cwd: work })
    expect(status).toBe(2)
    expect(stderr).toMatch(/format 9/)
  }
})

it.each(['check', 'status', 'compare', 'pack', 'forms', 'init'])(
  'a filing of a format not known yet is refused by %s',
  command => {
    const filing = join(work, `later-filing-${command}`)
    mkdirSync(filing)
    const text = readFileSync(join(kept, 'format-1', 'data', 'icp.yaml'), 'utf8').replace(/^icp: 1$/m, 'icp: 2')
    writeFileSync(join(filing, 'icp.yaml'), text)
    const { status, stdout, stderr } = run([command, filing, '--lang', 'en'], { cwd: work })
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/icp\.yaml:\d+:\d+ .*format 2/)
    expect(readFileSync(join(filing, 'icp.yaml'), 'utf8')).toBe(text)
  },
)
