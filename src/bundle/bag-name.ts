/* How a file's name stands in a manifest: percent-encoding, and which names may never be followed. */
import type { PathFault } from '../model/bag-problem.ts'

export type BagVersion = '1.0' | '0.97'

/** RFC 8493 §2.1.3: per cent, CR and LF are encoded, and nothing else. */
export const encodeName = (name: string): string =>
  name.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/**
 * What a name in a manifest may mean, best reading first. In 1.0 the encoded form is the rule and the literal one a
 * known slip of other tools; in 0.97 it is the other way round, and a per cent sign was never encoded.
 */
export const nameReadings = (written: string, version: BagVersion): string[] => {
  const lineBreaks = written.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n')
  return version === '1.0' ? [lineBreaks.replaceAll('%25', '%'), written] : [written, lineBreaks]
}

/** A per cent sign that begins none of the three encodings. */
export const hasStrayPercent = (written: string): boolean => /%(?!25|0A|0D)/i.test(written)

/**
 * Why a slash-separated relative path is refused; undefined when it stays where it belongs on every system.
 * `backslash` comes last: everything before it also looks behind backslashes.
 */
export const pathFault = (path: string): PathFault | undefined => {
  if (path === '') return 'empty'
  if (path.includes('\0')) return 'nul'
  if (/^[/\\]/.test(path)) return 'absolute'
  if (path.startsWith('~')) return 'home'
  if (/^[A-Za-z]:/.test(path)) return 'drive'
  const parts = path.split(/[/\\]/)
  if (parts.includes('..')) return 'parent'
  if (parts.includes('') || parts.includes('.')) return 'empty-part'
  return path.includes('\\') ? 'backslash' : undefined
}

/** Equal for names that look the same to a file system that ignores case and Unicode normal form. */
export const foldedName = (name: string): string => name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
