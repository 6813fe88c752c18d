// `icp-prep compare`: one filing at several places, through the built program.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-compare-'))

function compare(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'compare', ...args], {
    cwd: folder,
    maxBuffer: 20_000_000,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  })
  return { stdout, stderr, status, lines: stdout.split('\n') }
}

type Place = {
  province: string
  provider: string
  ready: boolean
  only: { rule: string; kind: string; title: string }[]
  'review-days': { provider: number[] | null; administration: number[] | null }
}
const placesIn = (...args: string[]): Place[] => JSON.parse(compare(...args, '--reporter', 'json').stdout).places

beforeAll(() => {
  spawnSync(process.execPath, [bin, 'init', join(folder, 'good'), '--example'])
  writeFileSync(join(folder, 'early.yaml'), 'icp: 1\nsponsor: { kind: enterprise }\n')
})

describe('the places compared', () => {
  it.each<[string, string[], string[]]>([
    ['every provider where nothing is chosen', [], ['guangdong aliyun', 'guangdong tencent', 'guangdong volcengine']],
    [
      'the provinces chosen, at the provider of the filing',
      ['--provinces', 'jiangsu,shanghai'],
      ['jiangsu aliyun', 'shanghai aliyun'],
    ],
    [
      'names are understood in Chinese',
      ['--provinces', '江苏、上海市', '--providers', '腾讯云'],
      ['jiangsu tencent', 'shanghai tencent'],
    ],
  ])('%s', (_what, args, expected) => {
    const places = placesIn('good', ...args).map(({ province, provider }) => `${province} ${provider}`)
    expect(places).toEqual(expect.arrayContaining(expected))
  })

  it('all of them', () => {
    expect(placesIn('good', '--provinces', 'all')).toHaveLength(31)
  })
})

describe('what is told of a place', () => {
  it('the filing is ready where it was made for', () => {
    expect(placesIn('good', '--providers', 'aliyun').map(({ ready }) => ready)).toEqual([true])
  })

  it('an organization is refused where its certificate is not from', () => {
    const [there] = placesIn('good', '--provinces', 'jiangsu,guangdong')
    expect(there).toMatchObject({ province: 'jiangsu', ready: false })
    expect(there?.only.map(({ rule }) => rule)).toContain('national/address-province-org')
  })

  it('the county chosen in one province is asked for again in another', () => {
    const [there] = placesIn('good', '--provinces', 'jiangsu,guangdong')
    expect(there?.only.map(({ rule }) => rule)).not.toContain('national/filing-region-in-province')
  })

  it('what a province wants besides is named there only', () => {
    const { lines } = compare('early.yaml', '--provinces', 'jiangsu,guangdong', '--providers', 'aliyun')
    const jiangsu = lines.indexOf('Jiangsu / Alibaba Cloud in addition')
    const guangdong = lines.indexOf('Guangdong / Alibaba Cloud in addition')
    expect(jiangsu).toBeGreaterThan(0)
    expect(lines.slice(jiangsu, guangdong).join('\n')).not.toContain('guangdong/')
    expect(lines.slice(guangdong).join('\n')).toContain('guangdong/commitment-letter')
  })

  it('times that nobody publishes are null', () => {
    const places = placesIn('good', '--providers', 'aliyun,huawei')
    expect(places.map(place => place['review-days'])).toEqual([
      { provider: [1, 2], administration: [7, 9] },
      { provider: null, administration: [7, 9] },
    ])
  })
})

it('the table keeps its columns in Chinese', () => {
  const { lines } = compare('good', '--lang', 'zh')
  const head = lines.find(line => line.startsWith('地区和接入商')) ?? ''
  const row = lines.find(line => line.startsWith('广东 / 阿里云')) ?? ''
  const wide = (text: string) => [...text].reduce((sum, letter) => sum + (/[\u2E80-\uFFEF]/.test(letter) ? 2 : 1), 0)
  expect(wide(head.slice(0, head.indexOf('初审')))).toBe(wide(row.slice(0, row.indexOf('1-2'))))
})

it('Markdown shows the table and what differs', () => {
  const { stdout } = compare('good', '--provinces', 'guangdong,jiangsu', '--reporter', 'markdown')
  expect(stdout).toContain('| Guangdong / Alibaba Cloud | yes | 0 |')
  expect(stdout).toContain('## Jiangsu / Alibaba Cloud in addition')
})

it('no personal number is told', () => {
  const number = /number: '?(\d{17}[\dX])/.exec(readFileSync(join(folder, 'good', 'icp.yaml'), 'utf8'))?.[1] ?? ''
  expect(number).not.toBe('')
  expect(compare('good', '--provinces', 'all', '--reporter', 'json').stdout).not.toContain(number)
})

describe('a wrong call', () => {
  it.each<[string, string[], string]>([
    ['a province nobody has', ['good', '--provinces', 'atlantis'], 'atlantis'],
    ['a provider nobody has', ['good', '--providers', 'cloudy'], 'cloudy'],
    ['a filing without a province', ['early.yaml'], '--provinces'],
    ['an unknown reporter', ['good', '--reporter', 'xml'], 'markdown'],
    ['no filing', ['empty'], 'icp.yaml'],
  ])('%s', (_what, args, told) => {
    mkdirSync(join(folder, 'empty'), { recursive: true })
    const { status, stderr, stdout } = compare(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(told)
  })
})
