// `icp-prep completion`: a script that teaches a shell what the program takes.
import { bashScript } from './completion-bash.ts'
import { fishScript } from './completion-fish.ts'
import type { CommandPlace } from './completion-tree.ts'
import { zshScript } from './completion-zsh.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript } as const

export const shells: readonly string[] = Object.keys(scripts)

const isShell = (name: string): name is keyof typeof scripts => Object.hasOwn(scripts, name)

/** @throws UserError for a shell it cannot teach */
export function completionCommand(shell: string, places: readonly CommandPlace[]): Outcome {
  if (!isShell(shell)) throw new UserError({ code: 'wrong-option', option: 'completion', got: shell, known: shells })
  return { text: scripts[shell](places), code: exit.ready }
}
