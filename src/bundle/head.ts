// What every page of the bundle says first: whose filing, of which type, where and by which day's rules.
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
  const name = words.filingType[type.type]
  const because = type.conflict === 'none' ? name.because : words.conflict[type.conflict]
  const warning =
    filing.province !== undefined && !book.province ? words.pages.notJudgedFor(provinceName(packing)) : undefined
  return {
    sponsor: filing.sponsor?.name ?? words.pages.unnamed,
    type: words.report.type(name.name, because),
    rows: rowsOf(packing),
    ...(warning === undefined ? {} : { warning }),
  }
}

function provinceName({ filing, book, words }: Packing): string {
  const id = filing.province ?? ''
  return book.tables.code('provinces', id)?.[words.language] ?? id
}

function rowsOf(packing: Packing): HeadRow[] {
  const { filing, book, words, day } = packing
  const { labels } = words.pages
  const provider = book.provider?.provider
  const id = filing.provider ?? ''
  const providerName = provider?.[words.language] ?? book.tables.code('providers', id)?.[words.language] ?? id
  const url = provider?.console
  const onlyChinese = words.language === 'en' && provider?.['english-console'] !== true
  const rows: HeadRow[] = [
    { label: labels.province, text: provinceName(packing) },
    { label: labels.provider, text: providerName },
    ...(url === undefined
      ? []
      : [{ label: labels.console, text: url, url, ...(onlyChinese ? { remark: words.pages.chineseConsole } : {}) }]),
    { label: labels.hotline, text: provider?.hotline ?? '' },
    { label: labels.day, text: `${day} · ${words.list(sheetsOf(book).map(sheet => sheet.title[words.language]))}` },
  ]
  return rows.filter(({ text }) => text !== '')
}
