// Who has to act, what happens after the submission, and when: the words of timeline, calendar and status.
import type { Milestone } from '../model/progress.ts'

export type ActorName = 'sponsor' | 'principal' | 'legal-representative' | 'lead' | 'registrar' | 'account'

export type OutlookWords = {
  /** `who`: names of the people or companies, as the filing gives them */
  readonly actors: Record<ActorName, { readonly title: string; readonly what: string }>
  readonly nothingToDo: string
  readonly done: (done: string, all: string) => string
  readonly progress: string
  readonly timeline: { readonly title: string; readonly short: string; readonly intro: string }
  readonly marks: Record<Milestone, { readonly title: string; readonly todo: string }>
  readonly on: (day: string) => string
  readonly passed: string
  readonly expected: (from: string, to: string) => string
  readonly expectedDue: (from: string, to: string) => string
  readonly planned: (day: string) => string
  readonly earliest: (day: string) => string
  readonly due: (day: string) => string
  readonly legal: (day: string) => string
  readonly unknown: string
  readonly noSms: string
  /** as far as public holidays are known; undefined: none are */
  readonly calendar: (until: string | undefined) => string
  readonly calendarName: (sponsor: string) => string
  /** behind an event whose day is only expected */
  readonly estimate: string
  readonly rule: (id: string) => string
}

export const zhOutlook: OutlookWords = {
  actors: {
    sponsor: { title: '主办单位', what: '由经办人办理或提供' },
    principal: { title: '主体负责人', what: '须本人提供或核实' },
    'legal-representative': { title: '法定代表人', what: '须本人提供或核实' },
    lead: { title: '互联网信息服务负责人', what: '须本人提供或核实' },
    registrar: { title: '域名注册商', what: '在域名注册商的控制台办理' },
    account: { title: '云账号', what: '在接入服务商的控制台办理' },
  },
  nothingToDo: '没有待办事项。',
  done: (done, all) => `已完成 ${done} / ${all}`,
  progress: '完成进度',
  timeline: {
    title: '七个步骤与预计日期',
    short: '步骤与日期',
    intro: '日期由接入服务商和管局自述的审核时间推算，以实际为准。',
  },
  marks: {
    submitted: { title: '提交订单', todo: '在接入服务商的备案系统提交订单' },
    'provider-reviewed': { title: '接入服务商初审通过', todo: '保持电话畅通，等待初审' },
    'sms-sent': { title: '收到工信部短信', todo: '留意 12381 或 106…12381 的短信' },
    'sms-verified': { title: '完成短信核验', todo: '收到短信后 24 小时内在 beian.miit.gov.cn 完成核验' },
    forwarded: { title: '进入管局审核', todo: '等待接入服务商转报管局' },
    approved: { title: '管局审核通过', todo: '等待管局审核' },
    opened: { title: '网站或 App 开通', todo: '备案通过后开通访问' },
    footer: { title: '悬挂备案号', todo: '开通时标明备案号并链接到 https://beian.miit.gov.cn' },
    'public-security': { title: '公安联网备案', todo: '开通后 30 日内在 beian.mps.gov.cn 办理' },
    'public-security-shown': { title: '悬挂公安备案号', todo: '取得公安备案号后 30 日内放到页面底部' },
  },
  on: day => `已于 ${day} 完成`,
  passed: '已完成',
  expected: (from, to) => (from === to ? `预计 ${from}` : `预计 ${from} – ${to}`),
  expectedDue: (from, to) => (from === to ? `预计截止 ${from}` : `预计截止 ${from} – ${to}`),
  planned: day => `计划 ${day}`,
  earliest: day => `最早 ${day}`,
  due: day => `最迟 ${day}`,
  legal: day => `法定最迟 ${day}`,
  unknown: '时间未知',
  noSms: '本类型不需要短信核验',
  calendar: until =>
    until === undefined
      ? '没有放假安排的数据，工作日按普通周推算。'
      : `工作日按国务院办公厅公布的放假和调休安排推算；本版本的安排到 ${until} 为止，之后按普通周推算。`,
  calendarName: sponsor => `ICP 备案 · ${sponsor}`,
  estimate: '预计日期，以实际为准',
  rule: id => `依据规则 ${id}`,
}

export const enOutlook: OutlookWords = {
  actors: {
    sponsor: { title: 'Sponsor', what: 'for whoever prepares the filing' },
    principal: { title: 'Principal', what: 'only this person can give or confirm it' },
    'legal-representative': { title: 'Legal representative', what: 'only this person can give or confirm it' },
    lead: { title: 'Service lead', what: 'only this person can give or confirm it' },
    registrar: { title: 'Domain registrar', what: 'done in the console of the registrar' },
    account: { title: 'Cloud account', what: 'done in the console of the access provider' },
  },
  nothingToDo: 'There is nothing to do.',
  done: (done, all) => `${done} of ${all} done`,
  progress: 'Progress',
  timeline: {
    title: 'The seven steps and when to expect them',
    short: 'Steps and dates',
    intro: 'Reckoned from the times that providers and administrations give; the real ones may differ.',
  },
  marks: {
    submitted: { title: 'Order submitted', todo: 'submit the order in the provider’s console' },
    'provider-reviewed': {
      title: 'Provider’s review passed',
      todo: 'keep the phone at hand while the provider reviews',
    },
    'sms-sent': { title: 'Text message of MIIT received', todo: 'watch for a message from 12381 or 106…12381' },
    'sms-verified': { title: 'SMS verification', todo: 'verify at beian.miit.gov.cn within 24 hours of the message' },
    forwarded: { title: 'With the administration', todo: 'wait for the provider to hand the order over' },
    approved: { title: 'Approved by the administration', todo: 'wait for the administration' },
    opened: { title: 'Website or app live', todo: 'open the site once the filing is approved' },
    footer: {
      title: 'Filing number shown',
      todo: 'show the number from the opening, linked to https://beian.miit.gov.cn',
    },
    'public-security': {
      title: 'Public-security filing',
      todo: 'file at beian.mps.gov.cn within 30 days of going live',
    },
    'public-security-shown': {
      title: 'Public-security number shown',
      todo: 'put that number at the foot of the page within 30 days of getting it',
    },
  },
  on: day => `done on ${day}`,
  passed: 'done',
  expected: (from, to) => (from === to ? `expected ${from}` : `expected ${from} – ${to}`),
  expectedDue: (from, to) => (from === to ? `due about ${from}` : `due ${from} – ${to}`),
  planned: day => `planned ${day}`,
  earliest: day => `${day} at the earliest`,
  due: day => `by ${day}`,
  legal: day => `by law not later than ${day}`,
  unknown: 'not known when',
  noSms: 'no text message for this type of filing',
  calendar: until =>
    until === undefined
      ? 'No public holidays are known: working days are those of ordinary weeks.'
      : `Working days follow the State Council’s holidays and make-up days, which are known until ${until}; later weeks are taken as ordinary ones.`,
  calendarName: sponsor => `ICP filing · ${sponsor}`,
  estimate: 'expected, the real day may differ',
  rule: id => `by rule ${id}`,
}
