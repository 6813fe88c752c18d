// Where each material lies in the bundle: numbered in the order of upload, ASCII names, extension by content.
import { domainToASCII } from 'node:url'
import type { Filing, Path } from '../model/filing.ts'
import type { Material } from '../model/material.ts'

/** What was found where a material's file should be. `kind` is of its content: `jpeg`, `pdf`, `text` … */
export type SeenFile = { readonly source: string; readonly kind: string }

export type Slot = {
  /** the answer that names the file */
  readonly field: Path
  readonly is: string
  readonly of?: string
  /** relative to the payload */
  readonly path: string
  /** the file to copy; undefined where there is none */
  readonly source?: string
}

type Wanted = { readonly field: Path; readonly is: string; readonly of?: string; readonly file: string }

/** An app's icon is a material too. */
function iconsOf(filing: Filing): Wanted[] {
  return (filing.services ?? []).flatMap(({ app }, index): Wanted[] =>
    app?.icon === undefined
      ? []
      : [{ field: ['services', index, 'app', 'icon'], is: 'app-icon', of: `services.${index}`, file: app.icon }],
  )
}

function writtenIn(filing: Filing): Wanted[] {
  return (filing.materials ?? []).flatMap(({ is, of, file }, index): Wanted[] =>
    file === undefined ? [] : [{ field: ['materials', index, 'file'], is, file, ...(of === undefined ? {} : { of }) }],
  )
}

const isSame = (one: Wanted, other: Wanted) => one.is === other.is && one.file === other.file

/** Every file the filing names, an icon written in both places once. */
function wantedOf(filing: Filing): Wanted[] {
  const written = writtenIn(filing)
  return [...written, ...iconsOf(filing).filter(icon => !written.some(other => isSame(icon, other)))]
}

const roles = [undefined, 'sponsor', 'principal', 'legal-representative']

/** `services.0`, `services.0.lead`, `services.1` … */
function servicesIn(wanted: readonly Wanted[]): string[] {
  const owners = wanted.flatMap(({ of }) => (of?.startsWith('services.') ? [of] : []))
  return owners.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
}

/** Papers of one person or domain lie together: `order` numbers kinds of paper by tens. */
function inOrder(wanted: readonly Wanted[], materials: Readonly<Record<string, Material>>): Wanted[] {
  const owners = [...roles, ...servicesIn(wanted), ...wanted.map(({ of }) => of)]
  const orderOf = ({ is }: Wanted) => materials[is]?.order ?? 1000
  const tens = (each: Wanted) => Math.floor(orderOf(each) / 10)
  return wanted.toSorted(
    (one, other) =>
      tens(one) - tens(other) || owners.indexOf(one.of) - owners.indexOf(other.of) || orderOf(one) - orderOf(other),
  )
}

/** Lower-case ASCII letters, digits and hyphens; Chinese domains in their ASCII form. */
function asciiName(text: string): string {
  const ascii = /[^\x20-\x7E]/.test(text) ? domainToASCII(text) : text
  return ascii
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
}

const extensions: Readonly<Record<string, string>> = { jpeg: 'jpg', tiff: 'tif', text: '', unknown: '', empty: '' }

/** By what the file holds; where that tells nothing, as the name was written. */
function extensionOf(file: string, kind: string | undefined): string {
  const byContent = kind === undefined ? '' : (extensions[kind] ?? kind)
  const written = /\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase() ?? 'bin'
  return byContent || written
}

/** `look` tells what lies at a file as the filing names it. */
export function slotsOf(
  filing: Filing,
  materials: Readonly<Record<string, Material>>,
  look: (file: string) => SeenFile | undefined,
): Slot[] {
  const wanted = inOrder(wantedOf(filing), materials)
  const digits = Math.max(2, String(wanted.length).length)
  return wanted.map(({ file, ...slot }, index) => {
    const seen = look(file)
    const several = wanted.filter(({ is }) => is === slot.is).length > 1
    const number = String(index + 1).padStart(digits, '0')
    const parts = [number, asciiName(slot.is), several ? asciiName(slot.of ?? '') : ''].filter(part => part !== '')
    const path = `materials/${parts.join('-')}.${extensionOf(file, seen?.kind)}`
    return { ...slot, path, ...(seen ? { source: seen.source } : {}) }
  })
}

/** The answers that must be rewritten for the filing to name the files where they lie in the bundle. */
export function movedFiles(filing: Filing, slots: readonly Slot[]): { readonly field: Path; readonly path: string }[] {
  const written = writtenIn(filing)
  const icons = iconsOf(filing).flatMap(icon => {
    const twin = written.find(other => isSame(icon, other))
    const slot = twin && slots.find(({ field }) => field.join('.') === twin.field.join('.'))
    return slot ? [{ field: icon.field, path: slot.path }] : []
  })
  return [...slots.map(({ field, path }) => ({ field, path })), ...icons]
}
