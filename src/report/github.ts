// GitHub's workflow commands: annotations at the lines of a pull request.
import { visible } from '../model/visible.ts'
import type { Words } from '../locales/index.ts'
import type { Severity } from '../rules/source.ts'
import { alertPieces, type Alert } from './alert.ts'
import { inOrder } from './pieces.ts'
import type { ReportOptions, Reported, Unusable } from './reported.ts'
import { totalOf } from './total.ts'

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** GitHub shows ten errors and ten warnings of a step, so the strongest come first. Known findings are left out. */
export function github(
  all: readonly Reported[],
  words: Words,
  options: ReportOptions,
  unusable: readonly Unusable[],
): string {
  const alerts = inOrder(all, unusable)
    .flatMap(one => alertPieces(one, words, options))
    .sort((one, other) => one.order - other.order)
    .map(({ alert }) => alert)
    .filter(({ known }) => known !== true)
  return [...alerts.map(alert => annotation(alert, words)), ...totalOf(all, words, options)].join('\n')
}

function annotation({ severity, path, place, title, lines, rule }: Alert, words: Words): string {
  const at = `file=${property(path)},line=${place.line},col=${place.column},title=${property(rule.id)}`
  const message = [title, ...lines, ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)])]
  return `::${commands[severity]} ${at}::${data(message.map(visible).join('\n'))}`
}
