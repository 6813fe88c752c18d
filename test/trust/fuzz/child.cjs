// The program in a process that outlives a case: runs each call it is sent in a folder of its own, and says what became of it.
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const paths = require('node:path')
const { Readable } = require('node:stream')

const root = fs.realpathSync(process.env.FUZZ_ROOT)
const room = paths.join(root, 'case')
const temporary = paths.join(root, 'tmp')
const home = paths.join(root, 'home')

const plain = { ...fs }
const outside = []

/** Where a path leads once links are followed; the last part need not be there. */
function realOf(path) {
  const whole = Buffer.isBuffer(path) ? paths.resolve(path.toString('latin1')) : paths.resolve(String(path))
  let [above, rest] = [whole, '']
  for (;;) {
    try {
      return paths.join(plain.realpathSync(above), rest)
    } catch {
      if (paths.dirname(above) === above) return whole
      rest = paths.join(paths.basename(above), rest)
      above = paths.dirname(above)
    }
  }
}

/** Nothing above the folder of all cases is ever touched, whatever the program thinks. */
function guard(call, path) {
  if (typeof path === 'number' || (path instanceof URL && path.protocol !== 'file:')) return
  const real = realOf(path)
  if (real === root || real.startsWith(root + paths.sep) || real === '/dev/null') return
  outside.push(`${call} ${real}`)
  throw Object.assign(new Error(`EACCES: ${call}`), { code: 'EACCES', syscall: call, path: String(path) })
}

const one = [
  'writeFile',
  'appendFile',
  'mkdir',
  'mkdtemp',
  'rm',
  'rmdir',
  'unlink',
  'chmod',
  'truncate',
  'utimes',
  'createWriteStream',
]
const two = ['rename', 'symlink', 'link', 'copyFile', 'cp']
for (const [calls, places] of [
  [one, [0]],
  [two, [0, 1]],
]) {
  for (const name of calls) {
    for (const [where, call] of [
      [fs, name],
      [fs, `${name}Sync`],
      [fs.promises, name],
    ]) {
      const given = where[call]
      if (typeof given !== 'function') continue
      where[call] = function (...args) {
        for (const at of places)
          if (!(name === 'copyFile' || name === 'cp' || name === 'symlink') || at === 1) guard(call, args[at])
        return given.apply(this, args)
      }
    }
  }
}
for (const [where, call] of [
  [fs, 'open'],
  [fs, 'openSync'],
  [fs.promises, 'open'],
]) {
  const given = where[call]
  where[call] = function (path, flags, ...rest) {
    const reads = flags === undefined || flags === 'r' || typeof flags === 'function' || flags === fs.constants.O_RDONLY
    const onlyReads = typeof flags === 'number' && (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) === 0
    if (!reads && !onlyReads) guard(call, path)
    return given.call(this, path, flags, ...rest)
  }
}

/** What the case says: the program writes to the files of its streams, and to the streams where these are in use. */
let told = { stdout: '', stderr: '' }
fs.writeSync = (file, data, ...rest) => {
  const name = { 1: 'stdout', 2: 'stderr' }[file]
  if (name === undefined) return plain.writeSync(file, data, ...rest)
  told[name] += Buffer.from(data).toString()
  return Buffer.byteLength(data)
}

const { run } = require('../../../dist/app/cli.cjs')

const bytesOf = content => (typeof content === 'string' ? content : Buffer.from(content.hex, 'hex'))
/** Names may be bytes that are no text. */
const placeOf = name => Buffer.concat([Buffer.from(`${room}/`), Buffer.from(bytesOf(name))])

function clear(folder) {
  try {
    plain.rmSync(folder, { recursive: true, force: true })
  } catch {
    // Names that are no text can be made by Node, and not be removed.
    spawnSync('rm', ['-rf', folder])
  }
}

function furnish({ files, links = [] }) {
  for (const folder of [room, temporary, home]) {
    clear(folder)
    plain.mkdirSync(folder)
  }
  for (const [name, content] of files) {
    const place = placeOf(name)
    try {
      const end = place.lastIndexOf(0x2f)
      if (end > 0) plain.mkdirSync(place.subarray(0, end), { recursive: true })
      plain.writeFileSync(place, bytesOf(content))
    } catch {
      // A name no file can have here: then the program meets a missing file.
    }
  }
  for (const [name, target] of links) plain.symlinkSync(target, placeOf(name))
}

const own = { ...process.env }
function surround(env = {}) {
  for (const name of Object.keys(process.env)) delete process.env[name]
  Object.assign(process.env, { PATH: own.PATH, HOME: home, TMPDIR: temporary, ...env })
  for (const [name, value] of Object.entries(env)) if (value === null) delete process.env[name]
}

let crash
process.on('uncaughtException', error => (crash = `uncaught ${error?.stack}`))
process.on('unhandledRejection', error => (crash = `unhandled ${error?.stack}`))
const exit = process.exit.bind(process)
process.exit = code => {
  crash = `exit ${code}`
  throw new Error('exit')
}

const below = folder => plain.readdirSync(folder)

async function judge({ args, files, links, stdin, env }) {
  furnish({ files, links })
  process.chdir(room)
  surround(env)
  told = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'])
    process[name].write = text => {
      told[name] += text
      return true
    }
  const input = Readable.from(stdin === undefined ? [] : [Buffer.from(bytesOf(stdin))])
  Object.defineProperty(process, 'stdin', { value: input, configurable: true })
  crash = undefined
  outside.length = 0
  process.exitCode = undefined
  try {
    await run(args)
  } catch (error) {
    crash ??= `thrown ${error?.stack}`
  }
  await new Promise(resolve => setImmediate(resolve))
  const code = process.exitCode
  process.exitCode = undefined
  process.removeAllListeners('SIGTERM')
  process.removeAllListeners('SIGINT')
  process.chdir(root)
  const left = [
    ...below(temporary),
    ...below(home),
    ...below(root).filter(name => !['case', 'tmp', 'home'].includes(name)),
  ]
  return { ...told, code, crash, outside: [...outside], left, rss: process.resourceUsage().maxRSS * 1024 }
}

const failed = error => ({
  stdout: '',
  stderr: '',
  crash: `the case itself: ${error.stack}`,
  outside: [],
  left: [],
  rss: 0,
})
process.on(
  'message',
  task =>
    void judge(task)
      .catch(failed)
      .then(outcome => process.send(outcome)),
)
process.on('disconnect', () => exit())
process.send('ready')
