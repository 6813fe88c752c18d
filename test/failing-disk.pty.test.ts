// An interview on a disk that fails at any one call: every answer that was taken is saved, and the end is told with its reason.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { Terminal, found, line } from './terminal.ts'
import { run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-asked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const preload = fileURLToPath(new URL('trust/failing-disk.cjs', import.meta.url))

/** `ICP_PREP_FAULTS=all` for a long night: every call with every code; otherwise one in three with one of them. */
const all = process.env['ICP_PREP_FAULTS'] === 'all'
const codes = ['ENOSPC', 'EIO', 'EACCES', 'EMFILE']

type End = { readonly saved: string; readonly code: number; readonly text: string; readonly fault: string }

/** Two answers, then Ctrl-C; the n-th call to the disk fails. */
async function asked(at: number, how: string): Promise<End> {
  const dir = join(folder, `${at}-${how}`)
  mkdirSync(dir)
  const log = join(folder, `${at}-${how}.log`)
  writeFileSync(log, '')
  const env = { FAULT_AT: String(at), FAULT_HOW: how, FAULT_BELOW: dir, FAULT_LOG: log }
  const terminal = new Terminal(['init', '--lang', 'zh'], dir, { ...env, NODE_OPTIONS: `--require=${preload}` })
  const answers = async () => {
    await terminal.until('? 在哪个省备案')
    await found('广东')(terminal)
    await terminal.until('? 接入服务商')
    await line('阿里云')(terminal)
    await terminal.until('✔ 接入服务商')
    await terminal.until(/\n\? /)
    terminal.press('interrupt')
  }
  await answers().catch(() => undefined)
  const code = await terminal.ended()
  const file = join(dir, 'icp.yaml')
  const saved = existsSync(file) ? readFileSync(file, 'utf8') : ''
  run(['status', '.', '--set', 'submitted=today'], { cwd: dir })
  const left = readdirSync(dir).filter(name => name.startsWith('.'))
  expect(left).toEqual([])
  return { saved, code, text: terminal.text, fault: readFileSync(log, 'utf8') }
}

it(
  'saves every answer that was taken, whole, and says why it ends',
  async () => {
    const { saved: whole } = await asked(1_000_000, 'EIO')
    const first = whole.replace(/^provider: .*\n/m, '')
    expect([whole.includes('provider: aliyun'), first.includes('province: guangdong')]).toEqual([true, true])
    let [faults, ended] = [0, 0]
    for (let at = 1; ; at += all ? 1 : 3) {
      const rounds: End[] = []
      for (const how of all ? codes : [codes[at % codes.length] ?? '']) rounds.push(await asked(at, how))
      if (rounds.every(({ fault }) => fault === '')) break
      for (const { saved, code, text } of rounds) {
        faults += 1
        ended += code === 2 ? 1 : 0
        const answered = text.includes('✔ 接入服务商') && code !== 2 ? [whole] : ['', first, whole]
        expect(answered).toContain(saved)
        expect(code === 2 ? text : '磁盘已满').toMatch(/磁盘已满|没有权限|无法读写|无法读取/)
        expect([2, 130]).toContain(code)
        expect(text).not.toMatch(/^ +at /m)
      }
    }
    expect(faults).toBeGreaterThan(10)
    expect(ended).toBeGreaterThan(5)
    if (all) process.stderr.write(`interview: ${faults} faults\n`)
  },
  all ? 7_200_000 : 300_000,
)
