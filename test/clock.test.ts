// The day: China's in every time zone, around midnight and where clocks are put forward; a clock that cannot be right is told.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-clock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const preload = fileURLToPath(new URL('trust/set-clock.cjs', import.meta.url))

/** Called at a moment, on a computer of a time zone. */
const at = (clock: string, args: readonly string[], zone = 'UTC') =>
  run([...args, '--lang', 'en'], { cwd: folder, env: { CLOCK: clock, TZ: zone }, node: ['--require', preload] })

beforeAll(() => {
  at('2026-11-24T04:00:00Z', ['init', 'filing', '--example', 'enterprise-guangdong'])
  for (const name of ['bundle', 'materials']) rmSync(join(folder, 'filing', name), { recursive: true })
  const file = join(folder, 'filing', 'icp.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^materials:\n(?:[ #].*\n)+/m, ''))
}, 60_000)

/** Moments just before and after midnight in Shenzhen, and around the night New York and Berlin put their clocks back or forward. */
const moments: readonly (readonly [string, string])[] = [
  ['2026-11-24T15:59:59.999Z', '2026-11-24'],
  ['2026-11-24T16:00:00Z', '2026-11-25'],
  ['2027-03-14T06:59:59Z', '2027-03-14'],
  ['2027-03-14T07:00:00Z', '2027-03-14'],
  ['2027-03-27T16:00:00Z', '2027-03-28'],
  ['2028-02-28T16:00:00Z', '2028-02-29'],
]
const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'Asia/Shanghai', 'Europe/Berlin']
const everywhere = moments.flatMap(([moment, day]) => zones.map(zone => [moment, zone, day] as const))

describe.each(everywhere)('at %s in %s', (moment, zone, day) => {
  it(`it is ${day} for check and status`, () => {
    const checked: unknown = JSON.parse(at(moment, ['check', 'filing', '--reporter', 'json'], zone).stdout)
    const told: unknown = JSON.parse(at(moment, ['status', 'filing', '--reporter', 'json'], zone).stdout)
    expect(checked).toMatchObject({ filings: [{ day }] })
    expect(told).toMatchObject({ day })
  })
})

it.each(moments.slice(0, 2))('a bundle packed at %s is the same, byte for byte, in every time zone', (moment, day) => {
  const bundles = zones.slice(0, 3).map((zone, index) => {
    const name = `packed-${day}-${index}`
    expect(at(moment, ['pack', 'filing', '--out', name], zone).status).toBeLessThan(2)
    expect(at(moment, ['pack', 'filing', '--zip', '--out', `${name}.zip`], zone).status).toBeLessThan(2)
    const text = (...path: string[]) => readFileSync(join(folder, name, ...path), 'utf8')
    expect(text('bag-info.txt')).toContain(`Bagging-Date: ${day}`)
    expect(JSON.parse(text('data', 'findings.json'))).toMatchObject({ packed: { on: day }, filings: [{ day }] })
    return [text('tagmanifest-sha256.txt'), sum(`${name}.zip`), text('data', 'calendar.ics')]
  })
  expect(new Set(bundles.map(each => JSON.stringify(each))).size).toBe(1)
})

const sum = (name: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, name)))
    .digest('hex')

beforeAll(() => {
  at('2026-11-24T04:00:00Z', ['pack', 'filing', '--on', '2026-11-24', '--zip', '--out', 'true.zip'])
}, 60_000)

describe.each([
  ['1970-01-01T00:00:00Z', '1970-01-01'],
  ['2019-12-31T15:59:59Z', '2019-12-31'],
  ['2040-12-31T16:00:00Z', '2041-01-01'],
  ['2100-01-01T00:00:00Z', '2100-01-01'],
  ['2300-06-01T00:00:00Z', '2300-06-01'],
])('a clock at %s', (clock, day) => {
  it.each([
    ['check', ['check', 'filing']],
    ['status', ['status', 'filing']],
    ['status --set', ['status', 'filing', '--set', 'submitted=today']],
    ['pack', ['pack', 'filing', '--out', 'never']],
    ['init', ['init', 'never', '--example']],
    ['compare', ['compare', 'filing']],
    ['rules stale', ['rules', 'stale']],
  ])('is told by %s, which judges and writes nothing', (_, call) => {
    const { status, stdout, stderr } = at(clock, call)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(new RegExp(`^the clock of this computer says ${day}, which cannot be right`))
  })

  it('counts for nothing where the day is said', () => {
    const name = `said-${day}`
    const { status } = at(clock, ['pack', 'filing', '--on', '2026-11-24', '--zip', '--out', `${name}.zip`])
    expect(status).toBeLessThan(2)
    expect(sum(`${name}.zip`)).toBe(sum('true.zip'))
  })

  it.each([[['--version']], [['--help']], [['rules', 'list']], [['schema', 'filing']]])('is no matter to %j', call => {
    expect(at(clock, call).status).toBe(0)
  })
})

it.each(['2020-01-01', '2026-11-24', '2039-12-31'])('a clock at %s is believed', day => {
  expect([0, 1]).toContain(at(`${day}T04:00:00Z`, ['check', 'filing']).status)
})

it('a day entered as today is China’s', () => {
  at('2026-11-24T16:00:00Z', ['status', 'filing', '--set', 'submitted=today'], 'Pacific/Pago_Pago')
  expect(readFileSync(join(folder, 'filing', 'icp.yaml'), 'utf8')).toContain('submitted: 2026-11-25')
  at('2026-11-24T16:00:00Z', ['status', 'filing', '--set', 'submitted='])
})
