/** Text files read within bounds, each way it can fail as data. */
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs'

export type FileProblemCode = 'missing' | 'directory' | 'forbidden' | 'too-large' | 'binary' | 'unreadable'

const chunkBytes = 65_536
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The message is the code; the sentence is written elsewhere. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
  readonly code: FileProblemCode
  readonly path: string

  constructor(code: FileProblemCode, path: string, cause?: unknown) {
    super(code, { cause })
    this.code = code
    this.path = path
  }
}

/**
 * UTF-8 without its byte order mark. Pipes and devices are read to their end, or until they pass the limit.
 * @throws FileProblem `binary` for what is no UTF-8 (GBK and UTF-16 too) or holds NUL
 */
export function readTextFile(path: string, limitBytes: number): string {
  const bytes = readBytes(path, limitBytes)
  const text = decoded(bytes)
  if (text === undefined || text.includes('\0')) throw new FileProblem('binary', path)
  return text
}

/** @throws FileProblem */
export function readBytes(path: string, limitBytes: number): Uint8Array {
  let file: number | undefined
  try {
    // To open a pipe that nobody writes to would take for ever.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = fstatSync(file)
    if (stat.isDirectory()) throw new FileProblem('directory', path)
    const bytes = stat.size > limitBytes ? undefined : readWithin(file, limitBytes, stat)
    if (bytes === undefined) throw new FileProblem('too-large', path)
    return bytes
  } catch (error) {
    throw error instanceof FileProblem ? error : new FileProblem(problemOf(systemCode(error)), path, error)
  } finally {
    if (file !== undefined) closeQuietly(file)
  }
}

/** What was read is whole by then. */
export function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {
    return
  }
}

/** Undefined beyond the limit, whatever size the file claimed: it may grow, a pipe claims none. */
function readWithin(file: number, limit: number, stat: Stats): Uint8Array | undefined {
  const chunks: Uint8Array[] = []
  let room = limit + 1
  while (room > 0) {
    const isFirst = chunks.length === 0
    const chunk = Buffer.allocUnsafe(Math.min(room, isFirst && stat.size > 0 ? stat.size + 1 : chunkBytes))
    const read = stat.isFile() ? readSync(file, chunk) : readPipe(file, chunk, isFirst && stat.isFIFO())
    if (read === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)
    chunks.push(chunk.subarray(0, read))
    room -= read
  }
  return undefined
}

const mostPatience = 3000
const glance = 20

/** Waits for what writes there; `mayBegin`: but not for ever for somebody to begin. */
function readPipe(file: number, chunk: Uint8Array, mayBegin: boolean): number {
  for (let waited = 0; ; waited += glance) {
    const read = readIfReady(file, chunk)
    if (read !== undefined && (read > 0 || !mayBegin || waited >= mostPatience)) return read
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, glance)
  }
}

/** Undefined where somebody has opened the pipe and not written yet; 0 where nobody has, or all is read. */
function readIfReady(file: number, chunk: Uint8Array): number | undefined {
  try {
    return readSync(file, chunk)
  } catch (error) {
    if (systemCode(error) === 'EAGAIN') return undefined
    throw error
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** ENOTDIR: a file stands where the path has a folder. */
export function problemOf(systemError: string | undefined): FileProblemCode {
  switch (systemError) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing'
    case 'EISDIR':
      return 'directory'
    case 'EACCES':
    case 'EPERM':
      return 'forbidden'
    default:
      return 'unreadable'
  }
}
