// Which slot a file is for: by the code on it, its name, its shape, and what the filing still needs.
import { creditCodeProblem } from '../model/credit-code.ts'
import type { Filing } from '../model/filing.ts'
import type { Material } from '../model/material.ts'
import { peopleIn } from './owners.ts'
import { isSameSlot, slot, type Slot, type Slots } from './slots.ts'

export type Evidence = {
  /** of the file, without folder and extension */
  readonly name: string
  /** the texts of its QR codes */
  readonly codes: readonly string[]
  /** longer side by shorter side */
  readonly ratio: number
}

/**
 * `own-code`: the code says the sponsor's number · `code`: there is one · `name`: the file is called so · `shape`: that
 * of a card · `only`: nothing else is missing
 */
export type Reason = 'own-code' | 'code' | 'name' | 'shape' | 'only'

export type Proposal = { readonly slot: Slot; readonly reason: Reason; readonly isCertain: boolean }

type Book = Readonly<Record<string, Material>>
type Hint = { readonly material: string; readonly reason: Reason; readonly weight: number }

/** A name of so many letters, a Chinese character counting for two, says beyond doubt what it means. */
const enough = 6

/** The likeliest first. At most one is certain. */
export function propose(evidence: Evidence, slots: Slots, filing: Filing, book: Book): Proposal[] {
  const hints = [
    ...byCode(evidence, slots, filing),
    ...byName(evidence, slots, book),
    ...byShape(evidence),
    ...byOwner(evidence, slots, filing),
  ]
  const most = Math.max(0, ...hints.map(({ weight }) => weight))
  const all = hints.filter(({ weight }) => weight * 3 > most).toSorted((one, other) => other.weight - one.weight)
  const [first, second] = all
  const isAlone = first !== undefined && (second === undefined || second.weight < first.weight)
  const proposals = all.flatMap((hint, index) => {
    const { whose, isSure } = ownersOf(hint.material, evidence.name, slots, filing)
    const isCertain = index === 0 && isAlone && isSure && hint.weight >= enough
    return whose.map(each => ({ slot: each, reason: hint.reason, isCertain }))
  })
  const [only, ...others] = slots.open
  const last: Proposal[] = only && others.length === 0 ? [{ slot: only, reason: 'only', isCertain: false }] : []
  return [...proposals, ...last].filter(
    (each, index, list) => list.findIndex(other => isSameSlot(other.slot, each.slot)) === index,
  )
}

/** A licence carries a code with its number, or with the address of the registry. */
function byCode({ codes }: Evidence, { all }: Slots, filing: Filing): Hint[] {
  const own = filing.sponsor?.document?.number?.trim().toUpperCase()
  const material = ['business-licence', 'sponsor-certificate'].find(id => all.some(each => each.material === id))
  if (codes.length === 0) return []
  const isOwn =
    own !== undefined && creditCodeProblem(own) === undefined && codes.some(code => code.toUpperCase().includes(own))
  return [{ material: material ?? 'business-licence', reason: isOwn ? 'own-code' : 'code', weight: isOwn ? 100 : 3 }]
}

/** Kinds of paper whose name stands in the file's; those the filing is asked for count a little more. */
function byName({ name }: Evidence, { all }: Slots, book: Book): Hint[] {
  return Object.entries(book).flatMap(([material, { title, called = [] }]): Hint[] => {
    const weights = [material.replaceAll('-', ' '), title.zh, title.en, ...called].map(words => weigh(words, name))
    const weight = Math.max(...weights)
    const bonus = all.some(each => each.material === material) ? 0.5 : 0
    return weight === 0 ? [] : [{ material, reason: 'name', weight: weight + bonus }]
  })
}

/** Resident cards, and whatever else has the size of one, photographed up to the edge. */
function byShape({ ratio }: Evidence): Hint[] {
  const isCard = Math.abs(ratio - 85.6 / 54) < 0.04
  return isCard ? ['id-card-front', 'id-card-back'].map(material => ({ material, reason: 'shape', weight: 1 })) : []
}

/** A person or domain named on the file, with papers still missing. */
const byOwner = ({ name }: Evidence, { open }: Slots, filing: Filing): Hint[] =>
  open.flatMap(({ material, of }): Hint[] =>
    of !== undefined && isNamed(of, name, filing) ? [{ material, reason: 'name', weight: 2 }] : [],
  )

/** The letters of the words, if the name has all of them. */
function weigh(words: string, name: string): number {
  const tokens = tokensOf(name)
  const joined = tokens.join('')
  const parts = tokensOf(words)
  const isIn = (word: string) =>
    /\p{Script=Han}/u.test(word) || word.length >= enough
      ? joined.includes(word)
      : tokens.some(token => token.replace(/(?<!\d)\d+$/, '') === word)
  return parts.length > 0 && parts.every(isIn) ? parts.reduce((sum, part) => sum + lengthOf(part), 0) : 0
}

const lengthOf = (word: string) => [...word].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0)

/** Lower case, parted at marks, between scripts and where a capital begins a word. */
const tokensOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Script=Han})(?=[A-Za-z])|(?<=[A-Za-z\d])(?=\p{Script=Han})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(part => part !== '')

/** Whose paper it may be: by a person's or a domain's name in the file's, else the one that lacks it. `isSure`: it is called for, and only one can be meant. */
export function ownersOf(material: string, name: string, { all, open }: Slots, filing: Filing) {
  const wanted = all.filter(each => each.material === material)
  const missing = open.filter(each => each.material === material)
  const named = wanted.filter(({ of }) => of !== undefined && isNamed(of, name, filing))
  const likely = [named, missing, wanted].find(slots => slots.length > 0)
  if (likely) return { whose: likely, isSure: likely.length === 1 }
  const people = new Set(peopleIn(filing).flatMap(person => (name.includes(person.name) ? [person.of] : [])))
  const [of, ...others] = people
  return { whose: [others.length > 0 ? { material } : slot(material, of)], isSure: false }
}

function isNamed(of: string, name: string, filing: Filing): boolean {
  const people = peopleIn(filing).filter(person => person.of === of)
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
  const isDomain = of.includes('.') && !of.startsWith('services.')
  return people.some(person => name.includes(person.name)) || (isDomain && plain(name).includes(plain(of)))
}
