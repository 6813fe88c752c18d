// `npm run bench`: ratios measured in one run on one machine. Never a test.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { parse as parseYaml } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin', 'icp-prep.js')
const work = mkdtempSync(join(tmpdir(), 'icp-prep-bench-'))
const rounds = Number(process.env.BENCH_ROUNDS ?? 15)

const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

function once(command, args) {
  const start = process.hrtime.bigint()
  const { status } = spawnSync(command, args, { stdio: 'ignore' })
  return { ms: Number(process.hrtime.bigint() - start) / 1e6, status }
}

/** Two commands in turn, so that a slow moment of the machine hits both; the median of the ratios pair by pair. */
function against(name, budget, ours, peer, times = rounds) {
  for (const each of [ours, peer]) once(...each)
  const pairs = Array.from({ length: times }, () => [once(...peer).ms, once(...ours).ms])
  const ratio = median(pairs.map(([theirs, own]) => own / theirs))
  const [theirs, own] = [median(pairs.map(pair => pair[0])), median(pairs.map(pair => pair[1]))]
  tell(name, `${own.toFixed(1)} ms against ${theirs.toFixed(1)} ms`, `${ratio.toFixed(2)} ×`, budget)
}

function tell(name, measured, result, budget) {
  console.log(`${name.padEnd(44)} ${result.padStart(10)}   budget ${budget.padEnd(22)} ${measured}`)
}

const node = process.execPath
const bare = [node, ['-e', '0']]

execFileSync(node, [bin, 'init', join(work, 'one'), '--example', 'enterprise-guangdong'], { stdio: 'ignore' })
const text = readFileSync(join(work, 'one', 'icp.yaml'), 'utf8')
const withoutScans = text.slice(0, text.indexOf('\nmaterials:')) + '\n'
writeFileSync(join(work, 'plain.yaml'), withoutScans)

against('--version', '≤ 1.3 × node -e 0', [node, [bin, '--version']], bare)
against('--help', '≤ 1.3 × node -e 0', [node, [bin, '--help']], bare)
against('check of one filing, no scans', '≤ 1.4 × node -e 0', [node, [bin, 'check', join(work, 'plain.yaml')]], bare)

const many = join(work, 'many')
for (let index = 0; index < 1000; index += 1) {
  const folder = join(many, String(index).padStart(4, '0'))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'icp.yaml'), withoutScans.replaceAll('haifeng-example', `haifeng${index}-example`))
}

/** ajv-cli is no dependency: it is fetched into a folder of its own where the registry can be reached. */
function ajv() {
  const folder = join(work, 'ajv')
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  const { status } = spawnSync('npm', ['install', '--silent', '--prefix', folder, 'ajv-cli@5.0.0', 'js-yaml@4'], {
    stdio: 'ignore',
  })
  if (status !== 0) return undefined
  const schema = join(folder, 'schema.json')
  writeFileSync(
    schema,
    execFileSync(node, [bin, 'schema', 'filing'])
      .toString()
      .replace('https://json-schema.org/draft/2020-12/schema', 'http://json-schema.org/draft-07/schema#'),
  )
  const cli = join(folder, 'node_modules', 'ajv-cli', 'dist', 'index.js')
  return [node, [cli, 'validate', '--strict=false', '-s', schema, '-d', join(many, '*', 'icp.yaml')]]
}

const time = async run => {
  const start = process.hrtime.bigint()
  await run()
  return Number(process.hrtime.bigint() - start) / 1e6
}

const peer = ajv()
const ours = [node, [bin, 'check', many, '--reporter', 'json']]
if (peer) against('check of 1,000 filings', '≤ 1.0 × ajv-cli', ours, peer, 5)
else console.log('check of 1,000 filings: ajv-cli could not be fetched, nothing to compare with')

for (let index = 1000; index < 10_000; index += 1) {
  const folder = join(many, String(index).padStart(4, '0'))
  mkdirSync(folder)
  writeFileSync(join(folder, 'icp.yaml'), withoutScans.replaceAll('haifeng-example', `haifeng${index}-example`))
}
const peak = spawnSync('/usr/bin/time', ['-f', '%M', node, bin, 'check', many, '--reporter', 'ndjson'], {
  stdio: ['ignore', 'ignore', 'pipe'],
  encoding: 'utf8',
})
if (peak.status !== null)
  tell(
    'memory of checking 10,000 filings',
    '',
    `${Math.round(Number(peak.stderr.trim().split('\n').at(-1)) / 1024)} MB`,
    '< 300 MB',
  )

const { timeJudging, verifyBag } = createRequire(import.meta.url)('../dist/app/bench-judging.cjs')
const judging = timeJudging(withoutScans)
tell(
  'judging one filing, all sheets in force',
  `${judging.rules} rules, parsing ${judging.parse.toFixed(0)} µs`,
  `${judging.judge.toFixed(0)} µs`,
  '≤ 50 µs',
)

const lines = Array.from({ length: 20_000 }, (_, index) =>
  JSON.stringify(jsonOf(withoutScans.replaceAll('haifeng-example', `haifeng${index}-example`))),
)
const stream = join(work, 'filings.ndjson')
writeFileSync(stream, `${lines.join('\n')}\n`)

/** Every scalar of a filing is a text. */
function jsonOf(yaml) {
  return parseYaml(yaml, { schema: 'failsafe' })
}

const shell = command => ['/bin/sh', ['-c', command]]
if (spawnSync('jq', ['--version']).status === 0) {
  const worker = shell(`'${node}' '${bin}' check - --reporter ndjson < '${stream}'`)
  against('20,000 filings as NDJSON', '≤ 2 × jq -c .icp', worker, shell(`jq -c .icp < '${stream}'`), 3)
} else console.log('20,000 filings as NDJSON: no jq to compare with')

const scan = join(work, 'scan.jpg')
const [width, height] = [4000, 3000]
const noise = await sharp(randomBytes((width / 8) * (height / 8) * 3), {
  raw: { width: width / 8, height: height / 8, channels: 3 },
})
  .resize(width, height)
  .jpeg({ quality: 85 })
  .toBuffer()
writeFileSync(scan, noise)
/** The median of some runs after the first, in a process of its own: what one leaves to be cleared up costs the other nothing. */
function timedAlone(call) {
  const script = `const sharp = require('sharp'), { readFileSync } = require('node:fs')
    const { lookAt } = require(${JSON.stringify(join(root, 'dist', 'app', 'bench-judging.cjs'))})
    const file = ${JSON.stringify(scan)}, bytes = readFileSync(file), work = () => ${call}
    const times = []
    ;(async () => {
      for (let round = 0; round < 8; round += 1) {
        const start = process.hrtime.bigint()
        await work()
        times.push(Number(process.hrtime.bigint() - start) / 1e6)
      }
      console.log(times.slice(1).sort((one, other) => one - other)[3])
    })()`
  return Number(execFileSync(node, ['-e', script], { cwd: root, encoding: 'utf8' }))
}

const looks = []
for (let round = 0; round < 5; round += 1)
  looks.push([timedAlone('sharp(bytes).raw().toBuffer()'), timedAlone('lookAt(file)')])
tell(
  'looking at a 12-megapixel scan',
  `${median(looks.map(pair => pair[1])).toFixed(0)} ms against ${median(looks.map(pair => pair[0])).toFixed(0)} ms`,
  `${median(looks.map(([decode, own]) => own / decode)).toFixed(2)} ×`,
  '≤ 1.5 × sharp',
)

const bag = join(work, 'bag')
cpSync(join(work, 'one', 'bundle'), bag, { recursive: true })
const payload = Array.from({ length: 4 }, (_, index) => ({
  name: `data/large-${index}.bin`,
  bytes: randomBytes(50 * 1024 * 1024),
}))
const manifest = readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8')
for (const { name, bytes } of payload) writeFileSync(join(bag, name), bytes)
const sum = bytes => createHash('sha256').update(bytes).digest('hex')
writeFileSync(
  join(bag, 'manifest-sha256.txt'),
  manifest + payload.map(({ name, bytes }) => `${sum(bytes)}  ${name}\n`).join(''),
)
rmSync(join(bag, 'tagmanifest-sha256.txt'))
writeFileSync(join(bag, 'bag-info.txt'), '')

function bareLoop() {
  const buffer = Buffer.alloc(1024 * 1024)
  for (const { name } of payload) {
    const hash = createHash('sha256')
    const file = openSync(join(bag, name), 'r')
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read))
    hash.digest('hex')
    closeSync(file)
  }
}

const pairs = []
for (let round = 0; round < 7; round += 1) pairs.push([await time(bareLoop), await time(() => verifyBag(bag))])
tell(
  'verifying a 200 MB bag',
  `${median(pairs.map(pair => pair[1])).toFixed(0)} ms`,
  `${median(pairs.map(([loop, own]) => own / loop)).toFixed(2)} ×`,
  '≤ 1.1 × a bare loop',
)

rmSync(work, { recursive: true, force: true })
