// What `status` says of a filing on its way, and of what cannot be entered.
import type { Milestone, ProgressProblem } from '../model/progress.ts'

/** Why an entry of `--set` is refused. */
export type StatusProblem =
  | { readonly is: 'form'; readonly got: string; readonly known: readonly string[]; readonly meant?: string }
  | { readonly is: 'day'; readonly mark: string; readonly got: string }
  | { readonly is: 'number'; readonly got: string; readonly why: string }
  | { readonly is: 'bundle'; readonly path: string }
  | { readonly is: 'several'; readonly path: string; readonly filings: number }
  | { readonly is: 'not-of-type'; readonly mark: string; readonly type: string }
  | ProgressProblem

export type StatusWords = {
  readonly problem: (problem: StatusProblem, titleOf: (mark: Milestone | 'returned') => string) => string
  readonly returned: string
  readonly sentBack: (day: string) => string
  readonly preparing: string
  readonly finished: string
  readonly nothingToFile: string
  readonly left: (days: number) => string
  readonly overdue: (days: number) => string
  /** an administration has had more time than the law gives it */
  readonly late: string
  readonly smsOver: string
  readonly steps: string
  readonly ends: string
  readonly numbers: (numbers: readonly string[]) => string
  readonly otherProvince: (number: string, letter: string) => string
  readonly set: (command: string) => string
  readonly total: (filings: number, overdue: number) => string
}

export const zhStatus: StatusWords = {
  problem: (problem, titleOf) => {
    switch (problem.is) {
      case 'form':
        return `--set 写的是“${problem.got}”；应为“步骤=日期”，如 submitted=2026-11-25。${problem.meant === undefined ? `可用：${problem.known.join('、')}` : `您是指 ${problem.meant} 吗？`}`
      case 'day':
        return `${problem.mark} 写的是“${problem.got}”；应为存在的日期，如 2026-11-25，或 today；留空则删除`
      case 'number':
        return `“${problem.got}”不能用：${problem.why}。请到 beian.miit.gov.cn 查询后照抄`
      case 'bundle':
        return `${problem.path} 是备案包，不能修改；请在原来的文件夹里运行`
      case 'several':
        return `${problem.path} 中有 ${problem.filings} 份备案；--set 一次只改一份，请指明它的文件夹`
      case 'not-of-type':
        return `${problem.type}没有“${problem.mark}”这一步`
      case 'future':
        return `“${titleOf(problem.mark)}”（${problem.mark}）写的是 ${problem.day}，晚于今天 ${problem.today}；只记录已经发生的事，计划日期写在 plan.submit-on`
      case 'order':
        return `“${titleOf(problem.mark)}”（${problem.mark}）写的是 ${problem.day}，早于“${titleOf(problem.before)}”（${problem.before}）的 ${problem.beforeDay}；请核对这两个日期`
    }
  },
  returned: '退回修改',
  sentBack: day => `订单已于 ${day} 退回：修改后重新提交，此前各步须重新办理`,
  preparing: '准备中',
  finished: '已全部办完',
  nothingToFile: '无需备案',
  left: days => (days === 0 ? '今天截止' : `还有 ${days} 天`),
  overdue: days => `已逾期 ${days} 天`,
  late: '管局已超过法定的 20 个工作日，请联系接入服务商查询',
  smsOver: '短信核验已超过 24 小时，订单会退回接入服务商；退回后用 --set returned=日期 记录，24 小时后可重新提交',
  steps: '步骤',
  ends: '到期日',
  numbers: numbers => `备案号 ${numbers.join('、')}`,
  otherProvince: (number, letter) => `备案号 ${number} 的省份简称不是本省的“${letter}”，请核对`,
  set: command => `办完一步后记录：${command}`,
  total: (filings, overdue) => `共 ${filings} 份备案，${overdue} 份有逾期`,
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

export const enStatus: StatusWords = {
  problem: (problem, titleOf) => {
    switch (problem.is) {
      case 'form':
        return `--set got “${problem.got}”; expected step=day, such as submitted=2026-11-25. ${problem.meant === undefined ? `Steps: ${problem.known.join(', ')}` : `Did you mean ${problem.meant}?`}`
      case 'day':
        return `${problem.mark} is “${problem.got}”; expected a day that exists, such as 2026-11-25, or today; nothing takes the entry away`
      case 'number':
        return `“${problem.got}” cannot be used: ${problem.why}. Copy the number from beian.miit.gov.cn`
      case 'bundle':
        return `${problem.path} is a bundle, which is never changed: run this in the folder it was packed from`
      case 'several':
        return `there are ${problem.filings} filings in ${problem.path}; --set changes one at a time, so name its folder`
      case 'not-of-type':
        return `there is no step “${problem.mark}” for this filing: ${problem.type}`
      case 'future':
        return `“${titleOf(problem.mark)}” (${problem.mark}) is ${problem.day}, which is after today, ${problem.today}: only what has happened is entered; the day you plan goes into plan.submit-on`
      case 'order':
        return `“${titleOf(problem.mark)}” (${problem.mark}) is ${problem.day}, which is before “${titleOf(problem.before)}” (${problem.before}) on ${problem.beforeDay}: compare the two days`
    }
  },
  returned: 'Sent back',
  sentBack: day => `The order was sent back on ${day}: correct it and submit again; the steps before begin anew`,
  preparing: 'in preparation',
  finished: 'all done',
  nothingToFile: 'nothing to file',
  left: days => (days === 0 ? 'ends today' : `${plural(days, 'day')} left`),
  overdue: days => `${plural(days, 'day')} overdue`,
  late: 'the administration has had its 20 working days: ask the provider',
  smsOver:
    'the 24 hours of the text message are over: the order goes back to the provider. Enter that with --set returned=DAY; it can be submitted again after 24 hours',
  steps: 'Steps',
  ends: 'What ends',
  numbers: numbers => `Filing number ${numbers.join(', ')}`,
  otherProvince: (number, letter) =>
    `the number ${number} does not begin with ${letter}, the character of this province`,
  set: command => `Enter each step once it is done: ${command}`,
  total: (filings, overdue) => `${plural(filings, 'filing')}, ${overdue} with something overdue`,
}
