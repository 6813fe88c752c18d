// The action, the workflow, the GitLab template and the hooks, run step by step as their runners run them.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

const repository = process.cwd()
const program = join(repository, 'bin', 'icp-prep.js')

const stepSchema = z.object({
  id: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  if: z.string().optional(),
  shell: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
})
const actionSchema = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(z.string(), z.object({ value: z.string() })),
  runs: z.object({ using: z.literal('composite'), steps: z.array(stepSchema) }),
})
const workflowSchema = z.object({
  permissions: z.object({}).strict(),
  jobs: z.record(
    z.string(),
    z.object({ permissions: z.record(z.string(), z.enum(['read', 'write'])), steps: z.array(stepSchema) }),
  ),
})
const gitlabSchema = z.object({
  'icp-prep': z.object({
    variables: z.record(z.string(), z.string()),
    before_script: z.array(z.string()),
    script: z.array(z.string()),
    artifacts: z.object({ reports: z.record(z.string(), z.string()) }),
  }),
})
const hooksSchema = z.array(
  z.object({
    id: z.string(),
    entry: z.string(),
    args: z.array(z.string()).default([]),
    files: z.string().optional(),
    pass_filenames: z.boolean().default(true),
  }),
)

const read = (file: string): unknown => parse(readFileSync(file, 'utf8'))
const action = actionSchema.parse(read('.github/actions/icp-prep/action.yml'))
const workflow = workflowSchema.parse(read('.github/workflows/filings.yml'))
const gitlab = gitlabSchema.parse(read('.gitlab/icp-prep.yml'))['icp-prep']
const hooks = hooksSchema.parse(read('.pre-commit-hooks.yaml'))

const top = mkdtempSync(join(tmpdir(), 'icp-prep-ci-files-'))
const checkout = join(top, 'checkout')
const { PATH = '' } = process.env
/** Milliseconds for a test that starts the program many times. */
const slow = 120_000

const basic = { PATH, HOME: top, LC_ALL: 'C.UTF-8' }

type Environment = Readonly<Record<string, string>>

function run(command: string, args: readonly string[], env: Environment = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...basic, ...env },
  })
  return { status, stdout, stderr }
}
const bash = (script: string, env: Environment = {}) =>
  run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], env)
/** Of images without bash; no array of bash gets past it, which the bash of macOS would stumble over. */
const sh = (script: string, env: Environment = {}) => run('sh', ['-e', '-c', script], env)
const git = (...args: string[]) =>
  run('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'commit.gpgsign=false', ...args])

/** The repository of somebody with two clients, one of whose filings has changed since the first commit. */
beforeAll(() => {
  mkdirSync(checkout)
  git('init', '-q', '-b', 'main')
  run(process.execPath, [program, 'init', '客户/甲', '--example'])
  cpSync(join(checkout, '客户/甲'), join(checkout, '客户/乙'), { recursive: true })
  writeFileSync(join(checkout, '.icpignore'), 'bundle/\n')
  git('add', '-A')
  git('commit', '-qm', 'filings')
  const file = join(checkout, '客户/甲/icp.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace('billing: subscription', 'billing: trial'))
  git('commit', '-qam', 'a change')
}, slow)

/** The steps of the action in order, with the few expressions it uses worked out. */
function runAction(given: Environment, shell = bash) {
  const inputs = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]),
  )
  const outputs = new Map<string, string>()
  const valueOf = (text: string) =>
    text
      .replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_, name: string) => inputs[name] ?? '')
      .replace(
        /\$\{\{ steps\.([a-z]+)\.outputs\.([a-z-]+) \}\}/g,
        (_, id: string, name: string) => outputs.get(`${id}.${name}`) ?? '',
      )
  const summary = join(top, 'summary.md')
  writeFileSync(summary, '')
  const told: string[] = []
  let status: number | null = 0
  for (const { id, run: script, env, if: condition } of action.runs.steps) {
    if (script === undefined || (condition === "inputs.fail == 'true'" && inputs['fail'] !== 'true')) continue
    const file = join(top, 'output')
    writeFileSync(file, '')
    const values = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, valueOf(text)]))
    const result = shell(script, {
      ...values,
      GITHUB_OUTPUT: file,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: checkout,
      GITHUB_ACTION_PATH: join(repository, '.github/actions/icp-prep'),
    })
    told.push(result.stdout, result.stderr)
    status = result.status
    for (const line of readFileSync(file, 'utf8')
      .split('\n')
      .filter(each => each !== '')) {
      outputs.set(`${id}.${line.split('=')[0]}`, line.slice(line.indexOf('=') + 1))
    }
    if (status !== 0) break
  }
  const output = (name: string) => valueOf(action.outputs[name]?.value ?? '')
  return { status, told: told.join('\n'), output, summary: readFileSync(summary, 'utf8') }
}

describe('the action', { timeout: slow }, () => {
  it('tells findings at their lines, sums up, writes SARIF and a comment, and fails', () => {
    const { status, told, output, summary } = runAction({})
    expect(status).toBe(1)
    expect(told).toMatch(/^::error file=客户\/甲\/icp\.yaml,line=\d+,col=\d+,title=aliyun\/prod-term-billing::/m)
    expect(summary).toContain('`客户/甲/icp.yaml`')
    expect(output('exit-code')).toBe('1')
    expect(readFileSync(join(checkout, output('sarif')), 'utf8')).toContain('%E5%AE%A2%E6%88%B7/%E7%94%B2/icp.yaml')
    expect(readFileSync(join(checkout, output('comment')), 'utf8')).toMatch(/^<!-- icp-prep -->/)
  })

  it('passes where nothing is wrong, and leaves the verdict to others where asked to', () => {
    expect(runAction({ paths: '客户/乙' }).status).toBe(0)
    const left = runAction({ fail: 'false' })
    expect([left.status, left.output('exit-code')]).toEqual([0, '1'])
  })

  it('checks what changed, several paths, known findings, days ahead', () => {
    expect(runAction({ 'changed-since': 'HEAD' }).status).toBe(0)
    expect(runAction({ 'changed-since': 'HEAD~1', lang: 'en' }).summary).not.toContain('乙')
    expect(runAction({ paths: '客户/乙\n客户/甲\n' }).summary).toContain('乙')
    const ahead = runAction({
      paths: '客户/乙',
      ahead: '3000',
      strict: 'true',
      'max-warnings': '0',
      on: '2026-12-01',
      lang: 'en',
    })
    expect(ahead.told).toMatch(/\(from \d{4}-\d\d-\d\d on\)/)
    run(process.execPath, [program, 'check', '客户', '--write-baseline', 'known.json'])
    expect(runAction({ baseline: 'known.json' }).status).toBe(0)
  })

  it('tells a wrong call, and takes nothing it is given for a command', () => {
    const wrong = runAction({ paths: 'nowhere', lang: 'en' })
    expect([wrong.status, wrong.output('sarif')]).toEqual([2, ''])
    const mark = join(top, 'mark')
    for (const text of [`$(touch ${mark})`, `"; touch ${mark}; "`, `--output=${mark}`, `\`touch ${mark}\``]) {
      runAction({ paths: text, 'changed-since': text, baseline: text, on: text, rules: text, reports: join(top, 'r') })
      expect(existsSync(mark)).toBe(false)
    }
  })
})

/** Folders that a shell, an option parser or a report could trip over. */
const odd = ['-eigen', '--strict', '客 户 \'丙\' "丁"', '$(touch mark) `touch mark`;&|*?', 'a=b:c,d%e', '\\n\\', '#x ~']
const writeOdd = (folder: string) => {
  mkdirSync(join(checkout, folder), { recursive: true })
  writeFileSync(join(checkout, folder, 'icp.yaml'), 'icp: 1\nguessed: [sponsor.name]\n')
}
/** Those of them that a report of SARIF or code quality has something to say of. */
const filesIn = (report: string) => {
  const written = readFileSync(join(checkout, report), 'utf8')
  const inUri = (folder: string) => folder.split('/').map(encodeURIComponent).join('/')
  return odd.filter(folder =>
    [JSON.stringify(`${folder}/icp.yaml`), `"${inUri(folder)}/icp.yaml"`].some(path => written.includes(path)),
  )
}

describe.each([
  ['bash', bash],
  ['sh', sh],
])('odd paths, by %s', (_name, shell) => {
  beforeAll(() => odd.forEach(writeOdd))
  afterAll(() => odd.forEach(folder => rmSync(join(checkout, folder), { recursive: true })))
  const quick = { on: '2026-12-01', program, lang: 'en' }

  it('are checked by the action as they are written, with lines that end as on Windows too', () => {
    for (const end of ['\n', '\r\n']) {
      const { status, output } = runAction({ ...quick, paths: odd.join(end) }, shell)
      expect([status, filesIn(output('sarif'))]).toEqual([1, odd])
    }
    expect(existsSync(join(checkout, 'mark'))).toBe(false)
  })

  it('are those of the whole checkout where none is given', () => {
    const { status, output } = runAction({ ...quick, paths: '', reports: '-r x' }, shell)
    expect([status, output('sarif'), filesIn(output('sarif'))]).toEqual([1, '-r x/icp-prep.sarif', odd])
  })

  it('write no output of their own making', () => {
    const { status, output } = runAction({ ...quick, reports: 'r\nexit-code=0' }, shell)
    expect([status, output('exit-code'), output('sarif')]).toEqual([2, '', ''])
    expect(runAction({ ...quick, program: 'x\nprogram=y' }, shell).status).toBe(2)
  })

  it('are checked by the GitLab template', () => {
    const env = { ...gitlab.variables, ICP_PREP: program, ICP_LANG: 'en', CI_PROJECT_DIR: checkout }
    const script = [...gitlab.before_script, ...gitlab.script].join('\n')
    for (const paths of [odd.join('\n'), '']) {
      expect(shell(script, { ...env, ICP_PATHS: paths }).status).toBe(1)
      expect(filesIn('icp-prep-reports/code-quality.json')).toEqual(odd)
    }
  })
})

describe('what GitHub is given', () => {
  const steps = [...action.runs.steps, ...Object.values(workflow.jobs).flatMap(job => job.steps)]

  it('puts no expression into a script', () => {
    expect(steps.flatMap(({ run: script }) => script ?? []).filter(script => script.includes('${{'))).toEqual([])
  })

  it('pins every action of others to a commit', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []).filter(name => !name.startsWith('./'))
    expect(used.length).toBeGreaterThan(3)
    expect(used.filter(name => !/@[0-9a-f]{40}$/.test(name))).toEqual([])
  })

  it('may write only where it runs nothing of the repository', () => {
    for (const { permissions, steps: own } of Object.values(workflow.jobs)) {
      const writes = Object.values(permissions).includes('write')
      const runsCode = own.some(({ uses = '' }) => uses.startsWith('./') || uses.startsWith('actions/checkout@'))
      expect(writes && runsCode).toBe(false)
    }
  })

  it('replaces its comment, or writes the first', () => {
    const [comment] = workflow.jobs['report']?.steps.flatMap(({ run: script }) => script ?? []) ?? []
    const bin = join(top, 'bin')
    mkdirSync(bin)
    writeFileSync(
      join(bin, 'gh'),
      '#!/bin/sh\nprintf "%s\\n" "$*" >> "$GH_LOG"\ncase "$*" in *--paginate*) printf "%s" "$GH_FOUND" ;; esac\n',
    )
    chmodSync(join(bin, 'gh'), 0o755)
    const calls = (found: string) => {
      const log = join(top, `gh-${found}`)
      const env = { PATH: `${bin}:${PATH}`, GH_LOG: log, GH_FOUND: found, GITHUB_REPOSITORY: 'o/r', PULL_REQUEST: '7' }
      expect(bash(comment ?? 'exit 9', env).status).toBe(0)
      return readFileSync(log, 'utf8').trim().split('\n').at(-1)
    }
    const body = '-F body=@icp-prep-reports/icp-prep.md'
    expect(calls('')).toBe(`api --method POST repos/o/r/issues/7/comments ${body}`)
    expect(calls('42')).toBe(`api --method PATCH repos/o/r/issues/comments/42 ${body}`)
  })
})

describe('the GitLab template', { timeout: slow }, () => {
  const job = (env: Environment) =>
    bash([...gitlab.before_script, ...gitlab.script].join('\n'), {
      ...gitlab.variables,
      ICP_PREP: program,
      CI_PROJECT_DIR: checkout,
      ...env,
    })

  it('writes the reports it names, and fails for findings', () => {
    const { status, stdout } = job({ ICP_PATHS: '客户' })
    expect(status).toBe(1)
    expect(stdout).toContain('客户/甲/icp.yaml:')
    const issues: { check_name: string; location: { path: string } }[] = JSON.parse(
      readFileSync(join(checkout, gitlab.artifacts.reports['codequality'] ?? ''), 'utf8'),
    )
    const billing = issues.filter(issue => issue.check_name === 'aliyun/prod-term-billing')
    expect(billing.map(({ location }) => location.path)).toEqual(['客户/甲/icp.yaml'])
    expect(readFileSync(join(checkout, gitlab.artifacts.reports['junit'] ?? ''), 'utf8')).toContain('<testsuites')
  })

  it('checks what a merge request changes', () => {
    const base = git('rev-parse', 'HEAD').stdout.trim()
    expect(job({ CI_MERGE_REQUEST_DIFF_BASE_SHA: base }).status).toBe(0)
    const before = git('rev-parse', 'HEAD~1').stdout.trim()
    expect(job({ CI_MERGE_REQUEST_DIFF_BASE_SHA: before }).status).toBe(1)
  })
})

describe('the hooks for pre-commit', { timeout: slow }, () => {
  const hook = (id: string, ...files: string[]) => {
    const { entry = 'exit 9', args = [] } = hooks.find(each => each.id === id) ?? {}
    const script = `icp-prep() { "${process.execPath}" "${program}" "$@"; }; ${entry} "$@"`
    return run('bash', ['-c', script, 'hook', ...args, ...files]).status
  }

  it('check the filings of a commit', () => {
    const { files = '' } = hooks.find(({ id }) => id === 'icp-prep') ?? {}
    expect(
      ['icp.yaml', '客户/甲/icp.yaml', 'a/not-icp.yaml'].filter(name => new RegExp(files).test(name)),
    ).toHaveLength(2)
    expect(hook('icp-prep', '客户/乙/icp.yaml')).toBe(0)
    expect(hook('icp-prep', '客户/乙/icp.yaml', '客户/甲/icp.yaml')).toBe(1)
    writeOdd('-eigen')
    expect(hook('icp-prep', '-eigen/icp.yaml')).toBe(1)
    rmSync(join(checkout, '-eigen'), { recursive: true })
  })

  it('check filings whose papers changed, under any name', () => {
    expect(hook('icp-prep-changed')).toBe(0)
    git('mv', '客户/乙/materials/business-licence.jpg', '客户/乙/materials/营业执照.jpg')
    expect(hook('icp-prep-changed')).toBe(1)
    git('reset', '-q', '--hard')
  })
})

describe('--changed-since', { timeout: slow }, () => {
  const changed = (...args: string[]) => {
    const { status, stdout, stderr } = run(process.execPath, [
      program,
      'check',
      '客户',
      '--reporter',
      'ndjson',
      '--lang',
      'en',
      ...args,
    ])
    const files = stdout
      .split('\n')
      .flatMap((line): string[] => (line === '' ? [] : [z.object({ file: z.string() }).parse(JSON.parse(line)).file]))
    return { status, files, stderr }
  }

  it('follows a paper that several filings share', () => {
    const file = join(checkout, '客户/乙/icp.yaml')
    const written = readFileSync(file, 'utf8')
    mkdirSync(join(checkout, '共用'))
    git('mv', '客户/乙/materials/business-licence.jpg', '共用/执照.jpg')
    writeFileSync(file, written.replace('materials/business-licence.jpg', '../../共用/执照.jpg'))
    git('commit', '-qam', 'shared')
    writeFileSync(join(checkout, '共用/执照.jpg'), 'changed')
    expect(changed('--changed-since', 'HEAD').files).toEqual(['客户/乙/icp.yaml'])
    git('checkout', '-q', '.')
    expect(changed('--changed-since', 'HEAD').files).toEqual([])
  })

  it('looks at what this branch changed, not at what the other did meanwhile', () => {
    git('checkout', '-qb', 'feature', 'HEAD~2')
    writeFileSync(join(checkout, '客户/乙/note.txt'), 'new, not committed')
    expect(changed('--changed-since', 'main').files).toEqual(['客户/乙/icp.yaml'])
  })

  it('says what it lacks', () => {
    expect(changed('--changed-since', 'nowhere')).toMatchObject({
      status: 2,
      files: [],
      stderr: expect.stringContaining('“nowhere”'),
    })
    const outside = spawnSync(
      process.execPath,
      [program, 'check', checkout, '--changed-since', 'HEAD', '--lang', 'en'],
      { cwd: top, encoding: 'utf8', env: basic },
    )
    expect([outside.status, outside.stderr.includes('git repository')]).toEqual([2, true])
    const without = spawnSync(process.execPath, [program, 'check', '客户', '--changed-since', 'HEAD', '--lang', 'en'], {
      cwd: checkout,
      encoding: 'utf8',
      env: { ...basic, PATH: top },
    })
    expect([without.status, without.stderr.includes('needs git')]).toEqual([2, true])
  })
})
