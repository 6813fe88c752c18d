// `icp-prep rules list | show | explain`: what the sheets say, for a reader.
import { compileRule, factsOf } from '../rules/compile.ts'
import { readRulesFolder, type WrittenSheet } from '../disk/rules-folder.ts'
import { nearest } from '../model/nearest.ts'
import { factNames } from '../locales/fact-names.ts'
import { isFactName } from '../facts/index.ts'
import type { Words } from '../locales/index.ts'
import type { Line } from '../rules/rule.ts'
import type { RuleEntry, Sheet } from '../rules/sheet.ts'
import { exit, type Outcome } from './outcome.ts'
import { UserError } from './user-error.ts'

const sheetsIn = (root: string) =>
  readRulesFolder(root).sheets.flatMap(({ sheet, folder }) => (sheet ? [{ sheet, folder }] : []))

export function listRules(root: string, words: Words): Outcome {
  const lines = sheetsIn(root).map(({ sheet, folder }: { sheet: Sheet; folder: WrittenSheet['folder'] }) => {
    const dates = Object.values(sheet.sources)
      .map(source => source['as-of'])
      .filter(date => date !== 'unknown')
      .sort()
    return words.rules.listed(
      folder,
      sheet.sheet,
      sheet.title[words.language],
      sheet.rules.length,
      dates[0],
      dates.at(-1),
    )
  })
  return { text: lines.join('\n'), code: exit.ready }
}

function sheetNamed(root: string, name: string): Sheet {
  const sheets = sheetsIn(root).map(({ sheet }) => sheet)
  const found = sheets.find(({ sheet }) => sheet === name)
  if (!found)
    throw new UserError({ code: 'wrong-option', option: 'rules', got: name, known: sheets.map(({ sheet }) => sheet) })
  return found
}

export function showSheet(root: string, name: string, words: Words): Outcome {
  const sheet = sheetNamed(root, name)
  const lines = sheet.rules.map(entry => {
    const { id, severity, verb } = compileRule(sheet, entry)
    return `${id}  [${verb} · ${words.severity[severity]}]  ${entry.title[words.language]}`
  })
  return { text: lines.join('\n'), code: exit.ready }
}

/** Every entry of the rule, the one in force and those before it. */
export function explainRule(root: string, id: string, words: Words): Outcome {
  const [name = '', rule = ''] = id.split('/')
  const sheet = sheetNamed(root, name)
  const entries = sheet.rules.filter(entry => entry.id === rule)
  if (entries.length === 0) {
    const known = sheet.rules.map(entry => entry.id)
    const meant = nearest(rule, known)
    throw new UserError({
      code: 'wrong-option',
      option: 'rules explain',
      got: id,
      known: (meant ? [meant] : known).map(each => `${name}/${each}`),
    })
  }
  return { text: entries.map(entry => explain(sheet, entry, words)).join('\n\n'), code: exit.ready }
}

function explain(sheet: Sheet, entry: RuleEntry, words: Words): string {
  const rule = compileRule(sheet, entry)
  const language = words.language
  const parts = words.rules.parts
  const list = (lines: readonly Line[]) =>
    lines.map(line => `${line.fact}: ${line.word} ${JSON.stringify(line.takes)}`).join('; ')
  const facts = [...new Set(factsOf([...rule.when, ...rule.require]))]
  const rows: readonly (readonly [string, string | undefined])[] = [
    [parts.severity, words.severity[rule.severity]],
    [parts.step, words.steps[rule.step].title],
    [parts.when, list(rule.when) || undefined],
    [parts.require, list(rule.require) || undefined],
    [parts.needs, rule.needs.join(', ') || undefined],
    [parts.text, rule.text?.[language]],
    [parts.fix, rule.fix?.[language]],
    [parts.dates, rule.since || rule.until ? `${rule.since ?? '…'} – ${rule.until ?? '…'}` : undefined],
    [parts.replaces, rule.replaces.join(', ') || undefined],
    [parts.conflict, rule.conflict?.[language]],
    [
      parts.facts,
      words.list(
        facts.map(name => (isFactName(name) ? `${factNames[name][language === 'zh' ? 0 : 1]} (${name})` : name)),
      ),
    ],
  ]
  const sources = Object.entries(rule.source).map(([id, where]) => {
    const source = sheet.sources[id]
    return source
      ? `  - ${source.publisher} · ${source.title}${where ? ` › ${where}` : ''} · ${source['as-of']} · ${source.read}${source.url ? `\n    ${source.url}` : ''}`
      : `  - ${id}`
  })
  return [
    `${rule.id}  ${rule.title[language]}`,
    ...rows.flatMap(([label, value]) => (value === undefined ? [] : [`${label} ${value}`])),
    parts.sources,
    ...sources,
  ].join('\n')
}
