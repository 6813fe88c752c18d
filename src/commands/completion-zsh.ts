// The completion script for zsh.
import { quoted } from './completion-quote.ts'
import { paths, valued, type CommandPlace, type Values } from './completion-tree.ts'

const walk = (places: readonly CommandPlace[]) => `#compdef icp-prep
# zsh completion for icp-prep: source <(icp-prep completion zsh), behind compinit
_icp_prep() {
  local cur=$words[CURRENT] prev=$words[CURRENT-1] at='' word skip='' i
  local -a commands options
  if [[ $cur == --*=* ]]; then prev=\${cur%%=*}; compset -P '*='; cur=\${cur#*=}; fi
  for ((i = 2; i < CURRENT; i++)); do
    word=$words[i]
    if [[ -n $skip ]]; then skip=''; continue; fi
    case $word in (${valued(places).join('|')}) skip=1; continue;; esac
    case "\${at:+$at }$word" in (${paths(places).map(quoted).join('|')}) at="\${at:+$at }$word";; esac
  done
`

function reply(values: Values): string {
  switch (values.is) {
    case 'words': {
      const tail = values.words.some(word => word.endsWith('=')) ? "-S '' " : ''
      return `if [[ $cur == *:* ]]; then compset -P '*:'; _files; else compadd ${tail}-- ${values.words.map(quoted).join(' ')}; fi`
    }
    case 'list':
      return `compset -P '*,'; compadd -q -S '' -- ${values.words.map(quoted).join(' ')}`
    case 'file':
      return '_files'
    case 'folder':
      return '_files -/'
    case 'anything':
      return ':'
  }
}

/** A colon parts a name from what is said about it. */
const described = (name: string, about: string) => quoted(`${name.replaceAll(':', String.raw`\:`)}:${about}`)

function placeCase({ path, commands, options, argument }: CommandPlace): string {
  const values = options.flatMap(({ names, values: own }) =>
    own ? [`      (${names.join('|')}) ${reply(own)}; return;;\n`] : [],
  )
  const flags = options.flatMap(({ names, about }) => names.map(name => described(name, about)))
  const first =
    commands.length > 0
      ? `commands=(${commands.map(({ name, about }) => described(name, about)).join(' ')}); _describe -t commands command commands`
      : reply(argument)
  return `  (${quoted(path)})
    case $prev in
${values.join('')}    esac
    if [[ $cur == -* ]]; then options=(${flags.join(' ')}); _describe -o option options; else ${first}; fi;;
`
}

export function zshScript(places: readonly CommandPlace[]): string {
  return `${walk(places)}  case $at in\n${places.map(placeCase).join('')}  esac\n}\nif [[ $funcstack[1] == _icp_prep ]]; then _icp_prep "$@"; else compdef _icp_prep icp-prep; fi`
}
