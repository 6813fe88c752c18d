// What every page of the bundle says first: whose filing, of which type, where and by which day's rules.
import { providerName, provinceName } from '../locales/authority-names.ts'
import { typeReason } from '../locales/type-reason.ts'
import { sheetsOf } from '../rules/rulebook.ts'
import type { Packing } from './packing.ts'

export type HeadRow = { readonly label: string; readonly text: string; readonly url?: string; readonly remark?: string }

export type Head = {
  readonly sponsor: string
  readonly type: string
  readonly rows: readonly HeadRow[]
  /** the province has no sheet */
  readonly warning?: string
}

export function headOf(packing: Packing): Head {
  const { filing, book, words, type } = packing
  const { name, because } = typeReason(type, words)
  const warning =
    filing.province !== undefined && !book.province ? words.pages.notJudgedFor(provinceName(packing, words)) : undefined
  return {
    sponsor: filing.sponsor?.name ?? words.pages.unnamed,
    type: words.report.type(name, because),
    rows: rowsOf(packing),
    ...(warning === undefined ? {} : { warning }),
  }
}

function rowsOf(packing: Packing): HeadRow[] {
  const { book, words, day } = packing
  const { labels } = words.pages
  const provider = book.provider?.provider
  const url = provider?.console
  const onlyChinese = words.language === 'en' && provider?.['english-console'] !== true
  const rows: HeadRow[] = [
    { label: labels.province, text: provinceName(packing, words) },
    { label: labels.provider, text: providerName(packing, words) },
    ...(url === undefined
      ? []
      : [{ label: labels.console, text: url, url, ...(onlyChinese ? { remark: words.pages.chineseConsole } : {}) }]),
    { label: labels.hotline, text: provider?.hotline ?? '' },
    { label: labels.day, text: `${day} · ${words.list(sheetsOf(book).map(sheet => sheet.title[words.language]))}` },
  ]
  return rows.filter(({ text }) => text !== '')
}
