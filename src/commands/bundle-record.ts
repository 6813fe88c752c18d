// What a bundle records of itself in findings.json: its format, the rules and files it was judged by, the day.
import { join } from 'node:path'
import { z } from 'zod'
import { readTextFile } from '../disk/read-file.ts'

/** Goes up when an older program would misread what a newer one wrote. */
export const bundleFormat = 1

const packed = z.object({
  on: z.string(),
  algorithm: z.string(),
  /** path in the payload → checksum */
  files: z.record(z.string(), z.string()),
  /** answer → the last day on which the rules accepted it */
  deadlines: z.record(z.string(), z.string()).optional(),
})

const shape = z.object({
  format: z.number().optional(),
  rules: z.record(z.string(), z.string()).optional(),
  packed: packed.optional().catch(undefined),
})

export type BundleRecord = z.infer<typeof shape>

/** A bundle's own findings are small; a larger file is somebody else's. */
const limit = 16_000_000

/** `bag`: its folder. Undefined where it carries no findings of ours, which is no fault of the filing. */
export function recordOf(bag: string): BundleRecord | undefined {
  try {
    const found = shape.safeParse(JSON.parse(readTextFile(join(bag, 'data', 'findings.json'), limit)))
    return found.success ? found.data : undefined
  } catch {
    return undefined
  }
}
