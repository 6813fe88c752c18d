// What is wrong in a sheet, told to those who maintain the rules.
import type { SheetProblem, SheetProblemCode } from '../rules/problem.ts'
import { enYamlProblem, zhYamlProblem } from './file-problems.ts'

type Sentence = (problem: SheetProblem) => string
export type SheetSentences = Record<SheetProblemCode, Sentence>

const shown = (text: string | undefined) => `"${text ?? ''}"`
const zhMeant = ({ meant }: SheetProblem) => (meant ? `（您是指 ${meant} 吗？）` : '')
const enMeant = ({ meant }: SheetProblem) => (meant ? ` (did you mean ${meant}?)` : '')

export const zhSheet: SheetSentences = {
  syntax: ({ got = '', want = '' }) => zhYamlProblem(got, want),
  unseen: ({ got }) => `文字里有看不见的字符 ${got}；请删除（控制字符、换行、改变书写方向的字符都不能用）`,
  'unknown-key': problem => `未知的键 ${shown(problem.got)}${zhMeant(problem)}`,
  'missing-key': ({ got, want }) => `缺少 ${shown(got)}（应为 ${want}）`,
  'wrong-type': ({ got, want }) => `${shown(got)} 不合要求；应为 ${want}`,
  'unknown-fact': problem => `未知事实 ${shown(problem.got)}；可用：${problem.want}${zhMeant(problem)}`,
  'unknown-word': problem => `未知条件词 ${shown(problem.got)}；可用：${problem.want}${zhMeant(problem)}`,
  'wrong-condition': ({ got, want }) => `条件 ${shown(got)} 写法不对${want ? `：${want}` : ''}`,
  verbs: ({ got }) => `每条规则只能有一个动词（require、needs、confirm、note）；现有：${got || '无'}`,
  'unknown-source': problem =>
    `来源 ${shown(problem.got)} 未在 sources 中定义；已定义：${problem.want}${zhMeant(problem)}`,
  'no-source': () => '规则必须注明来源',
  'unused-source': ({ got }) => `来源 ${shown(got)} 没有规则引用`,
  'severity-above-evidence': ({ got, want }) => `所引来源最多支持 ${want}，而规则写的是 ${got}`,
  overlap: ({ got }) => `规则 ${shown(got)} 有两条同时有效；请给旧条目加上 until`,
  'replaced-rule-gone': problem => `被替换的规则 ${shown(problem.got)} 不存在${zhMeant(problem)}`,
  'replaced-twice': ({ got, want }) => `${shown(got)} 已被 ${want} 替换，而同一份备案会同时用到这两张规则表`,
  'unknown-list': problem => `没有名为 ${shown(problem.got)} 的词表或代码表${zhMeant(problem)}`,
  'unused-list': ({ got }) => `词表 ${shown(got)} 没有任何规则或事实使用`,
  'unknown-material': problem => `rules/materials/ 中没有材料 ${shown(problem.got)}${zhMeant(problem)}`,
  'mixed-subjects': ({ got }) => `一条规则不能同时针对 ${got}；请拆成两条，或先定义一个事实`,
  'no-positive-example': ({ want }) => `缺少会触发的例子（${want}）`,
  'no-negative-example': ({ want }) => `缺少不会触发的例子（${want}）`,
  'example-fact': problem => `例子里的未知事实 ${shown(problem.got)}${zhMeant(problem)}`,
  'example-fails': ({ got, want }) => `例子应为 ${want}，实际判定为 ${got}`,
  'unknown-code': problem => `${shown(problem.got)} 不在代码表中；可用：${problem.want}${zhMeant(problem)}`,
  'wrong-name': ({ got, want }) => `名称 ${shown(got)} 与文件名不一致；应为 ${want}`,
  'template-line': ({ got, want }) => `看不懂 ${shown(got)}；应为 ${want}`,
  'template-alone': problem => `这份模板没有对应的材料：缺少 ${problem.got}.yaml${zhMeant(problem)}`,
  'template-title': ({ got }) => `模板以一行标题（# …）开头，且只有一个；现有 ${got} 个`,
  'template-field': ({ got }) => `${shown(got)} 逐日变化或说的是扫描件，不能印在文书上`,
}

export const enSheet: SheetSentences = {
  syntax: ({ got = '', want = '' }) => enYamlProblem(got, want),
  unseen: ({ got }) =>
    `holds ${got}, a character nobody sees; delete it (no control characters, line breaks or marks of direction)`,
  'unknown-key': problem => `unknown key ${shown(problem.got)}${enMeant(problem)}`,
  'missing-key': ({ got, want }) => `${shown(got)} is missing (expected: ${want})`,
  'wrong-type': ({ got, want }) => `${shown(got)} does not fit; expected: ${want}`,
  'unknown-fact': problem => `unknown fact ${shown(problem.got)}; there are: ${problem.want}${enMeant(problem)}`,
  'unknown-word': problem =>
    `unknown condition word ${shown(problem.got)}; there are: ${problem.want}${enMeant(problem)}`,
  'wrong-condition': ({ got, want }) => `condition ${shown(got)} is not written properly${want ? `: ${want}` : ''}`,
  verbs: ({ got }) => `a rule has exactly one verb (require, needs, confirm, note); found: ${got || 'none'}`,
  'unknown-source': problem =>
    `source ${shown(problem.got)} is not defined under sources; defined: ${problem.want}${enMeant(problem)}`,
  'no-source': () => 'a rule must name its source',
  'unused-source': ({ got }) => `no rule cites the source ${shown(got)}`,
  'severity-above-evidence': ({ got, want }) => `its sources carry ${want} at most, but the rule says ${got}`,
  overlap: ({ got }) => `two entries of the rule ${shown(got)} are in force at once; give the older one an until`,
  'replaced-rule-gone': problem => `the replaced rule ${shown(problem.got)} does not exist${enMeant(problem)}`,
  'replaced-twice': ({ got, want }) =>
    `${shown(got)} is replaced by ${want} already, and one filing may use both sheets`,
  'unknown-list': problem => `there is no list or code table named ${shown(problem.got)}${enMeant(problem)}`,
  'unused-list': ({ got }) => `no rule and no fact uses the list ${shown(got)}`,
  'unknown-material': problem => `rules/materials/ has no material ${shown(problem.got)}${enMeant(problem)}`,
  'mixed-subjects': ({ got }) => `one rule cannot be about ${got} at once; write two rules, or name a fact first`,
  'no-positive-example': ({ want }) => `an example that fires is missing (${want})`,
  'no-negative-example': ({ want }) => `an example that does not fire is missing (${want})`,
  'example-fact': problem => `unknown fact ${shown(problem.got)} in an example${enMeant(problem)}`,
  'example-fails': ({ got, want }) => `the example says ${want}, the rule says ${got}`,
  'unknown-code': problem =>
    `${shown(problem.got)} is not in the code table; there are: ${problem.want}${enMeant(problem)}`,
  'wrong-name': ({ got, want }) => `the name ${shown(got)} differs from the file's; expected: ${want}`,
  'template-line': ({ got, want }) => `${shown(got)} is not understood; expected: ${want}`,
  'template-alone': problem => `this template has no material: ${problem.got}.yaml is missing${enMeant(problem)}`,
  'template-title': ({ got }) => `a template begins with its only title (# …); found: ${got}`,
  'template-field': ({ got }) => `${shown(got)} changes by the day or is about a scan and cannot be printed`,
}
