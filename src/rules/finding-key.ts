// What makes a finding the same one tomorrow: its rule and what it is about, whatever line or position that has moved to.
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from './finding.ts'

/** Findings by their keys; what shares its key with an earlier one is counted. */
export function keyed(findings: readonly Finding[], filing: Filing): Map<string, Finding> {
  const seen = new Map<string, number>()
  return new Map(
    findings.map(finding => {
      const key = findingKey(finding, filing)
      const count = (seen.get(key) ?? 0) + 1
      seen.set(key, count)
      return [count === 1 ? key : `${key} ${count}`, finding]
    }),
  )
}

/** A text that two judgements of a filing share where they find the same; it holds no line, no value and no date. */
function findingKey({ rule, verdict, about, field }: Finding, filing: Filing): string {
  const where = about === undefined ? '' : keyOfPath(about.split('.'), filing)
  // Across filings it is about the others, of which there may be more tomorrow.
  if (verdict.is === 'fail' && verdict.broken[0]?.fact.startsWith('shared.')) {
    return JSON.stringify([rule, keyOfPath(field ?? [], filing)])
  }
  switch (verdict.is) {
    case 'ask':
      return JSON.stringify(['ask', keyOfPath(field ?? [], filing)])
    case 'bad-scan':
      return JSON.stringify([rule, where, verdict.problem.code])
    default:
      // Several papers may be of one person: the paper tells them apart.
      return JSON.stringify([
        rule,
        where,
        ...(field?.[0] === 'materials' ? [keyOfPath(field.slice(0, 2), filing)] : []),
      ])
  }
}

/** Members of a list go by what they are, so that one more in front of them changes nothing. */
function keyOfPath(path: Path, filing: Filing): string {
  let at: unknown = filing
  return path
    .map((part, index) => {
      const list = path[index - 1]
      const position = Number(part)
      const own = Array.isArray(at) && Number.isInteger(position) ? memberKey(String(list), at, position) : String(part)
      at = typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined
      return own
    })
    .join('.')
}

/** Members that go by the same name are counted among themselves. */
function memberKey(list: string, members: readonly unknown[], position: number): string {
  const names = members.map(member => nameOf(list, member))
  const name = names[position]
  if (name === undefined) return String(position)
  const before = names.slice(0, position).filter(each => each === name).length
  return before === 0 ? `[${name}]` : `[${name}]#${before + 1}`
}

const namedBy: Readonly<Record<string, readonly string[]>> = {
  services: ['domains.0.name', 'app.platforms.0.package', 'name'],
  domains: ['name'],
  access: ['resource'],
  platforms: ['os'],
  'pre-approvals': ['type'],
}

function nameOf(list: string, member: unknown): string | undefined {
  if (list === 'materials') return [textAt(member, 'is'), textAt(member, 'of')].filter(part => part).join(' of ')
  return namedBy[list]?.map(path => textAt(member, path)).find(text => text !== undefined)
}

function textAt(record: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), record)
  return typeof found === 'string' && found !== '' ? found : undefined
}
