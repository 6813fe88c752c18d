// Whom or what an answer belongs to, where its name alone does not tell.
import type { Filing, Path } from '../model/filing.ts'
import type { Words } from '../locales/index.ts'
import type { Rulebook } from '../rules/rulebook.ts'

type Seen = { readonly filing: Filing; readonly book: Rulebook; readonly words: Words }

/** `services.0.domains.1.expires` → the domain's name; undefined for the sponsor and the filing as a whole. */
export function aboutPath(path: Path, { filing, book, words }: Seen): string | undefined {
  const [list, index, part, item] = path
  if (typeof index !== 'number') return undefined
  if (list === 'materials') return nameOfMaterial(filing.materials?.[index]?.is ?? '', book, words)
  if (list !== 'services') return undefined
  const service = filing.services?.[index]
  const own = words.about.service(index + 1, service?.name)
  if (part === 'domains' && typeof item === 'number') return service?.domains?.[item]?.name ?? own
  if (part !== 'app' || typeof path[4] !== 'number') return own
  const os = service?.app?.platforms?.[path[4]]?.os
  return os === undefined ? own : `${own} · ${book.tables.code('app-platforms', os)?.[words.language] ?? os}`
}

export function nameOfMaterial(id: string, { common }: Rulebook, words: Words): string {
  return common.materials[id]?.title[words.language] ?? id
}

/** `materials[].of` as the reader calls it. */
export function nameOfOwner(of: string | undefined, { filing, words }: Seen): string | undefined {
  if (of === undefined || of === 'sponsor') return undefined
  if (of === 'principal') return words.about.principal
  if (of === 'legal-representative') return words.about.legalRepresentative
  const [list, index, part] = of.split('.')
  if (list !== 'services' || !/^\d{1,4}$/.test(index ?? '')) return of
  const position = Number(index)
  const name = filing.services?.[position]?.name
  return part === 'lead' ? words.about.leadOf(position + 1, name) : words.about.service(position + 1, name)
}
