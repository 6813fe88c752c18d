// The checklist as data: what is missing, wrong, open, to confirm and good to know, and what the pages around it show.
import { fieldName } from '../locales/field-name.ts'
import { strongestFirst } from '../rules/finding.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import type { Path } from '../model/filing.ts'
import { steps, type Step } from '../rules/sheet.ts'
import { aboutPath } from './about.ts'
import { answersTo } from './answers.ts'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { itemOf, noteItem, type Item } from './item.ts'
import { lockedFields } from './locked.ts'
import { nextStages, type NextStage } from './next-stages.ts'
import type { Packing } from './packing.ts'
import { placeName } from './place-name.ts'

export const sectionNames = ['missing', 'wrong', 'open', 'confirm', 'notes'] as const
export type SectionName = (typeof sectionNames)[number]
export type Group = { readonly step: Step; readonly items: readonly Item[] }
export type Section = { readonly name: SectionName; readonly count: number; readonly groups: readonly Group[] }

/** `confirms`: points that only wait for a person's look */
export type StepState = {
  readonly step: Step
  readonly open: number
  readonly confirms: number
  readonly isBlocked: boolean
}
export type LockedRow = { readonly name: string; readonly about?: string; readonly values: readonly string[] }

export type Checklist = {
  readonly steps: readonly StepState[]
  readonly locked: readonly LockedRow[]
  readonly guessed: readonly string[]
  readonly sections: readonly Section[]
  readonly deadlines: readonly Deadline[]
  readonly next: readonly NextStage[]
  readonly sheets: readonly { readonly title: string; readonly digest: string }[]
}

export function checklistOf(packing: Packing): Checklist {
  const { words } = packing
  const items = [
    ...packing.findings.map(told => ({ step: told.finding.step, item: itemOf(told, packing) })),
    ...packing.notes.map(told => ({ step: told.note.step, item: noteItem(told, packing) })),
  ]
  return {
    steps: steps.map(step => stateOf(step, packing)),
    locked: lockedRows(packing),
    guessed: (packing.filing.guessed ?? []).map(field => fieldName(field.split('.'), words)),
    sections: sectionNames.map(name => sectionOf(name, items)),
    deadlines: deadlinesOf(packing),
    next: nextStages(packing),
    sheets: sheetsOf(packing.book).map(({ title, digest }) => ({ title: title[words.language], digest })),
  }
}

function sectionOf(name: SectionName, all: readonly { step: Step; item: Item }[]): Section {
  const own = all.filter(({ item }) => sectionFor(item) === name)
  const groups = steps.map(step => ({ step, items: itemsOf(step, own) }))
  return { name, count: own.length, groups: groups.filter(({ items }) => items.length > 0) }
}

const itemsOf = (step: Step, all: readonly { step: Step; item: Item }[]) =>
  all
    .filter(each => each.step === step)
    .map(({ item }) => item)
    .sort(strongestFirst)

function sectionFor({ kind }: Item): SectionName {
  switch (kind) {
    case 'need':
      return 'missing'
    case 'ask':
      return 'open'
    case 'note':
      return 'notes'
    case 'confirm':
      return 'confirm'
    default:
      return 'wrong'
  }
}

function stateOf(step: Step, { findings }: Packing): StepState {
  const own = findings.flatMap(({ finding }) => (finding.step === step ? [finding] : []))
  const confirms = own.filter(({ verdict }) => verdict.is === 'confirm').length
  const isBlocked = own.some(({ severity }) => severity === 'error')
  return { step, open: own.length - confirms, confirms, isBlocked }
}

function lockedRows(packing: Packing): LockedRow[] {
  const { filing, words, show, book } = packing
  const places = (path: Path, values: readonly unknown[]) =>
    path.at(-1) === 'region' ? values.flatMap(value => placeName(String(value), book.tables) ?? []) : []
  return answersTo(lockedFields, filing).flatMap(({ answers }) =>
    answers.map(({ path, at, values }) => {
      const about = aboutPath(path.slice(0, 2), packing)
      return {
        name: fieldName(path, words),
        ...(about === undefined ? {} : { about }),
        values: [...places(path, values), ...values.map(value => show(at, value, words, false))],
      }
    }),
  )
}
