// The file of a paper: typed or dragged into the terminal, looked at at once.
import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reply } from '../interview/leaving.ts'
import { lookAtMaterials } from '../materials/index.ts'
import { scanSentence, tell } from '../report/tell.ts'
import type { Asking, Form } from './ask-field.ts'
import { cured, fittable, offerFitting, type Named } from './fit-offer.ts'

/** @returns the path as icp.yaml writes it, from the folder of the filing */
export async function askFile(material: string, form: Form, asking: Asking, of?: string): Promise<Reply<string>> {
  const { prompter, words } = asking
  const folder = dirname(resolve(form.state.reported.file))
  let refused: string | undefined
  const check = async (text: string): Promise<string | true> => {
    const file = readPath(text, folder)
    const stat = file.includes('\0') ? undefined : statSync(resolve(folder, file), { throwIfNoEntry: false })
    if (!stat) return words.interview.noSuchFile(file)
    if (stat.isDirectory()) return words.interview.isFolder(file)
    if (text === refused) return true
    const problems = await problemsOf({ material, of, file, folder }, form, asking)
    if (problems.length === 0) return true
    refused = text
    return [...problems, words.interview.keepByEnter].join('\n')
  }
  const offered = typeof form.offered === 'string' ? form.offered : undefined
  const reply = await prompter.text(form.query, offered, check, text =>
    text.trim() === '' ? form.wait : readPath(text, folder),
  )
  if (reply.is !== 'answer') return reply
  const named = { material, of, file: readPath(reply.value, folder), folder }
  const file = await offerFitting(named, form, asking)
  return file === undefined ? askFile(material, form, asking, of) : { is: 'answer', value: file }
}

/** Also told: a file that stands for another paper already. */
async function problemsOf(
  { material: is, of, file, folder }: Named,
  { state, path }: Form,
  { words, context: { reader } }: Asking,
): Promise<string[]> {
  const { filing } = state.reported
  const others = (filing.materials ?? []).filter((_, index) => index !== path[1])
  const materials = [...others, { is, file, ...(of === undefined ? {} : { of }) }]
  const findings = await lookAtMaterials({ ...filing, materials }, folder, state.reported, reader ? { reader } : {})
  const isFittable = (await fittable({ material: is, of, file, folder }, { state })) !== undefined
  const own = findings.filter(
    ({ field, verdict }) =>
      field?.[0] === 'materials' &&
      field[1] === others.length &&
      !(isFittable && verdict.is === 'bad-scan' && cured.has(verdict.problem.code)),
  )
  return own.flatMap(finding => scanSentence(tell(finding, state.reported, words, true), words) ?? [])
}

/** Terminals paste a dragged file quoted, with `\ ` for blanks, or as a file URL. */
export function readPath(text: string, folder: string): string {
  const bare = text.trim().replace(/^(['"])(.*)\1$/, '$2')
  const path = bare.startsWith('file://') ? fileURLToPath(bare) : bare.replace(/\\([ ()'"&[\]])/g, '$1')
  const full = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path
  const found = isAbsolute(full) ? relative(folder, full) : full
  return found.split(sep).join('/')
}
