// Preloaded with --require: one call to the file system, counted below some folders, fails or does half of what it was asked.
const fs = require('node:fs')
const path = require('node:path')

const fds = new Map()
const disk = { at: 0, how: '', below: [], calls: [], fault: undefined, isArmed: false, isRecording: false }
const nothing = () => undefined

const isBelow = file => disk.below.some(folder => file === folder || file.startsWith(folder + path.sep))

/** The file a call is about, if it is one of those that are watched. */
function fileOf(name, [first, second]) {
  if (typeof first === 'number') return fds.get(first)
  const given = [first, second].filter(
    (each, index) =>
      (typeof each === 'string' || each instanceof URL || Buffer.isBuffer(each)) && (index === 0 || isTwo.test(name)),
  )
  return given.map(each => path.resolve(each instanceof URL ? each.pathname : String(each))).find(isBelow)
}
const isTwo = /^(?:rename|link|symlink|copyFile|cp)/

/** The lines of the program that asked, so that the same place in a loop counts once. */
function siteOf() {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 60
  const lines = (new Error().stack ?? '').split('\n').filter(line => /dist.app|node_modules/.test(line))
  Error.stackTraceLimit = stackTraceLimit
  return lines
    .slice(0, 3)
    .map(line => /([^/\\]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? line)
    .join(' ')
}

/** Not what libraries ask without waiting: yauzl takes a short read for the end of the file, which no local disk gives. */
const hasHalf = (name, args) =>
  (/^(?:read|write)Sync$/.test(name) && typeof args[0] === 'number' && sizeOf(args) > 1) || name === 'existsSync'

const sizeOf = ([, buffer, offset, length]) => {
  if (typeof buffer === 'string') return Buffer.byteLength(buffer)
  const options = typeof offset === 'object' && offset !== null ? offset : { offset, length }
  return options.length ?? (buffer?.byteLength ?? 0) - (options.offset ?? 0)
}

/** Undefined: the call goes through as it is. */
function faultFor(name, args) {
  if (!disk.isArmed) return undefined
  const file = fileOf(name, args)
  if (file === undefined) return undefined
  const number = disk.calls.length + 1
  disk.calls.push(disk.isRecording ? { name, file, site: siteOf(), halves: hasHalf(name, args) } : undefined)
  if (number !== disk.at || disk.fault !== undefined) return undefined
  disk.fault = { name, file }
  if (process.env.FAULT_LOG) {
    disk.isArmed = false
    fs.appendFileSync(process.env.FAULT_LOG, `${JSON.stringify(disk.fault)}\n`)
    disk.isArmed = true
  }
  return { file }
}

/** What is asked of an open file names none, as in Node. */
const errorOf = (name, file, [first]) =>
  Object.assign(new Error(`${disk.how}: ${name}`), {
    code: disk.how,
    errno: -1,
    syscall: name.replace(/Sync$/, '').replace('File', ''),
    ...(typeof first === 'number' ? {} : { path: file }),
  })

/** Half of the bytes, as `write` and `read` take them. */
function halved(args) {
  const [file, buffer, offset, length, position] = args
  const half = Math.max(1, Math.floor(sizeOf(args) / 2))
  if (typeof buffer === 'string') return [file, Buffer.from(buffer).subarray(0, half), 0, half, offset ?? null]
  if (typeof offset === 'object' && offset !== null) return [file, buffer, { ...offset, length: half }]
  return [
    file,
    buffer,
    typeof offset === 'number' ? offset : 0,
    half,
    typeof length === 'number' ? (position ?? null) : null,
  ]
}

/** A disk that is full has taken a part of what it was given. */
function fillUp(name, args, given) {
  if (!name.startsWith('write') || disk.how !== 'ENOSPC') return
  disk.isArmed = false
  try {
    if (name.startsWith('writeFile')) {
      const data = Buffer.from(args[1])
      fs.writeFileSync(args[0], data.subarray(0, data.length >> 1), typeof args[2] === 'object' ? args[2] : undefined)
    } else if (typeof args.at(-1) !== 'function') given(...halved(args))
  } catch {
    // As little as that fits.
  }
  disk.isArmed = true
}

for (const name of Object.keys(fs)) {
  const given = fs[name]
  const isSync = name.endsWith('Sync')
  if (typeof given !== 'function' || /^[A-Z_]|^(?:create|watch|unwatch)|^exists$/.test(name)) continue
  const twin = isSync || `${name}Sync` in fs
  if (!twin) continue
  const patched = function (...args) {
    const fault = faultFor(name, args)
    const last = args.at(-1)
    if (fault) {
      if (name === 'existsSync') return false
      if (disk.how === 'SHORT') {
        if (hasHalf(name, args)) return isSync ? given(...halved(args)) : given(...halved(args.slice(0, -1)), last)
      } else if (isSync) {
        fillUp(name, args, given)
        if (name.startsWith('close')) {
          fds.delete(args[0])
          given(...args)
        }
        throw errorOf(name, fault.file, args)
      } else if (typeof last === 'function') {
        if (name.startsWith('close')) given(args[0], nothing)
        return setImmediate(() => last(errorOf(name, fault.file, args)))
      }
    }
    const file = typeof args[0] === 'string' && name.startsWith('open') ? fileOf(name, args) : undefined
    if (name.startsWith('close')) fds.delete(args[0])
    if (isSync) {
      const result = given.apply(fs, args)
      if (name === 'openSync' && file !== undefined) fds.set(result, file)
      return result
    }
    if (name === 'open' && file !== undefined && typeof last === 'function')
      args[args.length - 1] = (error, fd) => {
        if (!error) fds.set(fd, file)
        last(error, fd)
      }
    return given.apply(fs, args)
  }
  fs[name] = Object.assign(patched, given)
}

for (const name of Object.keys(fs.promises)) {
  const given = fs.promises[name]
  if (typeof given !== 'function') continue
  fs.promises[name] = async (...args) => {
    const fault = faultFor(name, args)
    if (fault && disk.how !== 'SHORT') throw errorOf(name, fault.file, args)
    return given(...args)
  }
}
require('node:module').syncBuiltinESMExports()

/** From now on the n-th call below one of the folders does not do what it should; 0: all are only written down. */
exports.arm = ({ at, how, below }) =>
  Object.assign(disk, { at, how, below, calls: [], fault: undefined, isArmed: true, isRecording: at === 0 })

/** @returns what was called meanwhile, and what failed */
exports.disarm = () => {
  disk.isArmed = false
  return { calls: disk.calls, fault: disk.fault }
}

const { FAULT_AT, FAULT_HOW, FAULT_BELOW } = process.env
if (FAULT_AT) exports.arm({ at: Number(FAULT_AT), how: FAULT_HOW, below: [FAULT_BELOW] })
