// What a provider, or the kind of paper, takes as a file: format, bytes, pixels.
import type { Material } from '../model/material.ts'
import type { Rulebook } from '../rules/rulebook.ts'
import { kindByName } from './kind.ts'
import { wrong, type Seen } from './problem.ts'

type Upload = NonNullable<NonNullable<NonNullable<Rulebook['provider']>['provider']>['upload']>
export type Limits = Upload & { readonly hardBytes?: number; readonly anySize?: boolean }

/** What the kind of paper says of its file goes before the provider. */
export function limitsOf(material: Material | undefined, book: Rulebook): Limits {
  return {
    ...book.provider?.provider?.upload,
    ...(material?.['max-bytes'] === undefined ? {} : { hardBytes: material['max-bytes'] }),
    ...(material?.drawn ? { anySize: true } : {}),
  }
}

export const shownSize = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 * 1024
      ? `${Math.ceil(bytes / 1024)} KB`
      : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** A limit that is only advised makes a warning. */
const asStrictAs = ({ advised }: Limits, problem: Seen): Seen =>
  advised ? { ...problem, severity: 'warning' } : problem

export function formatProblems(name: string, kind: string, limits: Limits): Seen[] {
  const problems: Seen[] = []
  const { formats } = limits
  if (formats && !formats.some(format => format === kind)) {
    problems.push(asStrictAs(limits, wrong('format', kind, formats.join(', '))))
  }
  const promised = kindByName(name)
  if (promised !== kind) problems.push({ ...wrong('extension', promised ?? '', kind), severity: 'warning' })
  return problems
}

export function byteProblems(size: number, limits: Limits): Seen[] {
  const { hardBytes, 'max-bytes': most } = limits
  const limit = hardBytes ?? most
  if (limit === undefined || size <= limit) return []
  const problem = wrong('bytes', shownSize(size), shownSize(limit))
  return [hardBytes === undefined ? asStrictAs(limits, problem) : problem]
}

/** The limits are those of a portrait; a picture lying on its side has them turned. */
export function pixelProblems(
  pixels: { readonly width: number; readonly height: number } | undefined,
  limits: Limits,
): Seen[] {
  if (!pixels) return [wrong('not-a-picture', 'unknown')]
  const { 'min-width': width = 0, 'min-height': height = 0, anySize } = limits
  const [short, long] = [Math.min(pixels.width, pixels.height), Math.max(pixels.width, pixels.height)]
  if (anySize || (short >= Math.min(width, height) && long >= Math.max(width, height))) return []
  return [asStrictAs(limits, wrong('pixels', `${pixels.width} × ${pixels.height}`, `${width} × ${height}`))]
}
