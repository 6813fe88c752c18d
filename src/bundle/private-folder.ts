/* A folder of this process alone, for what must not lie about; gone whatever happens. */
import { rmSync } from 'node:fs'

/** `undo` is called should the process be stopped before what this returns is called. */
export type WhenStopped = (undo: () => void) => () => void

/** Makes a folder that is empty and for its owner only, and returns its path. */
export type MakeFolder = () => string

/** Removed with all in it when `use` has ended, has failed or is stopped. Throws what `use` throws. */
export async function inPrivateFolder<T>(
  make: MakeFolder,
  whenStopped: WhenStopped,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  // Before the folder is there, so that there is no moment at which nobody would remove it.
  let folder: string | undefined
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
  const done = whenStopped(remove)
  try {
    folder = make()
    return await use(folder)
  } finally {
    remove()
    done()
  }
}
