// Bringing a folder to its place: what a killed writer left, what another was quicker with, what the disk refuses.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirm,
  isOvertaken,
  moveInto,
  refuseExisting,
  removeQuietly,
  settleFolder,
  syncFolder,
} from '../src/bundle/swap-folder.ts'
import { WriteRefused } from '../src/bundle/write-refused.ts'

const workspace = mkdtempSync(join(tmpdir(), 'swap-folder-test-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** Folder → what its file `mark` says; '' for an empty folder. */
type Folders = Readonly<Record<string, string>>

let count = 0
function worldOf(folders: Folders): string {
  const parent = join(workspace, `world-${(count += 1)}`)
  mkdirSync(parent)
  for (const [name, mark] of Object.entries(folders)) {
    mkdirSync(join(parent, name))
    if (mark !== '') writeFileSync(join(parent, name, 'mark'), mark)
  }
  return parent
}

function foldersIn(parent: string): Folders {
  const markOf = (name: string) => {
    const mark = join(parent, name, 'mark')
    return existsSync(mark) ? readFileSync(mark, 'utf8') : ''
  }
  return Object.fromEntries(readdirSync(parent).map(name => [name, markOf(name)]))
}

/** Undefined where it does not throw; the code of our refusal or of the system. */
function codeOf(act: () => unknown): string | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof WriteRefused) return error.code
    if (error instanceof Error && 'code' in error) return String(error.code)
    throw error
  }
}

describe('what a killed writer left beside a folder', () => {
  const cases: readonly (readonly [string, Folders, Folders])[] = [
    ['is nothing: the folder stays', { bag: 'mine' }, { bag: 'mine' }],
    ['the old one aside, and no new one: the old one comes back', { '.bag.old-abc123': 'old' }, { bag: 'old' }],
    [
      'the old one aside and the new one complete: the new one is brought in',
      { '.bag.old-abc123': 'old', '.bag.new-abc123': 'new' },
      { bag: 'new' },
    ],
    [
      'the new one of somebody else: it was not complete, and the old one comes back',
      { '.bag.old-abc123': 'old', '.bag.new-xyz789': 'half' },
      { bag: 'old' },
    ],
    ['the old one aside and the new one in its place', { bag: 'new', '.bag.old-abc123': 'old' }, { bag: 'new' }],
    ['the old one beside a new one that is empty', { bag: '', '.bag.old-abc123': 'old' }, { bag: '' }],
    ['a new one that was never complete', { bag: 'mine', '.bag.new-abc123': 'half' }, { bag: 'mine' }],
    ['a new one where none was', { '.bag.new-abc123': 'half' }, {}],
    ['half of one that was being removed', { bag: 'mine', '.bag.gone-abc123': 'half' }, { bag: 'mine' }],
    [
      'half a new one, beside what is named like its old one and is of somebody else',
      { '.bag.old-xabc123': 'of another', '.bag.new-abc123': 'half' },
      { '.bag.old-xabc123': 'of another' },
    ],
    ['several of each', { '.bag.old-a00001': '1', '.bag.new-b00002': '2', '.bag.gone-c00003': '3' }, { bag: '1' }],
  ]
  it.each(cases)('%s', (_name, before, after) => {
    const parent = worldOf(before)
    settleFolder(join(parent, 'bag'))
    expect(foldersIn(parent)).toEqual(after)
  })

  it('is told from what only looks like it', () => {
    const others = {
      '.bag.new-abc12': 'short',
      '.bag.new-abc1234': 'long',
      '.bag.old-abc1234': 'long',
      '.bag.old-': 'none',
      'bag.old-abc123': 'seen',
      '.bag2.old-abc123': 'of another',
      '.bag.was-abc123': 'of nobody',
    }
    const parent = worldOf(others)
    settleFolder(join(parent, 'bag'))
    expect(foldersIn(parent)).toEqual(others)
  })

  it('is not looked for where the folder around it is missing', () => {
    const parent = worldOf({})
    settleFolder(join(parent, 'missing', 'bag'))
    expect(foldersIn(parent)).toEqual({})
  })
})

describe('a place', () => {
  it.each([
    ['that is free', 'free', false, undefined],
    ['that is free, to be replaced', 'free', true, undefined],
    ['that is taken', 'bag', false, 'target-exists'],
    ['that is taken and may be replaced', 'bag', true, undefined],
    ['that is a file', 'bag/mark', true, 'target-not-a-folder'],
    ['that is a file, not to be replaced', 'bag/mark', false, 'target-not-a-folder'],
  ] as const)('%s', (_name, at, replace, code) => {
    const place = join(worldOf({ bag: 'mine' }), at)
    expect(codeOf(() => refuseExisting(place, replace))).toBe(code)
  })

  it('that is the root of the disk is never replaced', () => {
    expect(codeOf(() => refuseExisting('/', true))).toBe('target-not-a-folder')
  })
})

describe('a new folder', () => {
  const fresh = '.bag.new-abc123'
  const old = '.bag.old-abc123'
  const cases: readonly (readonly [string, Folders, boolean, string | undefined, Folders])[] = [
    ['takes a free place', { [fresh]: 'new' }, false, undefined, { bag: 'new' }],
    ['takes a free place when it might replace', { [fresh]: 'new' }, true, undefined, { bag: 'new' }],
    ['replaces the old one', { bag: 'old', [fresh]: 'new' }, true, undefined, { bag: 'new' }],
    [
      'that may not replace leaves the old one',
      { bag: 'old', [fresh]: 'new' },
      false,
      'target-exists',
      { bag: 'old', [fresh]: 'new' },
    ],
    [
      'removes nothing that it did not move aside itself',
      { [fresh]: 'new', [old]: 'of another' },
      true,
      undefined,
      { bag: 'new', [old]: 'of another' },
    ],
    [
      'gives up where the old one cannot be moved aside',
      { bag: 'old', [fresh]: 'new', [old]: 'of another' },
      true,
      'another-writer',
      { bag: 'old', [fresh]: 'new', [old]: 'of another' },
    ],
    ['that is gone leaves the old one as it was', { bag: 'old' }, true, 'ENOENT', { bag: 'old' }],
    ['that is gone brings nothing else in', { [old]: 'of another' }, true, 'ENOENT', { [old]: 'of another' }],
  ]
  it.each(cases)('%s', (_name, before, replace, code, after) => {
    const parent = worldOf(before)
    expect(codeOf(() => moveInto(join(parent, fresh), join(parent, 'bag'), replace))).toBe(code)
    expect(foldersIn(parent)).toEqual(after)
  })

  it('takes the place of a file only where it may replace it', () => {
    const parent = worldOf({ [fresh]: 'new' })
    const place = join(parent, 'bag')
    writeFileSync(place, 'a file')
    expect(codeOf(() => moveInto(join(parent, fresh), place, false))).toBe('target-exists')
    expect(readFileSync(place, 'utf8')).toBe('a file')
    moveInto(join(parent, fresh), place, true)
    expect(foldersIn(parent)).toEqual({ bag: 'new' })
  })

  it('that the system does not let in is told by the system’s own word', () => {
    const parent = worldOf({})
    expect(codeOf(() => moveInto(parent, join(parent, 'inside'), false))).toBe('EINVAL')
  })

  it('leaves the old one whose name leaves no room for that of the one aside', () => {
    const name = 'n'.repeat(250)
    const parent = worldOf({ [name]: 'old', [fresh]: 'new' })
    expect(codeOf(() => moveInto(join(parent, fresh), join(parent, name), true))).toBe('ENAMETOOLONG')
    expect(foldersIn(parent)).toEqual({ [name]: 'old', [fresh]: 'new' })
  })
})

describe('a writer is told of another', () => {
  const fresh = join('out', '.bag.new-abc123')
  const error = (more: object) => Object.assign(new Error('of the system'), more)
  it.each([
    ['a file in its folder is gone', error({ code: 'ENOENT', path: join(fresh, 'data', 'a') }), true],
    ['its folder is gone', error({ code: 'ENOENT', path: fresh }), true],
    ['something else is gone', error({ code: 'ENOENT', path: join('scans', 'a.jpg') }), false],
    ['something is gone that has no name', error({ code: 'ENOENT' }), false],
    ['a file in its folder may not be written', error({ code: 'EACCES', path: join(fresh, 'a') }), false],
    ['an error without a code', error({ path: fresh }), false],
    ['what is no error', { code: 'ENOENT', path: fresh }, false],
    ['a text', 'ENOENT', false],
    ['nothing', undefined, false],
  ])('when %s: %o', (_name, thrown, told) => {
    expect(isOvertaken(thrown, fresh)).toBe(told)
  })
})

describe('what is written', () => {
  it('is confirmed by the folder it lies in, or the writer is told where it is all the same', () => {
    const place = join(worldOf({}), 'missing', 'bag')
    expect(() => confirm(place)).toThrow(
      expect.objectContaining({ name: 'WriteRefused', code: 'unconfirmed', message: 'unconfirmed', path: place }),
    )
    expect(codeOf(() => confirm(join(worldOf({}), 'bag')))).toBeUndefined()
  })

  it('has succeeded also where the old one cannot be cleared away', () => {
    let tried = 0
    removeQuietly(() => {
      tried += 1
      throw new Error('busy')
    })
    expect(tried).toBe(1)
  })

  it('is not synced where there is nothing', () => {
    const missing = join(worldOf({}), 'missing')
    expect(codeOf(() => syncFolder(missing))).toBe('ENOENT')
    expect(codeOf(() => syncFolder(missing, false))).toBe('ENOENT')
  })

  it.runIf(existsSync('/proc/self/task'))('may lie on a disk that syncs no folders', () => {
    expect(codeOf(() => syncFolder('/proc/self/task', false))).toBeUndefined()
  })
})

describe.runIf(process.platform === 'linux')('folders in folders, deeper than a path may be long', () => {
  const parent = worldOf({ upper: '', lower: '' })
  const part = 'p'.repeat(200)
  const chain = Array.from({ length: 15 }, () => part).join('/')
  const below = join(parent, 'upper', chain, 'lower')
  beforeAll(() => {
    mkdirSync(join(parent, 'upper', chain), { recursive: true })
    mkdirSync(join(parent, 'lower', chain), { recursive: true })
    renameSync(join(parent, 'lower'), below)
  })
  afterAll(() => renameSync(below, join(parent, 'lower')))

  it('are all asked for when a new folder is synced', () => {
    expect(codeOf(() => syncFolder(parent))).toBe('ENAMETOOLONG')
    expect(codeOf(() => syncFolder(join(parent, 'upper')))).toBe('ENAMETOOLONG')
  })

  it('are left alone when only a name in the folder around them is new', () => {
    expect(codeOf(() => syncFolder(parent, false))).toBeUndefined()
    expect(codeOf(() => confirm(join(parent, 'bag')))).toBeUndefined()
  })
})
