// `pack`: a filing and its scans in, a bundle that verifies out.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { checkCommand } from '../src/commands/check.ts'
import { UserError } from '../src/commands/user-error.ts'
import {
  context,
  complete,
  filing,
  idNumber,
  mobile,
  address,
  pack,
  picture,
  scans,
  workspace,
} from './packed-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

const bytesOf = (folder: string) =>
  Object.fromEntries(filesIn(folder).map(file => [file, readFileSync(join(folder, file)).toString('base64')]))

const dataOf = (dir: string, file: string) => readFileSync(join(dir, 'bundle', 'data', file), 'utf8')

const without = (text: string, line: RegExp) => text.replace(line, '')

/** Codes of the UserError a call ends in. */
async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.catch((thrown: unknown) => thrown)
  return error instanceof UserError ? error.problem.code : String(error)
}

describe('a bundle', () => {
  it('verifies, and holds the pages, the filing, the findings and the scans under slot names', async () => {
    const dir = filing(complete)
    await pack(dir)
    expect(await verifyBag(join(dir, 'bundle'))).toEqual([])
    expect(filesIn(join(dir, 'bundle', 'data'))).toEqual([
      'README.md',
      'calendar.ics',
      'checklist.html',
      'checklist.md',
      'fill-sheet.html',
      'fill-sheet.md',
      'findings.json',
      'icp.yaml',
      'materials/01-business-licence.png',
      'materials/02-id-card-front.png',
      'materials/03-id-card-back.png',
      'materials/04-commitment-letter.png',
    ])
    expect(readFileSync(join(dir, 'bundle/data/materials/02-id-card-front.png'))).toEqual(picture('scans/front.png'))
  })

  it('has the same bytes for the same filing on the same day, wherever it is packed', async () => {
    const [one, other] = [filing(complete), filing(complete)]
    await pack(one)
    await pack(other, { out: join(workspace, 'elsewhere') })
    expect(bytesOf(join(workspace, 'elsewhere'))).toEqual(bytesOf(join(one, 'bundle')))
  })

  it('is named without a person or company, and dated', async () => {
    const dir = filing(complete)
    await pack(dir)
    const info = readFileSync(join(dir, 'bundle', 'bag-info.txt'), 'utf8')
    expect(info).toMatch(/^External-Identifier: guangdong-aliyun-[0-9a-f]{8}$/m)
    expect(info).toMatch(/^Bagging-Date: 2026-12-01$/m)
    expect(info).toMatch(/^Bag-Software-Agent: icp-prep 9\.9\.9$/m)
  })

  it('is readable for its owner only', async () => {
    const dir = filing(complete)
    await pack(dir)
    const bundle = join(dir, 'bundle')
    expect(statSync(bundle).mode & 0o777).toBe(0o700)
    expect(statSync(join(bundle, 'data/materials')).mode & 0o777).toBe(0o700)
    for (const file of filesIn(bundle)) expect(statSync(join(bundle, file)).mode & 0o777).toBe(0o600)
  })

  it('keeps the text of the filing, comments and all, but for where the files lie', async () => {
    const dir = filing(complete)
    await pack(dir)
    expect(dataOf(dir, 'icp.yaml')).toBe(
      complete
        .replace('letter.png', 'materials/04-commitment-letter.png')
        .replace('scans/back.png', 'materials/03-id-card-back.png')
        .replace('scans/front.png', 'materials/02-id-card-front.png')
        .replace('./licence.png', 'materials/01-business-licence.png'),
    )
  })

  it('names a scan by what it holds, whatever it was called', async () => {
    const dir = filing(complete.replace('./licence.png', './licence.jpg'), [...scans.slice(0, 3), 'licence.jpg'])
    await pack(dir)
    expect(filesIn(join(dir, 'bundle/data/materials'))[0]).toBe('01-business-licence.png')
  })

  it('is judged like the filing it was packed from', async () => {
    const dir = filing(complete)
    await pack(dir)
    const options = { reporters: ['json'], strict: false, personal: false, notes: false, colour: false }
    const { text, code } = await checkCommand([join(dir, 'bundle')], options, context('en'))
    const packed: unknown = JSON.parse(dataOf(dir, 'findings.json'))
    expect(code).toBe(0)
    expect(JSON.parse(text)).toMatchObject({
      ready: true,
      filings: [{ counts: { errors: 0, warnings: 0, missing: 0 }, type: { is: 'first' } }],
    })
    expect(packed).toMatchObject({
      format: 1,
      tool: 'icp-prep 9.9.9',
      ready: true,
      filings: [{ file: 'icp.yaml', day: '2026-12-01', sheets: [{ sheet: 'national' }, { sheet: 'aliyun' }] }],
    })
  })
})

describe('what pack says', () => {
  it('is where the bundle lies, whether it is ready and how to verify it', async () => {
    const dir = filing(complete)
    const { text, code, talk } = await pack(dir)
    expect(code).toBe(0)
    expect(talk).toBeUndefined()
    expect(text.split('\n')).toEqual([
      `Bundle written to ${join(dir, 'bundle')} (16 files)`,
      'Ready to submit. 0 warnings, 1 point to check yourself',
      `See ${join(dir, 'bundle/data/checklist.html')}`,
      `Verify: icp-prep check ${join(dir, 'bundle')}`,
    ])
  })

  it('is loud about what is missing, and the bundle is written all the same', async () => {
    const dir = filing(without(complete, /.*business-licence, file.*\n/))
    const { text, code } = await pack(dir, {}, 'zh')
    expect(code).toBe(1)
    expect(text).toContain('还不能提交')
    expect(text).toContain('缺少：营业执照')
    expect(await verifyBag(join(dir, 'bundle'))).toEqual([])
  })

  it('counts a file that is not there as missing: told, not copied, and named by its slot', async () => {
    const dir = filing(complete, scans.slice(0, 3))
    const { text, code } = await pack(dir)
    expect(code).toBe(1)
    expect(text).toContain('Missing: Business licence')
    expect(dataOf(dir, 'checklist.md')).toContain('there is no file ./licence.png')
    expect(dataOf(dir, 'icp.yaml')).toContain('file: materials/01-business-licence.png')
    expect(filesIn(join(dir, 'bundle/data/materials'))).not.toContain('01-business-licence.png')
  })

  it('quotes a path the shell would take apart', async () => {
    const out = join(workspace, "it's a bundle")
    const { text } = await pack(filing(complete), { out })
    expect(text).toContain(String.raw`icp-prep check '${workspace}/it'\''s a bundle'`)
  })
})

describe('what stands in the way', () => {
  it('is a bundle that is there already, until --force replaces it', async () => {
    const dir = filing(complete)
    await pack(dir)
    expect(await refusalOf(pack(dir))).toBe('exists')
    writeFileSync(join(dir, 'icp.yaml'), complete.replace('海风软件\n', '海风\n'))
    await pack(dir, { force: true })
    expect(dataOf(dir, 'icp.yaml')).toContain('name: 海风\n')
    expect(await verifyBag(join(dir, 'bundle'))).toEqual([])
  })

  it.each([
    {
      name: 'a folder that is no bundle, even with --force',
      make: (at: string) => mkdirSync(join(at, 'photos'), { recursive: true }),
      code: 'not-a-bundle',
    },
    { name: 'a file where the bundle should be', make: (at: string) => writeFileSync(at, ''), code: 'not-a-folder' },
  ])('is $name', async ({ make, code }) => {
    const dir = filing(complete)
    make(join(dir, 'bundle'))
    expect(await refusalOf(pack(dir, { force: true }))).toBe(code)
  })

  it('is a folder without a filing, or no folder at all', async () => {
    mkdirSync(join(workspace, 'empty'), { recursive: true })
    expect(await refusalOf(pack(join(workspace, 'empty')))).toBe('no-filing')
    expect(await refusalOf(pack(join(workspace, 'nowhere')))).toBe('missing')
  })

  it.each([
    { name: 'an unknown key', text: complete.replace('mobile:', 'moblie:'), says: /icp\.yaml:14:3 .*moblie/ },
    { name: 'broken YAML', text: `${complete}  - [`, says: /icp\.yaml:\d+:\d+ / },
  ])('is $name in the filing: told with its place, nothing is written', async ({ text, says }) => {
    const dir = filing(text)
    const outcome = await pack(dir)
    expect(outcome).toMatchObject({ text: '', code: 2 })
    expect(outcome.talk).toMatch(says)
    expect(existsSync(join(dir, 'bundle'))).toBe(false)
  })

  it('is never what a killed writer left behind', async () => {
    const dir = filing(complete)
    const left = join(dir, '.bundle.new-abc123')
    mkdirSync(left)
    await pack(dir)
    expect(existsSync(left)).toBe(false)
    expect(await verifyBag(join(dir, 'bundle'))).toEqual([])
  })
})

describe('personal data', () => {
  const secrets = [idNumber, mobile, address]
  const wrong = complete.replace(mobile, '15800138000')

  it('stand in the fill sheet, which is there to copy them', async () => {
    const dir = filing(complete)
    await pack(dir)
    expect(dataOf(dir, 'fill-sheet.html')).toContain(`data-copy="${mobile}"`)
  })

  it.each(['checklist.html', 'checklist.md', 'findings.json', 'README.md'])('are masked in %s', async file => {
    const dir = filing(wrong)
    await pack(dir)
    const text = dataOf(dir, file)
    for (const secret of [...secrets, '15800138000', '91440300MA5FKT2C9R']) expect(text).not.toContain(secret)
  })
})
