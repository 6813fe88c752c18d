// Tells which of the expressions it is given on stdin take longer than the text they are tried on is long.
const { readFileSync } = require('node:fs')

const length = 10_000
/** A linear one takes a tenth of a millisecond, one that tries every part of the text fifty or more. */
const most = 15

const usual = [' ', '\n', '0', '1', 'a', 'A', '-', '.', '/', '"', '\\', '*', '`', '<', '一', '海', '\u00A0']

/** The letters an expression names are those that keep it busy. */
function lettersOf(pattern) {
  const bare = pattern.replace(/\\[pP]\{[^}]*\}|\\u(?:\{[^}]*\}|[\da-fA-F]{4})|\\[swdbnrtSWDB]|\(\?<?[=!:]/g, '')
  return [...new Set(bare)].filter(letter => !'()[]{}+?|^$'.includes(letter))
}

function* textsFor(pattern) {
  const own = lettersOf(pattern).slice(0, 12)
  const letters = [...new Set([...usual, ...own])]
  const escaped = own.map(letter => `\\${letter}`)
  for (const first of ['', '1', '"', '(', ...own.slice(0, 4)])
    for (const part of [...letters, ...escaped])
      // In a text of Latin letters alone V8 looks for nothing else.
      for (const last of ['\0', '\0海']) yield `${first}${part.repeat(length / part.length)}${last}`
}

function time(expression, text) {
  const begun = process.hrtime.bigint()
  expression.test(text)
  return Number(process.hrtime.bigint() - begun) / 1e6
}

/** A busy machine is slow once, not three times. */
function isSlow({ pattern, flags }) {
  const expression = new RegExp(pattern, flags.replace(/[gy]/g, ''))
  for (const text of textsFor(pattern))
    if ([1, 2, 3].every(() => time(expression, text) > most)) return JSON.stringify(text.slice(0, 4))
  return undefined
}

const slow = JSON.parse(readFileSync(0, 'utf8')).flatMap(written => {
  const text = isSlow(written)
  return text === undefined ? [] : [`${written.where}: /${written.pattern}/ on ${text}`]
})
process.stdout.write(JSON.stringify(slow))
