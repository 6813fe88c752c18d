// Where a report goes while it grows: standard output, or a file that takes its name when the report is whole.
import { appendFileSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { GrowingFile } from '../disk/growing-file.ts'
import { keepWhereNamed } from './keep-inside.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

export type Write = (text: string | Uint8Array) => Promise<void> | undefined

export type GrowingOutput = {
  readonly write: Write
  readonly finish: () => void
  /** what was there before stays; does nothing to what is finished */
  readonly abandon: () => void
}

const nothing = () => undefined

/** `append`: what earlier commands wrote stays. */
export type Target = { readonly file?: string; readonly append?: true }

/** Folders on the way are made, for their owner only. @throws UserError where the disk does not take it, now or later */
export function openOutput({ file, append }: Target, write: Write): GrowingOutput {
  if (file === undefined) return { write, finish: nothing, abandon: nothing }
  return append ? appending(file) : growing(file)
}

function growing(path: string): GrowingOutput {
  const file = told(path, () => {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new UserError({ code: 'directory', path })
    keepWhereNamed(path)
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return new GrowingFile(path)
  })
  let isOpen = true
  return {
    write: text => {
      told(path, () => file.write(text))
      return undefined
    },
    finish: () => {
      isOpen = false
      told(path, () => file.finish())
    },
    abandon: () => {
      if (isOpen) file.abandon()
      isOpen = false
    },
  }
}

function appending(path: string): GrowingOutput {
  const texts: (string | Uint8Array)[] = []
  return {
    write: text => {
      texts.push(text)
      return undefined
    },
    finish: () => told(path, () => appendFileSync(path, Buffer.concat(texts.map(text => Buffer.from(text))))),
    abandon: nothing,
  }
}

function told<Made>(path: string, work: () => Made): Made {
  try {
    return work()
  } catch (error) {
    throw refusedBySystem(error, path) ?? error
  }
}
