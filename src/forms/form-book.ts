// All that forms are made from: a filing on one day, taken apart, and the texts, materials and rules that apply to it.
import type { World } from '../facts/fact.ts'
import { subjectsOf, type Subjects } from '../facts/subjects.ts'
import type { FormTemplates } from '../rules/form-template.ts'
import type { Rule } from '../rules/rule.ts'
import type { Rulebook } from '../rules/rulebook.ts'

export type FormBook = {
  readonly world: World
  readonly subjects: Subjects
  readonly materials: Rulebook['common']['materials']
  readonly templates: FormTemplates
  /** those in force */
  readonly rules: readonly Rule[]
}

export function formBook(
  world: World,
  { common }: Pick<Rulebook, 'common'>,
  templates: FormTemplates,
  rules: readonly Rule[],
): FormBook {
  return { world, subjects: subjectsOf(world), materials: common.materials, templates, rules }
}
