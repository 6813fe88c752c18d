// A look at the files of a filing's materials: hard limits are errors; what is measured in a picture, rules judge.
import { resolve } from 'node:path'
import type { Day } from '../model/calendar.ts'
import type { Filing, Path } from '../model/filing.ts'
import type { Finding } from '../rules/finding.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import { judgeScan, scanRulesOf } from '../rules/scans.ts'
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
export type LookOptions = {
  readonly reader?: TextReader
  /** by path: files that are only about to be written */
  readonly unwritten?: ReadonlyMap<string, Uint8Array>
}

/** The rules a filing is judged by: `day` is the day judged. */
export type Judging = { readonly book: Rulebook; readonly day: Day }

/** Findings about every file the filing names, one file after the other. Paths are relative to its folder. */
export async function lookAtMaterials(
  filing: Filing,
  folder: string,
  { book, day }: Judging,
  { reader, unwritten }: LookOptions = {},
): Promise<Finding[]> {
  const findings: Finding[] = []
  const rules = scanRulesOf(book, day)
  const seen = seenFiles()
  for (const look of looksOf(filing)) {
    const material = book.common.materials[look.is]
    const { problems, measures } = await lookAtFile({
      ...(reader ? { reader } : {}),
      name: look.file,
      path: resolve(folder, look.file),
      unwritten: unwritten?.get(resolve(folder, look.file)),
      material,
      limits: limitsOf(material, book),
      typed: typedFor(look, filing),
      isSealed: look.sealed === true,
      seen,
    })
    const about = look.of === undefined ? {} : { about: look.of }
    const base = { step: 'papers', ...about, field: look.field } as const
    for (const { severity, ...problem } of problems) {
      const verdict = { is: 'bad-scan', material: look.is, problem } as const
      findings.push({ ...base, rule: `material/${look.is}`, severity, verdict })
    }
    for (const { rule, broken, problem } of judgeScan(measures ?? {}, rules.values(), name => book.tables.list(name))) {
      const verdict = { is: 'bad-scan', material: look.is, problem, broken } as const
      findings.push({ ...base, rule: rule.id, severity: rule.severity, step: rule.step, verdict })
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
