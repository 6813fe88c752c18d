// Whose a lock or an unfinished file is: a process of one machine, told from a later one that was given its number.
import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * `machine`: eight hex digits for this start of this computer, in a container for that container. `pid` and `started`
 * only where the system tells them (Linux): elsewhere nobody can say whether an owner still runs.
 */
export type Owner = {
  readonly host: string
  readonly machine: string
  readonly pid?: number
  readonly started?: string
}

/** `own`: of this very process. `unknown`: of another machine, or of a system that does not tell. */
export type OwnerState = 'own' | 'running' | 'gone' | 'unknown'

/** Undefined where the system has no such file, or does not let it be read. */
function told<Text>(read: () => Text): Text | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/** Clock ticks from the start of the machine to that of the process: the 22nd field, the second may hold anything. */
const startOf = (pid: number): string | undefined =>
  told(() => readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)/s, '').split(' ')[20])

/** This process. */
export function ownerHere(): Owner {
  const host = hostname()
  const start = told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim())
  const numbering = told(() => readlinkSync('/proc/self/ns/pid'))
  const machine = createHash('sha256').update([host, start, numbering].join('\n')).digest('hex').slice(0, 8)
  const pid = Number(told(() => readlinkSync('/proc/self')) ?? NaN)
  const started = Number.isNaN(pid) ? undefined : startOf(pid)
  if (started === undefined || numbering === undefined) return { host, machine }
  return { host, machine, pid, started }
}

export function stateOf({ machine, pid, started }: Owner, here: Owner): OwnerState {
  if (pid === undefined || here.pid === undefined || machine !== here.machine) return 'unknown'
  if (startOf(pid) !== started) return 'gone'
  return pid === here.pid ? 'own' : 'running'
}
