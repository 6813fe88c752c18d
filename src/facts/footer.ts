// What follows from the foot of an open site: is it told, does it show the service's own number.
import { here, within, type Fact, type Subject } from './fact.ts'

const serviceOf = (subject: Subject) => within(subject, 'service')?.service

const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** The number stands there whole: 粤ICP备99000001号-1 is not shown by 粤ICP备99000001号-12. */
function showsNumber(subject: Subject): boolean | undefined {
  const text = serviceOf(subject)?.footer?.text
  const record = serviceOf(subject)?.record
  const number = record === 'none' ? undefined : record?.number
  if (text === undefined || number === undefined) return undefined
  const from = fold(text).indexOf(fold(number))
  return from >= 0 && !/\d/.test(fold(text).charAt(from + fold(number).length))
}

export const footerFacts = {
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
