// One entry of the checklist, made from a finding or a note.
import { fieldName } from '../locales/field-name.ts'
import type { Kind } from '../locales/words.ts'
import type { Severity } from '../rules/source.ts'
import { aboutPath, nameOfMaterial } from './about.ts'
import type { Cited, Packing, ToldFinding, ToldNote } from './packing.ts'

/** How to make a paper and its picture, under the paper's name. */
export type Hint = { readonly title?: string; readonly lines: readonly string[] }

export type Item = {
  /** tells the item from every other, also after the next packing */
  readonly key: string
  readonly kind: Kind | 'note'
  readonly severity: Severity
  readonly rule: string
  readonly title: string
  readonly about?: string
  readonly line?: number
  readonly lines: readonly string[]
  readonly hints: readonly Hint[]
  readonly sources: readonly Cited[]
}

export function itemOf(told: ToldFinding, packing: Packing): Item {
  const { finding, title, line, sources } = told
  const { verdict, rule, severity, field } = finding
  const about = told.about ?? (verdict.is === 'ask' && field ? aboutPath(field, packing) : undefined)
  const isMissing = verdict.is === 'bad-scan' && verdict.problem.code === 'missing-file'
  const hasPlace = verdict.is === 'fail' || verdict.is === 'bad-scan'
  return {
    key: [verdict.is, rule, finding.about ?? '', verdict.is === 'ask' ? (field ?? []).join('.') : ''].join(' '),
    kind: isMissing ? 'need' : verdict.is,
    severity,
    rule,
    title: verdict.is === 'ask' && field ? fieldName(field, packing.words) : title,
    ...(about === undefined ? {} : { about }),
    ...(line !== undefined && hasPlace ? { line } : {}),
    lines: linesOf(told, packing),
    hints: hintsOf(told, packing),
    sources: verdict.is === 'ask' ? [] : sources,
  }
}

function linesOf({ finding, broken, detail, fix, conflict }: ToldFinding, { words }: Packing): string[] {
  const { verdict } = finding
  if (verdict.is === 'ask') return [words.pages.waiting(verdict.rules.length)]
  return [
    ...broken,
    ...(detail === undefined ? [] : [detail]),
    ...(fix === undefined ? [] : [words.report.fix(fix)]),
    ...(conflict === undefined ? [] : [words.report.conflict(conflict)]),
  ]
}

/** A paper that is missing is described whole; for a bad picture its picture is. */
function hintsOf({ finding: { verdict } }: ToldFinding, { book, words }: Packing): Hint[] {
  const ids = verdict.is === 'need' ? verdict.materials : verdict.is === 'bad-scan' ? [verdict.material] : []
  return ids.flatMap(id => {
    const material = book.common.materials[id]
    if (!material) return []
    const parts = verdict.is === 'need' ? (['what', 'form', 'picture'] as const) : (['picture'] as const)
    const lines = parts.flatMap(part => {
      const text = material[part]?.[words.language]
      return text === undefined ? [] : [words.pages.slots[part](text)]
    })
    const title = ids.length > 1 ? { title: nameOfMaterial(id, book, words) } : {}
    return lines.length === 0 ? [] : [{ ...title, lines }]
  })
}

export function noteItem({ note, about }: ToldNote, { words }: Packing): Item {
  return {
    key: ['note', note.rule, note.about ?? ''].join(' '),
    kind: 'note',
    severity: 'info',
    rule: note.rule,
    title: note.text[words.language],
    ...(about === undefined ? {} : { about }),
    lines: [],
    hints: [],
    sources: [],
  }
}
