// Texts, bytes and names nobody should send, and sound ones with damage done to them.
import * as fc from 'fast-check'

/** What is dear to those who break parsers. */
export const shards = [
  [
    '\u0000',
    '\uFEFF',
    '\u202E',
    '\u2028',
    '\uFFFF',
    '\u001B[2J',
    '\u009B31m',
    '\r',
    '\t',
    '\n---\n',
    '\n...\n',
    '\u200B',
  ],
  [
    '&a',
    '*a',
    '!!binary x',
    '<<: *a',
    '%YAML 9.9\n',
    '? ',
    '|9\n',
    '>-\n',
    '"\\xZZ"',
    "'",
    '"',
    '{{{{',
    '[[[[',
    '}',
    ']',
  ],
  ['__proto__: { icp: 1 }', '__proto__', 'constructor', 'toString: 1', 'hasOwnProperty', 'valueOf: 1', 'length'],
  ['0x1F', '1e999', '-0', '.nan', '~', 'true', '2026-02-30', '0000-00-00', '275760-09-14', '99999999999999999999'],
  ['[', '{', '- ', '(', 'a: ', '*', '\\', ' ', '..'].map(each => each.repeat(400)),
  ['9'.repeat(5000), '海'.repeat(5000), 'a'.repeat(70_000), ' '.repeat(70_000), '\n'.repeat(20_000)],
  [
    '../../../x',
    '/etc/passwd',
    'C:\\x',
    '\\\\.\\NUL',
    '::error::x',
    '%0A::x',
    '<script>',
    '`',
    '|',
    '=cmd()',
    '${x}',
    '{{x}}',
  ],
].flat()

/** Texts short enough for a cell, a name, a value. */
export const words: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...shards.filter(shard => shard.length < 500)),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(
    '海风',
    '91440300MA5FKT2C9R',
    '44030519900101123X',
    '13800138000',
    '2026-12-01',
    'example.cn',
    'true',
    '3',
  ),
)

const bits = fc.oneof({ weight: 3, arbitrary: words }, { weight: 1, arbitrary: fc.constantFrom(...shards) })

/** A whole text with a few places cut out, doubled, or filled with a shard. */
export const damaged = (whole: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({ at: fc.nat(whole.length), cut: fc.nat(40), put: bits, times: fc.constantFrom(1, 1, 1, 2, 50) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map(cuts =>
      cuts.reduce(
        (text, { at, cut, put, times }) => text.slice(0, at) + put.repeat(times) + text.slice(at + cut),
        whole,
      ),
    )

/** Lines of it left out, doubled, swapped, or with another value behind the colon. */
export const shuffled = (whole: string): fc.Arbitrary<string> => {
  const lines = whole.split('\n')
  const change = fc.record({
    at: fc.nat(lines.length - 1),
    to: fc.nat(lines.length - 1),
    how: fc.constantFrom('drop', 'double', 'swap', 'value', 'key', 'indent'),
    put: words,
  })
  return fc.array(change, { minLength: 1, maxLength: 5 }).map(changes => {
    const made = [...lines]
    for (const { at, to, how, put } of changes) {
      const line = made[at] ?? ''
      if (how === 'drop') made.splice(at, 1)
      else if (how === 'double') made.splice(to, 0, line)
      else if (how === 'swap') [made[at], made[to]] = [made[to] ?? '', line]
      else if (how === 'value') made[at] = line.replace(/: .*$/s, () => `: ${put}`)
      else if (how === 'key') made[at] = line.replace(/[\w-]+(?=:)/, () => put)
      else made[at] = `  ${line}`
    }
    return made.join('\n')
  })
}

export const noise: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(bits, fc.constantFrom(' ', '\n', ': ', 'icp: 1\n', ', ', '"'))).map(parts => parts.join('')),
)

/** Any text near this one, or none at all like it. */
export const near = (whole: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: damaged(whole) },
    { weight: 4, arbitrary: shuffled(whole) },
    { weight: 1, arbitrary: noise },
  )

const edges = [0, 1, 0x7f, 0x80, 0xff, 0xfffe, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff]

/** Bytes changed, cut, doubled, or with a size in them made absurd. */
export const damagedBytes = (whole: Uint8Array): fc.Arbitrary<Uint8Array> => {
  const change = fc.record({
    // Most of what decides stands at the beginning.
    at: fc.oneof(fc.nat(Math.max(0, Math.min(whole.length - 1, 128))), fc.nat(Math.max(0, whole.length - 1))),
    how: fc.constantFrom('flip', 'byte', 'number', 'drop', 'double', 'end', 'put'),
    value: fc.oneof(fc.constantFrom(...edges), fc.nat(0xffffffff)),
    length: fc.nat(60),
    little: fc.boolean(),
  })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map(changes => {
    let bytes = Buffer.from(whole)
    for (const { at, how, value, length, little } of changes) {
      const here = Math.min(at, Math.max(0, bytes.length - 1))
      if (how === 'flip') bytes[here] = (bytes[here] ?? 0) ^ (1 << (value & 7))
      else if (how === 'byte') bytes[here] = value & 0xff
      else if (how === 'number' && here + 4 <= bytes.length) {
        if (little) bytes.writeUInt32LE(value, here)
        else bytes.writeUInt32BE(value, here)
      } else if (how === 'drop') bytes = Buffer.concat([bytes.subarray(0, here), bytes.subarray(here + length)])
      else if (how === 'double') bytes = Buffer.concat([bytes.subarray(0, here + length), bytes.subarray(here)])
      else if (how === 'end') bytes = bytes.subarray(0, here)
      else bytes = Buffer.concat([bytes.subarray(0, here), Buffer.alloc(length, value & 0xff), bytes.subarray(here)])
    }
    return bytes
  })
}

const longName = '长'.repeat(85)

/** Names a file system may have, or an archive may claim. */
export const names: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(
      'a\nb',
      'a\r\nb',
      '\u001B[31mred',
      '\u001B]8;;http://x.example\u0007link',
      '\u009B2K',
      '\u202Etxt.exe',
      '\u2066a\u2069',
      '😀',
      '👨‍👩‍👧',
      'e\u0301',
      'é',
      longName,
      'a'.repeat(255),
      'a'.repeat(256),
      'con',
      'NUL.yaml',
      'com1',
      'aux.txt',
      'lpt¹',
      '-',
      '--',
      '-rf',
      '--lang',
      '--reporter=json',
      '*',
      '**',
      '?',
      '[a]',
      '{a,b}',
      '!(a)',
      '@(a|b)',
      '~',
      '~root',
      '$HOME',
      '%s',
      '::error::x',
      '##[error]x',
      '%0Ax',
      '<b>',
      '|',
      '`x`',
      '"',
      "'",
      ' ',
      ' a',
      'a ',
      'a.',
      '...',
      '\\',
      'a\\b',
      'C:x',
      '.git',
      '138 0013 8000',
      '44030519900101123X',
      '__proto__',
      'constructor',
      '\u2028',
      '\u200B',
      '\uFEFF',
      '#',
      'a#b',
      '海风.yaml',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .filter(name => !/[/\0]/.test(name) && name !== '.' && name !== '..')

/** Paths an archive or a manifest may claim. */
export const paths: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '../x',
    '../../x',
    '/etc/x',
    '/',
    '',
    '.',
    '..',
    './a',
    'a/../../x',
    'a//b',
    'data/../x',
    'data/..',
    'data/.',
    'data/',
    'data',
    'C:\\x',
    'c:x',
    '\\\\host\\x',
    '\\\\?\\C:\\x',
    '\\\\.\\NUL',
    'data\\..\\x',
    '~/x',
    '~root/x',
    'data/con',
    'data/NUL.txt',
    'data/a\u0000b',
    'data/%2e%2e/x',
    'data/a%0Ab',
    'data/100%',
    'data/icp.yaml',
    'data/ICP.yaml',
    'bagit.txt',
    'data/icp.yaml/x',
    `data/${'a'.repeat(300)}`,
    `data/${'a/'.repeat(600)}b`,
    'data/\u202Ex',
    'data/\u001B[2Jx',
    '__MACOSX/x',
    '__proto__',
    'data/__proto__',
  ),
  fc.array(names, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/')),
  names.map(name => `data/${name}`),
)
