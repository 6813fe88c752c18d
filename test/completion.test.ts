// `icp-prep completion`: each script in its own shell, as somebody who presses Tab meets it.
import { spawn as spawnPty } from '@lydell/node-pty'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const bin = join(process.cwd(), 'bin', 'icp-prep.js')
const icp = (...args: string[]) => spawnSync(process.execPath, [bin, ...args, '--lang', 'en'], { encoding: 'utf8' })
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-completion-'))
const scriptOf = (shell: string) => join(folder, `script.${shell}`)

beforeAll(() => {
  for (const shell of ['bash', 'zsh', 'fish']) writeFileSync(scriptOf(shell), icp('completion', shell).stdout)
  mkdirSync(join(folder, 'my clients', 'below'), { recursive: true })
  writeFileSync(join(folder, 'my clients', 'a.csv'), '')
})

// eslint-disable-next-line no-control-regex
const escapes = /\u001B\[[\d;?]*[A-Za-z]|\u0007/g

type Call = readonly [typed: string, offers: readonly string[], not: readonly string[]]

/** What is typed before Tab, what must be offered, what must not. */
const calls: readonly Call[] = [
  ['icp-prep ', ['init', 'check', 'rules', 'completion', 'import'], ['explain', '--strict']],
  ['icp-prep ch', ['check'], ['init']],
  ['icp-prep check --r', ['--reporter', '--rules'], ['--zip']],
  ['icp-prep check --reporter ', ['pretty', 'sarif', 'junit'], ['ics']],
  ['icp-prep status --reporter ', ['ics'], ['sarif']],
  ['icp-prep --lang zh rules ', ['explain', 'lint'], ['init']],
  ['icp-prep rules explain guangdong/commit', ['guangdong/commitment-letter'], ['guangdong/individual-age']],
  ['icp-prep rules show guangd', ['guangdong'], []],
  ['icp-prep compare --provinces guangdong,shangh', ['guangdong,shanghai'], []],
  ['icp-prep compare --providers ', ['all', 'aliyun', 'huawei'], []],
  ['icp-prep attach --as business-l', ['business-licence'], []],
  ['icp-prep pack --algorithm ', ['sha256', 'sha512'], []],
  ['icp-prep status --set subm', ['submitted='], []],
  ['icp-prep completion ', ['bash', 'zsh', 'fish'], []],
  ['icp-prep schema ', ['filing', 'sheet'], []],
]

describe.skipIf(!has('bash'))('in bash', () => {
  /** The words as bash parts them: at blanks, and at = and : too. */
  function offered(words: readonly string[]): string[] {
    const list = words.map(word => `'${word}'`).join(' ')
    const script = `source '${scriptOf('bash')}'; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _icp_prep; printf '%s\\n' "\${COMPREPLY[@]}"`
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-uc', script], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout.trimEnd().split('\n')
  }

  it.each(calls)('%s', (typed, offers, not) => {
    const found = offered(typed.split(' '))
    expect(found).toEqual(expect.arrayContaining([...offers]))
    expect(found.filter(word => not.includes(word))).toEqual([])
  })

  it.each<[words: string[], offers: string]>([
    [['icp-prep', 'check', '--reporter', '=', 'sa'], 'sarif'],
    [['icp-prep', 'check', '--reporter', '='], 'pretty'],
    [['icp-prep', 'check', '--reporter', 'sarif', ':', 'my'], 'my clients'],
    [['icp-prep', 'import', '--out', 'my'], 'my clients'],
    [['icp-prep', 'import', 'my clients/'], 'my clients/a.csv'],
    [['icp-prep', 'pack', 'my clients/'], 'my clients/below'],
  ])('%j', (words, offers) => {
    expect(offered(words)).toContain(offers)
  })

  it('is turned on by sourcing it', () => {
    const { stdout } = spawnSync('bash', ['--norc', '-c', `source '${scriptOf('bash')}'; complete -p icp-prep`], {
      encoding: 'utf8',
    })
    expect(stdout).toBe('complete -F _icp_prep icp-prep\n')
  })
})

describe.skipIf(!has('fish'))('in fish', () => {
  const offered = (typed: string) => {
    const script = `source '${scriptOf('fish')}'; complete -C '${typed}'`
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', script], { cwd: folder, encoding: 'utf8' })
    expect(stderr).toBe('')
    return stdout
      .trimEnd()
      .split('\n')
      .map(line => line.replace(/\t.*/, ''))
  }

  it.each(calls)('%s', (typed, offers, not) => {
    const found = offered(typed)
    expect(found).toEqual(expect.arrayContaining([...offers]))
    expect(found.filter(word => not.includes(word))).toEqual([])
  })

  it('files and folders where they belong', () => {
    expect(offered('icp-prep import my')).toEqual(['my clients/'])
    expect(offered('icp-prep pack my')).toEqual(['my clients/'])
  })
})

describe.skipIf(!has('zsh'))('in zsh', () => {
  /** Types a line into a zsh and presses Tab, until the line reads so or the list shows that. */
  function shown(typed: string, awaited: readonly string[]): Promise<boolean> {
    const shell = spawnPty('zsh', ['-f'], {
      cwd: folder,
      cols: 200,
      rows: 60,
      env: { ...process.env, TERM: 'xterm', PS1: '> ' },
    })
    return new Promise(resolve => {
      let text = ''
      const end = (isShown: boolean) => {
        clearTimeout(timer)
        shell.kill('SIGKILL')
        resolve(isShown)
      }
      const timer = setTimeout(() => end(false), 20_000)
      let isReady = false
      shell.onData(data => {
        text += data
        if (!isReady && text.includes('READY\r\n')) {
          isReady = true
          text = ''
          shell.write(`${typed}\t`)
        } else if (isReady && awaited.every(word => text.replaceAll(escapes, '').includes(word))) end(true)
      })
      shell.write(
        `autoload -U compinit; compinit -u -D; setopt auto_list no_list_ambiguous no_beep; source '${scriptOf('zsh')}'; print READ''Y\r`,
      )
    })
  }

  it.each(calls)('%s', async (typed, offers) => {
    expect(await shown(typed, offers)).toBe(true)
  })
})

it.each(['tcsh', ''])('another shell is refused: %j', shell => {
  const { status, stderr } = icp('completion', shell)
  expect([status, stderr]).toEqual([2, expect.stringContaining('bash, zsh, and fish')])
})

it('every command and option there is can be completed', () => {
  const { stdout } = icp('completion', 'bash')
  for (const command of [
    'init',
    'check',
    'attach',
    'forms',
    'pack',
    'status',
    'footer',
    'compare',
    'import',
    'rules',
    'schema',
  ]) {
    const flags = icp(command, '--help').stdout.match(/^ {2}(?:-\w, )?--[a-z-]+/gm) ?? []
    expect(flags.length).toBeGreaterThan(0)
    const part = stdout.slice(stdout.indexOf(`\n  '${command}')\n`))
    for (const flag of flags) expect(part).toContain(flag.trim().replace(/^-\w, /, ''))
  }
})
