// The answers a filing holds, and what a file of answers adds to it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mergeAnswers } from '../src/commands/answers-file.ts'
import { MalformedFiling } from '../src/commands/malformed.ts'
import { FileProblem } from '../src/disk/read-file.ts'
import { answersIn, changeable, type Given } from '../src/interview/answers.ts'
import { missingAnswers } from '../src/interview/missing-answers.ts'
import { contextOf, smallBook } from './small-book.ts'
import type { Small } from './small-world.ts'

const flat = (given: readonly Given[]) => given.map(({ path, value }) => `${path.join('.')} ${JSON.stringify(value)}`)

describe('the answers in a filing', () => {
  it.each<[string, unknown, string[]]>([
    ['are its texts, numbers and yes or no', { a: 'x', b: { c: 3, d: false } }, ['a "x"', 'b.c 3', 'b.d false']],
    ['are in the order they are written', { b: '1', a: '2' }, ['b "1"', 'a "2"']],
    ['are lists of texts as one', { content: ['blog', 'other'] }, ['content ["blog","other"]']],
    ['are lists of nothing', { 'pre-approvals': [] }, ['pre-approvals []']],
    [
      'are the parts of lists of records',
      { services: [{ kind: 'app' }, { kind: 'x' }] },
      ['services.0.kind "app"', 'services.1.kind "x"'],
    ],
    ['are a record of which nothing is told', { record: {} }, ['record {}']],
    ['are none where nothing is said', {}, [' {}']],
  ])('%s', (_what, record, answers) => {
    expect(flat(answersIn(record))).toEqual(answers)
  })
})

describe('the answers that can be changed', () => {
  it.each<[string, Small, string[]]>([
    [
      'leave out papers, ticks and guesses',
      {
        materials: [{ is: 'passport' }],
        confirmed: [{ rule: 'a', on: '2026-12-01' }],
        guessed: ['region'],
        region: '440305',
      },
      ['region "440305"'],
    ],
    [
      'name the domains at once, then what belongs to each',
      { services: [{ domains: [{ name: 'a.cn', open: true }, { name: 'b.cn' }] }] },
      ['services.0.domains ["a.cn","b.cn"]', 'services.0.domains.0.open true'],
    ],
    [
      'tell whether there is a record, then what is in it',
      { sponsor: { record: { services: 3 } } },
      ['sponsor.record {}', 'sponsor.record.services 3'],
    ],
    ['tell that there is no record', { sponsor: { record: 'none' } }, ['sponsor.record "none"']],
    [
      'tell who leads',
      { services: [{ lead: { 'same-as': 'principal' } }] },
      ['services.0.lead {"same-as":"principal"}'],
    ],
    [
      'tell who leads by their own record',
      { services: [{ lead: { name: '陈港' } }] },
      ['services.0.lead {}', 'services.0.lead.name "陈港"'],
    ],
  ])('%s', (_what, filing, answers) => {
    expect(flat(changeable({ icp: '1', ...filing }))).toEqual(answers)
  })
})

describe('a file of answers adds', () => {
  it.each<[string, Small, Small, string[]]>([
    ['what the filing does not say', { region: '440305' }, { province: 'guangdong' }, ['region "440305"']],
    ['nothing that the filing says already', { region: '440305' }, { region: '110108' }, []],
    [
      'parts of what the filing says in part',
      { sponsor: { kind: 'enterprise', name: '甲' } },
      { sponsor: { name: '乙' } },
      ['sponsor.kind "enterprise"'],
    ],
    [
      'nothing to a record that there is none of',
      { sponsor: { record: { services: 3 } } },
      { sponsor: { record: 'none' } },
      [],
    ],
    ['no record where one is told', { sponsor: { record: 'none' } }, { sponsor: { record: {} } }, []],
    ['a record of which nothing is told', { sponsor: { record: {} } }, {}, ['sponsor.record {}']],
    [
      'nothing to a list that is said to be empty',
      { services: [{ 'pre-approvals': [{ type: 'news' }] }] },
      { services: [{ 'pre-approvals': [] }] },
      [],
    ],
    ['no member to a list of texts', { services: [{ content: ['blog'] }] }, { services: [{ content: ['other'] }] }, []],
    [
      'to the service at the same place',
      { services: [{ kind: 'website', name: '甲' }] },
      { services: [{ kind: 'website' }] },
      ['services.0.name "甲"'],
    ],
    [
      'a service behind those of another kind',
      { services: [{ kind: 'app', name: '甲' }] },
      { services: [{ kind: 'website' }] },
      ['services.1.kind "app"', 'services.1.name "甲"'],
    ],
    [
      'to the domain of the same name, wherever it stands',
      { services: [{ domains: [{ name: 'a.cn', open: true }] }] },
      { services: [{ domains: [{ name: 'b.cn' }, { name: 'a.cn' }] }] },
      ['services.0.domains.1.open true'],
    ],
    [
      'domains of other names behind',
      { services: [{ domains: [{ name: 'a.cn' }, { name: 'c.cn' }] }] },
      { services: [{ domains: [{ name: 'b.cn' }] }] },
      ['services.0.domains.1.name "a.cn"', 'services.0.domains.2.name "c.cn"'],
    ],
    [
      'nothing to several servers from one',
      { services: [{ access: { region: 'a' } }] },
      { services: [{ access: [{}] }] },
      [],
    ],
    [
      'nothing to one server from several',
      { services: [{ access: [{ region: 'a' }] }] },
      { services: [{ access: {} }] },
      [],
    ],
    [
      'the file of a paper that has none',
      { materials: [{ is: 'passport', file: 'a.jpg' }] },
      { materials: [{ is: 'passport' }] },
      ['materials.0.file "a.jpg"'],
    ],
    [
      'another paper behind, never its file to this one',
      { materials: [{ is: 'commitment-letter', file: 'letter.jpg' }] },
      { materials: [{ is: 'passport' }] },
      ['materials.1.is "commitment-letter"', 'materials.1.file "letter.jpg"'],
    ],
    [
      'the same paper of somebody else behind',
      { materials: [{ is: 'id-card-front', of: 'services.0.lead' }] },
      { materials: [{ is: 'id-card-front', of: 'principal' }] },
      ['materials.1.is "id-card-front"', 'materials.1.of "services.0.lead"'],
    ],
    [
      'each of two like papers to one of its own',
      {
        materials: [
          { is: 'pre-approval', file: 'a.jpg' },
          { is: 'pre-approval', file: 'b.jpg' },
        ],
      },
      { materials: [{ is: 'pre-approval' }] },
      ['materials.0.file "a.jpg"', 'materials.1.is "pre-approval"', 'materials.1.file "b.jpg"'],
    ],
    [
      'a tick for another rule',
      { confirmed: [{ rule: 'b', on: '2026-12-01' }] },
      { confirmed: [{ rule: 'a', on: '2026-11-01' }] },
      ['confirmed.1.rule "b"', 'confirmed.1.on "2026-12-01"'],
    ],
    [
      'no second tick for the same rule',
      { confirmed: [{ rule: 'a', on: '2026-12-01' }] },
      { confirmed: [{ rule: 'a', on: '2026-11-01' }] },
      [],
    ],
  ])('%s', (_what, given, has, added) => {
    expect(flat(missingAnswers({ icp: '1', ...given }, { icp: '1', ...has }))).toEqual(added)
  })
})

const workspace = mkdtempSync(join(tmpdir(), 'answers-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

let folders = 0

/** Paths of a filing, not written where there is no text, and of a file of answers. */
function files(filing: string | undefined, answers: string): [string, string] {
  folders += 1
  const paths: [string, string] = [join(workspace, `${folders}-icp.yaml`), join(workspace, `${folders}-answers.yaml`)]
  if (filing !== undefined) writeFileSync(paths[0], filing)
  writeFileSync(paths[1], answers)
  return paths
}

const context = contextOf(smallBook([{ id: 'kind', require: { 'sponsor.kind': 'enterprise' } }]))

describe('merging a file of answers', () => {
  const written = `# 手写
icp: 1
sponsor:
  name: 海风 # 全称待核
  record: none
services:
- kind: website
  domains: [{ name: a.cn }]
`
  const answers = `icp: 1
province: 广东
sponsor: { name: 海浪, kind: enterprise, record: { services: 3 } }
services:
- kind: website
  name: 海风商城
  domains: [{ name: a.cn, expires: 2028-01-01 }, { name: b.cn }]
materials: [{ is: passport, file: a.jpg }]
`

  it('keeps what is there, with its comments and order, and adds the rest', () => {
    const [file, given] = files(written, answers)
    const { text, reported } = mergeAnswers(file, given, context)
    expect(text).toMatch(/^# 手写\nicp: 1\nsponsor:\n {2}name: 海风 # 全称待核\n {2}record: none\n/)
    expect(reported.filing).toEqual({
      icp: '1',
      province: 'guangdong',
      sponsor: { name: '海风', record: 'none', kind: 'enterprise' },
      services: [
        { kind: 'website', name: '海风商城', domains: [{ name: 'a.cn', expires: '2028-01-01' }, { name: 'b.cn' }] },
      ],
      materials: [{ is: 'passport', file: 'a.jpg' }],
    })
    expect(reported.file).toBe(file)
    expect(reported.ready).toBe(true)
  })

  it('saves nothing', () => {
    const [file, given] = files(written, answers)
    mergeAnswers(file, given, context)
    expect(readFileSync(file, 'utf8')).toBe(written)
    expect(readFileSync(given, 'utf8')).toBe(answers)
  })

  it('twice adds nothing new', () => {
    const [file, given] = files(written, answers)
    const once = mergeAnswers(file, given, context).text
    writeFileSync(file, once)
    expect(mergeAnswers(file, given, context).text).toBe(once)
  })

  it('starts a filing where there is none', () => {
    const [file, given] = files(undefined, answers)
    const { reported } = mergeAnswers(file, given, context)
    expect(reported.file).toBe(file)
    expect(reported.filing.sponsor).toEqual({ name: '海浪', kind: 'enterprise', record: { services: 3 } })
  })

  it('tells what is wrong with the answers at their own place', () => {
    const [file, given] = files(written, 'icp: 1\nprovicne: a\n')
    expect(() => mergeAnswers(file, given, context)).toThrow(
      expect.objectContaining({
        file: given,
        problems: [expect.objectContaining({ meant: 'province', place: { line: 2, column: 1 } })],
      }),
    )
    expect(() => mergeAnswers(file, given, context)).toThrow(MalformedFiling)
  })

  it('tells that there are no answers', () => {
    const [file] = files(written, '')
    expect(() => mergeAnswers(file, join(workspace, 'nowhere.yaml'), context)).toThrow(FileProblem)
  })
})
