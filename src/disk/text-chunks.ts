// A text file of any encoding that spreadsheets write, decoded piece by piece: UTF-8, UTF-16 with its mark, GB18030.
import { openSync, readSync, statSync } from 'node:fs'
import { FileProblem, closeQuietly, problemOf, readBytes, systemCode } from './read-file.ts'

const chunkBytes = 262_144
/** What is no file is read once, into memory. */
const pipeLimit = 20_000_000

type Source = () => Iterable<Uint8Array>
export type Text = { readonly encoding: string; readonly chunks: Iterable<string> }

/**
 * Looks the file over before it says what it is: one bad byte near the end decides too.
 * @throws FileProblem `binary` for what is no such text; also while the chunks are read
 */
export function textChunks(path: string): Text {
  const source = sourceOf(path)
  const [first] = source()
  const encoding = wideEncoding(first) ?? (isAll(source, 'utf-8') ? 'utf-8' : 'gb18030')
  if (encoding !== 'utf-8' && (!isAll(source, encoding) || isDamaged(source, encoding)))
    throw new FileProblem('binary', path)
  return { encoding, chunks: decoded(path, source, encoding) }
}

function sourceOf(path: string): Source {
  const stat = statSync(path)
  if (stat.isDirectory()) throw new FileProblem('directory', path)
  if (stat.isFile()) return () => fileChunks(path)
  const all = readBytes(path, pipeLimit)
  return () => [all]
}

function* fileChunks(path: string): Generator<Uint8Array> {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkBytes)
      const read = readSync(file, chunk)
      if (read === 0) return
      yield chunk.subarray(0, read)
    }
  } catch (error) {
    throw new FileProblem(problemOf(systemCode(error)), path, error)
  } finally {
    if (file !== undefined) closeQuietly(file)
  }
}

function wideEncoding(first: Uint8Array | undefined): string | undefined {
  const [one, two] = first ?? []
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  return one === 0xfe && two === 0xff ? 'utf-16be' : undefined
}

function isAll(source: Source, encoding: string): boolean {
  const decoder = new TextDecoder(encoding, { fatal: true })
  try {
    for (const chunk of source()) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof FileProblem) throw error
    return false
  }
}

/** UTF-8 with a bad byte reads as GB18030 too, as nonsense: where most of it is good UTF-8, that is what it was. */
function isDamaged(source: Source, encoding: string): boolean {
  if (encoding !== 'gb18030') return false
  const decoder = new TextDecoder('utf-8')
  let good = 0
  let bad = 0
  for (const chunk of source()) {
    const text = decoder.decode(chunk, { stream: true })
    good += text.match(/[\u0800-\uFFFC]/g)?.length ?? 0
    bad += text.match(/\uFFFD/g)?.length ?? 0
  }
  return good > bad
}

function* decoded(path: string, source: Source, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding)
  let isFirst = true
  for (const chunk of source()) {
    const text = decoder.decode(chunk, { stream: true })
    if (text.includes('\0')) throw new FileProblem('binary', path)
    yield isFirst ? text.replace(/^\uFEFF/, '') : text
    isFirst = false
  }
  const rest = decoder.decode()
  if (rest !== '') yield rest
}
