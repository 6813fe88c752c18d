// A look at the files of a filing's materials. What is measured is data; hard limits are errors, the rest warnings.
import { resolve } from 'node:path'
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import { lookAtFile } from './file.ts'
import { limitsOf } from './limits.ts'
import { seenFiles } from './same.ts'
import type { TextReader } from './text-reader.ts'
import { typedFor } from './typed.ts'

/** One file somebody means to upload, and where icp.yaml names it. */
type Look = {
  readonly is: string
  readonly of?: string
  readonly file: string
  readonly field: Path
  readonly sealed?: boolean
}

/** What may be at hand besides; nothing of it is needed. */
export type LookOptions = { readonly reader?: TextReader }

/** Findings about every file the filing names, one file after the other. Paths are relative to its folder. */
export async function lookAtMaterials(
  filing: Filing,
  folder: string,
  book: Rulebook,
  options: LookOptions = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = seenFiles()
  for (const look of looksOf(filing)) {
    const material = book.common.materials[look.is]
    const problems = await lookAtFile({
      ...options,
      name: look.file,
      path: resolve(folder, look.file),
      material,
      limits: limitsOf(material, book),
      typed: typedFor(look, filing),
      isSealed: look.sealed === true,
      seen,
    })
    for (const { severity, ...problem } of problems) {
      findings.push({
        rule: `material/${look.is}`,
        severity,
        step: 'papers',
        verdict: { is: 'bad-scan', material: look.is, problem },
        ...(look.of === undefined ? {} : { about: look.of }),
        field: look.field,
      })
    }
  }
  return findings
}

/** The icon of an app stands at the app; as a material it is the same thing and looked at once. */
function looksOf({ materials = [], services = [] }: Filing): Look[] {
  const listed = materials.flatMap(({ is, of, file, sealed, electronic }, index): Look[] =>
    file === undefined
      ? []
      : [
          {
            is,
            ...(of === undefined ? {} : { of }),
            file,
            field: ['materials', index, 'file'],
            sealed: sealed === true && electronic !== true,
          },
        ],
  )
  const icons = services.flatMap(({ app }, index): Look[] => {
    const file = app?.icon
    const isListed = listed.some(look => look.file === file)
    return file === undefined || isListed
      ? []
      : [{ is: 'app-icon', of: `services.${index}`, file, field: ['services', index, 'app', 'icon'] }]
  })
  return [...listed, ...icons]
}
