// A reader of text that somebody brings along: by the command line or the library, compared and never believed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asSharp, shoot } from './scans/scene.ts'

const folder = mkdtempSync(join(tmpdir(), 'text-reader-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, [join(process.cwd(), 'bin', 'icp-prep.js'), ...args, '--lang', 'en'], {
    cwd: folder,
    encoding: 'utf8',
  })

function write(name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
}

const reading = (text: string) =>
  `({ width, height, rgb }) => {
    if (rgb.length !== width * height * 3) throw new Error('no picture')
    return Promise.resolve([{ text: '${text}', box: { x: 0, y: 0, width, height }, confidence: 0.97 }])
  }`
const other = '公民身份号码 440106199406158825'

const filing = `icp: 1
province: guangdong
provider: aliyun
principal:
  name: 王海
  document: { type: id-card, number: 44030519900101123X }
materials:
  - { is: id-card-front, of: principal, file: card.jpg }
`

const reportSchema = z.object({
  filings: z.array(z.object({ findings: z.array(z.looseObject({ kind: z.string() })) })),
})

function scanFindings(...args: string[]) {
  const { stdout, stderr } = run('check', 'a', '--reporter', 'json', ...args)
  if (stdout === '') throw new Error(stderr)
  return reportSchema
    .parse(JSON.parse(stdout))
    .filings.flatMap(({ findings }) => findings.filter(({ kind }) => kind === 'bad-scan'))
}

const numberDiffers = {
  severity: 'warning',
  detail: expect.stringContaining('the number read in the picture is'),
  scan: { code: 'text-number' },
}

beforeAll(async () => {
  const card = await asSharp(await shoot({ paper: 'id-card-front', seed: 1, manner: 'flat' }))
    .jpeg()
    .toBuffer()
  write('a/icp.yaml', filing)
  write('a/card.jpg', card)
  write('module.mjs', `export const read = ${reading(other)}`)
  write('agrees.mjs', `export default { read: ${reading('44030519900101123X')} }`)
  write('common.cjs', `exports.read = ${reading(other)}`)
  write('node_modules/made-up-reader/package.json', '{ "type": "module", "main": "index.js" }')
  write('node_modules/made-up-reader/index.js', `export default { read: ${reading(other)} }`)
  write('fails.mjs', "export const read = async () => { throw new Error('44030519900101123X') }")
  write('nonsense.mjs', 'export const read = async () => [{ text: 5 }]')
  write('empty.mjs', 'export const readers = 1')
  write('throws.mjs', "throw new Error('at once')")
})

describe('check --text-reader', () => {
  it('compares what a module reads with what was typed, and only warns', () => {
    expect(scanFindings('--text-reader', './module.mjs')).toMatchObject([numberDiffers])
    expect(scanFindings('--text-reader', 'common.cjs')).toMatchObject([numberDiffers])
    expect(scanFindings('--text-reader', join(folder, 'module.mjs'))).toMatchObject([numberDiffers])
    expect(scanFindings('--text-reader', './agrees.mjs')).toEqual([])
  })

  it('takes a package installed where the call is made', () => {
    expect(scanFindings('--text-reader', 'made-up-reader')).toMatchObject([numberDiffers])
  })

  it('is not missed: nothing is said where none is named', () => {
    expect(scanFindings()).toEqual([])
  })

  it('masks what was read, and writes nothing of what a failing reader says', () => {
    expect(run('check', 'a', '--text-reader', './module.mjs').stdout).not.toContain('440106199406158825')
    const { stdout, stderr, status } = run('check', 'a', '--text-reader', './fails.mjs')
    expect(stdout).toContain('the text reader failed on this picture')
    expect(stdout + stderr).not.toContain('44030519900101123X')
    expect(status).toBe(1)
    expect(scanFindings('--text-reader', './nonsense.mjs')).toMatchObject([
      { severity: 'info', scan: { code: 'text-unread' } },
    ])
  })

  it.each([
    ['./nowhere.mjs', 'there is no module ./nowhere.mjs'],
    ['no-such-package-of-ours', 'there is no module no-such-package-of-ours'],
    ['./empty.mjs', 'exports no read(image)'],
    ['./throws.mjs', 'failed while it was loaded'],
  ])('%s is refused: %s', (module, told) => {
    const { stderr, status } = run('check', 'a', '--text-reader', module)
    expect(stderr).toContain(told)
    expect(stderr).not.toContain('    at ')
    expect(status).toBe(2)
  })

  it('is never taken from a filing', () => {
    write('named/icp.yaml', `${filing}text-reader: ../module.mjs\n`)
    const { stdout, stderr, status } = run('check', 'named')
    expect(stdout + stderr).toContain('text-reader')
    expect(status).toBe(2)
  })

  it('reads in every thread', () => {
    for (let index = 0; index < 4; index += 1) {
      write(`many/${index}/icp.yaml`, filing.replace('card.jpg', '../../a/card.jpg'))
    }
    const { stdout } = run('check', 'many', '--reporter', 'ndjson', '--jobs', '2', '--text-reader', './module.mjs')
    expect(stdout.match(/"problem":"text-number"/g)).toHaveLength(4)
  })
})

describe('attach --text-reader', () => {
  it('says what the reader doubts about the picture it put into the slot', () => {
    const call = ['attach', 'a/card.jpg', '--as', 'id-card-front', '--of', 'principal', '--dir', 'a']
    expect(run(...call, '--text-reader', './module.mjs').stdout).toContain('the number read in the picture is')
    expect(run(...call).stdout).not.toContain('the number read')
  })
})

describe('the library', () => {
  it('takes a reader as it is', () => {
    const library = pathToFileURL(join(process.cwd(), 'dist', 'library.js')).href
    const program = `import { checkFilingWithScans } from '${library}'
      const options = { on: '2026-11-24', folder: 'a', textReader: { read: ${reading(other)} } }
      const { findings } = await checkFilingWithScans(${JSON.stringify(filing)}, options)
      const { findings: unread } = await checkFilingWithScans(${JSON.stringify(filing)}, { on: '2026-11-24', folder: 'a' })
      const scans = all => all.filter(({ kind }) => kind === 'bad-scan')
      console.log(JSON.stringify([scans(findings), scans(unread)]))`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject([[numberDiffers], []])
  })
})
