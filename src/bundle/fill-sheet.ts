// The fill sheet as data: every field in the order of the provider's screens, its value ready to copy.
import { fieldName } from '../locales/field-name.ts'
import { languages, type Words } from '../locales/index.ts'
import type { Path } from '../model/filing.ts'
import { filingShape } from '../model/filing-shape.ts'
import { keysAt } from '../model/shape.ts'
import type { Bilingual } from '../rules/source.ts'
import { aboutPath, nameOfMaterial, nameOfOwner } from './about.ts'
import { answersTo, type Answer, type AnswerGroup } from './answers.ts'
import { isLocked } from './locked.ts'
import type { Packing } from './packing.ts'
import { placeName } from './place-name.ts'

export type FillRow = {
  readonly key: string
  readonly name: Bilingual
  /** several where the field takes a list; the Chinese one is typed */
  readonly values: readonly Bilingual[]
  readonly isLocked: boolean
  /** a rule waits for it */
  readonly isOpen: boolean
}

export type FillGroup = { readonly about?: string; readonly rows: readonly FillRow[] }
export type FillScreen = { readonly id: string; readonly title: Bilingual; readonly groups: readonly FillGroup[] }
export type Upload = {
  readonly path: string
  readonly title: string
  readonly about?: string
  readonly isThere: boolean
}

export type FillSheet = {
  readonly screens: readonly FillScreen[]
  /** false: the order is that of icp.yaml */
  readonly isInScreenOrder: boolean
  readonly uploads: readonly Upload[]
}

type Screen = { readonly id: string; readonly title: Bilingual; readonly fields: readonly string[] }

export function fillSheetOf(packing: Packing): FillSheet {
  const screens = packing.book.provider?.provider?.screens
  return {
    screens: (screens ?? areas())
      .map(screen => screenOf(screen, packing, screens !== undefined))
      .filter(({ groups }) => groups.length > 0),
    isInScreenOrder: screens !== undefined,
    uploads: packing.slots.map(({ path, is, of, source }) => {
      const about = nameOfOwner(of, packing)
      const title = nameOfMaterial(is, packing.book, packing.words)
      return { path, title, ...(about === undefined ? {} : { about }), isThere: source !== undefined }
    }),
  }
}

/** A screen has its fields whether they are answered or not; in the order of icp.yaml only what matters is shown. */
function screenOf({ id, title, fields }: Screen, packing: Packing, showBlank: boolean): FillScreen {
  const open = openFields(packing)
  const groups = answersTo(fields, packing.filing).map(group => groupOf(group, open, packing))
  const shown = groups.map(({ rows, ...about }) => ({
    ...about,
    rows: rows.filter(row => showBlank || row.isOpen || row.values.length > 0),
  }))
  return { id, title, groups: shown.filter(({ rows }) => rows.length > 0) }
}

function openFields({ findings }: Packing): ReadonlySet<string> {
  return new Set(
    findings.flatMap(({ finding: { verdict, field } }) => (verdict.is === 'ask' && field ? [field.join('.')] : [])),
  )
}

function groupOf({ of, answers }: AnswerGroup, open: ReadonlySet<string>, packing: Packing): FillGroup {
  const about = aboutPath(of, packing)
  return { ...(about === undefined ? {} : { about }), rows: answers.map(answer => rowOf(answer, open, packing)) }
}

function rowOf(answer: Answer, open: ReadonlySet<string>, packing: Packing): FillRow {
  const { name, path, at } = answer
  return {
    key: path.join('.'),
    name: inBoth(words => fieldName(path, words)),
    values: valuesOf(answer, packing),
    isLocked: isLocked(name),
    isOpen: isAskedFor(path, open) || isAskedFor(at, open),
  }
}

/** The answer itself, or the record it belongs to: nobody has said yet who leads the service. */
const isAskedFor = (path: Path, open: ReadonlySet<string>) =>
  path.some((_, index) => open.has(path.slice(0, index + 1).join('.')))

const inBoth = (tell: (words: Words) => string): Bilingual => ({ zh: tell(languages.zh), en: tell(languages.en) })

function valuesOf({ at, values }: Answer, { show, book }: Packing): Bilingual[] {
  return values.flatMap(value => {
    const inWords = inBoth(words => show(at, value, words, true))
    const place = at.at(-1) === 'region' ? placeName(String(value), book.tables) : undefined
    const product = at.at(-1) === 'product' ? book.tables.product(String(value)) : undefined
    if (product) return [{ zh: product.zh, en: product.en }]
    return place === undefined ? [inWords] : [{ zh: place, en: place }, inWords]
  })
}

const areaNames = ['filing', 'sponsor', 'principal', 'legal-representative', 'services'] as const
type AreaName = (typeof areaNames)[number]

/** Where the provider's screens are not known: the order of icp.yaml. */
function areas(): Screen[] {
  const fields = fieldsBelow([])
  return areaNames.map(id => ({
    id,
    title: inBoth(words => words.pages.sheet.areas[id]),
    fields: fields.filter(field => areaOf(field) === id),
  }))
}

const areaOf = (field: string): AreaName => areaNames.find(name => field.startsWith(`${name}.`)) ?? 'filing'

/** Nothing a provider's form asks for: our own notes, and what is only compared. */
const ours = new Set(
  [
    'icp',
    'purpose',
    'expects',
    'guessed',
    'plan',
    'materials',
    'confirmed',
    'progress',
    'same-as',
    'used-elsewhere',
    'footer',
  ].concat(['page-title', 'same-site-as', 'filed-under', 'resolves-to', 'open', 'codes-used', 'sdks']),
)

function fieldsBelow(path: Path): string[] {
  return keysAt(filingShape, path).flatMap(key => {
    const at = [...path, key]
    const name = at.filter(part => typeof part === 'string').join('.')
    if (ours.has(key)) return []
    if (key === 'record') return [`${name}.number`]
    if (key === 'ips') return [name]
    const below = fieldsBelow(at)
    const inItems = below.length > 0 ? below : fieldsBelow([...at, 0])
    return inItems.length > 0 ? inItems : [name]
  })
}
