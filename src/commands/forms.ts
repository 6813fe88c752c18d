// `icp-prep forms`: the letters and forms a filing needs, prefilled, as PDF.
import { isThere } from '../disk/is-there.ts'
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { dirname, join } from 'node:path'
import { quoted } from '../disk/answer-text.ts'
import { writeTogether } from '../disk/write-together.ts'
import { formBook, type FormBook } from '../forms/form-book.ts'
import { formsNamed, neededForms, type NeededForm } from '../forms/needed.ts'
import { showAbout } from '../report/subject.ts'
import type { Reported } from '../report/reported.ts'
import type { Context } from './context.ts'
import { filingIn } from './filing-in.ts'
import { judgeFiling, readFilingFile } from './judge-filing.ts'
import { keepInside } from './keep-inside.ts'
import { tellMalformed } from './malformed.ts'
import { exit, type Outcome } from './outcome.ts'
import { openFont, printForms, type PrintedForm } from './print-forms.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

/** `out`: folder of the PDFs, `<dir>/forms` if not given; `only`: these materials, needed or not. */
export type FormsOptions = {
  readonly out?: string
  readonly font?: string
  readonly only?: readonly string[]
  readonly force: boolean
}

/** @throws UserError, FileProblem */
export async function formsCommand(dir: string, options: FormsOptions, context: Context): Promise<Outcome> {
  const file = filingIn(dir)
  const read = readFilingFile(file, context)
  if (read.is === 'malformed')
    return { text: '', code: exit.wrongInput, talk: tellMalformed(file, read.problems, context.words) }
  const reported = { ...judgeFiling(read.filing, context), file, placeOf: read.placeOf }
  const book = formBookOf(reported, context)
  const forms = chosen(reported, book, options.only)
  const { words } = context
  const others = words.forms.others(Object.keys(book.templates).sort())
  if (forms.length === 0) return { text: `${words.forms.noneNeeded}\n${others}`, code: exit.ready }
  const printed = await printForms(forms, openFont(options.font), context)
  const folder = options.out ?? join(dirname(file), 'forms')
  if (options.out === undefined) keepInside([{ path: folder }], dirname(file))
  write(printed, folder, options.force)
  const talk = lacking(printed, context).join('\n')
  return { text: told(printed, folder, reported, context), code: exit.ready, ...(talk === '' ? {} : { talk }) }
}

export function formBookOf(
  { filing, day, book, rules }: Omit<Reported, 'file' | 'placeOf'>,
  context: Context,
): FormBook {
  return formBook({ filing, day, tables: book.tables }, book, context.book.forms, [...rules.values()])
}

function chosen({ judgement }: Reported, book: FormBook, only: readonly string[] | undefined): NeededForm[] {
  if (only === undefined) return neededForms(judgement.findings, book)
  const unknown = only.find(id => !(id in book.templates))
  if (unknown === undefined) return formsNamed(only, book)
  const known = Object.keys(book.templates).sort()
  throw new UserError({ code: 'wrong-option', option: '--only', got: unknown, known })
}

/** All or none: one that is there already stands for all. */
function write(printed: readonly PrintedForm[], folder: string, replace: boolean): void {
  const taken = replace ? undefined : printed.map(({ name }) => join(folder, name)).find(path => isThere(path))
  if (taken !== undefined) throw new UserError({ code: 'exists', path: taken })
  try {
    const files = printed.map(({ name, bytes }) => ({ path: join(folder, name), data: bytes }))
    keepInside(files, folder)
    writeTogether(files)
  } catch (error) {
    throw refusedBySystem(error, folder) ?? error
  }
}

/** What of the answers must be written by hand, a line for every form. */
export function lacking(printed: readonly PrintedForm[], { words }: Context): string[] {
  return printed.flatMap(({ name, missing }) => (missing.length === 0 ? [] : [words.forms.byHand(name, missing)]))
}

function told(printed: readonly PrintedForm[], folder: string, reported: Reported, { words }: Context): string {
  const titleOf = (id: string) => reported.book.common.materials[id]?.title[words.language] ?? id
  const lines = printed.flatMap(({ form: { material, of, printedFrom, instead }, name }) => {
    const about = of === undefined ? '' : words.forms.of(showAbout(of, reported, words))
    const line = words.forms.line(
      visible(maskNumbers(join(folder, name))),
      `${titleOf(material.material)}${about}`,
      printedFrom,
    )
    return [`  ${line}`, ...(instead.length === 0 ? [] : [`    ${words.forms.instead(instead.map(titleOf))}`])]
  })
  return [words.forms.written(printed.length), ...lines, words.forms.enter, ...printed.map(entryOf)].join('\n')
}

/** The line of icp.yaml for the signed paper. */
function entryOf({ form: { material, of, printedFrom }, name }: PrintedForm): string {
  const plain = of === undefined || /^[\p{L}\p{N}.-]+$/u.test(of)
  const whose = of === undefined ? '' : ` of: ${plain ? of : quoted(of)},`
  const scan = name.replace(/pdf$/, 'jpg')
  return `  - { is: ${material.material},${whose} file: materials/${scan}, printed-from: "${printedFrom}" }`
}
