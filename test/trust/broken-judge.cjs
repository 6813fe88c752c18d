// Preloaded with --require: a bug in the middle of the work, whose message quotes what was being worked on, over several lines.
const fs = require('node:fs')

const readSync = fs.readSync
let filing = ''
fs.readSync = (file, buffer, ...rest) => {
  const read = readSync(file, buffer, ...rest)
  filing += Buffer.from(buffer).subarray(0, read).toString('utf8')
  return read
}

const normalize = Reflect.get(String.prototype, 'normalize')
Reflect.defineProperty(String.prototype, 'normalize', {
  value(...args) {
    if (!filing.includes('icp:')) return Reflect.apply(normalize, this, args)
    const quoted = filing.split('\n').map(line => `    at ${line} (${line}:1:1)`)
    throw new TypeError(`cannot read\n${quoted.join('\n')}\n    at ${filing.replaceAll('\n', ' ')}:1:1`)
  },
})
