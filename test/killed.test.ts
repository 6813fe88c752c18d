// Killed at any moment (kill -9), a command leaves what was saved before or what it was to save, and the next run clears up.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { bin, run } from './trust/program.ts'

/** Of each command; `ICP_PREP_KILLS=200` for a long night. */
const rounds = Number(process.env['ICP_PREP_KILLS'] ?? 4)
const longEnough = 60_000 + rounds * 60_000

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (...parts: readonly string[]) => join(folder, ...parts)
const sum = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** Its exit code, or null where it was killed first: so many milliseconds after its start. */
const killedAfter = (ms: number, args: readonly string[]) =>
  new Promise<number | null>(resolve => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: 'ignore' })
    const timer = setTimeout(() => child.kill('SIGKILL'), ms)
    child.on('exit', code => {
      clearTimeout(timer)
      resolve(code)
    })
  })

/** Rounds of a call, killed at moments from its start to a little after its end. `after` looks at what is left. */
async function killRounds(call: (round: number) => readonly string[], after: (round: number) => unknown) {
  const begun = performance.now()
  run(call(0), { cwd: folder })
  const lasts = performance.now() - begun
  await after(0)
  let killed = 0
  for (let round = 1; round <= rounds; round += 1) {
    const code = await killedAfter(Math.random() * lasts * 1.1, call(round))
    expect([null, 0, 1]).toContain(code)
    killed += code === null ? 1 : 0
    await after(round)
  }
  expect(killed).toBeGreaterThan(0)
  if (rounds > 20) process.stderr.write(`${call(0)[0]}: ${killed} of ${rounds} killed\n`)
}

const hidden = (dir: string) =>
  readdirSync(at(dir), { recursive: true, encoding: 'utf8' }).filter(name => /(?:^|\/)\./.test(name))
const textIn = (...parts: readonly string[]) =>
  existsSync(at(...parts)) ? readFileSync(at(...parts), 'utf8') : undefined
/** What is wrong with a bundle; nothing with one that is not there. */
const faultsOf = (bundle: string) => (existsSync(bundle) ? verifyBag(bundle) : [])

beforeAll(async () => {
  run(['init', 'filing', '--example', 'enterprise-guangdong'], { cwd: folder })
  rmSync(at('filing', 'bundle'), { recursive: true })
  const text = readFileSync(at('filing', 'icp.yaml'), 'utf8')
  const bare = text.replace(/^materials:\n(?:[ #].*\n)+/m, '')
  mkdirSync(at('answers'))
  const line = 'materials:\n  - { is: business-licence, file: licence.jpg }\n'
  writeFileSync(at('answers', 'icp.yaml'), `${bare.trimEnd()}\n${line}`)
  cpSync(at('filing', 'materials', 'business-licence.jpg'), at('answers', 'licence.jpg'))
  mkdirSync(at('bare'))
  writeFileSync(at('bare', 'icp.yaml'), bare)
  mkdirSync(at('scans'))
  for (const [name, side] of [
    ['even', 1200],
    ['odd', 1300],
  ] as const)
    await sharp(at('answers', 'licence.jpg'))
      .resize(side)
      .jpeg()
      .toFile(at('scans', `${name}.jpg`))
}, 120_000)

describe(`killed at ${rounds} moments`, () => {
  it(
    'status --set leaves the day of before or the new one',
    async () => {
      const day = (round: number) => `2026-11-${String(1 + (round % 20)).padStart(2, '0')}`
      const saved = () => readFileSync(at('filing', 'icp.yaml'), 'utf8')
      let before = saved()
      await killRounds(
        round => ['status', 'filing', '--set', `submitted=${day(round)}`],
        round => {
          const now = saved()
          const whole = [before, before.replace(/submitted: .*/, `submitted: ${day(round)}`)]
          expect(round === 0 ? [now] : whole).toContain(now)
          const { status } = run(['status', 'filing', '--set', `submitted=${day(round)}`], { cwd: folder })
          expect(status).toBeLessThan(2)
          before = saved()
          expect(before).toContain(`submitted: ${day(round)}`)
          expect(hidden('filing')).toEqual([])
        },
      )
    },
    longEnough,
  )

  it(
    'attach leaves the file of before or the new one, and the filing that names it',
    async () => {
      const scan = (round: number) => `scans/${round % 2 === 0 ? 'even' : 'odd'}.jpg`
      const call = (round: number) => ['attach', scan(round), '--as', 'business-licence', '--dir', 'bare']
      const fitted = new Map<number, string>()
      for (const round of [0, 1]) {
        run(call(round), { cwd: folder })
        fitted.set(round, sum(at('bare', 'materials', 'business-licence.jpg')))
      }
      expect(new Set(fitted.values()).size).toBe(2)
      const named = textIn('bare', 'icp.yaml')
      await killRounds(call, round => {
        expect([...fitted.values()]).toContain(sum(at('bare', 'materials', 'business-licence.jpg')))
        expect(textIn('bare', 'icp.yaml')).toBe(named)
        expect(run(call(round), { cwd: folder }).status).toBeLessThan(2)
        expect(sum(at('bare', 'materials', 'business-licence.jpg'))).toBe(fitted.get(round % 2))
        expect(hidden('bare')).toEqual([])
        expect(readdirSync(at('bare', 'materials')).toSorted()).toEqual(['business-licence.jpg', 'originals'])
      })
    },
    longEnough,
  )

  it.each([
    ['answers', ['--answers', 'answers/icp.yaml']],
    ['an example', ['--example', 'enterprise-guangdong']],
  ])(
    'init with %s leaves no filing or a whole one, no bundle or a whole one',
    async (name, flags) => {
      const place = (round: number) => `new ${name} ${round}`
      let whole = ''
      const bundleIn = (dir: string) => at(dir, 'bundle')
      await killRounds(
        round => ['init', place(round), ...flags],
        async round => {
          const dir = place(round)
          const file = at(dir, 'icp.yaml')
          if (round === 0) whole = readFileSync(file, 'utf8')
          const saved = textIn(dir, 'icp.yaml')
          expect([undefined, whole]).toContain(saved)
          expect(await faultsOf(bundleIn(dir))).toEqual([])
          const again = saved !== undefined ? ['pack', dir, '--force'] : ['init', dir, ...flags]
          expect(run(again, { cwd: folder }).status).toBeLessThan(2)
          expect(readFileSync(file, 'utf8')).toBe(whole)
          expect(await verifyBag(bundleIn(dir))).toEqual([])
          expect(hidden(dir)).toEqual([])
          if (round > 0) rmSync(at(dir), { recursive: true })
        },
      )
    },
    longEnough,
  )
})
