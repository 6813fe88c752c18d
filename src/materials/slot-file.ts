// Where a slot's file and the original behind it lie in the folder of the filing.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
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
  spot: Spot,
): Placing {
  const { folder, earlier } = spot
  const stem = stemOf(slot)
  const file = freeName(stem, extensionOf(fitted.kind), name => isFree(name, fitted.bytes, spot))
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
    files: [
      ...wanted.filter(({ path, data }) => !holds(join(folder, path), data)),
      { path: file, data: fitted.bytes },
    ].map(({ path, data }) => ({ path: join(folder, path), data })),
    ...(replaced === undefined ? {} : { replaced }),
    ...(before && earlier !== undefined && earlier !== file ? { outdated: earlier } : {}),
  }
}

/** `id-card-front-principal`: lower-case ASCII letters, digits and hyphens. */
function stemOf({ material, of = '' }: Slot): string {
  const owner = (/[^\x20-\x7E]/.test(of) ? domainToASCII(of) : of).toLowerCase()
  return [material, owner.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')].filter(Boolean).join('-')
}

const extensionOf = (kind: string) => extensions[kind] ?? kind
const extname = (name = '') => /\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''

/** Written here before for this slot, in whatever format. */
const isOurs = (file: string, stem: string) =>
  dirname(file) === 'materials' && file.slice('materials/'.length, file.length - extname(file).length) === stem

type Spot = { readonly folder: string; readonly earlier?: string; readonly taken: readonly string[] }

/** Files nobody named in icp.yaml may still be somebody's, unless they are this very one: a killed run may have left it. */
function isFree(name: string, bytes: Uint8Array, { folder, earlier, taken }: Spot): boolean {
  if (name === earlier) return true
  const path = join(folder, name)
  return !taken.includes(name) && (!isThere(path) || holds(path, bytes))
}

function freeName(stem: string, extension: string, isOpen: (name: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const name = `materials/${stem}${number === 1 ? '' : `-${number}`}.${extension}`
    if (isOpen(name)) return name
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 8)

/** Not `existsSync`: what a failing disk does not show would be written anew. */
const isThere = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined

const readIfThere = (path: string) => (isThere(path) ? readFileSync(path) : undefined)

const holds = (path: string, bytes: Uint8Array) =>
  statSync(path, { throwIfNoEntry: false })?.size === bytes.length && readFileSync(path).equals(bytes)
