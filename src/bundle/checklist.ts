// The checklist as data: who has to do what, the seven steps and their days, and what the pages around it show.
import { fieldName } from '../locales/field-name.ts'
import type { ActorName } from '../locales/outlook-words.ts'
import { strongestFirst } from '../rules/finding.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import type { Path } from '../model/filing.ts'
import { steps, type Step } from '../rules/step.ts'
import { holidaysIn } from '../rules/timeline.ts'
import { aboutPath } from './about.ts'
import { actorNames, actorOf, namesOfActor } from './actor.ts'
import { answersTo } from './answers.ts'
import { digestOf } from './value-digest.ts'
import { deadlinesOf, type Deadline } from './deadlines.ts'
import { itemOf, noteItem, type Item } from './item.ts'
import { lockedFields } from './locked.ts'
import type { Packing } from './packing.ts'
import { placeName } from './place-name.ts'
import { stagesOf, type Stage } from './stages.ts'

export const sectionNames = ['wrong', 'missing', 'open', 'confirm'] as const
export type SectionName = (typeof sectionNames)[number]

export type Section = { readonly name: SectionName; readonly items: readonly Item[] }

/** Everything one person or company has to do; sections without items are left out. */
export type Actor = {
  readonly name: ActorName
  /** names of the people or companies */
  readonly who: readonly string[]
  readonly count: number
  readonly sections: readonly Section[]
}

export type NoteGroup = { readonly step: Step; readonly items: readonly Item[] }

/** `confirms`: points that only wait for a person's look */
export type StepState = {
  readonly step: Step
  readonly open: number
  readonly confirms: number
  readonly isBlocked: boolean
  readonly stages: readonly Stage[]
}
/** `key`: another value is another row, to be compared anew */
export type LockedRow = {
  readonly key: string
  readonly name: string
  readonly about?: string
  readonly values: readonly string[]
}

export type Checklist = {
  readonly steps: readonly StepState[]
  /** the last day whose public holidays are known */
  readonly calendarUntil: string | undefined
  readonly locked: readonly LockedRow[]
  readonly guessed: readonly string[]
  readonly actors: readonly Actor[]
  /** kinds of things of which there are none */
  readonly fine: readonly SectionName[]
  readonly notes: readonly NoteGroup[]
  readonly deadlines: readonly Deadline[]
  readonly sheets: readonly { readonly title: string; readonly digest: string }[]
}

type Owned = { readonly actor: ActorName; readonly section: SectionName; readonly item: Item }

export function checklistOf(packing: Packing): Checklist {
  const { words, findings } = packing
  const stages = stagesOf(packing)
  const owned = findings.map(told => {
    const item = itemOf(told, packing)
    return { actor: actorOf(told.finding, packing), section: sectionFor(item), item }
  })
  return {
    steps: steps.map(step => ({
      ...stateOf(step, packing),
      stages: stages.filter(stage => stage.step === step),
    })),
    calendarUntil: holidaysIn(packing.book).until,
    locked: lockedRows(packing),
    guessed: (packing.filing.guessed ?? []).map(field => fieldName(field.split('.'), words)),
    actors: actorNames.flatMap(name => actorPart(name, owned, packing)),
    fine: sectionNames.filter(name => owned.every(({ section }) => section !== name)),
    notes: noteGroups(packing),
    deadlines: deadlinesOf(packing),
    sheets: sheetsOf(packing.book).map(({ title, digest }) => ({ title: title[words.language], digest })),
  }
}

function actorPart(name: ActorName, all: readonly Owned[], packing: Packing): Actor[] {
  const own = all.filter(({ actor }) => actor === name)
  if (own.length === 0) return []
  const sections = sectionNames.flatMap(section => {
    const items = own.flatMap(each => (each.section === section ? [each.item] : [])).sort(strongestFirst)
    return items.length === 0 ? [] : [{ name: section, items }]
  })
  return [{ name, who: namesOfActor(name, packing), count: own.length, sections }]
}

function noteGroups(packing: Packing): NoteGroup[] {
  return steps.flatMap(step => {
    const own = packing.notes.filter(({ note }) => note.step === step)
    return own.length === 0 ? [] : [{ step, items: own.map(told => noteItem(told, packing)) }]
  })
}

function sectionFor({ kind }: Item): SectionName {
  if (kind === 'need') return 'missing'
  if (kind === 'ask') return 'open'
  return kind === 'confirm' ? 'confirm' : 'wrong'
}

function stateOf(step: Step, { findings }: Packing): Omit<StepState, 'stages'> {
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
      const shown = values.map(value => show(at, value, words, false))
      return {
        key: [path.join('.'), digestOf(values)].join(' '),
        name: fieldName(path, words),
        ...(about === undefined ? {} : { about }),
        values: [...places(path, values), ...shown],
      }
    }),
  )
}
