// What can be told of a letter without asking twice: it is signed where a signer or a day stands, its form fits whom it names.
import { here, within, type Fact, type Subject } from './fact.ts'

const materialOf = (subject: Subject) => within(subject, 'material')?.material

/** A letter that names its signer or the day it was signed is signed, unless the filer says that it is not. */
function isSigned(subject: Subject): boolean | undefined {
  const material = materialOf(subject)
  const told = material?.['signed-by'] ?? material?.['signed-on']
  return material?.signed ?? (told === undefined ? undefined : true)
}

/** Forms come in two kinds, `organization` and `individual`; one that does not say which is taken to fit. */
function templateFits(subject: Subject): boolean | undefined {
  const written = materialOf(subject)?.['template-for']
  const kind = subject.world.filing.sponsor?.kind
  if (written === undefined || kind === undefined) return undefined
  return (written === 'individual') === (kind === 'individual')
}

export const letterFacts = {
  'material.is-signed': { scope: 'material', kind: 'yes-no', fields: here('signed'), of: isSigned },
  'material.template-fits-sponsor': {
    scope: 'material',
    kind: 'yes-no',
    fields: here('template-for'),
    of: templateFits,
    unlessSaid: true,
  },
} as const satisfies Record<string, Fact>
