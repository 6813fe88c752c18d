// The built program called many times in one process, each time in a world made anew, each time with one fault of the disk.
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const path = require('node:path')
const { arm, disarm } = require('./failing-disk.cjs')

const { appendFileSync, cpSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync } = fs
const { run } = require('../../dist/app/cli.cjs')

/** Every file by its path: its permissions, its size and a checksum. */
function look(folder) {
  const seen = {}
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    const mode = (lstatSync(file).mode & 0o777).toString(8)
    const bytes = entry.isFile() ? readFileSync(file) : undefined
    const sum = bytes && `${bytes.length} ${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`
    seen[path.relative(folder, file)] = `${mode} ${sum ?? 'folder'}`
  }
  return seen
}

const streams = ['stdout', 'stderr']

async function call(args) {
  const said = { stdout: '', stderr: '' }
  const given = streams.map(name => Reflect.get(process[name], 'write'))
  for (const name of streams)
    process[name].write = text => {
      said[name] += text
      return true
    }
  const { writeSync } = fs
  fs.writeSync = (file, bytes, ...rest) => {
    const name = [undefined, 'stdout', 'stderr'][file]
    if (name === undefined) return writeSync(file, bytes, ...rest)
    const part = Buffer.from(bytes).subarray(rest[0] ?? 0)
    said[name] += part.toString()
    return part.length
  }
  process.exitCode = undefined
  try {
    await run(args)
  } catch (error) {
    said.thrown = String(error?.stack ?? error)
  } finally {
    for (const [index, name] of streams.entries()) process[name].write = given[index]
    fs.writeSync = writeSync
  }
  const status = process.exitCode
  process.exitCode = 0
  return { ...said, status }
}

const isLeft = name => /(?:^|\/)\.|^tmp\//.test(name)

/** What is left over must be gone after the next run: of this process, or of one after it, in a copy of the world. */
async function tidied(next, world, copy) {
  const left = () => Object.keys(look(world)).filter(isLeft)
  if (left().length > 0) await call(next)
  if (left().length === 0) return { left: [] }
  cpSync(world, copy, { recursive: true })
  return { left: left(), again: copy }
}

async function main() {
  const { template, world, args, next, rounds, into } = JSON.parse(readFileSync(0, 'utf8'))
  process.env.TMPDIR = path.join(world, 'tmp')
  for (const { at, how } of rounds) {
    rmSync(world, { recursive: true, force: true })
    cpSync(template, world, { recursive: true, preserveTimestamps: true })
    mkdirSync(process.env.TMPDIR, { recursive: true })
    process.chdir(world)
    const before = at === 0 ? { before: look(world) } : {}
    arm({ at, how, below: [world] })
    const result = await call(args)
    const { calls, fault } = disarm()
    const files = look(world)
    const told = { at, how, ...before, ...result, files, ...(await tidied(next, world, `${world}-${at}-${how}`)) }
    const relative = each => ({ ...each, file: path.relative(world, each.file) })
    const counted = at === 0 ? { calls: calls.map(relative) } : { fault: fault && relative(fault) }
    appendFileSync(into, `${JSON.stringify({ ...told, ...counted })}\n`)
  }
}

void main()
