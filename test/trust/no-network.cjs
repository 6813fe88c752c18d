// Preloaded with --require: whatever would open a socket or ask for a name is written down and refused.
const { appendFileSync } = require('node:fs')

const refuse = what =>
  function refused() {
    appendFileSync(process.env.NETWORK_LOG, `${what}\n`)
    throw new Error(`network: ${what}`)
  }

const doors = {
  net: ['connect', 'createConnection', 'createServer'],
  tls: ['connect', 'createServer'],
  dgram: ['createSocket'],
  http: ['request', 'get', 'createServer'],
  https: ['request', 'get', 'createServer'],
  http2: ['connect', 'createServer'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'lookupService', 'reverse'],
}
for (const [name, calls] of Object.entries(doors)) {
  const room = require(`node:${name}`)
  for (const call of calls) room[call] = refuse(`${name}.${call}`)
}
require('node:net').Socket.prototype.connect = refuse('Socket.connect')
for (const call of ['lookup', 'resolve']) require('node:dns').promises[call] = refuse(`dns.promises.${call}`)
globalThis.fetch = refuse('fetch')
globalThis.WebSocket = refuse('WebSocket')

const children = require('node:child_process')
for (const call of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']) {
  const given = children[call]
  children[call] = (...args) => {
    appendFileSync(process.env.CHILD_LOG, `${call} ${args[0]}\n`)
    return given(...args)
  }
}
