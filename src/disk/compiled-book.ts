// The compiled rule book, read sheet by sheet at run time.
import type { FormTemplates } from '../rules/form-template.ts'
import { tablesOf, type Common, type CompiledSheet, type Rulebook } from '../rules/rulebook.ts'
import { readJson, wordsIn } from './book-files.ts'
import type { OwnRules } from './own-rules.ts'
import { unpackCommon } from './packed-tables.ts'
import { unpackSheet, type PackedSheet } from './packed-sheet.ts'
import { placesFrom, type PackedPlaces } from './places.ts'

/** Files of the compiled book that hold no sheet. */
const besideSheets = new Set(['common', 'digest'])

/** One book per pair of province and provider; sheets are read once a run. */
export class CompiledBook {
  readonly #folder: string
  readonly #sheets = new Map<string, CompiledSheet | undefined>()
  readonly #books = new Map<string, Rulebook>()
  #common: Common | undefined
  #forms: FormTemplates | undefined
  readonly #places = placesFrom((): PackedPlaces => this.#words('places'))

  readonly #own: OwnRules | undefined

  constructor(folder: string, own?: OwnRules) {
    this.#folder = folder
    this.#own = own
  }

  get common(): Common {
    return (this.#common ??= this.#own?.common ?? this.#shippedCommon())
  }

  /** sha256 of everything a filing is judged by: sheets, lists, tables, a folder of one's own included */
  get digest(): string {
    const shipped: string = readJson(this.#folder, 'digest')
    return this.#own?.digestOver(shipped) ?? shipped
  }

  /** The texts of forms, read when one is printed or compared. */
  get forms(): FormTemplates {
    return (this.#forms ??= { ...this.#words('_forms'), ...this.#own?.forms })
  }

  sheet(name: string): CompiledSheet | undefined {
    const instead = this.#own?.instead.get(name)
    if (instead) return instead
    if (!this.#sheets.has(name)) {
      const isSheet = /^[a-z0-9-]+$/.test(name) && !besideSheets.has(name)
      const packed: PackedSheet | undefined = isSheet ? readJson(this.#folder, name) : undefined
      this.#sheets.set(name, packed && unpackSheet(packed, wordsIn(this.#folder, name)))
    }
    return this.#sheets.get(name)
  }

  #shippedCommon(): Common {
    return unpackCommon(readJson(this.#folder, 'common'), wordsIn(this.#folder, 'common'))
  }

  #words(name: string) {
    return JSON.parse(wordsIn(this.#folder, name)(0))
  }

  for(provinceId: string | undefined, providerId: string | undefined): Rulebook {
    const key = `${provinceId} ${providerId}`
    const known = this.#books.get(key)
    if (known) return known
    const made = this.#make(provinceId, providerId)
    this.#books.set(key, made)
    return made
  }

  #make(provinceId: string | undefined, providerId: string | undefined): Rulebook {
    const national = this.sheet('national')
    if (!national) throw new Error('the compiled rule book has no national sheet')
    const { provinces, providers } = this.common
    const province = provinces.includes(provinceId ?? '') ? this.sheet(provinceId ?? '') : undefined
    const provider = providers.includes(providerId ?? '') ? this.sheet(providerId ?? '') : undefined
    return {
      common: this.common,
      national,
      ...(province ? { province } : {}),
      ...(provider ? { provider } : {}),
      own: this.#own?.besides ?? [],
      scans: () => this.sheet('scans'),
      tables: tablesOf(this.common, this.#places, provider),
    }
  }
}
