// The built program, run as a process in an environment of its own.
import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const bin = fileURLToPath(new URL('../../bin/icp-prep.js', import.meta.url))

export type Run = {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
  readonly all: string
}

type Options = {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
  /** arguments of node itself */
  readonly node?: readonly string[]
}

/** Within ten seconds, or `status` is null. */
export function run(args: readonly string[], { cwd, env = {}, input, node = [] }: Options): Run {
  const { PATH = '' } = process.env
  const { stdout, stderr, status } = spawnSync(process.execPath, [...node, bin, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 256 * 1024 * 1024,
    env: { PATH, TMPDIR: process.env['TMPDIR'] ?? '/tmp', ...env },
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  })
  return { stdout, stderr, status, all: `${stdout}\n${stderr}` }
}

/** Every file below a folder, by its path in it. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    statSync(join(folder, name)).isFile(),
  )
}

export const textAt = (...parts: readonly string[]): string => readFileSync(join(...parts), 'utf8')
