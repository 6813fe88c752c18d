// Province and provider of a filing by the names the reader knows, else as they were written.
import type { Filing } from '../model/filing.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Words } from './index.ts'

type Whose = { readonly filing: Filing; readonly book: Rulebook }

export function provinceName({ filing: { province = '' }, book }: Whose, { language }: Words): string {
  return book.tables.code('provinces', province)?.[language] ?? province
}

/** A provider's own sheet names it best. */
export function providerName({ filing: { provider = '' }, book }: Whose, { language }: Words): string {
  return book.provider?.provider?.[language] ?? book.tables.code('providers', provider)?.[language] ?? provider
}
