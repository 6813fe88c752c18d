// GitHub's workflow commands: annotations at the lines of a pull request.
import { visible } from '../model/visible.ts'
import type { Words } from '../locales/index.ts'
import type { Severity } from '../rules/source.ts'
import { alertsOfOne, orderOfAlert, type Alert } from './alert.ts'
import { summaryOf } from './counts.ts'
import { wholeGathered, type GatheredReporter } from './gathered.ts'
import { totalLines } from './total.ts'

const commands: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** GitHub shows ten errors and ten warnings of a step, so the strongest come first. Known findings are left out. */
export const githubGathered: GatheredReporter = {
  tell: (one, words, options) => [
    ...alertsOfOne(one, words, options)
      .filter(({ known }) => known !== true)
      .map(alert => ({ order: orderOfAlert(alert), text: annotation(alert, words) })),
    ...('reported' in one ? [{ order: ofSummaries, text: summaryOf(one.reported, words) }] : []),
  ],
  room: order => (order === ofSummaries ? 1 : Infinity),
  *document({ orders, texts }, total, words, options) {
    for (const order of orders) if (order !== ofSummaries) for (const text of texts(order)) yield `${text}\n`
    const [only = ''] = total.filings === 1 ? texts(ofSummaries) : []
    yield totalLines(total, only, words, options).join('\n')
  },
}

/** Only that of a single filing is told. */
const ofSummaries = 100

export const github = wholeGathered(githubGathered)

function annotation({ severity, path, place, title, lines, rule }: Alert, words: Words): string {
  const at = `file=${property(path)},line=${place.line},col=${place.column},title=${property(rule.id)}`
  const message = [title, ...lines, ...(rule.fix === undefined ? [] : [words.report.fix(rule.fix)])]
  return `::${commands[severity]} ${at}::${data(message.map(visible).join('\n'))}`
}
