// Where each report goes: `--reporter NAME` to standard output or to --output, `--reporter NAME:FILE` to its file.
import { resolve } from 'node:path'
import { isReporterName, reporterNames, type ReporterName } from '../report/index.ts'
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
