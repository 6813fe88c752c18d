// `icp-prep status`: what happened is entered, what is next is told with its day, and what is late is a finding.
import ICAL from 'ical.js'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { packCommand } from '../src/commands/pack.ts'
import { statusCommand, type StatusFlags } from '../src/commands/status.ts'
import { UserError } from '../src/commands/user-error.ts'
import { milestones } from '../src/model/progress.ts'
import type { Language } from '../src/locales/index.ts'
import { complete, context, filing, workspace } from './packed-world.ts'

afterAll(() => rmSync(workspace, { recursive: true, force: true }))

/** `on`: the day it is asked. */
const status = (dir: string, on: string, flags: Partial<StatusFlags> = {}, language: Language = 'en') =>
  statusCommand([dir], { set: [], reporter: 'pretty', colour: false, ...flags }, { ...context(language), on })

const set = (dir: string, on: string, ...entries: string[]) => status(dir, on, { set: entries })

const textIn = (dir: string) => readFileSync(join(dir, 'icp.yaml'), 'utf8')

/** What a wrong call is told, in both languages. */
async function refusal(run: () => Promise<unknown>): Promise<Record<Language, string>> {
  const error = await run().then(
    () => undefined,
    (each: unknown) => each,
  )
  if (!(error instanceof UserError)) throw new Error('nothing was refused')
  const { problem } = error
  return { zh: context('zh').words.input.problem(problem), en: context('en').words.input.problem(problem) }
}

describe('entering what happened', () => {
  it('keeps the filing as it was written, comments and order included', async () => {
    const dir = filing(complete)
    await set(dir, '2026-12-02', 'submitted=2026-12-01', 'provider-reviewed=today')
    expect(textIn(dir)).toBe(`${complete}progress:\n  submitted: 2026-12-01\n  provider-reviewed: 2026-12-02\n`)
  })

  it('takes an entry away where nothing follows the equals sign', async () => {
    const dir = filing(`${complete}progress:\n  submitted: 2026-12-01 # 周二\n  provider-reviewed: 2026-12-02\n`)
    await set(dir, '2026-12-03', 'provider-reviewed=')
    expect(textIn(dir)).toBe(`${complete}progress:\n  submitted: 2026-12-01 # 周二\n`)
  })

  it('leaves the file alone where nothing changes', async () => {
    const text = `${complete}progress: {submitted: "2026-12-01"}   # as somebody wrote it\n`
    const dir = filing(text)
    await set(dir, '2026-12-03', 'submitted=2026-12-01')
    expect(textIn(dir)).toBe(text)
  })

  it('keeps numbers as a list', async () => {
    const dir = filing(complete)
    await set(dir, '2026-12-20', 'approved=2026-12-20', 'numbers=粤ICP备99000001号-1，粤ICP备99000001号-2A')
    expect(textIn(dir)).toContain('numbers: [粤ICP备99000001号-1, 粤ICP备99000001号-2A]')
  })

  it('begins a new round when what was sent back is submitted again', async () => {
    const dir = filing(complete)
    await set(dir, '2026-12-03', 'submitted=2026-12-01', 'provider-reviewed=2026-12-02', 'returned=2026-12-03')
    const { text } = await status(dir, '2026-12-03')
    expect(text).toContain('The order was sent back on 2026-12-03')
    expect(text).toContain('→             Order submitted')
    await set(dir, '2026-12-05', 'submitted=2026-12-05')
    expect(textIn(dir)).toBe(`${complete}progress:\n  submitted: 2026-12-05\n`)
  })

  it.each([
    ['a day that lies ahead', 'submitted=2026-12-24', /2026-12-24.*2026-12-10.*plan\.submit-on/],
    ['a day before the step it waits for', 'approved=2026-11-01', /approved.*2026-11-01.*submitted.*2026-12-01/],
    ['a day that does not exist', 'approved=2026-11-31', /approved.*2026-11-31/],
    ['a misspelt step', 'sms-verfied=2026-12-02', /sms-verified/],
    ['no step at all', '2026-12-02', /submitted/],
    ['a number with a slip', 'numbers=粤ICP备 99000001号', /99000001/],
    ['a placeholder', 'numbers=粤ICP备12345678号-1', /12345678/],
  ])('refuses %s, and says what would do', async (_what, entry, expected) => {
    const text = `${complete}progress:\n  submitted: 2026-12-01\n`
    const dir = filing(text)
    const told = await refusal(() => set(dir, '2026-12-10', entry))
    expect(told.zh).toMatch(expected)
    expect(told.en).toMatch(expected)
    expect(textIn(dir)).toBe(text)
  })

  it('refuses all where one entry is wrong', async () => {
    const dir = filing(complete)
    await refusal(() => set(dir, '2026-12-10', 'submitted=2026-12-01', 'approved=2026-11-01'))
    expect(textIn(dir)).toBe(complete)
  })

  it('shows control characters of a wrong entry as numbers', async () => {
    const told = await refusal(() => set(filing(complete), '2026-12-10', 'submitted=\u001b[2J'))
    expect(told.en).toContain(String.raw`\u{1b}[2J`)
  })

  it('knows no text message where access is cancelled', async () => {
    const cancelled = complete
      .replace('services:', 'purpose: cancel\nservices:')
      .replace(
        '    name: 海风软件',
        '    name: 海风软件\n    record: { number: 粤ICP备99000001号-1, provider: [aliyun, tencent] }',
      )
    const told = await refusal(() => set(filing(cancelled), '2026-12-10', 'sms-sent=2026-12-01'))
    expect(told.en).toContain('there is no step “Text message of MIIT received”')
  })

  it('changes no bundle, by whichever path it is named', async () => {
    const dir = filing(complete)
    await packCommand(
      dir,
      { force: false, zip: false, sealTo: [], sealToFiles: [], algorithm: 'sha256' },
      context('en'),
    )
    for (const path of [join(dir, 'bundle'), join(dir, 'bundle', 'data', 'icp.yaml')]) {
      expect((await refusal(() => set(path, '2026-12-10', 'submitted=2026-12-01'))).en).toContain('is a bundle')
    }
  })

  it('changes one filing at a time', async () => {
    const told = await refusal(() => set(workspaceOf(complete, complete), '2026-12-10', 'submitted=2026-12-01'))
    expect(told.en).toMatch(/2 filings/)
  })
})

let clients = 0

/** A folder of several filings. */
function workspaceOf(...texts: string[]): string {
  clients += 1
  const root = join(workspace, `clients-${clients}`)
  texts.forEach((text, index) => {
    const file = join(root, `client-${index + 1}`, 'icp.yaml')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  })
  return root
}

const during = (progress: string) => `${complete}progress: { ${progress} }\n`

describe('telling how far a filing is', () => {
  it('marks what is done, what is next and until when, and what follows', async () => {
    const dir = filing(during('submitted: 2026-12-01, provider-reviewed: 2026-12-02, sms-sent: 2026-12-03'))
    const { text, code } = await status(dir, '2026-12-03')
    expect(code).toBe(0)
    expect(text.split('\n').filter(line => /^[✔→✖]/.test(line))).toEqual([
      '✔ 2026-12-01  Order submitted',
      '✔ 2026-12-02  Provider’s review passed',
      '✔ 2026-12-03  Text message of MIIT received',
      '→             SMS verification  by 2026-12-04 · 1 day left',
    ])
    expect(text).toContain('Approved by the administration  by law not later than')
    expect(text).toMatch(/icp-prep status \S+ --set sms-verified=2026-12-03/)
  })

  it.each([
    ['the text message is not answered', 'sms-sent: 2026-12-03', '2026-12-04', 0, '2026-12-05', 'SMS verification'],
    ['the site is open without its number', 'opened: 2026-12-03', '2026-12-03', 0, '2026-12-04', 'Filing number shown'],
    [
      'the public security was not told',
      'opened: 2026-12-03, footer: 2026-12-03',
      '2027-01-02',
      0,
      '2027-01-03',
      'Public-security filing',
    ],
    [
      'its number is not shown',
      'opened: 2026-12-01, footer: 2026-12-01, public-security: 2026-12-10',
      '2027-01-09',
      0,
      '2027-01-10',
      'Public-security number shown',
    ],
  ])('is a finding where %s', async (_what, progress, inTime, before, late, title) => {
    const dir = filing(during(progress))
    expect((await status(dir, inTime)).code).toBe(before)
    const { text, code } = await status(dir, late)
    expect(code).toBe(1)
    expect(text).toMatch(new RegExp(`^✖ +${title} .*1 day overdue`, 'm'))
  })

  it('does not blame the filer for the administration being late, but says so', async () => {
    const { text, code } = await status(filing(during('submitted: 2026-12-01, forwarded: 2026-12-04')), '2027-01-20')
    expect(code).toBe(0)
    expect(text).toContain('has had its 20 working days')
  })

  it('finds days by hand that contradict each other', async () => {
    const { text, code } = await status(filing(during('submitted: 2026-12-05, approved: 2026-12-01')), '2026-12-10')
    expect(code).toBe(1)
    expect(text).toContain('✖ “Approved by the administration” (approved) is 2026-12-01')
  })

  it('lists the days that end something within two months', async () => {
    const soon = during('submitted: 2026-12-01').replace('expires: 2028-01-01', 'expires: 2027-01-15')
    const { text } = await status(filing(soon), '2026-12-10')
    expect(text).toContain('2027-01-15  ends · domain expires (example.cn)  36 days left')
    expect((await status(filing(during('submitted: 2026-12-01')), '2026-12-10')).text).not.toContain('domain expires')
  })

  it('is done when all is done', async () => {
    const progress =
      'approved: 2026-12-01, opened: 2026-12-01, footer: 2026-12-01, public-security: 2026-12-05, public-security-shown: 2026-12-05'
    const { text } = await status(filing(during(progress)), '2026-12-10', {}, 'zh')
    expect(text).toContain('已全部办完')
    expect(text).not.toContain('--set')
  })

  it('compares the number with the province', async () => {
    const dir = filing(during('approved: 2026-12-01, numbers: [京ICP备99000001号-1]'))
    expect((await status(dir, '2026-12-02')).text).toContain('does not begin with 粤')
  })

  it('takes one line for each of several filings', async () => {
    const root = workspaceOf(complete, during('sms-sent: 2026-12-03'), during('approved: 2026-12-04'))
    const { text, code } = await status(root, '2026-12-05')
    expect(code).toBe(1)
    const lines = text.split('\n')
    expect(lines).toHaveLength(5)
    expect(lines[0]).toMatch(/^→ \S+client-1\S+ +深圳市海风软件有限公司 +in preparation +2026-12-05 at the earliest$/)
    expect(lines[1]).toMatch(/^✖ \S+client-2\S+ .*SMS verification +by 2026-12-04 · 1 day overdue/)
    expect(lines[2]).toMatch(/^→ \S+client-3\S+ .*Filing number shown/)
    expect(lines[4]).toBe('3 filings, 1 with something overdue')
  })

  it('names the filings it cannot read, and tells the others', async () => {
    const { text, talk, code } = await status(workspaceOf('icp: [', complete), '2026-12-05')
    expect(code).toBe(2)
    expect(talk).toMatch(/client-1\/icp\.yaml:1:/)
    expect(text).toContain('深圳市海风软件有限公司')
  })

  it('is data for programs', async () => {
    const dir = filing(during('submitted: 2026-12-01, sms-sent: 2026-12-03'))
    const { text } = await status(dir, '2026-12-05', { reporter: 'json' })
    expect(JSON.parse(text)).toMatchObject({
      format: 1,
      day: '2026-12-05',
      filings: [
        {
          type: 'first',
          state: 'under-way',
          overdue: true,
          done: [{ step: 'submitted', on: '2026-12-01' }, { step: 'provider-reviewed' }, { step: 'sms-sent' }],
          next: [{ step: 'sms-verified', due: '2026-12-04', overdue: true }],
        },
      ],
    })
  })

  it('is a calendar of all filings', async () => {
    const { text } = await status(workspaceOf(during('submitted: 2026-12-01'), complete), '2026-12-05', {
      reporter: 'ics',
    })
    const events = new ICAL.Component(ICAL.parse(`${text}\r\n`)).getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(4)
  })

  it('has a title and a thing to do for every step, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const { marks } = context(language).words.outlook
      expect(milestones.every(mark => marks[mark].title !== '' && marks[mark].todo !== '')).toBe(true)
    }
  })
})
