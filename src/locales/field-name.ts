// The name of an answer, from its path in icp.yaml.
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { factAt } from '../facts/fact-at.ts'
import { isFactName } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { factNames } from './fact-names.ts'
import { fieldNames } from './field-names.ts'
import type { Words } from './words.ts'

export function fieldName(path: Path, words: Words): string {
  return namesOfField(path)?.[words.language === 'zh' ? 0 : 1] ?? visible(maskNumbers(path.join('.')))
}

/** In Chinese and English; undefined for groups of fields, which have no name of their own. */
export function namesOfField(path: Path): readonly [zh: string, en: string] | undefined {
  const fact = factAt(path)
  if (isFactName(fact)) return factNames[fact]
  const field = path.filter(part => typeof part === 'string').join('.')
  return fieldNames.get(field) ?? namesOnRecord(field)
}

/** What MIIT has on record is called like what the sponsor and its people say today. */
function namesOnRecord(field: string): readonly [zh: string, en: string] | undefined {
  const today = field
    .replace(/^sponsor\.record\.(?=principal\.|legal-representative\.)/, '')
    .replace(/^sponsor\.record\./, 'sponsor.')
  if (today === field) return undefined
  const names = isFactName(today) ? factNames[today] : fieldNames.get(today)
  return names && [`备案记录中的${names[0]}`, `${names[1]}, on record`]
}
