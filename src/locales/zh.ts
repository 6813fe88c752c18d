// Chinese, as an administration writes it.
import { zhSheet } from './sheet-problems.ts'
import type { Words } from './words.ts'

export const zh: Words = {
  language: 'zh',
  sheetProblems: zhSheet,
  rules: {
    linted: (sheets, rules, problems) => `${sheets} 张规则表，${rules} 条规则，${problems} 个问题`,
    tested: (passed, failed) => `例子：${passed} 个通过，${failed} 个未通过`,
  },
}
