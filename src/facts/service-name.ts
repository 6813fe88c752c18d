// What a service's name says: whose it is, whether it is only a domain, or somebody's own name.
import { han } from '../model/han.ts'
import { fold } from '../model/fold.ts'
import { readDomain } from '../model/domain-name.ts'
import type { Service } from '../model/filing.ts'
import { here, within, type Fact, type Subject } from './fact.ts'
import { domainNamesOf } from './service-domains.ts'
import { longestShared, withoutShared } from './shared-words.ts'

const serviceOf = (subject: Subject): Service => within(subject, 'service')?.service ?? {}

const one = (kind: Fact['kind'], of: Fact['of']) => ({ scope: 'service', kind, fields: here('name'), of }) as const

function isDomain(subject: Subject): boolean | undefined {
  const name = serviceOf(subject).name?.toLowerCase()
  if (name === undefined) return undefined
  return domainNamesOf(serviceOf(subject)).some(domain => name === domain || name === `www.${domain}`)
}

/** Only Latin labels: the name of 海风软件.中国 may well be 海风软件. */
function isDomainLabel(subject: Subject): boolean | undefined {
  const name = serviceOf(subject).name?.toLowerCase()
  if (name === undefined) return undefined
  if (!/^[\w-]+$/.test(name)) return false
  const labels = domainNamesOf(serviceOf(subject)).flatMap(domain => [
    domain.split('.')[0],
    readDomain(domain)?.registrable.split('.')[0],
  ])
  return labels.includes(name)
}

function ownWords(subject: Subject): string | undefined {
  const name = serviceOf(subject).name
  return name === undefined ? undefined : withoutShared(name, subject.world.filing.sponsor?.name ?? '')
}

function isUsedAgain(subject: Subject): boolean | undefined {
  const { name, kind } = serviceOf(subject)
  const all = subject.world.filing.services ?? []
  return name === undefined ? undefined : all.filter(other => other.name === name && other.kind === kind).length > 1
}

const county = new RegExp(`^[${han}]{1,3}?(?:自治县|新区|街道|区|县|市|旗|镇)`, 'u')

/** 深圳市海风软件有限公司 → 海风软件有限公司: a sponsor's name without the place in front of it. */
function withoutPlace(name: string, places: readonly string[]): string {
  const place = places.filter(each => name.startsWith(each)).sort((left, right) => right.length - left.length)[0]
  return place === undefined ? name : withoutPlace(name.slice(place.length).replace(/^[省市县区]/u, ''), places)
}

const pairAt = (text: string, at: number) =>
  Array.from(text)
    .slice(at, at + 2)
    .join('')

/**
 * The trade name stands first, behind the place: its first characters in the service's name, or four characters in a
 * row from anywhere, make the two belong together. A shared 科技 or 深圳 does not.
 */
function namesFit(name: string, sponsor: string, places: readonly string[]): boolean {
  const core = withoutPlace(fold(sponsor), places)
  const heads = [core, core.replace(county, '')].flatMap(text => [pairAt(text, 0), pairAt(text, 1)])
  const written = fold(name)
  return (
    heads.some(head => head.length > 1 && written.includes(head)) || longestShared(written, fold(sponsor)).length >= 4
  )
}

function fitsSponsor(subject: Subject): boolean | undefined {
  const { world } = subject
  const sponsor = world.filing.sponsor?.name
  const name = serviceOf(subject).name
  if (sponsor === undefined || name === undefined) return undefined
  return namesFit(name, sponsor, world.tables.list('place-names'))
}

const tie = /商标|品牌|产品|项目|简称|著作权|软著|旗下|自主研发/u
const aboutName = /(?:网站|服务|应用|App|该|此|本)名称|名称(?:是|为|系|取自)/iu

/** A remark that says of the name that it is a brand, product or project of the sponsor's. */
function isExplained(subject: Subject): boolean | undefined {
  const { name, remark } = serviceOf(subject)
  const isAboutName = remark !== undefined && name !== undefined && (remark.includes(name) || aboutName.test(remark))
  return isAboutName && tie.test(remark) ? true : fitsSponsor(subject)
}

function holdsOwnName(subject: Subject): boolean | undefined {
  const own = subject.world.filing.sponsor?.name
  const name = serviceOf(subject).name
  return own === undefined || name === undefined ? undefined : own.length > 1 && fold(name).includes(fold(own))
}

const nickname = new RegExp(`^[小老阿](?<surname>[${han}]{1,2}?)(?:的|同学|爱|说|聊|讲|谈|日记|日常|随笔|笔记|$)`, 'u')
const titled = new RegExp(`^(?<surname>[${han}]{1,2}?)(?:老师|先生|女士|小姐|医生|律师|师傅|同学|哥|姐|叔|姨)`, 'u')

/** 小王的…, 老李, 张老师…: a hint, never proof. */
function looksPersonal(subject: Subject): boolean | undefined {
  const name = serviceOf(subject).name
  if (name === undefined) return undefined
  const surnames = subject.world.tables.list('surnames')
  return [nickname, titled].some(pattern => surnames.includes(pattern.exec(fold(name))?.groups?.['surname'] ?? ''))
}

export const serviceNameFacts = {
  'service.words': one('text', subject => {
    const { name, 'page-title': title } = serviceOf(subject)
    return name === undefined ? undefined : [name, title ?? ''].join(' ').trim()
  }),
  'service.name.own-words': one('text', ownWords),
  'service.name.is-domain': one('yes-no', isDomain),
  'service.name.is-domain-label': one('yes-no', isDomainLabel),
  'service.name.is-used-again': one('yes-no', isUsedAgain),
  'service.name.fits-sponsor': one('yes-no', fitsSponsor),
  'service.name.is-explained': one('yes-no', isExplained),
  'service.name.holds-own-name': one('yes-no', holdsOwnName),
  'service.name.looks-personal': one('yes-no', looksPersonal),
} as const satisfies Record<string, Fact>
