/* The keys of the person who opens a bundle, from the files age-keygen writes. No message ever holds a key. */
import type { KeyProblemCode } from '../model/bundle-problem.ts'
import { BundleRefused } from './bundle-refused.ts'
import { keysIn } from './seal.ts'

const fileProblem = (text: string): KeyProblemCode | undefined => {
  if (/^-----BEGIN (?:OPENSSH|RSA|EC|DSA)? ?PRIVATE KEY/.test(text)) return 'identity-ssh'
  if (/^age-encryption\.org\/|^-----BEGIN AGE ENCRYPTED FILE/.test(text)) return 'identity-locked'
  return undefined
}

const isIdentity = async (key: string): Promise<boolean> => {
  const { Decrypter } = await import('age-encryption')
  try {
    new Decrypter().addIdentity(key)
    return true
  } catch {
    return false
  }
}

/** At least one. Throws BundleRefused with the file and the line. */
export async function identitiesIn(text: string, path: string): Promise<string[]> {
  const problem = fileProblem(text)
  if (problem) throw new BundleRefused({ code: problem, path })
  const keys = keysIn(text, path)
  if (keys.length === 0) throw new BundleRefused({ code: 'identities-empty', path })
  for (const { key, line } of keys) {
    const where = { path, ...(line === undefined ? {} : { line }) }
    if (/^age1/i.test(key)) throw new BundleRefused({ code: 'identity-public', ...where })
    if (!(await isIdentity(key))) throw new BundleRefused({ code: 'identity-malformed', ...where })
  }
  return keys.map(({ key }) => key)
}
