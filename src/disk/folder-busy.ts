// Told where a folder's lock is held by somebody else; by itself, as every command that may tell it loads it.

/** Other processes kept the folder busy the whole time. `holder`: the last of them, as far as its lock tells. */
export class FolderBusy extends Error {
  readonly holder: string | undefined

  constructor(holder: string | undefined) {
    super('busy')
    this.holder = holder
  }
}
