// The completion script for fish.
import { fishQuoted } from './completion-quote.ts'
import { paths, valued, type CommandPlace, type OptionPlace, type Values } from './completion-tree.ts'

const walk = (places: readonly CommandPlace[]) => `# fish completion for icp-prep: icp-prep completion fish | source
function __icp_prep_at
    set -l at ''
    set -l skip 0
    for word in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case ${valued(places).map(fishQuoted).join(' ')}
                set skip 1
                continue
        end
        switch (string trim -- "$at $word")
            case ${paths(places).map(fishQuoted).join(' ')}
                set at (string trim -- "$at $word")
        end
    end
    test "$at" = "$argv[1]"
end
`

/** What fish completes with, and whether files are not to be among it. */
function reply(values: Values): string {
  switch (values.is) {
    case 'words':
      return `-x -a ${fishQuoted(values.words.join(' '))}`
    case 'list':
      return `-x -a ${fishQuoted(`(__fish_append , ${values.words.join(' ')})`)}`
    case 'file':
      return '-r -F'
    case 'folder':
      return `-x -a ${fishQuoted('(__fish_complete_directories)')}`
    case 'anything':
      return '-x'
  }
}

const flagged = (name: string) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)

const optionLine = (at: string, { names, about, values }: OptionPlace) =>
  `${at} ${names.map(flagged).join(' ')}${values ? ` ${reply(values)}` : ''} -d ${fishQuoted(about)}\n`

function placeLines({ path, commands, options, argument }: CommandPlace): string {
  const at = `complete -c icp-prep -n ${fishQuoted(`__icp_prep_at "${path}"`)}`
  const own = commands.map(({ name, about }) => `${at} -f -a ${name} -d ${fishQuoted(about)}\n`)
  const taken =
    argument.is === 'file'
      ? ''
      : `${at} -f${argument.is === 'anything' ? '' : ` ${reply(argument).replace('-x ', '')}`}\n`
  return [...own, ...(commands.length > 0 ? [] : [taken]), ...options.map(option => optionLine(at, option))].join('')
}

export function fishScript(places: readonly CommandPlace[]): string {
  return `${walk(places)}${places.map(placeLines).join('')}`.trimEnd()
}
