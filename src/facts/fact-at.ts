// Back from an answer's path in icp.yaml to the fact that reads exactly this answer.
import type { Path } from '../model/filing.ts'

const prefixes: readonly [RegExp, string][] = [
  [/^services\.\d+\.domains\.\d+\./, 'domain.'],
  [/^services\.\d+\.domains$/, 'domain.name'],
  [/^services\.\d+\.access\.(\d+\.)?/, 'access.'],
  [/^services\.\d+\.app\.platforms\.\d+\./, 'platform.'],
  [/^services\.\d+\.pre-approvals\.\d+\./, 'approval.'],
  [/^services\.\d+\.lead\./, 'lead.'],
  [/^services\.\d+\.lead$/, 'service.lead-is-given'],
  [/^services\.\d+\.record$/, 'service.record-is-stated'],
  [/^services\.\d+\./, 'service.'],
  [/^materials\.\d+\./, 'material.'],
  [/^sponsor\.record$/, 'sponsor.record-is-stated'],
  [/^(?!sponsor\.|principal\.|legal-representative\.)/, 'filing.'],
]

export function factAt(path: Path): string {
  const written = path.join('.')
  const found = prefixes.find(([pattern]) => pattern.test(written))
  return found ? written.replace(found[0], found[1]) : written
}
