// What a rule asks for, what to do and on whose word, as text and as Markdown with links.
import { link, plain } from '../model/escape-markdown.ts'
import type { Words } from '../locales/index.ts'
import type { AlertRule } from './alert.ts'
import { sourceLine } from './tell.ts'

export function ruleHelp(rule: AlertRule, words: Words): { text: string; markdown: string } {
  const told = [
    rule.title,
    ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)]),
    ...(rule.conflict === undefined ? [] : [words.report.conflict(rule.conflict)]),
  ]
  const sources = rule.sources.map(source => ({ line: sourceLine(source, words), url: source.url }))
  return {
    text: [
      ...told,
      ...sources.map(({ line, url }) => `${words.report.source(line)}${url === undefined ? '' : ` ${url}`}`),
    ].join('\n'),
    markdown: [
      ...told.map(line => `${plain(line)}\n`),
      ...sources.map(({ line, url }) => `- ${words.ci.source}: ${link(line, url)}`),
    ].join('\n'),
  }
}
