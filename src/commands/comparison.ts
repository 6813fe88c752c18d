// One filing judged at several places: what all of them say, and what each says besides.
import type { Words } from '../locales/index.ts'
import { providerName, provinceName } from '../locales/authority-names.ts'
import { countsOf, type Counts } from '../report/counts.ts'
import { inReportOrder } from '../report/order.ts'
import type { Reported } from '../report/reported.ts'
import { tell, type Told } from '../report/tell.ts'

/** From and to, in days. */
type Days = readonly [number, number]

export type ComparedPlace = {
  readonly name: string
  readonly reported: Reported
  readonly counts: Counts
  /** working days the provider gives for its own review */
  readonly providerDays: Days | undefined
  /** days the administration's review takes */
  readonly administrationDays: Days | undefined
  /** what not every place says */
  readonly only: readonly Told[]
}

export type Comparison = { readonly places: readonly ComparedPlace[]; readonly everywhere: readonly Told[] }

/** Provinces word their own rules: a material is the same by its name, anything else by what it requires of whom. */
const keyOf = ({ kind, title, about, detail }: Told) =>
  JSON.stringify([kind, about, kind === 'need' ? detail : title, kind === 'bad-scan' ? detail : undefined])

/** The same demand by two rules of one place is one demand, as strong as the stronger. */
function distinct(told: readonly Told[]): Told[] {
  const kept = new Map<string, Told>()
  for (const each of told.toSorted(inReportOrder)) if (!kept.has(keyOf(each))) kept.set(keyOf(each), each)
  return [...kept.values()]
}

export function comparisonOf(reported: readonly Reported[], words: Words): Comparison {
  const told = reported.map(each => distinct(each.judgement.findings.map(finding => tell(finding, each, words, false))))
  const seen = new Map<string, number>()
  for (const key of told.flatMap(each => each.map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const isEverywhere = (each: Told) => seen.get(keyOf(each)) === reported.length
  return {
    everywhere: told[0]?.filter(isEverywhere) ?? [],
    places: reported.map((each, index) => ({
      ...aboutPlace(each, words),
      only: told[index]?.filter(one => !isEverywhere(one)) ?? [],
    })),
  }
}

function aboutPlace(reported: Reported, words: Words) {
  const { book } = reported
  return {
    name: `${provinceName(reported, words)} / ${providerName(reported, words)}`,
    reported,
    counts: countsOf(reported),
    providerDays: book.provider?.provider?.['review-days'],
    administrationDays: book.province?.province?.['review-days'],
  }
}
