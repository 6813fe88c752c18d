// Where a slot's file and the original behind it lie in the folder of the filing.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { domainToASCII } from 'node:url'
import type { Slot } from './slots.ts'

export type NewFile = { readonly path: string; readonly data: Uint8Array }

/** What is to be written for a slot. Paths as icp.yaml writes them: from its folder, with slashes. */
export type Placing = {
  readonly file: string
  readonly original: string
  readonly files: readonly NewFile[]
  /** the file of before, kept among the originals; its old path where nothing names it any more */
  readonly replaced?: string
  readonly outdated?: string
}

const extensions: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif' }

/**
 * @param earlier the file the slot has now, as icp.yaml names it
 * @param taken files of other slots
 */
export function place(
  slot: Slot,
  fitted: { readonly bytes: Uint8Array; readonly kind: string },
  original: { readonly bytes: Uint8Array; readonly kind: string },
  { folder, earlier, taken }: { readonly folder: string; readonly earlier?: string; readonly taken: readonly string[] },
): Placing {
  const stem = stemOf(slot)
  const file = freeName(stem, extensionOf(fitted.kind), name => isFree(name, folder, earlier, taken))
  const kept = `materials/originals/${stem}-${hashOf(original.bytes)}.${extensionOf(original.kind)}`
  const before = earlier === undefined || !isOurs(earlier, stem) ? undefined : readIfThere(resolve(folder, earlier))
  const isNews = before !== undefined && !before.equals(fitted.bytes) && !before.equals(original.bytes)
  const replaced = isNews ? `materials/originals/${stem}-replaced-${hashOf(before)}${extname(earlier)}` : undefined
  const wanted = [
    { path: kept, data: original.bytes },
    ...(replaced === undefined || !before ? [] : [{ path: replaced, data: before }]),
  ]
  return {
    file,
    original: kept,
    files: [...wanted.filter(({ path }) => !existsSync(join(folder, path))), { path: file, data: fitted.bytes }].map(
      ({ path, data }) => ({ path: join(folder, path), data }),
    ),
    ...(replaced === undefined ? {} : { replaced }),
    ...(before && earlier !== undefined && earlier !== file ? { outdated: earlier } : {}),
  }
}

/** `id-card-front-principal`: lower-case ASCII letters, digits and hyphens. */
function stemOf({ material, of = '' }: Slot): string {
  const owner = (/[^\x20-\x7E]/.test(of) ? domainToASCII(of) : of).toLowerCase()
  return [material, owner.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')].filter(Boolean).join('-')
}

const extensionOf = (kind: string) => extensions[kind] ?? kind
const extname = (name = '') => /\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''

/** Written here before for this slot, in whatever format. */
const isOurs = (file: string, stem: string) =>
  dirname(file) === 'materials' && file.slice('materials/'.length, file.length - extname(file).length) === stem

/** Files nobody named in icp.yaml may still be somebody's. */
function isFree(name: string, folder: string, earlier: string | undefined, taken: readonly string[]): boolean {
  return name === earlier || (!taken.includes(name) && !existsSync(join(folder, name)))
}

function freeName(stem: string, extension: string, isOpen: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = `materials/${stem}${number === 1 ? '' : `-${number}`}.${extension}`
    if (isOpen(name)) return name
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 8)

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined
}
