// Every surface with as many cases as are asked for: what failed once is tried first, and what fails is kept.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Became, Case } from './case.ts'
import { Machine } from './machine.ts'
import { wrongsOf } from './wrongs.ts'

/** A way into the program. `share`: how many of a thousand cases it gets; `cases` in one call count each. */
export type Surface = {
  readonly name: string
  readonly share: number
  readonly calls: fc.Arbitrary<Case>
  readonly cases?: (call: Case) => number
  /** what else may not be, of this surface */
  readonly wrongs?: (became: Became, call: Case) => string[]
}

const setting = (name: string) => {
  const written = process.env[name]
  return written === undefined || written === '' ? undefined : Number(written)
}

/** In `npm test` always the same cases; `npm run fuzz` draws a seed, prints it and takes it back. */
const runs = setting('FUZZ_RUNS') ?? 1500
const seed = setting('FUZZ_SEED') ?? 20261124
const seconds = setting('FUZZ_SECONDS') ?? 30

const corpus = fileURLToPath(new URL('../corpus', import.meta.url))

function keptFor(surface: string): { readonly name: string; readonly call: Case }[] {
  if (!existsSync(corpus)) return []
  return readdirSync(corpus)
    .filter(name => name.startsWith(`${surface}-`))
    .sort()
    .map(name => ({ name, call: JSON.parse(readFileSync(join(corpus, name), 'utf8')) }))
}

function keep(surface: string, call: Case): string {
  const text = `${JSON.stringify(call, null, 1)}\n`
  const name = `${surface}-${createHash('sha256').update(text).digest('hex').slice(0, 10)}.json`
  mkdirSync(corpus, { recursive: true })
  writeFileSync(join(corpus, name), text)
  return name
}

/** Tests for these surfaces, which share one process and one span of time. */
export function fuzz(surfaces: readonly Surface[]): void {
  const machine = new Machine()
  const counts = new Map<string, number>()
  const shares = surfaces.reduce((sum, { share }) => sum + share, 0)
  afterAll(() => {
    machine.close()
    const told = [...counts].map(([name, count]) => `  ${name.padEnd(12)} ${count}`)
    process.stdout.write(`cases tried, seed ${seed}:\n${told.join('\n')}\n`)
  })
  const wrongs = async ({ wrongs: others = () => [] }: Surface, call: Case) => {
    const became = await machine.run(call)
    return [...wrongsOf(became, call), ...others(became, call)]
  }
  describe.each(surfaces.map(surface => [surface.name, surface] as const))('%s', (name, surface) => {
    const { calls, share, cases = () => 1 } = surface
    const kept = keptFor(name)
    it.runIf(kept.length > 0).each(kept)('as once in $name', async ({ call }) => {
      expect(await wrongs(surface, call)).toEqual([])
    })

    it('whatever it is given', { timeout: seconds * 1000 + 120_000 }, async () => {
      let count = 0
      const property = fc.asyncProperty(calls, async call => {
        count += cases(call)
        counts.set(name, count)
        const found = await wrongs(surface, call)
        if (found.length > 0) throw new Error(found.join('\n'))
      })
      const details = await fc.check(property, {
        seed,
        numRuns: Math.ceil((runs * share) / 1000),
        interruptAfterTimeLimit: (seconds * 1000 * share) / shares,
      })
      const [call] = details.counterexample ?? []
      const failed = call && `kept as test/trust/corpus/${keep(name, call)}\n${String(details.errorInstance)}`
      expect(failed).toBeUndefined()
    })
  })
}
