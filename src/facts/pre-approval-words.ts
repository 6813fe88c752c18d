// What a filing's own words say it deals with: subjects of pre-approval, trade, comments; denials left out.
import { here, top, within, type Fact, type Subject } from './fact.ts'
import { latest, once } from '../model/remember.ts'
import type { Tables } from '../model/tables.ts'
import { longestShared } from './shared-words.ts'

const serviceOf = (subject: Subject) => within(subject, 'service')?.service ?? {}

/** No name is made of so many words of another. */
const wordsAtMost = 20

/** The text without any word it shares with the other. */
function withoutAllShared(text: string, other: string): string {
  let rest = text
  for (let count = 0; count < wordsAtMost; count += 1) {
    const shared = longestShared(rest, other)
    if (shared.length < 2) return rest
    rest = rest.replaceAll(shared, '')
  }
  return rest
}

/** Name and page title without what stands in the sponsor's registered name: that part was approved with it. */
const ownWords = latest((subject: Subject): string | undefined => {
  const { name, 'page-title': title } = serviceOf(subject)
  const sponsor = subject.world.filing.sponsor?.name ?? ''
  if (name === undefined) return undefined
  return [name, title ?? '']
    .map(text => withoutAllShared(text, sponsor))
    .join(' ')
    .trim()
})

const sentences = /[。；;！!\n]/u
const clauses = /[，,]/u
const deniesAll = /不涉及|不包含|不含|不提供|不存在|不开设|不设|没有|不得|无需/u
const deniesOne = /不|无|非|未|禁止|除外/u

/** A sentence without the clauses that deny something; 不涉及 … denies all that follows it. */
function claimed(sentence: string): string {
  const all = sentence.split(clauses)
  const denied = all.findIndex(clause => deniesAll.test(clause))
  return all
    .slice(0, denied < 0 ? all.length : denied)
    .filter(clause => !deniesOne.test(clause))
    .join('，')
}

const claims = (text: string) => text.split(sentences).map(claimed).filter(Boolean).join('；')

/** A business scope without its bracketed limits and the clauses that rule something out. */
function offered(scope: string): string {
  const bare = scope
    .normalize('NFKC')
    .replace(/\([^()]*\)/gu, limit => (/不|除|未|须|依法|限/u.test(limit) ? '' : limit))
  return bare
    .split(/[;。,]/u)
    .filter(clause => !/不得|不含|除外|除依法|禁止|未经/u.test(clause))
    .join('；')
}

/** The list of the words that point to a pre-approval: `news-words`. */
export const listOfApproval = (id: string) => `${id}-words`

type Pointer = { readonly word: string; readonly id: string }

/** The words of all pre-approvals by their first letter, and the ids in the order of their table. */
type Pointers = { readonly ids: readonly string[]; readonly byFirst: ReadonlyMap<number, readonly Pointer[]> }

const pointersOf = once((tables: Tables): Pointers => {
  const ids = tables.codes('pre-approvals').map(({ id }) => id)
  const byFirst = new Map<number, Pointer[]>()
  for (const id of ids) {
    for (const word of tables.list(listOfApproval(id)).map(each => each.toLowerCase())) {
      const pointers = byFirst.get(word.charCodeAt(0)) ?? []
      byFirst.set(word.charCodeAt(0), pointers)
      pointers.push({ word, id })
    }
  }
  return { ids, byFirst }
})

function suggestedBy(text: string | undefined, { world }: Subject): string[] | undefined {
  if (text === undefined) return undefined
  const { ids, byFirst } = pointersOf(world.tables)
  const lower = text.toLowerCase()
  const found = new Set<string>()
  for (let at = 0; at < lower.length; at += 1) {
    for (const { word, id } of byFirst.get(lower.charCodeAt(at)) ?? []) if (lower.startsWith(word, at)) found.add(id)
  }
  return found.size === 0 ? [] : ids.filter(id => found.has(id))
}

const letters: readonly string[] = [
  'no-preapproval-letter',
  'no-finance-letter',
  'no-tutoring-letter',
  'no-culture-letter',
]

function scopeOf({ world }: Subject): string | undefined {
  const scope = world.filing.sponsor?.['business-scope']
  return scope === undefined ? undefined : offered(scope)
}

export const preApprovalWordFacts = {
  'service.words.own': { scope: 'service', kind: 'text', fields: here('name'), of: ownWords },
  'service.suggested-approvals': {
    scope: 'service',
    kind: 'list',
    codes: 'pre-approvals',
    fields: here('name'),
    of: subject => suggestedBy(ownWords(subject), subject),
  },
  'filing.pre-approval-is-declined': {
    scope: 'filing',
    kind: 'yes-no',
    fields: top('materials'),
    of: ({ world }) =>
      (world.filing.materials ?? []).some(({ is, file }) => file !== undefined && letters.includes(is)),
  },
  'service.remark.claims': {
    scope: 'service',
    kind: 'text',
    fields: here('remark'),
    of: subject => {
      const { remark } = serviceOf(subject)
      return remark === undefined ? undefined : claims(remark)
    },
  },
  'sponsor.business-scope.offers': {
    scope: 'filing',
    kind: 'text',
    fields: top('sponsor.business-scope'),
    of: scopeOf,
  },
} as const satisfies Record<string, Fact>
