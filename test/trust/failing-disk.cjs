// Preloaded with --require: the n-th call that writes below a folder fails, as a full or a broken disk would fail it.
const fs = require('node:fs')

const { FAULT_AT, FAULT_CODE, FAULT_BELOW, FAULT_LOG } = process.env
const { appendFileSync } = fs
let count = 0
const open = new Set()

function fails(call, path) {
  count += 1
  if (count !== Number(FAULT_AT)) return
  appendFileSync(FAULT_LOG, `${call}\n`)
  throw Object.assign(new Error(`${FAULT_CODE}: ${call}`), { code: FAULT_CODE, syscall: call, path })
}

const isOurs = path => typeof path === 'string' && require('node:path').resolve(path).startsWith(FAULT_BELOW)

for (const call of ['renameSync', 'mkdirSync', 'mkdtempSync']) {
  const given = fs[call]
  fs[call] = (path, ...rest) => {
    if (isOurs(path)) fails(call, path)
    return given(path, ...rest)
  }
}
const { openSync } = fs
fs.openSync = (path, flags, ...rest) => {
  const writes = isOurs(path) && typeof flags === 'string' && flags !== 'r'
  if (writes) fails('openSync', path)
  const file = openSync(path, flags, ...rest)
  if (writes) open.add(file)
  return file
}
for (const call of ['writeSync', 'fsyncSync', 'writeFileSync']) {
  const given = fs[call]
  fs[call] = (file, ...rest) => {
    if (open.has(file)) fails(call)
    return given(file, ...rest)
  }
}
