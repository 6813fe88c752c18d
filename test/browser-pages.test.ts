// The pages of a bundle in a real browser: ticks, copying, printing, without script, for screen readers, in both languages.
import axe from 'axe-core'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const executablePath = '/usr/bin/chromium'
const hasPdfTools = spawnSync('pdftotext', ['-v']).error === undefined
const folder = mkdtempSync(join(tmpdir(), 'icp-prep-browser-'))
const run = (...args: string[]) =>
  spawnSync(process.execPath, ['bin/icp-prep.js', ...args, '--on', '2026-11-25'], { encoding: 'utf8' })

const spoken = ['zh', 'en'] as const
type Spoken = (typeof spoken)[number]
const pages = ['checklist', 'fill-sheet'] as const
const shown = spoken.flatMap(language => pages.map(name => [language, name] as const))
const looks = shown.flatMap(([language, name]) =>
  (['light', 'dark'] as const).map(scheme => [language, name, scheme] as const),
)

const bundleOf = (filing: string, language: Spoken) => join(folder, `${filing}-${language}`)
const addressOf = (filing: string, language: Spoken, name: string) =>
  pathToFileURL(join(bundleOf(filing, language), 'data', `${name}.html`)).href

/** A made-up filing with something wrong, missing, open and to check; and another one that is ready. */
function packFilings(): void {
  for (const [filing, example] of [
    ['wrong', 'enterprise-guangdong'],
    ['ready', 'individual-guangdong'],
  ] as const) {
    const dir = join(folder, filing)
    run('init', dir, '--example', example)
    const file = join(dir, 'icp.yaml')
    const text = readFileSync(file, 'utf8')
    const changed = text
      .replace(/.*is: business-licence.*\n/, '')
      .replace('    interactive: false\n', '')
      .replace('subscription', 'pay-as-you-go')
      .replace('emergency-phone: "13900139000"', 'emergency-phone: "13800138000"')
    if (filing === 'wrong') writeFileSync(file, changed)
    for (const language of spoken) run('pack', dir, '--lang', language, '--out', bundleOf(filing, language))
  }
}

let browser: Browser

/** A page of its own browser profile, with everything it complained of and asked the network for. */
async function open(language: Spoken, name: string, options: BrowserContextOptions = {}, filing = 'wrong') {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  const asked: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  page.on('request', request => asked.push(request.url()))
  await page.goto(addressOf(filing, language, name))
  return { page, complaints, asked, context }
}

async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations, incomplete } = await page.evaluate<axe.AxeResults>(
    'axe.run(document, { resultTypes: ["violations", "incomplete"] })',
  )
  expect(incomplete.filter(({ id }) => id !== 'color-contrast')).toEqual([])
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const clipboardOf = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()')

describe.skipIf(!existsSync(executablePath))('in a browser (skipped where there is no /usr/bin/chromium)', () => {
  beforeAll(async () => {
    packFilings()
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
    })
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(shown)('in %s, the %s opens without a complaint and asks the network for nothing', async (language, name) => {
    const { page, complaints, asked, context } = await open(language, name)
    expect(await page.locator('html').getAttribute('lang')).toBe(language === 'zh' ? 'zh-CN' : 'en')
    expect(await page.locator('h1').innerText()).toContain('深圳市海风软件有限公司')
    expect(complaints).toEqual([])
    expect(asked).toEqual([addressOf('wrong', language, name)])
    await context.close()
  })

  it.each(looks)('in %s, the %s holds against axe in a %s window', async (language, name, colorScheme) => {
    const { page, context } = await open(language, name, { colorScheme })
    for (const fold of await page.locator('details').all()) await fold.evaluate(each => each.setAttribute('open', ''))
    await page.locator('input[type=checkbox]').first().check()
    expect(await axeFindings(page)).toEqual([])
    await context.close()
  })

  it.each(shown)('in %s, the %s fits a phone without scrolling sideways', async (language, name) => {
    for (const width of [320, 375]) {
      const { page, context } = await open(language, name, { viewport: { width, height: 740 } })
      for (const fold of await page.locator('details').all()) await fold.evaluate(each => each.setAttribute('open', ''))
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
      expect(wide).toBeLessThanOrEqual(width)
      await context.close()
    }
  })

  it.each(spoken)('in %s, what is ticked stays ticked, is counted, and is nobody else’s', async language => {
    const { page, context } = await open(language, 'checklist')
    const boxes = page.locator('input[type=checkbox]')
    const all = await boxes.count()
    expect(all).toBeGreaterThan(15)
    await boxes.nth(0).check()
    await page.locator('section.actor label.title').first().click()
    const count = page.locator('.done output')
    const told = language === 'zh' ? `已完成 2 / ${all}` : `2 of ${all} done`
    expect(await count.innerText()).toBe(told)
    await page.reload()
    expect(await count.innerText()).toBe(told)
    expect(await boxes.nth(0).isChecked()).toBe(true)
    expect(await page.locator('progress').evaluate(bar => Reflect.get(bar, 'value'))).toBe(2)
    expect(await page.locator('section.actor .count').first().innerText()).toMatch(/^1 \/ \d+$/)
    await page.goto(addressOf('ready', language, 'checklist'))
    expect(await page.locator('input:checked').count()).toBe(0)
    await page.goto(addressOf('wrong', language === 'zh' ? 'en' : 'zh', 'checklist'))
    expect(await page.locator('input:checked').count()).toBe(2)
    await boxes.nth(0).uncheck()
    await page.reload()
    expect(await page.locator('input:checked').count()).toBe(1)
    await context.close()
  })

  it.each(spoken)('in %s, a click copies the Chinese value and ticks it', async language => {
    const { page, context } = await open(language, 'fill-sheet')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    const row = page
      .locator('li.row', { hasText: '企业' })
      .filter({ has: page.locator('button') })
      .first()
    await row.locator('button').click()
    expect(await clipboardOf(page)).toBe('企业')
    expect(await row.locator('input').isChecked()).toBe(true)
    expect(await row.locator('button').innerText()).toBe(language === 'zh' ? '已复制' : 'Copied')
    expect(await page.locator('[role=status]').innerText()).toBe(language === 'zh' ? '已复制' : 'Copied')
    await context.close()
  })

  it('copies where the browser has no clipboard to write to', async () => {
    const { page, context } = await open('zh', 'fill-sheet')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error())')
    const row = page.locator('li.row', { hasText: '91440300MA5FKT2C9R' }).first()
    await row.locator('button').click()
    await row.locator('input:checked').waitFor()
    expect(await clipboardOf(page)).toBe('91440300MA5FKT2C9R')
    await context.close()
  })

  it.each(shown)('in %s, the %s reads without script', async (language, name) => {
    const { page, complaints, context } = await open(language, name, { javaScriptEnabled: false })
    expect(complaints).toEqual([])
    expect(await page.locator('.done').isVisible()).toBe(false)
    for (const button of await page.locator('button').all()) expect(await button.isVisible()).toBe(false)
    await page.locator('input[type=checkbox]').first().check()
    const text = await page.locator('main').innerText()
    expect(text).toContain(name === 'checklist' ? 'beian.miit.gov.cn' : '91440300MA5FKT2C9R')
    await context.close()
  })

  it.each(spoken)('in %s, a screen reader finds headings, landmarks and a name for every control', async language => {
    const { page, context } = await open(language, 'checklist')
    const tree = await page.locator('body').ariaSnapshot()
    const [title, progress, sponsor] =
      language === 'zh' ? ['备案检查清单', '完成进度', '主办单位'] : ['ICP filing checklist', 'Progress', 'Sponsor']
    expect(tree).toMatch(new RegExp(`- heading "${title} 深圳市海风软件有限公司" \\[level=1\\]`))
    expect(tree).toMatch(new RegExp(`- heading "${sponsor}[^"]*" \\[level=2\\]`))
    expect(tree).toContain(`- progressbar "${progress}"`)
    for (const landmark of ['- banner', '- navigation', '- main', '- contentinfo']) expect(tree).toContain(landmark)
    expect(tree).not.toMatch(/- (checkbox|button|link)(:| \[|$)/m)
    await page.goto(addressOf('wrong', language, 'fill-sheet'))
    const sheet = await page.locator('body').ariaSnapshot()
    expect(sheet).not.toMatch(/- (checkbox|button|link)(:| \[|$)/m)
    expect(sheet).toContain(language === 'zh' ? 'button "复制：主办单位名称"' : 'button "Copy: sponsor name"')
    await context.close()
  })

  describe.skipIf(!hasPdfTools)('on paper (skipped where there is no pdftotext)', () => {
    it.each(shown)('in %s, the %s prints whole, what is folded and ticked included', async (language, name) => {
      const { page, context } = await open(language, name, { colorScheme: 'dark' })
      await page.locator('input[type=checkbox]').first().check()
      const pdf = join(folder, `${name}-${language}.pdf`)
      await page.pdf({ path: pdf, format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })
      const { stdout } = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
      const sheets = stdout.split('\f').slice(0, -1)
      expect(sheets.length).toBeGreaterThan(1)
      expect(sheets.filter(text => text.trim() === '')).toEqual([])
      const wanted = {
        checklist: language === 'zh' ? ['连续输错5次'] : ['After five wrong attempts'],
        'fill-sheet': ['91440300MA5FKT2C9R', '440106199406158825'],
      }
      for (const text of wanted[name]) expect(stdout).toContain(text)
      expect(stdout).not.toMatch(/ {2}(复制|Copy)$/m)
      await context.close()
    })
  })
})
