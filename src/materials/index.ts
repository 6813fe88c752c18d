// A look at the files of a filing's materials. What is measured is data; hard limits are errors, the rest warnings.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Filing, Path } from '../model/filing.ts'
import type { Material } from '../model/material.ts'
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

const shownSize = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** One file somebody means to upload, and where icp.yaml names it. */
type Look = { readonly is: string; readonly of?: string; readonly file: string; readonly field: Path }

/** Findings about every file the filing names. Paths are relative to its folder. */
export async function lookAtMaterials(filing: Filing, folder: string, book: Rulebook): Promise<Finding[]> {
  const findings: Finding[] = []
  const seen = new Map<string, string>()
  for (const look of looksOf(filing)) {
    const material = book.common.materials[look.is]
    const limits = { ...book.provider?.provider?.upload, ...own(material) }
    for (const { severity, ...problem } of await lookAt(look.file, resolve(folder, look.file), limits, seen)) {
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
  const listed = materials.flatMap(({ is, of, file }, index): Look[] =>
    file === undefined ? [] : [{ is, ...(of === undefined ? {} : { of }), file, field: ['materials', index, 'file'] }],
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

type Limits = Upload & { readonly hardBytes?: number; readonly video?: boolean; readonly anySize?: boolean }

/** What the kind of paper says of its file, before the provider does. */
function own(material: Material | undefined): Partial<Limits> {
  return {
    ...(material?.['max-bytes'] === undefined ? {} : { hardBytes: material['max-bytes'] }),
    ...(material?.media === 'video' ? { video: true } : {}),
    ...(material?.drawn ? { anySize: true } : {}),
  }
}

async function lookAt(name: string, path: string, limits: Limits, seen: Map<string, string>): Promise<Seen[]> {
  if (!existsSync(path) || !statSync(path).isFile())
    return [{ code: 'missing-file', got: name, want: '', severity: 'error' }]
  const size = statSync(path).size
  if (limits.video) return size > 0 ? [] : [{ code: 'not-a-picture', got: 'empty', want: '', severity: 'error' }]
  if (size > readLimit)
    return [
      { code: 'bytes', got: shownSize(size), want: shownSize(limits['max-bytes'] ?? readLimit), severity: 'error' },
    ]
  const bytes = readFileSync(path)
  const kind = await kindOf(bytes)
  if (!pictures.includes(kind)) return [{ code: 'not-a-picture', got: kind, want: '', severity: 'error' }]
  return [...formatProblems(name, kind, limits), ...sizeProblems(bytes, limits), ...sameFile(name, bytes, seen)]
}

function formatProblems(name: string, kind: string, { formats, advised }: Limits): Seen[] {
  const problems: Seen[] = []
  if (formats && !formats.some(format => format === kind)) {
    problems.push({ code: 'format', got: kind, want: formats.join(', '), severity: advised ? 'warning' : 'error' })
  }
  const promised = kindByName(name)
  if (promised !== kind) problems.push({ code: 'extension', got: promised ?? '', want: kind, severity: 'warning' })
  return problems
}

function sizeProblems(bytes: Uint8Array, limits: Limits): Seen[] {
  return [...byteProblems(bytes.length, limits), ...pixelProblems(bytes, limits)]
}

function byteProblems(size: number, { hardBytes, 'max-bytes': most, advised }: Limits): Seen[] {
  const limit = hardBytes ?? most
  if (limit === undefined || size <= limit) return []
  const severity = advised && hardBytes === undefined ? 'warning' : 'error'
  return [{ code: 'bytes', got: shownSize(size), want: shownSize(limit), severity }]
}

/** The limits are those of a portrait; a picture lying on its side has them turned. */
function pixelProblems(bytes: Uint8Array, limits: Limits): Seen[] {
  const pixels = pixelsOf(bytes)
  if (!pixels) return [{ code: 'not-a-picture', got: 'unknown', want: '', severity: 'error' }]
  const { 'min-width': width = 0, 'min-height': height = 0, advised, anySize } = limits
  const [short, long] = [Math.min(pixels.width, pixels.height), Math.max(pixels.width, pixels.height)]
  if (anySize || (short >= Math.min(width, height) && long >= Math.max(width, height))) return []
  const problem = { code: 'pixels', got: `${pixels.width} × ${pixels.height}`, want: `${width} × ${height}` } as const
  return [{ ...problem, severity: advised ? 'warning' : 'error' }]
}

/** One file in two slots: front and back mixed up, or one person's card used for another. */
function sameFile(name: string, bytes: Uint8Array, seen: Map<string, string>): Seen[] {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const other = seen.get(hash)
  seen.set(hash, name)
  return other === undefined ? [] : [{ code: 'same-file', got: other, want: '', severity: 'warning' }]
}
