// What the foot of each service shows: which number, where it leads, as the province wants it.
import { readFilingNumber, sponsorPart } from '../model/filing-number.ts'
import type { Filing, Service } from '../model/filing.ts'
import { readPublicSecurityNumber } from '../model/public-security-number.ts'
import { escapeHtml } from './html.ts'

export const filingLink = 'https://beian.miit.gov.cn/'
/** The page of the national platform that shows one number. */
const publicSecurityLink = (digits: string) => `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}`

export type Line = { readonly text: string; readonly link: string }

export type ServiceFooter = {
  /** place among the services, from 0 */
  readonly position: number
  readonly kind: 'website' | 'app'
  readonly name?: string
  readonly number?: Line
  /** the only number there is, where the service's own is wanted */
  readonly without?: string
}

export type Footer = { readonly services: readonly ServiceFooter[]; readonly publicSecurity?: Line }

/** `wants`: which number a website shows; an app always shows its own. Numbers are without mistakes. */
export function footerOf(
  filing: Filing,
  numbers: readonly string[],
  wants: 'sponsor' | 'service',
  publicSecurity: string | undefined,
): Footer {
  const read = publicSecurity === undefined ? undefined : readPublicSecurityNumber(publicSecurity)
  return {
    services: servicesWith(filing, numbers, wants),
    ...(read ? { publicSecurity: { text: read.text, link: publicSecurityLink(read.digits) } } : {}),
  }
}

type Kind = ServiceFooter['kind']

function servicesWith(filing: Filing, given: readonly string[], wants: 'sponsor' | 'service'): ServiceFooter[] {
  const left = [...given]
  const own = (kind: Kind) => {
    const at = left.findIndex(number => readFilingNumber(number)?.kind === kind)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const services = filing.services ?? [servicelike(given)]
  const known = services.map(service => own(kindOf(service)) ?? recordedNumber(service))
  const sponsor = [...given, ...known, sponsorNumber(filing)].flatMap(number =>
    number === undefined ? [] : (sponsorPart(number) ?? []),
  )[0]
  return services.map((service, position) => {
    const kind = kindOf(service)
    const number = kind === 'website' && wants === 'sponsor' ? sponsor : known[position]
    return {
      position,
      kind,
      ...(service.name === undefined ? {} : { name: service.name }),
      ...(number === undefined ? {} : { number: { text: number, link: filingLink } }),
      ...(number === undefined && sponsor !== undefined ? { without: sponsor } : {}),
    }
  })
}

/** Without a filing the number alone tells what it is of. */
const servicelike = ([number = '']: readonly string[]): Service => ({
  kind: readFilingNumber(number)?.kind === 'app' ? 'app' : 'website',
})

const kindOf = ({ kind }: Service): Kind => (kind === 'app' ? 'app' : 'website')

function recordedNumber({ kind, record }: Service): string | undefined {
  const number = record === 'none' ? undefined : record?.number
  const read = number === undefined ? undefined : readFilingNumber(number)
  return read?.kind === (kind === 'app' ? 'app' : 'website') ? number : undefined
}

function sponsorNumber({ sponsor }: Filing): string | undefined {
  return sponsor?.record === 'none' ? undefined : sponsor?.record?.number
}

/** One line to paste; it needs no style of the page to be centred. */
export function footerHtml({ services, publicSecurity }: Footer, comment: (service: ServiceFooter) => string): string {
  const anchor = ({ text, link }: Line) =>
    `<a href="${escapeHtml(link)}" target="_blank" rel="noopener noreferrer">${escapeHtml(text)}</a>`
  return services
    .flatMap(service => {
      if (!service.number) return []
      const lines = [anchor(service.number), ...(publicSecurity ? [anchor(publicSecurity)] : [])]
      return [`<!-- ${commentText(comment(service))} -->`, `<p style="text-align: center">${lines.join(' ')}</p>`]
    })
    .join('\n')
}

/** Nothing inside a comment may end it or begin another. */
const commentText = (text: string) =>
  text.replaceAll(/[<>]/g, '').replaceAll(/-{2,}/g, '-').replaceAll(/^-|-$/g, '').replaceAll(/\s+/g, ' ')
