// The name of an answer, from its path in icp.yaml.
import { factAt } from '../facts/fact-at.ts'
import { isFactName } from '../facts/index.ts'
import type { Path } from '../model/filing.ts'
import { factNames } from './fact-names.ts'
import type { Words } from './words.ts'

export function fieldName(path: Path, words: Words): string {
  const fact = factAt(path)
  return isFactName(fact) ? factNames[fact][words.language === 'zh' ? 0 : 1] : path.join('.')
}
