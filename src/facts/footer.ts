// What follows from the foot of an open site: is it told, does it show the service's own number.
import { han } from '../model/han.ts'
import { fold } from '../model/fold.ts'
import { filingNumberProblem } from '../model/filing-number.ts'
import { here, within, type Fact, type Subject } from './fact.ts'

const serviceOf = (subject: Subject) => within(subject, 'service')?.service

/** The number stands there whole: 粤ICP备99000001号-1 is not shown by 粤ICP备99000001号-12. */
function showsNumber(subject: Subject): boolean | undefined {
  const text = serviceOf(subject)?.footer?.text
  const record = serviceOf(subject)?.record
  const number = record === 'none' ? undefined : record?.number
  if (text === undefined || number === undefined) return undefined
  const from = fold(text).indexOf(fold(number))
  return from >= 0 && !/\d/.test(fold(text).charAt(from + fold(number).length))
}

/** The number among the other words of a footer: from the province's character to the next blank. */
const numberIn = new RegExp(String.raw`[${han}]?\s?[Ii][Cc][Pp]\S*`, 'u')

/** `none`, or the slip in the number; `form` where there is no number at all. */
function numberProblem(subject: Subject): string | undefined {
  const text = serviceOf(subject)?.footer?.text
  if (text === undefined) return undefined
  const number = numberIn.exec(text)?.[0]
  return number === undefined ? 'form' : (filingNumberProblem(number) ?? 'none')
}

export const footerFacts = {
  'service.footer.number-problem': {
    scope: 'service',
    kind: 'code',
    codes: 'filing-number-problems',
    fields: here('footer.text'),
    of: numberProblem,
  },
  'service.footer.is-stated': {
    scope: 'service',
    kind: 'yes-no',
    fields: here('footer.text'),
    of: subject => serviceOf(subject)?.footer !== undefined,
  },
  'service.footer.shows-number': {
    scope: 'service',
    kind: 'yes-no',
    fields: here('footer.text', 'record.number'),
    of: showsNumber,
  },
} as const satisfies Record<string, Fact>
