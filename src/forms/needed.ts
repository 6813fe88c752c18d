// Which forms a filing needs: letters that rules call for, letters listed but not signed yet, letters to print again.
import type { Subject } from '../facts/fact.ts'
import type { FilingMaterial } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import { formOf, type Form } from './form.ts'
import type { FormBook } from './form-book.ts'
import { isOutdated } from './outdated.ts'
import { subjectsFor } from './subjects-for.ts'

/** `instead`: what would do in place of it, as the rule says. */
export type NeededForm = Form & { readonly instead: readonly string[] }

type Wanted = { readonly id: string; readonly of?: string; readonly instead: readonly string[] }

/** In the order of the slots. One paper for one thing is printed once, whichever rules call for it. */
export function neededForms(findings: readonly Finding[], book: FormBook): NeededForm[] {
  return made([...calledFor(findings, book), ...unfinished(book)], book)
}

/** Every form of these materials that the filing can have, needed or not. */
export function formsNamed(ids: readonly string[], book: FormBook): NeededForm[] {
  return made(
    ids.flatMap(id =>
      book.templates[id]?.for === 'person'
        ? book.subjects.person.map(({ person }) => ({ id, of: person?.names[0] ?? 'principal', instead: [] }))
        : [{ id, instead: [] }],
    ),
    book,
  )
}

/** Of several papers that would do, the first that the filer can write. */
function calledFor(findings: readonly Finding[], { templates }: FormBook): Wanted[] {
  return findings.flatMap(({ verdict, about }): Wanted[] => {
    if (verdict.is !== 'need') return []
    const id = verdict.materials.find(each => each in templates)
    if (id === undefined) return []
    const instead = verdict.materials.filter(each => each !== id)
    return [{ id, instead, ...(about === undefined ? {} : { of: about }) }]
  })
}

/** Listed without a file, or said to be unsigned or unsealed, or printed from other answers. */
function unfinished(book: FormBook): Wanted[] {
  const isOpen = (entry: FilingMaterial) =>
    entry.file === undefined || entry.signed === false || entry.sealed === false || entry.handwritten === false
  return (book.world.filing.materials ?? [])
    .filter(entry => entry.is in book.templates && (isOpen(entry) || isOutdated(entry, book)))
    .map(({ is, of }) => ({ id: is, instead: [], ...(of === undefined ? {} : { of }) }))
}

function made(wanted: readonly Wanted[], book: FormBook): NeededForm[] {
  const forms = new Map<string, NeededForm>()
  for (const { id, of, instead } of wanted) {
    const [template, material] = [book.templates[id], book.materials[id]]
    if (!template || !material) continue
    const found = subjectsFor(of, template.for, book.world.filing, book.subjects)
    for (const subject of found) {
      const key = `${id} ${subject.path.join('.')}`
      const name = nameFor(subject, of, found)
      if (!forms.has(key))
        forms.set(key, {
          ...formOf({ ...book, material, template, subject, ...(name === undefined ? {} : { of: name }) }),
          instead,
        })
    }
  }
  return [...forms.values()].sort((one, other) => one.material.order - other.material.order)
}

/** What asks for it names it, unless that means several. */
function nameFor(subject: Subject, of: string | undefined, found: readonly Subject[]): string | undefined {
  return subject.scope === 'filing' || (found.length === 1 && of !== 'sponsor') ? of : undefined
}
