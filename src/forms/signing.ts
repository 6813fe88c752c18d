// What the rules in force say of one paper: how it is signed and sealed, and whether the administration has a form of its own.
import type { Subject } from '../facts/fact.ts'
import { subjectsOf } from '../facts/subjects.ts'
import { valueOf } from '../facts/index.ts'
import { judge } from '../rules/judge.ts'
import type { Rule } from '../rules/rule.ts'
import type { Bilingual } from '../rules/source.ts'

export type Signing = {
  /** what must hold of the signed paper, in the order of the rules */
  readonly requirements: readonly Bilingual[]
  /** a rule wants the template of the administration itself */
  readonly hasOwnTemplate: boolean
}

/** Judged as if the paper were there already and nothing were known of it. */
export function signingOf(
  material: string,
  of: string | undefined,
  { world }: Pick<Subject, 'world'>,
  rules: readonly Rule[],
): Signing {
  const paper = { is: material, ...(of === undefined ? {} : { of }) }
  const [subject] = subjectsOf({ ...world, filing: { ...world.filing, materials: [paper] } }).material
  if (!subject) return { requirements: [], hasOwnTemplate: false }
  const context = {
    fact: (name: string) => valueOf(name, subject),
    list: (name: string) => world.tables.list(name),
  }
  const about = rules.filter(rule => isAboutPaper(rule) && judge(rule, context).is !== 'skip')
  const texts = about.map(({ verb, title, text }) => (verb === 'confirm' ? (text ?? title) : title))
  return {
    requirements: [...new Map(texts.map(text => [text.zh, text])).values()],
    hasOwnTemplate: about.some(({ require }) => require.some(({ fact }) => fact === 'material.template-of')),
  }
}

/** A rule that names the papers it is about; those for every scan say nothing of how a letter is signed. */
const isAboutPaper = ({ scope, verb, when }: Rule) =>
  scope === 'material' && (verb === 'require' || verb === 'confirm') && when.some(({ fact }) => fact === 'material.is')
