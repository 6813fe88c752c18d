/* A sealed file opened with somebody's keys, into a file; age's own checks decide whether it is whole. */
import { closeSync, createReadStream, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { ReadableStream } from 'node:stream/web'
import { BundleRefused } from './bundle-refused.ts'
import { firstBytes } from './first-bytes.ts'

const start = 'age-encryption.org/v1\n'
const armoured = '-----BEGIN AGE ENCRYPTED FILE-----'

/** Where the file is text, it is decoded in memory; nobody armours more than a mail takes. */
const largestArmoured = 200_000_000
const largest = 2_100_000_000

const headBytes = 2048

const headOf = (path: string): string => firstBytes(path, headBytes).toString('latin1')

const refuse = (code: 'not-sealed' | 'passphrase' | 'seal-damaged' | 'identity-needed' | 'identity-wrong'): never => {
  throw new BundleRefused({ code })
}

async function* bytesOf(path: string, isText: boolean): AsyncGenerator<Uint8Array> {
  if (isText) {
    const { armor } = await import('age-encryption')
    yield armor.decode(readFileSync(path, 'utf8'))
    return
  }
  const stream: AsyncIterable<Buffer> = createReadStream(path)
  yield* stream
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/** What the library says, in our words. A key part that was damaged looks like one that is for somebody else. */
const refusalFor = (error: unknown): unknown => {
  if (error instanceof BundleRefused || isSystemError(error)) return error
  const isForOthers = error instanceof Error && error.message.startsWith('no identity matched')
  return new BundleRefused({ code: isForOthers ? 'identity-wrong' : 'seal-damaged' })
}

/** Before any key is asked for: is this something that keys open? */
const refuseOthers = (path: string, head: string): void => {
  const isText = head.trimStart().startsWith(armoured)
  if (!isText && !head.startsWith(start)) refuse('not-sealed')
  if (head.startsWith(`${start}-> scrypt `)) refuse('passphrase')
  const limit = isText ? largestArmoured : largest
  if (statSync(path).size > limit) throw new BundleRefused({ code: 'too-large', detail: String(limit / 1_000_000) })
}

/** `to` must not be there yet; it is whole when this returns. Throws BundleRefused, or the system's error. */
export async function unseal(path: string, identities: readonly string[], to: string): Promise<void> {
  if (!statSync(path).isFile()) refuse('not-sealed')
  const head = headOf(path)
  refuseOthers(path, head)
  if (identities.length === 0) refuse('identity-needed')
  const { Decrypter } = await import('age-encryption')
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  const file = openSync(to, 'wx', 0o600)
  try {
    const sealed = ReadableStream.from(bytesOf(path, head.trimStart().startsWith(armoured)))
    for await (const chunk of await decrypter.decrypt(sealed)) writeFileSync(file, chunk)
  } catch (error) {
    throw refusalFor(error)
  } finally {
    closeSync(file)
  }
}
