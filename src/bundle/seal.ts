/* Sealing for people: what is written can be opened by the holders of these keys and by nobody else (age). */
import { ReadableStream } from 'node:stream/web'
import type { KeyProblemCode } from '../model/bundle-problem.ts'
import { BundleRefused } from './bundle-refused.ts'

/** `age1…` as somebody wrote it, and where: in a file at a line, or in the call itself. */
export type WrittenKey = { readonly key: string; readonly path?: string; readonly line?: number }

/** One key a line; empty lines and those that begin with # say nothing. */
export function keysIn(text: string, path: string): WrittenKey[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ key: line.trim(), path, line: index + 1 }))
    .filter(({ key }) => key !== '' && !key.startsWith('#'))
}

const sshKey = /^(?:ssh-|ecdsa-|sk-)/

function faultOf(key: string): KeyProblemCode {
  // In quotes or behind a label too: what is malformed is shown.
  if (/AGE-SECRET-KEY-/i.test(key)) return 'recipient-secret'
  return sshKey.test(key) ? 'recipient-ssh' : 'recipient-malformed'
}

/** Wrapping a key of its own is the only way to find a recipient that decodes and yet is no point of the curve. */
async function refuseUnusable({ key, ...where }: WrittenKey): Promise<void> {
  const { Encrypter } = await import('age-encryption')
  try {
    const trial = new Encrypter()
    trial.addRecipient(key)
    await trial.encrypt('')
  } catch {
    const code = faultOf(key)
    throw new BundleRefused({ code, ...where, ...(code === 'recipient-malformed' ? { detail: key } : {}) })
  }
}

/** Each key once. Throws BundleRefused for the first that nothing can be sealed for. */
export async function recipientsOf(written: readonly WrittenKey[]): Promise<string[]> {
  for (const each of written) await refuseUnusable(each)
  return [...new Set(written.map(({ key }) => key))]
}

/** The bytes as age writes them, chunk by chunk. Every sealing has a key of its own: no two are alike. */
export async function* sealFor(
  recipients: readonly string[],
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption')
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  yield* await encrypter.encrypt(ReadableStream.from(chunks))
}
