// What comes in files that are no text: bags, archives, sealed archives, pictures.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, armor, generateX25519Identity, identityToRecipient } from 'age-encryption'
import * as fc from 'fast-check'
import sharp from 'sharp'
import { ZipFile } from 'yazl'
import { handMadeZip, type HandMadeEntry } from '../../hand-made-zip.ts'
import { hex, type Case } from './case.ts'
import type { Surface } from './fuzz.ts'
import { damaged, damagedBytes, names, near, paths, words } from './hostile.ts'
import { workbook } from './workbook-surface.ts'
import { around, call, reported, resealed, soundBag, type Texts } from './worlds.ts'

const sound = soundBag()
const filesOf = (texts: Texts, folder = 'bag'): Case['files'] =>
  Object.entries(texts).map(([path, text]) => [`${folder}/${path}`, text] as const)

const sums = fc.constantFrom('0'.repeat(64), 'ab', 'x'.repeat(64), 'F'.repeat(64), '', 'a'.repeat(5000))
const blanks = fc.constantFrom('  ', ' *', '\t', ' ', '', '  ./', '   ')
const manifest = fc
  .array(fc.tuple(sums, blanks, paths), { maxLength: 6 })
  .map(lines => lines.map(([sum, blank, path]) => `${sum}${blank}${path}\n`).join(''))
const fetched = fc
  .array(
    fc.tuple(
      fc.constantFrom('https://example.cn/a', 'file:///etc/passwd', 'x', ''),
      fc.constantFrom('-', '1', '9'.repeat(40), '-1'),
      paths,
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map(lines => lines.map(([url, size, path]) => `${url} ${size} ${path}\n`).join(''))
const labels = fc.constantFrom('Payload-Oxum', 'Bagging-Date', '__proto__', '', ' ', 'a', ':', 'External-Identifier')
const info = fc
  .array(
    fc.tuple(
      labels,
      fc.constantFrom(': ', ':', ' : ', '', '\n  '),
      fc.oneof(words, fc.constantFrom('1.1', '-1.1', '1e9.1', `${'9'.repeat(400)}.1`)),
    ),
  )
  .map(lines => lines.map(parts => `${parts.join('')}\n`).join(''))
const declaration = fc
  .tuple(
    fc.constantFrom('1.0', '0.97', '2.0', '1.10', '１.0', ''),
    fc.constantFrom('UTF-8', 'UTF-16', 'ISO-8859-1', 'GB18030', 'x', 'utf-7', '__proto__'),
  )
  .map(([version, encoding]) => `BagIt-Version: ${version}\nTag-File-Character-Encoding: ${encoding}\n`)

const tagFiles: readonly (readonly [name: string, made: fc.Arbitrary<string>])[] = [
  ['bagit.txt', declaration],
  ['bag-info.txt', info],
  ['manifest-sha256.txt', manifest.map(lines => `${sound['manifest-sha256.txt'] ?? ''}${lines}`)],
  ['manifest-md5.txt', manifest],
  ['manifest-__proto__.txt', manifest],
  ['tagmanifest-sha256.txt', manifest],
  ['fetch.txt', fetched],
]

const changedTag = fc
  .constantFrom(...tagFiles)
  .chain(([name, made]) => fc.oneof(made, near(sound[name] ?? '')).map(text => ({ [name]: text })))

const bag: Surface = {
  name: 'bag',
  share: 130,
  calls: fc
    .tuple(
      fc.array(changedTag, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.option(fc.tuple(names, words)),
      reported,
    )
    .map(([changes, seals, more, told]) => {
      const changed = Object.assign({ ...sound }, ...changes)
      const extra: Case['files'] = more === null ? [] : [[`bag/data/${more[0]}`, more[1]]]
      return call(['check', 'bag', ...told], [...filesOf(seals ? resealed(changed) : changed), ...extra])
    }),
}

const soundEntries: readonly HandMadeEntry[] = Object.entries(sound).map(([name, data]) => ({
  name,
  data,
  deflate: true,
}))
const sizes = fc.constantFrom(0, 1, 0x7fffffff, 0xfffffffe, 0xffffffff)
const gbk = Buffer.from([0xd3, 0xaa, 0xd2, 0xb5, 0xd6, 0xb4, 0xd5, 0xd5])

const entry: fc.Arbitrary<HandMadeEntry> = fc.record(
  {
    name: fc.oneof(paths, fc.constant(gbk), fc.uint8Array({ maxLength: 10 })),
    data: words,
    deflate: fc.boolean(),
    method: fc.constantFrom(0, 8, 9, 12, 14, 93, 99),
    flags: fc.constantFrom(0, 1, 0x41, 0x800, 0x801, 0x2000, 8),
    mode: fc.constantFrom(0o120777, 0o40755, 0o20666, 0o60660, 0o10644, 0o140755, 0, 0o106755),
    crc: sizes,
    packed: sizes,
    unpacked: sizes,
    extra: fc.uint8Array({ maxLength: 40 }),
  },
  { requiredKeys: ['name'] },
)

/** Two entries of the directory that lie in the same place. */
function overlapping(entries: readonly HandMadeEntry[]): Buffer {
  const zip = handMadeZip(entries)
  const last = zip.lastIndexOf('PK\u0001\u0002')
  if (last >= 0) zip.writeUInt32LE(0, last + 42)
  return zip
}

const madeOf = fc
  .tuple(fc.array(entry, { maxLength: 4 }), fc.boolean(), fc.option(fc.nat(70_000)), fc.boolean())
  .map(([entries, withBag, count, overlaps]) => {
    const all = withBag ? [...soundEntries, ...entries] : entries
    if (overlaps) return overlapping(all)
    return handMadeZip(all, count ?? all.length)
  })

async function zip64(): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(sound)) zip.addBuffer(Buffer.from(text), name, { forceZip64Format: true })
  zip.end({ forceZip64Format: true, comment: '' })
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const soundZips = [handMadeZip(soundEntries), await zip64()]
const zips = fc.oneof(madeOf, ...soundZips.map(damagedBytes), madeOf.chain(damagedBytes))

const zip: Surface = {
  name: 'zip',
  share: 130,
  calls: fc.tuple(zips, reported).map(([bytes, told]) => call(['check', 'b.zip', ...told], [['b.zip', hex(bytes)]])),
}

const identity = await generateX25519Identity()
const seal = async (recipients: readonly string[], bytes: Uint8Array) => {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return encrypter.encrypt(bytes)
}
const own = await identityToRecipient(identity)
const other = await identityToRecipient(await generateX25519Identity())
const sealed = await seal([own], handMadeZip(soundEntries))
const sealedAll = [
  sealed,
  await seal([other], handMadeZip(soundEntries)),
  await seal([other, own], Buffer.from('no zip')),
  await seal([own], new Uint8Array()),
]
const headOfAge = 'age-encryption.org/v1\n'
const stanza = fc
  .tuple(
    fc.constantFrom('X25519', 'scrypt', 'ssh-rsa', 'piv-p256', ''),
    fc.array(words, { maxLength: 3 }),
    fc.constantFrom('', 'A', 'A'.repeat(43), 'A'.repeat(64), '='.repeat(9), 'A'.repeat(70_000)),
  )
  .map(([type, args, body]) => `-> ${[type, ...args].join(' ')}\n${body}\n`)
const ages = fc.oneof(
  ...sealedAll.map(damagedBytes),
  damaged(armor.encode(sealed)).map(text => Buffer.from(text)),
  fc.constant(Buffer.from(armor.encode(sealed))),
  fc
    .tuple(fc.array(stanza, { maxLength: 40 }), fc.constantFrom('--- AAAA\n', '---\n', '', `--- ${'A'.repeat(43)}\n`))
    .map(([stanzas, mac]) => Buffer.from(headOfAge + stanzas.join('') + mac)),
)

const age: Surface = {
  name: 'age',
  share: 60,
  calls: fc.tuple(ages, reported, fc.boolean()).map(([bytes, told, hasKey]) =>
    call(
      ['check', 'b.zip.age', ...(hasKey ? ['--identity', 'key.txt'] : []), ...told],
      [
        ['b.zip.age', hex(bytes)],
        ['key.txt', `${identity}\n`],
      ],
    ),
  ),
}

async function pictures(): Promise<(readonly [name: string, bytes: Uint8Array])[]> {
  const drawn = sharp({
    create: {
      width: 96,
      height: 64,
      channels: 3,
      background: '#c03020',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
  const jpeg = await drawn
    .clone()
    .jpeg()
    .withExif({ IFD0: { Make: 'x', Orientation: '6' } })
    .toBuffer()
  const found = [
    ['a.jpg', jpeg],
    ['a.png', await drawn.clone().png().toBuffer()],
    ['a.webp', await drawn.clone().webp().toBuffer()],
    ['a.tiff', await drawn.clone().tiff({ compression: 'lzw' }).toBuffer()],
    ['a.gif', await drawn.clone().gif().toBuffer()],
    ['a.avif', await drawn.clone().avif({ effort: 0 }).toBuffer()],
    ['a.bmp', bmp()],
    ['a.pdf', Buffer.from(pdf)],
  ] as const
  return [...found, ['a.heic', heicOf(jpeg)]]
}

function bmp(): Buffer {
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(64, 18)
  head.writeInt32LE(64, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(24, 28)
  return Buffer.concat([head, Buffer.alloc(64 * 64 * 3, 90)])
}

const pdf = `%PDF-1.5
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 200]>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /Contents 4 0 R>> endobj
4 0 obj <</Length 30>> stream
20 20 100 100 re f
endstream endobj
trailer <</Root 1 0 R /Size 5>>
startxref
0
%%EOF
`

/** By libheif where it is installed; else a container of that kind with nothing in it. */
function heicOf(jpeg: Uint8Array): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'icp-prep-heic-'))
  try {
    if (spawnSync('heif-enc', ['--help']).error)
      return Buffer.from('0000001c66747970686569630000000068656963686569666d696631', 'hex')
    execFileSync('heif-enc', ['/dev/stdin', '-o', join(folder, 'a.heic')], {
      input: jpeg,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    return readFileSync(join(folder, 'a.heic'))
  } catch {
    return Buffer.from('0000001c66747970686569630000000068656963686569666d696631', 'hex')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const allPictures = await pictures()
const texts = fc.oneof(
  near(pdf),
  fc
    .array(
      fc.constantFrom('/Type', '/Pages', '/Count', ' ', '/ObjStm', 'stream\n', 'endstream', '/Encrypt', '>', '9'),
      { maxLength: 30 },
    )
    .map(parts => `%PDF-1.5\n${parts.join('').repeat(300)}`),
)

const picture: Surface = {
  name: 'picture',
  share: 100,
  calls: fc
    .constantFrom(...allPictures)
    .chain(([name, bytes]) =>
      fc.tuple(
        fc.constant(name),
        fc.oneof(
          { weight: 5, arbitrary: damagedBytes(bytes) },
          { weight: 1, arbitrary: name === 'a.pdf' ? texts.map(text => Buffer.from(text)) : damagedBytes(bytes) },
        ),
        around,
        fc.constantFrom('check', 'attach', 'attach --dry-run', 'attach --watermark'),
      ),
    )
    .map(([name, bytes, more, how]) => {
      const filing = 'icp: 1\nprovider: aliyun\nprovince: guangdong\nsponsor: { kind: enterprise, name: 海风 }\n'
      const [command = '', ...flags] = how.split(' ')
      const args = command === 'check' ? ['check', '.'] : ['attach', name, '--as', 'business-licence', ...flags]
      const listed = command === 'check' ? `materials:\n  - { is: business-licence, file: ${name} }\n` : ''
      return call(
        [...args, ...more],
        [
          ['icp.yaml', filing + listed],
          [name, hex(bytes)],
        ],
      )
    }),
}

export const fileSurfaces: readonly Surface[] = [bag, zip, age, picture, workbook]
