// `icp-prep rules new`: a sheet, a rule or a material to fill in, and what to do next.
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { readRulesFolder } from '../disk/rules-folder.ts'
import { writeFileAtomically } from '../disk/write-file.ts'
import type { Words } from '../locales/index.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

export const kinds = ['province', 'provider', 'rule', 'material'] as const
type Kind = (typeof kinds)[number]

const isKind = (kind: string): kind is Kind => kinds.some(known => known === kind)
const isId = (name: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)

const todoSource = (today: string) => `  to-do:
    kind: provider-guide # regulation | notice | office-guide | provider-guide | public-code | report
    publisher: TODO
    title: TODO
    as-of: unknown # the date the source gives of itself
    read: ${today}
`

/** Its two examples fail until the rule is written: that is what to start from. */
const todoRule = (id: string) => `  - id: ${id}
    title: { zh: TODO 写出要求, en: TODO state the requirement }
    when: { service.kind: website }
    require: { domain.days-left: { at-least: 1 } }
    severity: warning
    fix: { zh: TODO 写出办法, en: TODO say what to do }
    source: { to-do: TODO }
    examples:
      - pass: { service.kind: website, domain.days-left: 0 }
      - fail: { service.kind: website, domain.days-left: 1 }
`

const head = (id: string, folder: string) => `# yaml-language-server: $schema=../sheet.schema.json
sheet: ${id}
extends: national
title: { zh: TODO, en: TODO }
${folder === 'provinces' ? "province: { code: '00', letter: 京, office: { zh: TODO, en: TODO } }" : 'provider: { zh: TODO, en: TODO }'}
`

const material = (id: string) => `material: ${id}
title: { zh: TODO, en: TODO }
order: 999
what: { zh: TODO 是什么、从哪里来, en: TODO what it is and where it comes from }
form: { zh: TODO 谁签字、是否盖章, en: TODO who signs and seals it }
picture: { zh: TODO 怎样拍摄, en: TODO how to photograph it }
`

/** @param name the id of the sheet or material; of a rule, `sheet/rule` */
export function newEntry(root: string, kind: string, name: string, today: string, words: Words): Outcome {
  if (!isKind(kind)) throw new UserError({ code: 'wrong-option', option: 'rules new', got: kind, known: kinds })
  if (kind === 'rule') return newRule(root, name, today, words)
  if (!isId(name)) throw new UserError({ code: 'bad-id', got: name })
  const folder = { province: 'provinces', provider: 'providers', material: 'materials' }[kind]
  const file = join(root, folder, `${name}.yaml`)
  if (isThere(file)) throw new UserError({ code: 'filing-exists', path: file })
  const sheet = `${head(name, folder)}\nsources:\n${todoSource(today)}\nrules:\n${todoRule('first-rule')}`
  mkdirSync(dirname(file), { recursive: true })
  writeFileAtomically(file, kind === 'material' ? material(name) : sheet, 0o644)
  const next = kind === 'material' ? 'icp-prep rules lint' : `icp-prep rules test ${name}`
  return { text: words.rules.made(file, next), code: exit.ready }
}

/** Appended to its sheet, with a source to fill in where the sheet has none of that name. */
function newRule(root: string, name: string, today: string, words: Words): Outcome {
  const [sheetId = '', id = ''] = name.split('/')
  const written = readRulesFolder(root).sheets.find(({ sheet }) => sheet?.sheet === sheetId)
  if (!written?.sheet || !isId(id)) throw new UserError({ code: 'bad-id', got: name })
  if (written.sheet.rules.some(rule => rule.id === id)) throw new UserError({ code: 'filing-exists', path: name })
  const file = join(root, written.file)
  const text = readFileSync(file, 'utf8').trimEnd()
  const withSource =
    'to-do' in written.sheet.sources ? text : text.replace(/^sources:\n/m, `sources:\n${todoSource(today)}`)
  writeFileAtomically(file, `${withSource}\n\n${todoRule(id)}`, 0o644)
  return { text: words.rules.made(file, `icp-prep rules test ${sheetId}`), code: exit.ready }
}
