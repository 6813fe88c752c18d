// What people and programs write: filings, lines of JSON, sheets, tables, and the files that options name.
import * as fc from 'fast-check'
import { stringify } from 'yaml'
import { filledFiling, fillTexts } from '../planted.ts'
import { call, around, reported, smallFiling, soundFiling, soundProvince, soundSheet } from './worlds.ts'
import type { Became, Case } from './case.ts'
import type { Surface } from './fuzz.ts'
import { damaged, near, noise, words } from './hostile.ts'

/** Every field there is, each with a text of its own out of a few. */
const filled = fc.array(words, { minLength: 1, maxLength: 6 }).map(texts => {
  let next = 0
  return filledFiling(fillTexts(() => texts[(next += 1) % texts.length]))
})

const filings: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: near(soundFiling) },
  { weight: 1, arbitrary: filled },
  { weight: 1, arbitrary: filled.chain(damaged) },
)

/** A machine reads these: they must be whole. */
function unparsable(became: Became, { args }: Case): string[] {
  if (became.is !== 'ran' || became.stdout === '') return []
  const reporter = args[args.indexOf('--reporter') + 1] ?? ''
  if (!['json', 'sarif', 'gitlab', 'ndjson'].includes(reporter)) return []
  const texts = reporter === 'ndjson' ? became.stdout.trimEnd().split('\n') : [became.stdout]
  return texts.flatMap(text => {
    try {
      JSON.parse(text)
      return []
    } catch {
      return [`no ${reporter}: ${text.slice(0, 200)}`]
    }
  })
}

const filing: Surface = {
  name: 'filing',
  share: 260,
  calls: fc.tuple(filings, reported).map(([text, told]) => call(['check', 'icp.yaml', ...told], [['icp.yaml', text]])),
  wrongs: unparsable,
}

const line = JSON.stringify({
  icp: 1,
  provider: 'aliyun',
  province: 'guangdong',
  sponsor: { kind: 'enterprise', name: '海风', document: { type: 'business-licence', number: '91440300MA5FKT2C9R' } },
  services: [{ kind: 'website', name: '海风', domains: [{ name: 'a.cn' }] }],
})

/** Empty lines are answered too, and are no cases. */
const linesOf = ({ stdin }: Case) =>
  typeof stdin === 'string' ? stdin.split('\n').filter(each => each.trim() !== '').length : 1
/** A million empty lines are nothing but work. */
const mostLines = 2000

const lines: Surface = {
  name: 'lines',
  share: 60,
  cases: linesOf,
  calls: fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: near(line) },
          fc.json().map(json => `{"icp":1,"sponsor":${json},"services":[${json}]}`),
          fc.json().map(json => `{"icp":1,"provider":"aliyun","materials":${json},"principal":{"document":${json}}}`),
          noise,
        ),
        { minLength: 1, maxLength: 20 },
      ),
      fc.constantFrom('zh', 'en'),
    )
    .map(([texts, lang]) =>
      call(['check', '-', '--lang', lang], [], { stdin: texts.join('\n').split('\n').slice(0, mostLines).join('\n') }),
    ),
  wrongs: became => {
    if (became.is !== 'ran') return []
    const bugs = became.stdout.includes('"code":"bug"') ? ['a line called a bug'] : []
    return [...bugs, ...unparsable(became, call(['--reporter', 'ndjson'], []))]
  },
}

const soundList = `list: mine
title: { zh: 表, en: list }
sources:
  handbook: { kind: office-guide, publisher: P, title: T, as-of: '2026', read: 2026-11-24 }
words: [{ word: 甲, source: handbook }, 乙]
`

const soundCodes = soundList
  .replace('list: mine', 'codes: mine')
  .replace(/words: .*/, 'entries: [{ id: a, zh: 甲, en: A, source: handbook }]')

const soundMaterial = stringify({
  material: 'mine',
  title: { zh: '承诺', en: 'promise' },
  order: 90,
  what: { zh: '一封信', en: 'a letter' },
})

/** Which file of a folder of rules is damaged. */
const ruleFiles: readonly (readonly [name: string, sound: string])[] = [
  ['mine.yaml', soundSheet],
  ['mine.yaml', soundSheet],
  ['provinces/mine.yaml', soundProvince],
  ['providers/mine.yaml', soundSheet],
  ['national.yaml', soundSheet.replace('sheet: mine', 'sheet: national')],
  ['fleet.yaml', soundSheet.replace('sheet: mine', 'sheet: fleet')],
  ['lists/mine.yaml', soundList],
  ['codes/mine.yaml', soundCodes],
  ['materials/mine.yaml', soundMaterial],
  ['materials/mine.md', '# {sponsor.name}\n\n我单位 {sponsor.name} 承诺：\n\n- 一\n- 二\n\n{sign}\n'],
]

const underRules = fc.oneof(
  {
    weight: 40,
    arbitrary: fc
      .constantFrom([], ['--reporter', 'json'])
      .map(more => ['check', 'icp.yaml', '--rules', 'own', ...more]),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom(
      ['status', '.', '--rules', 'own'],
      ['compare', '.', '--rules', 'own'],
      ['rules', 'list', '--rules', 'own'],
      ['rules', 'show', 'mine', '--rules', 'own'],
      ['rules', 'explain', 'mine/two-years', '--rules', 'own'],
      ['rules', 'stale', '--rules', 'own'],
      ['rules', 'diff', '2026-01-01', '2026-12-01', '--rules', 'own'],
    ),
  },
  // These read all shipped sheets besides, or write a bundle.
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ['pack', '.', '--rules', 'own', '--out', 'bundle'],
      ['rules', 'lint', 'own'],
      ['rules', 'test', '--rules', 'own'],
    ),
  },
)

const sheet: Surface = {
  name: 'sheet',
  share: 120,
  calls: fc
    .tuple(fc.constantFrom(...ruleFiles), underRules, fc.constantFrom('zh', 'en'))
    .chain(([[name, sound], args, lang]) =>
      near(sound).map(text =>
        call(
          [...args, '--lang', lang],
          [
            [`own/${name}`, text],
            ['icp.yaml', smallFiling.replace('province: guangdong', 'province: mine')],
          ],
        ),
      ),
    ),
}

const table =
  'provider,province,sponsor.kind,sponsor.name,principal.mobile,services.0.domains.0.name\naliyun,广东,企业,海风,13800138000,a.cn\n'
const cells = fc
  .array(fc.array(words, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 })
  .map(rows =>
    rows
      .map(row => row.map(cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\n'),
  )
const csvText = fc.oneof(
  near(table),
  cells,
  cells.map(text => `${table.split('\n')[0]}\n${text}`),
)
const csvBytes = fc.oneof(
  { weight: 3, arbitrary: csvText },
  csvText.map(text => ({ hex: Buffer.from(text, 'utf16le').toString('hex') })),
  fc.uint8Array({ maxLength: 200 }).map(bytes => ({ hex: Buffer.from(bytes).toString('hex') })),
)
const map = 'columns: { a: sponsor.name, b: principal.mobile }\ndefaults: { provider: aliyun }\nfolder: a\n'

const csv: Surface = {
  name: 'csv',
  share: 120,
  calls: fc
    .tuple(csvBytes, fc.option(near(map)), fc.constantFrom('zh', 'en'), fc.boolean())
    .map(([text, mapping, lang, only]) =>
      call(
        [
          'import',
          't.csv',
          '--out',
          'o',
          '--lang',
          lang,
          ...(mapping === null ? [] : only ? ['--write-map', 'new.yaml'] : ['--map', 'm.yaml']),
        ],
        [['t.csv', text], ...(mapping === null ? [] : [['m.yaml', mapping] as const])],
      ),
    ),
}

const beside: readonly (readonly [name: string, sound: string, args: readonly string[]])[] = [
  ['a.yaml', soundFiling, ['init', 'new', '--answers', 'a.yaml']],
  ['a.json', line, ['init', 'new', '--answers', 'a.json']],
  [
    'known.json',
    '{"version":1,"findings":[{"file":"icp.yaml","rule":"national/x","count":1}]}',
    ['check', '.', '--baseline', 'known.json'],
  ],
  ['.icpignore', 'a\n!b\n/c/**\n*.y*ml\n[a-z]\n', ['check', '.']],
  ['key.txt', '# key\nAGE-SECRET-KEY-1QQQQ\n', ['check', 'x.zip.age', '--identity', 'key.txt']],
  ['to.txt', 'age1qqqq\n# a\nssh-ed25519 AAAA\n', ['pack', '.', '--seal-to-file', 'to.txt', '--out', 'b.zip.age']],
  ['font.ttf', 'OTTO\u0000\u0001', ['forms', '.', '--font', 'font.ttf', '--out', 'f']],
  ['bundle/data/findings.json', '{"format":1,"rules":[],"findings":[]}', ['rules', 'diff', 'bundle']],
]

const side: Surface = {
  name: 'side-file',
  share: 60,
  // That one reads all shipped sheets.
  calls: fc
    .tuple(
      fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...beside.filter(([, , args]) => args[0] !== 'rules')) },
        { weight: 1, arbitrary: fc.constantFrom(...beside) },
      ),
      around,
    )
    .chain(([[name, sound, args], more]) =>
      near(sound).map(text =>
        call(
          [...args, ...(args[0] === 'rules' ? [] : more)],
          [
            [name, text],
            ['icp.yaml', smallFiling],
            ['x.zip.age', 'age-encryption.org/v1\n-> X25519 AAAA\nBBBB\n--- CCCC\n'],
            ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbbbbbbbbbbbbbb.yaml', smallFiling],
          ],
        ),
      ),
    ),
}

export const textSurfaces: readonly Surface[] = [filing, lines, sheet, csv, side]
