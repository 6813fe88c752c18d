// How much an archive may say that it holds, at the border of each limit; and an archive that vanishes while it is read.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BundleRefused } from '../src/bundle/bundle-refused.ts'
import { readArchive } from '../src/bundle/read-archive.ts'
import { unpack } from '../src/bundle/unpack.ts'
import { handMadeZip, type HandMadeEntry } from './hand-made-zip.ts'

const workspace = mkdtempSync(join(tmpdir(), 'read-archive-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const freshPath = (): string => join(workspace, String((count += 1)))
const written = (bytes: Uint8Array): string => {
  const path = freshPath()
  writeFileSync(path, bytes)
  return path
}

/** How many files an archive holds, or why it is refused. */
async function looked(path: string): Promise<object> {
  try {
    return { files: await readArchive(path, files => Promise.resolve(files.length)) }
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    return error.problem
  }
}
const lookedAt = (...entries: HandMadeEntry[]) => looked(written(handMadeZip(entries)))

/** Bytes that do not shrink. */
const noise = Buffer.from(Array.from({ length: 150_000 }, (_, at) => (at * at * 31 + at * 7 + (at >> 5)) & 0xff))
const large = (more: Partial<HandMadeEntry>): HandMadeEntry => ({ name: 'a', data: noise, method: 8, ...more })
const sizeOf = (entry: HandMadeEntry): number => handMadeZip([entry]).length

describe('an archive', () => {
  it('may be of two gigabytes, and not a byte more', async () => {
    const path = written(Buffer.of())
    truncateSync(path, 2_000_000_000)
    expect(await looked(path)).toEqual({ code: 'not-an-archive' })
    truncateSync(path, 2_000_000_001)
    expect(await looked(path)).toEqual({ code: 'too-large', detail: '2000' })
  })

  it('is a file', async () => {
    const folder = freshPath()
    mkdirSync(folder)
    expect(await looked(folder)).toEqual({ code: 'not-an-archive' })
  })

  it('may hold ten thousand entries, and not one more', async () => {
    const entries = Array.from({ length: 10_001 }, (_, at) => ({ name: String(at) }))
    expect(await lookedAt(...entries.slice(1))).toEqual({ files: 10_000 })
    expect(await lookedAt(...entries)).toEqual({ code: 'too-many-entries', detail: '10001' })
  })

  it('may hold nothing and say something about it', async () => {
    const comment = Buffer.from('nothing to see')
    const empty = handMadeZip([])
    empty.writeUInt16LE(comment.length, 20)
    expect(await looked(written(Buffer.concat([empty, comment])))).toEqual({ files: 0 })
    expect(await looked(written(Buffer.concat([Buffer.from('x'), empty, comment])))).toEqual({
      code: 'archive-damaged',
    })
  })

  it('may unpack to twenty megabytes whatever its size', async () => {
    expect(await lookedAt({ name: 'a', data: 'x', method: 8, unpacked: 20_000_000 })).toEqual({ files: 1 })
    expect(await lookedAt({ name: 'a', data: 'x', method: 8, unpacked: 20_000_001 })).toMatchObject({
      code: 'unpacks-too-far',
    })
  })

  it('may unpack to two hundred times its size', async () => {
    const size = sizeOf(large({}))
    expect(size * 200).toBeGreaterThan(20_000_000)
    expect(await lookedAt(large({ unpacked: size * 200 }))).toEqual({ files: 1 })
    expect(await lookedAt(large({ unpacked: size * 201 }))).toEqual({ code: 'unpacks-too-far', detail: '201' })
  })

  it('may unpack to two gigabytes in all, and not to a byte more', async () => {
    const ratio = { code: 'unpacks-too-far' }
    expect(await lookedAt(large({ unpacked: 2_000_000_000 }))).toMatchObject(ratio)
    expect(await lookedAt(large({ unpacked: 2_000_000_001 }))).toEqual({ code: 'unpacks-too-large', detail: '2000' })
  })

  it('may be no smaller than what it says is packed in it', async () => {
    const entry = { name: 'a', data: 'x', method: 8 }
    const size = sizeOf(entry)
    expect(await lookedAt({ ...entry, packed: size })).toEqual({ files: 1 })
    expect(await lookedAt({ ...entry, packed: size + 1 })).toEqual({ code: 'entries-overlap' })
  })

  it.each([
    [0, { files: 1 }],
    [8, { files: 1 }],
    [9, { code: 'method-unknown', path: 'a', detail: '9' }],
    [99, { code: 'encrypted', path: 'a' }],
  ])('is packed by a method that is read here: %i', async (method, found) => {
    expect(await lookedAt({ name: 'a', data: 'x', method })).toEqual(found)
  })

  it.each([
    [0, { files: 1 }],
    [0o100_644, { files: 1 }],
    [0o040_755, { files: 1 }],
    [0o120_777, { code: 'link', path: 'a' }],
    [0o020_600, { code: 'special', path: 'a' }],
    [0o140_600, { code: 'special', path: 'a' }],
  ])('holds files and folders only: %i', async (mode, found) => {
    expect(await lookedAt({ name: 'a', mode })).toEqual(found)
  })
})

describe('an archive that vanishes while it is read', () => {
  it('is told by the system’s own word, and not as damaged', async () => {
    const path = written(handMadeZip([{ name: 'a', data: 'content', deflate: true }]))
    const folder = freshPath()
    mkdirSync(folder)
    const looking = readArchive(path, (files, zip) => {
      rmSync(path)
      return unpack(files, zip, folder)
    })
    await expect(looking).rejects.toMatchObject({ code: 'ENOENT', path })
  })

  it('was not there at all', async () => {
    await expect(readArchive(freshPath(), () => Promise.resolve())).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
