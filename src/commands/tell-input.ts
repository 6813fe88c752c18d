// What is wrong with a file or the disk, in the reader's words; anything else is our bug and stays an error.
import { FileProblem } from '../disk/read-file.ts'
import { YamlProblem } from '../disk/yaml-problem.ts'
import type { Words } from '../locales/index.ts'
import { visible } from '../model/visible.ts'
import { maskNumbers } from '../model/mask.ts'
import { filingLimit } from './judge-filing.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { RulesBroken } from './rules-broken.ts'
import { MalformedFiling, tellMalformed } from './malformed.ts'

/** A key or tag may be anything, a phone number too. */
export const yamlSentence = ({ code, detail }: YamlProblem, words: Words): string =>
  words.input.yaml(code, visible(maskNumbers(detail)))

/** Undefined where the error is not about the file. */
export function tellUnreadable(error: unknown, file: string, words: Words): string | undefined {
  if (error instanceof YamlProblem)
    return `${visible(maskNumbers(file))}:${error.line}:${error.column} ${yamlSentence(error, words)}`
  if (!(error instanceof FileProblem)) return undefined
  const { code } = error
  return words.input.problem(code === 'too-large' ? { code, path: file, limit: filingLimit } : { code, path: file })
}

/** For errors that left a command: the file is named by the error itself. */
export function tellInput(error: unknown, words: Words): string | undefined {
  if (error instanceof RulesBroken) return error.lines.join('\n')
  if (error instanceof MalformedFiling) return tellMalformed(error.file, error.problems, words)
  const unreadable = tellUnreadable(error, error instanceof FileProblem ? error.path : 'icp.yaml', words)
  if (unreadable !== undefined || !isSystemError(error)) return unreadable
  const path = error.dest ?? error.path ?? ''
  const { problem } = refusedBySystem(error, path) ?? { problem: { code: otherCode(error.code), path } as const }
  return words.input.problem(problem)
}

const isSystemError = (error: unknown): error is Error & { code: string; path?: string; dest?: string } =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'

const otherCode = (code: string) => (code === 'EISDIR' ? 'directory' : 'unreadable')
