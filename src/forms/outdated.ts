// Letters printed from answers that were changed afterwards: they must be printed and signed again.
import type { FilingMaterial } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import { digestOf } from './form.ts'
import { fill } from './fill.ts'
import type { FormBook } from './form-book.ts'
import { subjectsFor } from './subjects-for.ts'

/** What the forms of this entry would be printed from today: one for each thing it may mean. */
function digestsNow({ is, of }: FilingMaterial, { templates, world, subjects }: FormBook): string[] {
  const template = templates[is]
  if (!template) return []
  return subjectsFor(of, template.for, world.filing, subjects).map(subject =>
    digestOf(fill(template, subject, subjects)),
  )
}

/** A paper that no form is written for was not printed here: nothing can be said of it. */
export function isOutdated(entry: FilingMaterial, book: FormBook): boolean {
  const printed = entry['printed-from']?.toLowerCase()
  if (printed === undefined) return false
  const now = digestsNow(entry, book)
  return now.length > 0 && !now.includes(printed)
}

/** One warning for every material whose `printed-from` no longer fits. */
export function outdatedForms(book: FormBook): Finding[] {
  return (book.world.filing.materials ?? []).flatMap((entry, index): Finding[] => {
    const got = entry['printed-from']
    if (got === undefined || !isOutdated(entry, book)) return []
    const problem = { code: 'printed-from', got, want: digestsNow(entry, book).join(', ') } as const
    return [
      {
        rule: `material/${entry.is}`,
        severity: 'warning',
        step: 'papers',
        verdict: { is: 'bad-scan', material: entry.is, problem },
        ...(entry.of === undefined ? {} : { about: entry.of }),
        field: ['materials', index, 'printed-from'],
      },
    ]
  })
}
