/* A bag as a zip archive, chunk by chunk: the same content and day give the same bytes on every machine. */
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { BagContent } from './bag-content.ts'
import type { SealAlgorithm } from './bag.ts'
import { claimingPaths } from './claim-path.ts'
import type { FileSource } from './write-folder.ts'
import { WriteRefused } from './write-refused.ts'

/** What the archive holds at its top, whatever the archive itself is called. */
const topFolder = 'bundle'

/** A file of its owner's alone. */
const fileMode = 0o100600

const bytesOf = (from: FileSource): Buffer => {
  if ('text' in from) return Buffer.from(from.text)
  if ('bytes' in from) return Buffer.from(from.bytes)
  // Opening a pipe or a device could wait for ever.
  if (statSync(from.copy, { throwIfNoEntry: false })?.isFile() !== true)
    throw new WriteRefused('source-not-a-file', from.copy)
  return readFileSync(from.copy)
}

/** Zip times have no zone: noon of the day wherever it is written, which every zone has. */
const noonOf = (day: string): Date => new Date(`${day}T12:00:00`)

/**
 * Files are stored, not deflated: scans do not shrink, and what zlib makes of the rest differs between machines.
 * One file at a time is held in memory. Throws WriteRefused, whatever `content` throws, or the system's error.
 */
export async function* zipBag(
  content: BagContent,
  { day, algorithm }: { day: string; algorithm: SealAlgorithm },
): AsyncGenerator<Uint8Array> {
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  const claim = claimingPaths()
  const options = { mtime: noonOf(day), mode: fileMode, compress: false, forceDosTimestamp: true }
  for (let step = content.next(); step.done !== true;) {
    const { path, from } = step.value
    claim(path)
    const bytes = bytesOf(from)
    zip.addBuffer(bytes, `${topFolder}/${path}`, options)
    yield* waiting(zip.outputStream)
    const checksum = createHash(algorithm).update(bytes).digest('hex')
    step = content.next({ path, checksum, bytes: bytes.length })
  }
  zip.end()
  for await (const chunk of zip.outputStream) yield toBytes(chunk)
}

const toBytes = (chunk: string | Buffer): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)

async function* waiting(stream: NodeJS.ReadableStream): AsyncGenerator<Uint8Array> {
  await setImmediate()
  for (let chunk = read(stream); chunk !== null; chunk = read(stream)) yield toBytes(chunk)
}

const read = (stream: NodeJS.ReadableStream): string | Buffer | null => stream.read()
