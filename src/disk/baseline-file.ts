// The file of known findings: one a line, so that a review of it reads well. It holds no value of a filing.
import { z } from 'zod'
import { readTextFile } from './read-file.ts'
import { writeFileAtomically } from './write-file.ts'

const entrySchema = z.strictObject({
  /** as seen from the baseline's own folder, numbers of people masked */
  file: z.string(),
  rule: z.string(),
  kind: z.string(),
  fingerprint: z.string(),
  /** known only as something to come: once it is there it is new */
  ahead: z.literal(true).optional(),
})
const schema = z.object({ format: z.literal(1), findings: z.array(entrySchema) })

export type BaselineEntry = z.infer<typeof entrySchema>

/** A million known findings are no baseline any more. */
const limit = 200_000_000

/** Undefined for what is no baseline. @throws FileProblem */
export function readBaseline(file: string): readonly BaselineEntry[] | undefined {
  try {
    return schema.parse(JSON.parse(readTextFile(file, limit))).findings
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** Sorted, so that the same findings give the same bytes. @throws the system's own error */
export function writeBaseline(file: string, entries: readonly BaselineEntry[]): void {
  const sortKey = (entry: BaselineEntry) => `${entry.file}\n${entry.rule}\n${entry.fingerprint}`
  const sorted = entries.map(entry => [sortKey(entry), entry] as const).sort(([one], [other]) => (one < other ? -1 : 1))
  const lines = sorted.map(([, entry]) => `    ${JSON.stringify(entry)}`)
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`
  writeFileAtomically(file, `{\n  "format": 1,\n  "findings": ${findings}\n}\n`)
}
