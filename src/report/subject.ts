// Whom or what a finding is about, as the reader calls it.
import type { Filing } from '../model/filing.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Words } from '../locales/index.ts'
import { visible } from '../model/visible.ts'
import { maskNumbers } from '../model/mask.ts'

type Whose = { readonly filing: Filing; readonly book: Rulebook }

/** `services.0.lead` → "lead of service 1 海风软件"; a domain stays itself. */
export function showAbout(about: string, whose: Whose, words: Words): string {
  return visible(subjectNamed(about, whose, words))
}

function subjectNamed(about: string, { filing, book }: Whose, words: Words): string {
  if (about === 'sponsor') return words.about.sponsor
  if (about === 'principal') return words.about.principal
  if (about === 'legal-representative') return words.about.legalRepresentative
  const [list, index, part] = about.split('.')
  const position = Number(index)
  if (!/^\d+$/.test(index ?? '')) return maskNumbers(about)
  if (list === 'materials') {
    const is = filing.materials?.[position]?.is ?? about
    return book.common.materials[is]?.title[words.language] ?? is
  }
  if (list !== 'services') return about
  const written = filing.services?.[position]?.name
  const name = written === undefined ? undefined : maskNumbers(written)
  return part === 'lead' ? words.about.leadOf(position + 1, name) : words.about.service(position + 1, name)
}
