// Where each report goes: `--reporter NAME` to standard output or to --output, `--reporter NAME:FILE` to its file.
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { writeFileAtomically } from '../disk/write-file.ts'
import { isReporterName, reporterNames, type ReporterName } from '../report/index.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

export type Output = { readonly reporter: ReporterName; readonly file?: string }

/** @throws UserError for a reporter there is not, two reports for standard output or for one file */
export function outputsOf(written: readonly string[], rest: string | undefined): Output[] {
  const outputs = (written.length > 0 ? written : ['pretty']).map(outputFrom)
  const loose = outputs.filter(({ file }) => file === undefined)
  if (loose.length > 1) throw new UserError({ code: 'one-stdout', reporters: loose.map(({ reporter }) => reporter) })
  if (rest !== undefined && loose.length === 0) throw new UserError({ code: 'output-alone' })
  const all = outputs.map(output =>
    output.file === undefined && rest !== undefined ? { ...output, file: rest } : output,
  )
  const files = all.flatMap(({ file }) => (file === undefined ? [] : [file]))
  const twice = files.find((file, index) => files.findIndex(each => resolve(each) === resolve(file)) !== index)
  if (twice !== undefined) throw new UserError({ code: 'output-twice', got: twice })
  return all
}

/** The first colon parts them: a file may have more, as in C:\reports. */
function outputFrom(written: string): Output {
  const [, name = written, file] = /^([^:]*):(.*)$/s.exec(written) ?? []
  if (!isReporterName(name) || file === '') {
    throw new UserError({ code: 'wrong-option', option: '--reporter', got: written, known: reporterNames })
  }
  return { reporter: name, ...(file === undefined ? {} : { file }) }
}

/** Folders on the way are made, for their owner only. @throws UserError where the disk does not take it */
export function writeOutput(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileAtomically(file, text)
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    throw (isFolder ? new UserError({ code: 'directory', path: file }) : refusedBySystem(error, file)) ?? error
  }
}
