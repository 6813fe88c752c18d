// English, in the words Alibaba Cloud's English help uses.
import { enSheet } from './sheet-problems.ts'
import type { Words } from './words.ts'

export const en: Words = {
  language: 'en',
  sheetProblems: enSheet,
  rules: {
    linted: (sheets, rules, problems) => `${sheets} sheets, ${rules} rules, ${problems} problems`,
    tested: (passed, failed) => `examples: ${passed} passed, ${failed} failed`,
  },
}
