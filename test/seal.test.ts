// The keys of people, as they are written and mistyped; and sealed files that are too large, vanish or hold a text.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BundleRefused } from '../src/bundle/bundle-refused.ts'
import { identitiesIn } from '../src/bundle/identities.ts'
import { keysIn, recipientsOf, sealFor } from '../src/bundle/seal.ts'
import { unseal } from '../src/bundle/unseal.ts'

const workspace = mkdtempSync(join(tmpdir(), 'seal-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
let count = 0
const freshPath = (): string => join(workspace, String((count += 1)))

const keys = { identity: '', recipient: '', other: '' }
beforeAll(async () => {
  keys.identity = await generateX25519Identity()
  keys.recipient = await identityToRecipient(keys.identity)
  keys.other = await identityToRecipient(await generateX25519Identity())
})

async function problemOf(call: Promise<unknown>): Promise<object | undefined> {
  try {
    await call
    return undefined
  } catch (error) {
    if (!(error instanceof BundleRefused)) throw error
    return error.problem
  }
}

describe('a file of keys', () => {
  it.each([
    ['', []],
    ['a', [['a', 1]]],
    [
      '# of the office\n\n  a\t\r\n\r#b\rc',
      [
        ['a', 3],
        ['c', 6],
      ],
    ],
    [' # a comment too', []],
    ['a # no comment', [['a # no comment', 1]]],
  ] as const)('%j holds %j', (text, found) => {
    expect(keysIn(text, 'keys.txt')).toEqual(found.map(([key, line]) => ({ key, path: 'keys.txt', line })))
  })
})

describe('a recipient', () => {
  it('is one for whom a file can be sealed, each once', async () => {
    const { recipient, other } = keys
    const written = [recipient, other, recipient].map(key => ({ key }))
    expect(await recipientsOf(written)).toEqual([recipient, other])
  })

  const ssh = 'AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN a@b'
  it.each([
    ['ssh-ed25519', `ssh-ed25519 ${ssh}`, { code: 'recipient-ssh' }],
    ['a key on a card', `sk-ssh-ed25519@openssh.com ${ssh}`, { code: 'recipient-ssh' }],
    ['an ECDSA key', `ecdsa-sha2-nistp256 ${ssh}`, { code: 'recipient-ssh' }],
    ['a name', 'wang@example.cn', { code: 'recipient-malformed', detail: 'wang@example.cn' }],
    ['a name with ssh in it', 'my-ssh-key', { code: 'recipient-malformed', detail: 'my-ssh-key' }],
    ['nothing', '', { code: 'recipient-malformed', detail: '' }],
  ])('is not %s', async (_name, key, problem) => {
    const where = { path: 'keys.txt', line: 7 }
    expect(await problemOf(recipientsOf([{ key: keys.recipient }, { key, ...where }]))).toEqual({
      ...problem,
      ...where,
    })
    expect(await problemOf(recipientsOf([{ key }]))).toEqual(problem)
  })

  it('is not a secret key, which no message holds, whatever stands around it', async () => {
    for (const key of [keys.identity, keys.identity.toLowerCase(), `"${keys.identity}"`, `key: ${keys.identity}`]) {
      expect(await problemOf(recipientsOf([{ key, line: 2 }]))).toEqual({ code: 'recipient-secret', line: 2 })
    }
  })
})

describe('an identity', () => {
  it('is every secret key of the file, in order', async () => {
    const text = `# created: today\n# public key: ${keys.recipient}\n${keys.identity}\n\n${keys.identity}\n`
    expect(await identitiesIn(text, 'key.txt')).toEqual([keys.identity, keys.identity])
  })

  const path = 'key.txt'
  it.each([
    ['a file of comments', '# none\n', { code: 'identities-empty', path }],
    ['an SSH key', '-----BEGIN OPENSSH PRIVATE KEY-----\n', { code: 'identity-ssh', path }],
    ['a key of OpenSSL', '-----BEGIN PRIVATE KEY-----\n', { code: 'identity-ssh', path }],
    ['an RSA key', '-----BEGIN RSA PRIVATE KEY-----\n', { code: 'identity-ssh', path }],
    ['a key under a passphrase', 'age-encryption.org/v1\n', { code: 'identity-locked', path }],
    ['such a key as text', '-----BEGIN AGE ENCRYPTED FILE-----\n', { code: 'identity-locked', path }],
    ['a note about age', 'see age-encryption.org/\n', { code: 'identity-malformed', path, line: 1 }],
    ['a note about SSH', '\n -----BEGIN RSA PRIVATE KEY-----\n', { code: 'identity-malformed', path, line: 2 }],
    ['a note about sealed files', '> -----BEGIN AGE ENCRYPTED FILE', { code: 'identity-malformed', path, line: 1 }],
    ['a public key', '# mine\nAGE1QQQ\n', { code: 'identity-public', path, line: 2 }],
    ['a name with a public key in it', 'my-age1', { code: 'identity-malformed', path, line: 1 }],
  ])('is not %s', async (_name, text, problem) => {
    expect(await problemOf(identitiesIn(text, path))).toEqual(problem)
  })
})

describe('a sealed file', () => {
  const sealed = async (text: string): Promise<Uint8Array> => {
    const encrypter = new Encrypter()
    encrypter.addRecipient(keys.recipient)
    return encrypter.encrypt(text)
  }
  const written = (content: string | Uint8Array): string => {
    const path = freshPath()
    writeFileSync(path, content)
    return path
  }

  it('opens to what was sealed, also as text and behind empty lines', async () => {
    const bytes = await sealed('承诺书')
    const text = armor.encode(bytes)
    for (const content of [bytes, text, text.replaceAll('\n', '\r\n'), `\n \r\n${text}`]) {
      const to = freshPath()
      await unseal(written(content), [keys.identity], to)
      expect(readFileSync(to, 'utf8')).toBe('承诺书')
    }
  })

  it('may be made for several', async () => {
    const chunks: Uint8Array[] = []
    const content = async function* () {
      yield Buffer.from('for both')
      return Promise.resolve()
    }
    for await (const chunk of sealFor([keys.other, keys.recipient], content())) chunks.push(chunk)
    const to = freshPath()
    await unseal(written(Buffer.concat(chunks)), [keys.identity], to)
    expect(readFileSync(to, 'utf8')).toBe('for both')
  })

  it.each([
    ['that is none', 'PK', { code: 'not-sealed' }],
    ['that is empty', '', { code: 'not-sealed' }],
    ['of a later kind', 'age-encryption.org/v2\n', { code: 'not-sealed' }],
    ['with something before it', 'xage-encryption.org/v1\n', { code: 'not-sealed' }],
    ['under a passphrase', 'age-encryption.org/v1\n-> scrypt a 18\n', { code: 'passphrase' }],
    ['for nobody asked yet', 'age-encryption.org/v1\n-> X25519 a\n', { code: 'identity-needed' }],
    ['as text, for nobody asked yet', ' \n-----BEGIN AGE ENCRYPTED FILE-----\n', { code: 'identity-needed' }],
  ])('%s is told before a key is asked for', async (_name, content, problem) => {
    expect(await problemOf(unseal(written(content), [], freshPath()))).toEqual(problem)
  })

  it('that is a folder is none', async () => {
    const folder = freshPath()
    mkdirSync(folder)
    expect(await problemOf(unseal(folder, [], freshPath()))).toEqual({ code: 'not-sealed' })
  })

  it.each([
    ['', 'age-encryption.org/v1\n', 2100],
    [' as text', '-----BEGIN AGE ENCRYPTED FILE-----\n', 200],
  ])('may%s be as large as it says, and not a byte more', async (_name, start, megabytes) => {
    const path = written(start)
    truncateSync(path, megabytes * 1_000_000)
    expect(await problemOf(unseal(path, [], freshPath()))).toEqual({ code: 'identity-needed' })
    truncateSync(path, megabytes * 1_000_000 + 1)
    expect(await problemOf(unseal(path, [], freshPath()))).toEqual({ code: 'too-large', detail: String(megabytes) })
  })

  it('that is damaged, or for somebody else, is told apart', async () => {
    const bytes = Buffer.from(await sealed('承诺书'))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    expect(await problemOf(unseal(written(bytes), [keys.identity], freshPath()))).toEqual({ code: 'seal-damaged' })
    const stranger = await generateX25519Identity()
    const path = written(await sealed('承诺书'))
    expect(await problemOf(unseal(path, [stranger], freshPath()))).toEqual({ code: 'identity-wrong' })
  })

  it.each(['binary', 'text'])('that vanishes while it is opened is told by the system’s own word (%s)', async kind => {
    const bytes = await sealed('承诺书')
    const path = written(kind === 'text' ? armor.encode(bytes) : bytes)
    const takenAway: string[] = Object.assign([keys.identity], {
      *[Symbol.iterator]() {
        rmSync(path)
        yield keys.identity
      },
    })
    await expect(unseal(path, takenAway, freshPath())).rejects.toMatchObject({ code: 'ENOENT', path })
  })

  it('is never written over what is there', async () => {
    const to = written('mine')
    await expect(unseal(written(await sealed('a')), [keys.identity], to)).rejects.toMatchObject({ code: 'EEXIST' })
    expect(readFileSync(to, 'utf8')).toBe('mine')
  })
})
