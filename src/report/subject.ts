// Whom or what a finding is about, as the reader calls it.
import type { Filing } from '../model/filing.ts'
import type { Words } from '../locales/index.ts'

/** `services.0.lead` → "lead of service 1 海风软件"; a domain stays itself. */
export function showAbout(about: string, filing: Filing, words: Words): string {
  if (about === 'sponsor') return words.about.sponsor
  if (about === 'principal') return words.about.principal
  if (about === 'legal-representative') return words.about.legalRepresentative
  const [list, index, part] = about.split('.')
  if (list !== 'services' || !/^\d+$/.test(index ?? '')) return about
  const position = Number(index)
  const name = filing.services?.[position]?.name
  return part === 'lead' ? words.about.leadOf(position + 1, name) : words.about.service(position + 1, name)
}
