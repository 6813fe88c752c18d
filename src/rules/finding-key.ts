// What makes a finding the same one tomorrow: its rule and what it is about, whatever line or position that has moved to.
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from './finding.ts'

/** A text that two judgements of a filing share where they find the same; it holds no line, no value and no date. */
export function findingKey({ rule, verdict, about, field }: Finding, filing: Filing): string {
  const where = about === undefined ? '' : keyOfPath(about.split('.'), filing)
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
