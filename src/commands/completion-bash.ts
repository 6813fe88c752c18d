// The completion script for bash, 3.2 and later.
import { quoted } from './completion-quote.ts'
import { paths, valued, type CommandPlace, type Values } from './completion-tree.ts'

const head = `# bash completion for icp-prep: source <(icp-prep completion bash)
_icp_prep_reply() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do COMPREPLY+=("$line"); done
}
_icp_prep_words() { _icp_prep_reply < <(compgen -W "$1" -- "$cur"); [[ \${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null; }
_icp_prep_list() {
  local before=''
  [[ $cur == *,* ]] && before="\${cur%,*},"
  compopt -o nospace 2>/dev/null
  _icp_prep_reply < <(compgen -P "$before" -W "$1" -- "\${cur##*,}")
}
_icp_prep_files() { compopt -o filenames 2>/dev/null; _icp_prep_reply < <(compgen -f -- "$cur"); }
_icp_prep_folders() { compopt -o filenames 2>/dev/null; _icp_prep_reply < <(compgen -d -- "$cur"); }
`

const walk = (places: readonly CommandPlace[]) => `_icp_prep() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at='' word skip='' i
  COMPREPLY=()
  # bash parts words at = and at :, as in --reporter=sarif:FILE.
  if [[ $prev == : || $cur == : ]]; then
    [[ $cur == : ]] && cur=''
    _icp_prep_files
    return
  fi
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if [[ -n $skip ]]; then [[ $word == = ]] || skip=''; continue; fi
    case $word in ${valued(places).join('|')}) skip=1; continue;; esac
    case "\${at:+$at }$word" in ${paths(places).map(quoted).join('|')}) at="\${at:+$at }$word";; esac
  done
`

function reply(values: Values): string {
  switch (values.is) {
    case 'words':
      return `_icp_prep_words ${quoted(values.words.join(' '))}`
    case 'list':
      return `_icp_prep_list ${quoted(values.words.join(' '))}`
    case 'file':
      return '_icp_prep_files'
    case 'folder':
      return '_icp_prep_folders'
    case 'anything':
      return ':'
  }
}

function placeCase({ path, commands, options, argument }: CommandPlace): string {
  const values = options.flatMap(({ names, values: own }) =>
    own ? [`      ${names.join('|')}) ${reply(own)}; return;;\n`] : [],
  )
  const flags = options.flatMap(({ names }) => names)
  const first = commands.length > 0 ? reply({ is: 'words', words: commands.map(({ name }) => name) }) : reply(argument)
  return `  ${quoted(path)})
    case $prev in
${values.join('')}    esac
    if [[ $cur == -* ]]; then ${reply({ is: 'words', words: flags })}; else ${first}; fi;;
`
}

export function bashScript(places: readonly CommandPlace[]): string {
  return `${head}${walk(places)}  case $at in\n${places.map(placeCase).join('')}  esac\n}\ncomplete -F _icp_prep icp-prep`
}
