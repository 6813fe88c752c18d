// What `npm run bench` times inside one process: reading and judging a filing, looking at a scan, verifying a bag.
import { fileURLToPath } from 'node:url'
import { judgeFiling, idLookup } from './commands/judge-filing.ts'
import { CompiledBook } from './disk/compiled-book.ts'
import type { Rulebook } from './rules/rulebook.ts'
import { parseFiling } from './disk/filing.ts'
import { languages } from './locales/index.ts'
import { lookAtMaterials } from './materials/index.ts'

export { verifyBag } from './bundle/read-bag.ts'

const rounds = 4000
/** Passes until the code is as fast as it will get: it goes on being compiled anew for tens of thousands of rounds. */
const warmUp = 10

/** Microseconds of one run, the median of many. */
function median(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now()
    work()
    return (performance.now() - start) * 1000
  })
  return times.sort((one, other) => one - other)[rounds / 2] ?? 0
}

/** The best pass: what it takes once warm. */
export function timeJudging(text: string): { judge: number; parse: number; rules: number } {
  const book = new CompiledBook(fileURLToPath(new URL('../book', import.meta.url)))
  const context = { words: languages.en, today: '2026-11-24', on: undefined, book, version: '' }
  const read = parseFiling(text, idLookup(context))
  if (read.is !== 'filing') throw new Error('the filing to be timed is malformed')
  const { rules } = judgeFiling(read.filing, context)
  const passes = Array.from({ length: warmUp }, () => ({
    judge: median(() => judgeFiling(read.filing, context)),
    parse: median(() => parseFiling(text, idLookup(context))),
  }))
  return {
    judge: Math.min(...passes.map(({ judge }) => judge)),
    parse: Math.min(...passes.map(({ parse }) => parse)),
    rules: rules.size,
  }
}

let book: Rulebook | undefined

/** Looks at one scan as a check does that has read its rules. `file` is an absolute path. */
export async function lookAt(file: string): Promise<void> {
  book ??= new CompiledBook(fileURLToPath(new URL('../book', import.meta.url))).for('guangdong', 'aliyun')
  await lookAtMaterials({ icp: '1', materials: [{ is: 'id-card-front', of: 'principal', file }] }, '/', {
    book,
    day: '2026-11-24',
  })
}
