// From forms as data to PDFs: a font is found and looked at, then every form drawn with it.
import { installedFont } from '../disk/font-file.ts'
import { FileProblem, readBytes } from '../disk/read-file.ts'
import { drawForm } from '../forms/draw.ts'
import { fileNames } from '../forms/file-names.ts'
import { readFont, type Font } from '../forms/font.ts'
import type { NeededForm } from '../forms/needed.ts'
import { missingFromText, ownTexts } from '../forms/missing.ts'
import type { Context } from './context.ts'
import { UserError } from './user-error.ts'

export type PrintedForm = {
  readonly form: NeededForm
  /** of the file, without a folder */
  readonly name: string
  readonly bytes: Uint8Array
  /** characters of answers that the font lacks */
  readonly missing: readonly string[]
}

/** No font has near as many bytes. */
const fontLimit = 200_000_000

/** `path` as given with --font, else the optional package. @throws UserError */
export function openFont(path: string | undefined): Font & { readonly path: string } {
  const file = path ?? installedFont()
  if (file === undefined) throw new UserError({ code: 'font', problem: { is: 'missing' } })
  const font = readFont(bytesOf(file))
  if (typeof font === 'string') throw new UserError({ code: 'font', problem: { is: font, path: file } })
  return { ...font, path: file }
}

/** What is larger than any font is none. @throws UserError */
function bytesOf(file: string): Buffer {
  try {
    const bytes = readBytes(file, fontLimit)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error
    const { code } = error
    if (code === 'too-large') throw new UserError({ code: 'font', problem: { is: 'not-a-font', path: file } })
    throw new UserError({ code, path: file })
  }
}

/** @throws UserError where the font lacks characters of the forms' own words */
export async function printForms(
  forms: readonly NeededForm[],
  font: Font & { readonly path: string },
  { words, on, today }: Pick<Context, 'words' | 'on' | 'today'>,
): Promise<PrintedForm[]> {
  const lacking = missingFromText(
    forms.flatMap(({ blocks }) => ownTexts(blocks)),
    font,
  )
  if (lacking.length > 0)
    throw new UserError({ code: 'font', problem: { is: 'lacks', path: font.path, characters: lacking } })
  const names = fileNames(forms)
  const printed: PrintedForm[] = []
  for (const [index, form] of forms.entries()) {
    const drawn = await drawForm(form, font, { day: on ?? today, english: words.language === 'en' })
    printed.push({ form, name: names[index] ?? '', ...drawn })
  }
  return printed
}
