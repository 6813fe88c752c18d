// A disk that fails at any one call: what was saved is whole, what is told is true, nothing half-written stays.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { afterEachFault, type Scenario } from './trust/faults.ts'
import { run } from './trust/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'icp-prep-faults-'))
const template = join(folder, 'template')

/** `ICP_PREP_FAULTS=all` for a long night: every call with every code. */
const all = process.env['ICP_PREP_FAULTS'] === 'all'

const recipient = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'
/** The made-up filing with one small scan, so that a round is short. */
beforeAll(async () => {
  mkdirSync(template)
  run(['init', 'filing', '--example', 'enterprise-guangdong'], { cwd: template })
  const filing = join(template, 'filing')
  rmSync(join(filing, 'bundle'), { recursive: true })
  const scan = join(filing, 'materials', 'business-licence.jpg')
  rmSync(join(filing, 'materials'), { recursive: true })
  mkdirSync(join(filing, 'materials'))
  await sharp({ create: { width: 60, height: 60, channels: 3, background: '#a33' } })
    .jpeg()
    .toFile(scan)
  const text = readFileSync(join(filing, 'icp.yaml'), 'utf8')
  const bare = text.replace(/^materials:\n(?:[ #].*\n)+/m, '')
  writeFileSync(
    join(filing, 'icp.yaml'),
    `${bare.trimEnd()}\nmaterials:\n  - { is: business-licence, file: materials/business-licence.jpg }\n`,
  )
  cpSync(filing, join(template, 'answers'), { recursive: true })
  mkdirSync(join(template, 'bare'))
  writeFileSync(join(template, 'bare', 'icp.yaml'), bare)
  mkdirSync(join(template, 'scans'))
  for (const name of ['business-licence', 'id-card-front-principal'])
    cpSync(scan, join(template, 'scans', `${name}.jpg`))
  cpSync(filing, join(template, 'packed'), { recursive: true })
  run(['pack', 'packed'], { cwd: template })
  run(['pack', 'packed', '--zip'], { cwd: template })
  run(['check', 'filing', '--write-baseline', 'known.json'], { cwd: template })
  writeFileSync(
    join(template, 'table.csv'),
    'sponsor.name,provider,province\n甲公司,aliyun,guangdong\n乙公司,aliyun,guangdong\n丙公司,nowhere,guangdong\n',
  )
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newFiling = [['new/icp.yaml', 'new/materials'], ['new/bundle']]

const scenarios: Readonly<Record<string, Scenario>> = {
  'init with an example': {
    args: ['init', 'new', '--example'],
    next: ['status', 'new', '--set', 'submitted=today'],
    together: newFiling,
    ...(all ? {} : { until: /^new\/\.icp-prep-/ }),
  },
  'init with answers': { args: ['init', 'new', '--answers', 'answers/icp.yaml'], together: newFiling },
  'init of a filing that has answers already': {
    args: ['init', 'bare', '--answers', 'answers/icp.yaml'],
    together: [['bare/icp.yaml'], ['bare/bundle']],
  },
  'attach of a file': {
    args: ['attach', 'scans/business-licence.jpg', '--as', 'business-licence', '--dir', 'bare'],
    together: [['bare']],
  },
  'attach in the place of another': {
    args: ['attach', 'scans/business-licence.jpg', '--as', 'business-licence', '--dir', 'packed', '--watermark'],
    together: [['packed/icp.yaml', 'packed/materials']],
  },
  'attach of a folder': { args: ['attach', 'scans', '--dir', 'bare'], together: [] },
  'pack into a folder': { args: ['pack', 'filing'], together: [['filing/bundle']] },
  'pack into a folder that is there': { args: ['pack', 'packed', '--force'], together: [['packed/bundle']] },
  'pack into an archive': { args: ['pack', 'filing', '--zip'], together: [['filing']] },
  'pack into an archive that is there': { args: ['pack', 'packed', '--zip', '--force'], together: [['packed']] },
  'pack, sealed': { args: ['pack', 'filing', '--seal-to', recipient], together: [['filing']] },
  'status --set': { args: ['status', 'filing', '--set', 'submitted=today'], together: [['filing']] },
  import: {
    args: ['import', 'table.csv', '--out', 'rows'],
    together: [['rows/甲公司'], ['rows/乙公司'], ['rows/rejected.csv']],
  },
  forms: { args: ['forms', 'filing', '--out', 'papers'], together: [['papers']] },
  'check into a file': {
    args: ['check', 'filing', '--reporter', 'sarif', '--output', 'out/report.sarif'],
    together: [],
    report: 'out/report.sarif',
  },
  'check --write-baseline': { args: ['check', 'filing', '--write-baseline', 'known.json'], together: [['known.json']] },
  'check of a bundle': { args: ['check', 'packed/bundle'], together: [] },
  'check of an archive': { args: ['check', 'packed/bundle.zip'], together: [] },
  status: { args: ['status', 'filing', 'packed'], together: [] },
  footer: { args: ['footer', 'filing'], together: [] },
  compare: { args: ['compare', 'filing'], together: [] },
}

it.each(Object.entries(scenarios))(
  '%s',
  (name, scenario) => {
    const { rounds, wrong } = afterEachFault(folder, scenario, all)
    expect(wrong).toEqual([])
    expect(rounds).toBeGreaterThan(0)
    if (all) process.stderr.write(`${name}: ${rounds} faults\n`)
  },
  all ? 7_200_000 : 300_000,
)
