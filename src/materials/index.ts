// A look at the files of a filing's materials. What is measured is data; hard limits are errors, the rest warnings.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FilingMaterial } from '../model/filing.ts'
import type { Finding, ScanProblem } from '../rules/finding.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import type { Severity } from '../rules/source.ts'
import { kindByName, kindOf } from './kind.ts'
import { pixelsOf } from './pixels.ts'

type Seen = ScanProblem & { readonly severity: Severity }
type Upload = NonNullable<NonNullable<NonNullable<Rulebook['provider']>['provider']>['upload']>

/** Larger files are not pictures anybody uploads; they are not read at all. */
const readLimit = 64 * 1024 * 1024

const pictures = ['jpeg', 'png', 'webp', 'bmp', 'gif', 'tiff', 'heic', 'heif', 'avif']

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** Findings about every material that names a file. Paths are relative to the filing's folder. */
export async function lookAtMaterials(
  materials: readonly FilingMaterial[],
  folder: string,
  book: Rulebook,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Map<string, string>()
  for (const [index, material] of materials.entries()) {
    if (material.file === undefined) continue
    const problems = await lookAt(
      material.file,
      resolve(folder, material.file),
      book.provider?.provider?.upload ?? {},
      seen,
    )
    for (const { severity, ...problem } of problems) {
      findings.push({
        rule: `material/${material.is}`,
        severity,
        step: 'papers',
        verdict: { is: 'bad-scan', material: material.is, problem },
        ...(material.of === undefined ? {} : { about: material.of }),
        field: ['materials', index, 'file'],
      })
    }
  }
  return findings
}

async function lookAt(name: string, path: string, upload: Upload, seen: Map<string, string>): Promise<Seen[]> {
  if (!existsSync(path) || !statSync(path).isFile())
    return [{ code: 'missing-file', got: name, want: '', severity: 'error' }]
  const size = statSync(path).size
  if (size > readLimit)
    return [
      { code: 'bytes', got: mebibytes(size), want: mebibytes(upload['max-bytes'] ?? readLimit), severity: 'error' },
    ]
  const bytes = readFileSync(path)
  const kind = await kindOf(bytes)
  if (!pictures.includes(kind)) return [{ code: 'not-a-picture', got: kind, want: '', severity: 'error' }]
  return [...formatProblems(name, kind, upload), ...sizeProblems(bytes, upload), ...sameFile(name, bytes, seen)]
}

function formatProblems(name: string, kind: string, { formats, advised }: Upload): Seen[] {
  const problems: Seen[] = []
  if (formats && !formats.some(format => format === kind)) {
    problems.push({ code: 'format', got: kind, want: formats.join(', '), severity: advised ? 'warning' : 'error' })
  }
  const promised = kindByName(name)
  if (promised !== kind) problems.push({ code: 'extension', got: promised ?? '', want: kind, severity: 'warning' })
  return problems
}

function sizeProblems(bytes: Uint8Array, upload: Upload): Seen[] {
  const severity = upload.advised ? 'warning' : 'error'
  const problems: Seen[] = []
  const most = upload['max-bytes']
  if (most !== undefined && bytes.length > most)
    problems.push({ code: 'bytes', got: mebibytes(bytes.length), want: mebibytes(most), severity })
  const pixels = pixelsOf(bytes)
  const { 'min-width': width = 0, 'min-height': height = 0 } = upload
  if (!pixels) return [...problems, { code: 'not-a-picture', got: '?', want: '', severity: 'error' }]
  const [short, long] = [Math.min(pixels.width, pixels.height), Math.max(pixels.width, pixels.height)]
  if (short < Math.min(width, height) || long < Math.max(width, height)) {
    problems.push({ code: 'pixels', got: `${pixels.width} × ${pixels.height}`, want: `${width} × ${height}`, severity })
  }
  return problems
}

/** One file in two slots: front and back mixed up, or one person's card used for another. */
function sameFile(name: string, bytes: Uint8Array, seen: Map<string, string>): Seen[] {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const other = seen.get(hash)
  seen.set(hash, name)
  return other === undefined ? [] : [{ code: 'same-file', got: other, want: '', severity: 'warning' }]
}
