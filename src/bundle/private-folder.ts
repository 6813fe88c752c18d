/* A folder of this process alone, for what must not lie about; gone whatever happens. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `undo` is called should the process be stopped before what this returns is called. */
export type WhenStopped = (undo: () => void) => () => void

/** Mode 0700. Removed with all in it when `use` has ended, has failed or is stopped. Throws what `use` throws. */
export async function inPrivateFolder<T>(whenStopped: WhenStopped, use: (folder: string) => Promise<T>): Promise<T> {
  // Before the folder is there, so that there is no moment at which nobody would remove it.
  let folder: string | undefined
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  const done = whenStopped(remove)
  try {
    folder = mkdtempSync(join(tmpdir(), 'icp-prep-open-'))
    return await use(folder)
  } finally {
    remove()
    done()
  }
}
