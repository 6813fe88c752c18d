// One form as data: what it prints, for whom, what it was printed from, what the rules say of signing it.
import { createHash } from 'node:crypto'
import type { Subject } from '../facts/fact.ts'
import type { Subjects } from '../facts/subjects.ts'
import type { Material } from '../model/material.ts'
import { namesOf } from '../rules/about.ts'
import type { FormTemplate } from '../rules/form-template.ts'
import type { Rule } from '../rules/rule.ts'
import { runsIn, textsIn, type Block } from './block.ts'
import { administrationOf, fill } from './fill.ts'
import { signingOf, type Signing } from './signing.ts'

export type Form = Signing & {
  readonly material: Material
  /** as `materials[].of` names it; undefined for the filing as a whole */
  readonly of?: string
  readonly blocks: readonly Block[]
  /** of what is printed, six hexadecimal digits: for `materials[].printed-from` */
  readonly printedFrom: string
  /** Chinese name of the administration the filing goes to, where the filing says so */
  readonly administration?: string
  /** tells it from the other forms of its material: `service-2`, `service-1-domain-3`, `principal` … */
  readonly mark: string
}

/** The same for the same answers in the same text, whatever else the filing says. */
export function digestOf(blocks: readonly Block[]): string {
  const lines = blocks.map(block => [block.is, ...textsIn(block), ...runsIn(block).map(({ is }) => is)].join('\u001F'))
  return createHash('sha256').update(lines.join('\u001E')).digest('hex').slice(0, 6)
}

type Made = {
  readonly material: Material
  readonly template: FormTemplate
  readonly subject: Subject
  readonly subjects: Subjects
  readonly rules: readonly Rule[]
  /** what asks for it calls it so */
  readonly of?: string
}

export function formOf({ material, template, subject, subjects, rules, of }: Made): Form {
  const blocks = fill(template, subject, subjects)
  const name = of ?? namesOf(subject)[0]
  const owner = name === undefined || name === 'sponsor' ? undefined : name
  const administration = administrationOf(subject)
  return {
    ...signingOf(material.material, owner, subject, rules),
    material,
    blocks,
    printedFrom: digestOf(blocks),
    mark: markOf(subject),
    ...(owner === undefined ? {} : { of: owner }),
    ...(administration === undefined ? {} : { administration }),
  }
}

const singular: Readonly<Record<string, string>> = { services: 'service', domains: 'domain' }

/** services.0.domains.2 → service-1-domain-3 */
function markOf({ path }: Subject): string {
  return path.map(part => (typeof part === 'number' ? String(part + 1) : (singular[part] ?? part))).join('-')
}
