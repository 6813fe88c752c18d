// A file named in the interview that lies elsewhere, or that the provider would not take: it may be fitted and copied.
import { isAbsolute, resolve } from 'node:path'
import { writeTogether } from '../disk/write-together.ts'
import { fit } from '../materials/fit.ts'
import { limitsOf } from '../materials/limits.ts'
import { openPicture, type OpenPicture } from '../materials/open-picture.ts'
import { ownerNamed, slot } from '../materials/slots.ts'
import { place } from '../materials/slot-file.ts'
import type { Asking, Form } from './ask-field.ts'
import { keepInside } from './keep-inside.ts'
import { readScan } from './read-scan.ts'
import { refusedBySystem } from './refused-by-system.ts'
import { UserError } from './user-error.ts'

/** What is looked at: the file as icp.yaml would write it, and whose paper it is. */
export type Named = {
  readonly material: string
  readonly of: string | undefined
  readonly file: string
  readonly folder: string
}

/** What fitting puts right, of what a look at a file finds. */
export const cured: ReadonlySet<string> = new Set([
  'format',
  'extension',
  'bytes',
  'not-a-picture',
  'turned-by-note',
  'pages',
])

/** Undefined for what cannot be opened, or is no picture at all. */
export async function fittable(
  { material, file, folder }: Named,
  { state }: Pick<Form, 'state'>,
): Promise<OpenPicture | undefined> {
  if (state.reported.book.common.materials[material]?.media === 'video') return undefined
  const bytes = readScan(resolve(folder, file), false)
  const opened = typeof bytes === 'string' ? undefined : await openPicture(bytes)
  return opened?.is === 'picture' ? opened : undefined
}

/** Asked only where there is something to gain. @returns the path for icp.yaml; undefined: the question is asked again */
export async function offerFitting(named: Named, form: Form, asking: Asking): Promise<string | undefined> {
  const picture = await fittable(named, form)
  if (!picture) return named.file
  const { prompter, words } = asking
  const isElsewhere = named.file.startsWith('../') || isAbsolute(named.file)
  const { book } = form.state.reported
  const limits = limitsOf(book.common.materials[named.material], book)
  const isRight =
    !picture.isTurned &&
    picture.tells.length === 0 &&
    (limits.formats ?? ['jpeg', 'png']).some(format => format === picture.kind) &&
    picture.bytes.length <= (limits.hardBytes ?? limits['max-bytes'] ?? Infinity)
  if (isRight && !isElsewhere) return named.file
  const picks = [{ name: words.attach.fitIt }, { name: words.attach.useAsIs }]
  for (;;) {
    const reply = await prompter.choose({ message: words.attach.offer(isElsewhere, picture.tells) }, picks)
    if (reply.is === 'why') prompter.say(words.attach.whyFit)
    else if (reply.is !== 'answer') return undefined
    else return reply.value === 0 ? await copied(picture, named, form, asking) : named.file
  }
}

async function copied(picture: OpenPicture, named: Named, { state, path }: Form, { prompter, words }: Asking) {
  const { filing, book } = state.reported
  const { material, of, file, folder } = named
  const wanted = slot(material, of === undefined || of === 'sponsor' ? undefined : ownerNamed(of, filing))
  const index = path[0] === 'materials' ? path[1] : undefined
  const earlier = typeof index === 'number' ? filing.materials?.[index]?.file : undefined
  const taken = (filing.materials ?? []).flatMap(other => other.file ?? []).filter(other => other !== earlier)
  try {
    const fitted = await fit(picture, limitsOf(book.common.materials[material], book))
    const spot = { folder, taken, ...(earlier === undefined ? {} : { earlier }) }
    const placing = place(wanted, fitted, picture, spot)
    keepInside(placing.files, folder)
    writeTogether(placing.files)
    prompter.say(`  ${placing.file}  ${words.attach.kept(placing.original)}`, 'dim')
    return placing.file
  } catch (error) {
    const refused = refusedBySystem(error, folder)
    if (error instanceof UserError || refused) throw refused ?? error
    prompter.say(`  ${words.attach.refused.broken(picture.kind)}`, 'yellow')
    return file
  }
}
