// What somebody sees who may not read everything: also where the tests themselves may.

/** Nobody's number on Linux and macOS alike is another; any that owns nothing will do. */
const stranger = 65_534

const isRoot = process.geteuid?.() === 0

/** Whether rights can be taken away here at all: Windows has no such users. */
export const hasRights = process.geteuid !== undefined && process.seteuid !== undefined

/** Acts as a user to whom only what is open to all is open; `act` must wait for nothing. */
export function withoutRights<T>(act: () => T): T {
  if (!isRoot) return act()
  process.seteuid?.(stranger)
  try {
    return act()
  } finally {
    process.seteuid?.(0)
  }
}
