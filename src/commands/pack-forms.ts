// The forms a bundle holds: the letters that are still to be signed, printed where there is a font.
import type { PackedForms, Packing } from '../bundle/packing.ts'
import { installedFont } from '../disk/font-file.ts'
import { neededForms } from '../forms/needed.ts'
import type { Reported } from '../report/reported.ts'
import type { Context } from './context.ts'
import { formBookOf, lacking } from './forms.ts'
import { openFont, printForms } from './print-forms.ts'
import { shellWord } from './shell-word.ts'

/** `talk`: what of them must be written by hand */
export type FormsToPack = PackedForms & { readonly talk: readonly string[] }

/** @param font as given with --font; without it and without the optional package nothing is printed */
export async function formsToPack(
  reported: Reported,
  font: string | undefined,
  context: Context,
): Promise<FormsToPack> {
  const forms = neededForms(reported.judgement.findings, formBookOf(reported, context))
  if (forms.length === 0 || (font ?? installedFont()) === undefined) return { count: forms.length, files: [], talk: [] }
  const printed = await printForms(forms, openFont(font), context)
  return {
    count: forms.length,
    files: printed.map(({ name, bytes }) => ({ path: `forms/${name}`, bytes })),
    talk: lacking(printed, context),
  }
}

/** Letters to sign that no font was there for, and how to print them. */
export function tellUnprinted({ forms, words }: Packing, dir: string): string[] {
  if (forms === undefined || forms.files.length > 0) return []
  return [words.forms.notPacked(forms.count, `icp-prep forms${dir === '.' ? '' : ` ${shellWord(dir)}`}`)]
}
