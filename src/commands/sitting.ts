// One sitting of the interview: the filing as it stands, what was done or put off, and the way back through all of it.
import { dirname } from 'node:path'
import { isFolderGone } from '../disk/is-there.ts'
import { asOnlyWriter } from '../disk/one-writer.ts'
import { read } from '../facts/fact.ts'
import type { Edit } from '../interview/edits.ts'
import type { Path } from '../model/filing.ts'
import type { Context } from './context.ts'
import { changed, openState, save, textOf, type State } from './interview-state.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

type Moment = { readonly state: State; readonly done: ReadonlySet<string>; readonly path: Path | undefined }

export class Sitting {
  readonly #file: string
  readonly #context: Context
  readonly #history: Moment[] = []
  /** what stood where Esc took an answer back, offered when it is asked again */
  readonly #earlier = new Map<string, unknown>()
  #state: State
  #done: ReadonlySet<string> = new Set()
  #onDisk: string | undefined
  #overtaken = false

  /** @throws MalformedFiling, UnreadableFiling, FileProblem */
  constructor(file: string, context: Context) {
    this.#file = file
    this.#context = context
    this.#onDisk = textOf(file)
    this.#state = openState(file, context)
  }

  get state(): State {
    return this.#state
  }

  /** Something is on disk already. */
  get isSaved(): boolean {
    return this.#onDisk !== undefined
  }

  get hasAnswered(): boolean {
    return this.#history.some(({ path }) => path !== undefined)
  }

  readonly isDone = (key: string): boolean => this.#done.has(key)

  earlierAt(path: Path): unknown {
    return this.#earlier.get(path.join('.'))
  }

  /** A page was read or a question put off: nothing to save, but something to go back to. */
  settle(...keys: string[]): void {
    this.#remember(undefined)
    this.#done = new Set([...this.#done, ...keys])
  }

  /** What was put off may be asked again. */
  reopen(isMeant: (key: string) => boolean): void {
    this.#remember(undefined)
    this.#done = new Set([...this.#done].filter(key => !isMeant(key)))
  }

  /**
   * Saves an answer at once. Where another program has changed the file since, the file is read again instead, and the
   * answer offered when its question comes.
   */
  write(edits: readonly Edit[], path: Path | undefined, ...keys: string[]): void {
    const next = changed(this.#state, edits, this.#context)
    if (path) this.#earlier.set(path.join('.'), read(next.reported.filing, path))
    if (!this.#saved(next)) return
    this.#remember(path)
    this.#done = new Set([...this.#done, ...keys])
    this.#state = next
  }

  /** True once after another program's changes were taken over. */
  takeNotice(): boolean {
    const was = this.#overtaken
    this.#overtaken = false
    return was
  }

  /** The last answer is taken back; false where there is none of this sitting. */
  back(): boolean {
    const moment = this.#history.at(-1)
    if (!moment) return false
    if (!this.#saved(moment.state)) return true
    this.#history.pop()
    const { state, done, path } = moment
    if (path) this.#earlier.set(path.join('.'), read(this.#state.reported.filing, path))
    this.#state = state
    this.#done = done
    return true
  }

  /** False where another program has changed the file since: then nothing is written. */
  #saved(state: State): boolean {
    const saveAlone = () => {
      if (this.#isOvertaken()) return false
      if (state.text !== this.#onDisk) save(state)
      this.#onDisk = state.text
      return true
    }
    const folder = dirname(this.#file)
    try {
      if (isFolderGone(folder)) throw new UserError({ code: 'folder-gone', path: folder })
      return asOnlyWriter(folder, saveAlone)
    } catch (error) {
      throw refusedBySystem(error, this.#file) ?? error
    }
  }

  #remember(path: Path | undefined): void {
    this.#history.push({ state: this.#state, done: this.#done, path })
  }

  #isOvertaken(): boolean {
    const found = textOf(this.#file)
    if (found === this.#onDisk) return false
    this.#onDisk = found
    this.#state = openState(this.#file, this.#context)
    this.#history.length = 0
    this.#done = new Set([...this.#done].filter(key => !key.startsWith('ask ')))
    this.#overtaken = true
    return true
  }
}
