// Every page of a bundle, word for word as it is kept in test/pages: what changes on a page is seen where it is reviewed.
// UPDATE_PAGES=1 npx vitest run --config .config/vitest.config.js test/pages-word-for-word.test.ts writes them anew.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { idLookup, report } from '../src/commands/judge-filing.ts'
import { parseFiling } from '../src/disk/filing.ts'
import { sheetsOf } from '../src/rules/rulebook.ts'
import { pageBook } from './page-book.ts'
import { pageWorlds, type PageWorld } from './page-worlds.ts'
import { contextOf } from './small-book.ts'
import type { Language } from '../src/locales/index.ts'

const workspace = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(workspace, { recursive: true, force: true }))

type Pages = Readonly<Record<string, string>>

/** HTML without its style and script, their checksums and its indentation. */
const bare = (page: string) =>
  page
    .replace(/(?<=<style>)[^]*?(?=<\/style>)/, '…')
    .replace(/(?<=<script>)[^]*?(?=<\/script>)/, '…')
    .replaceAll(/&#39;sha256-[\w+/]{43}=&#39;/g, 'sha256-…')
    .replaceAll(/\n\s+/g, '\n')

/** What is kept of a page: no checksum of the rules, and no line end of iCalendar. */
function keptOf(path: string, text: string, digests: readonly string[]): string {
  const page = path.endsWith('.html') ? bare(text) : text.replaceAll('\r\n', '\n')
  return digests.reduce((at, digest) => at.replaceAll(digest.slice(0, 12), '…'), page)
}

/** The pages of a bundle, by their names, and what else lies in it or should. The planner is loaded here, so that what it makes while it loads is tried, too. */
async function pagesOf({ folder, filing, files, forms, on }: PageWorld, language: Language): Promise<Pages> {
  const dir = join(workspace, folder)
  for (const [file, content] of Object.entries({ ...files, 'icp.yaml': filing })) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), content)
  }
  const { packingOf } = await import('../src/commands/packing.ts')
  const { materialFiles } = await import('../src/commands/material-files.ts')
  const { plan } = await import('../src/bundle/plan.ts')
  const context = { ...contextOf(pageBook, language), on }
  const read = parseFiling(filing, idLookup(context))
  if (read.is === 'malformed') throw new Error(JSON.stringify(read.problems))
  const reported = await report(join(dir, 'icp.yaml'), read, context)
  const seen = await materialFiles(read.filing, dir)
  const packing = packingOf({ reported, text: filing, files: seen }, 'sha256', context)
  const bundle = plan({ ...packing, ...(forms ? { forms } : {}) })
  const digests = sheetsOf(reported.book).map(({ digest }) => digest)
  const pages = bundle.files.flatMap(({ path, from }) =>
    'text' in from && path !== 'icp.yaml' ? [[path, keptOf(path, from.text, digests)] as const] : [],
  )
  const lines = [...bundle.files.map(({ path, from }) => `${path}: ${Object.keys(from).join()}`), ...bundle.missing]
  return Object.fromEntries([...pages, ['files-and-missing.txt', `${lines.join('\n')}\n`]])
}

const folderOf = (world: string, language: Language) =>
  fileURLToPath(new URL(`pages/${world}/${language}`, import.meta.url))

function keep(folder: string, pages: Pages): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries(pages)) writeFileSync(join(folder, path), text)
}

const kept = (folder: string): Pages =>
  Object.fromEntries(readdirSync(folder).map(path => [path, readFileSync(join(folder, path), 'utf8')]))

describe.each(pageWorlds)('the pages of a filing that is $name', world => {
  it.each(world.languages)('stand in %s word for word as they are kept', async language => {
    const pages = await pagesOf(world, language)
    const folder = folderOf(world.folder, language)
    if (process.env['UPDATE_PAGES'] === '1') keep(folder, pages)
    expect(pages).toEqual(kept(folder))
  })
})
