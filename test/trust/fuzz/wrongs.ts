// What no call may do, whatever it is given.
import { mostBytes } from './machine.ts'
import type { Became, Case, Ran } from './case.ts'

/** Nobody sees these, or they move what one sees. */
export const unseen = /[^\P{Cc}\t\n]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** Sequences that set colours, where colours are asked for. */
// eslint-disable-next-line no-control-regex
export const colours = /\u001B\[[\d;]*m/g

const stack = /^\s+at .+(?::\d+:\d+\)?|<anonymous>\)?)$|\bnode:internal\b|^\w*Error: /m

/** Numbers of people that the cases are made of, standing for themselves; but for a filing's own path, which code hosts need whole. */
const numbers =
  /(?<![\dA-Za-z])(?:44030519900101123X|440106199406158825|1(?:38001380|39001390|37001370|36001360)00)(?!\d|\/icp\.yaml|\.yaml)/

const documented = [0, 1, 2]

/** Empty for what is well. */
export function wrongsOf(became: Became, { args }: Pick<Case, 'args'>): string[] {
  if (became.is !== 'ran') return [`${became.is}: ${became.told}`]
  return [
    ...(documented.includes(became.code ?? -1) ? [] : [`exit code ${became.code}`]),
    ...(became.crash === undefined ? [] : [`crash: ${became.crash}`]),
    ...became.outside.filter(call => !isAskedFor(call, args)).map(call => `outside: ${call}`),
    ...became.left.map(name => `left behind: ${name}`),
    ...(became.rss > mostBytes ? [`memory: ${became.rss} bytes`] : []),
    ...printed(became),
  ]
}

/** Whoever names a folder elsewhere, as in `init /`, is obeyed. `call`: what was called and the path it was given. */
const isAskedFor = (call: string, args: readonly string[]) =>
  args.some(arg => arg.startsWith('/') && call.slice(call.indexOf(' ') + 1).startsWith(arg))

function printed({ stdout, stderr }: Ran): string[] {
  return Object.entries({ stdout, stderr }).flatMap(([where, text]) => [
    ...quoted(where, 'unseen', text.replaceAll(colours, ''), unseen),
    ...quoted(where, 'stack', text, stack),
    ...quoted(where, 'number', text, numbers),
  ])
}

function quoted(where: string, what: string, text: string, wrong: RegExp): string[] {
  const found = wrong.exec(text)
  return found
    ? [`${what} on ${where}: ${JSON.stringify(text.slice(Math.max(0, found.index - 80), found.index + 80))}`]
    : []
}
