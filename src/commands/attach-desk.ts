// What every file of one call of `attach` shares: the filing as it stands by now, and what was asked for.
import { dirname, resolve } from 'node:path'
import { writeTogether } from '../disk/write-together.ts'
import type { Edit } from '../interview/edits.ts'
import type { Terminal } from '../interview/leaving.ts'
import { Prompter } from '../interview/prompt.ts'
import type { NewFile } from '../materials/slot-file.ts'
import { slotsOf, type Slot, type Slots } from '../materials/slots.ts'
import type { Context } from './context.ts'
import { changed, openState, type State } from './interview-state.ts'
import { judgeFiling } from './judge-filing.ts'

export type AttachOptions = {
  readonly as?: string
  readonly of?: string
  readonly dir: string
  readonly watermark: boolean
  readonly dryRun: boolean
  readonly colour: boolean
}

/** `say`: a line for whoever watches, beside the results. */
export type AttachContext = Context & {
  readonly terminal: Terminal | undefined
  readonly say: (line: string) => void
}

export class Desk {
  readonly file: string
  readonly folder: string
  readonly options: AttachOptions
  readonly context: AttachContext
  /** several files in one call: those that say themselves what they are need not be asked for */
  readonly isBatch: boolean
  readonly #filled = new Map<string, string>()
  /** in a dry run: what would stand on disk */
  #imagined: State | undefined
  readonly #unwritten = new Map<string, Uint8Array>()
  #prompter: Prompter | undefined

  constructor(file: string, isBatch: boolean, options: AttachOptions, context: AttachContext) {
    this.file = file
    this.folder = dirname(file)
    this.isBatch = isBatch
    this.options = options
    this.context = context
  }

  /** Read afresh each time: somebody may have the file open in an editor. */
  state(): State {
    return this.#imagined ?? openState(this.file, this.context)
  }

  slots({ reported }: State): Slots {
    const whole = judgeFiling({ ...reported.filing, materials: [] }, this.context).judgement
    return slotsOf(reported.filing, whole.findings, reported.judgement.findings)
  }

  /** Whether a rule wants it, whether or not it is there. */
  isAskedFor(material: string, { reported }: State): boolean {
    const whole = judgeFiling({ ...reported.filing, materials: [] }, this.context).judgement.findings
    return whole.some(({ verdict }) => verdict.is === 'need' && verdict.materials.includes(material))
  }

  /** How many files this call has put into their slots. */
  get count(): number {
    return this.#filled.size
  }

  /** By absolute path: what a dry run would have written. */
  get unwritten(): ReadonlyMap<string, Uint8Array> {
    return this.#unwritten
  }

  /** The file that took this slot in this call. */
  filledBy(slot: Slot): string | undefined {
    return this.#filled.get(keyOf(slot))
  }

  /** Files and filing change together, or nothing does. @throws the system's own error, UnreadableFiling */
  store(slot: Slot, from: string, files: readonly NewFile[], edits: readonly Edit[]): State {
    const next = changed(this.state(), edits, this.context)
    if (this.options.dryRun) {
      this.#imagined = next
      for (const { path, data } of files) this.#unwritten.set(resolve(path), data)
    } else writeTogether([...files, { path: this.file, data: next.text }])
    this.#filled.set(keyOf(slot), from)
    return next
  }

  async prompter(terminal: Terminal): Promise<Prompter> {
    const { interview } = this.context.words
    return (this.#prompter ??= await Prompter.open(terminal, interview.prompts, this.options.colour))
  }
}

const keyOf = ({ material, of = '' }: Slot) => `${material} ${of}`
