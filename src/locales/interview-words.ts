// What the interview says.

export type InterviewWords = {
  readonly welcome: (file: string, goesOn: boolean) => string
  readonly keys: string
  readonly step: (position: number, title: string, what: string) => string
  readonly why: string
  readonly whyHead: (rules: number) => string
  readonly later: string
  readonly other: string
  readonly notThatForm: (expected: string) => string
  readonly keepByEnter: string
  readonly keep: string
  readonly again: string
  readonly keepOrAgain: string
  readonly otherName: string
  readonly type: (name: string, because: string) => string
  readonly locked: string
  readonly papers: string
  readonly whichPaper: string
  readonly fileOf: (title: string, about: string) => string
  readonly noSuchFile: (path: string) => string
  readonly confirms: (step: string) => string
  readonly anotherService: string
  readonly noMore: string
  readonly addWebsite: string
  readonly addApp: string
  readonly summary: string
  readonly finish: string
  readonly interrupted: (command: string) => string
  readonly saved: (file: string) => string
  readonly example: (folder: string) => string
  readonly face: string
  readonly sms: string
  readonly after: string
  readonly noEarlier: string
}

export const zhInterview: InterviewWords = {
  welcome: (file, goesOn) => (goesOn ? `接着填写 ${file}。` : `新建 ${file}。`),
  keys: '每个答案立即保存。输入 ? 看为什么问、依据是什么；Esc 返回上一题；直接回车留待以后；Ctrl-C 退出，不丢答案。',
  step: (position, title, what) => `\n第 ${position} 步（共 7 步） ${title}\n${what}`,
  why: '? 为什么问这个',
  whyHead: rules => `有 ${rules} 条规则等待此项：`,
  later: '以后再填',
  other: '其他人',
  notThatForm: expected => `应为${expected}`,
  keepByEnter: '（仍要这样填，请再按一次回车）',
  keep: '就这样填，记入清单',
  again: '重新填写',
  keepOrAgain: '怎么处理？',
  otherName: '服务负责人姓名',
  type: (name, because) => `备案类型：${name}（${because}）`,
  locked: '以下各项在接入商“验证备案类型”通过后锁定，填错只能放弃订单重来，请逐项核对：',
  papers: '材料：填写图片文件的路径；没有就直接回车，清单会列出缺少的材料。',
  whichPaper: '提供哪一种？',
  fileOf: (title, about) => `${title}${about}的文件`,
  noSuchFile: path => `找不到文件 ${path}`,
  confirms: step => `${step}：已经做到的请勾选（空格勾选，回车确认）`,
  anotherService: '还有其他网站或 App 要一起备案吗？',
  noMore: '没有了',
  addWebsite: '再加一个网站',
  addApp: '再加一个 App',
  summary: '核对一遍：选一项可以修改，全部无误请选第一行',
  finish: '全部无误，生成备案包',
  interrupted: command => `已保存。运行 ${command} 接着填写。`,
  saved: file => `已保存 ${file}`,
  example: folder => `示例备案（人物、公司、证件均为虚构）写在 ${folder}`,
  face: '照片/人脸核验由互联网信息服务负责人本人在接入商的 App 中完成，此处只提示准备事项。',
  sms: '提交后工信部向负责人手机发送验证码，24 小时内完成核验。',
  after: '管局审核通过后：网站底部悬挂备案号，30 日内办理公安联网备案。',
  noEarlier: '前面没有题目了。',
}

export const enInterview: InterviewWords = {
  welcome: (file, goesOn) => (goesOn ? `Going on with ${file}.` : `Starting ${file}.`),
  keys: 'Every answer is saved at once. ? shows why it is asked and on whose word; Esc goes back; Enter alone leaves it for later; Ctrl-C stops and loses nothing.',
  step: (position, title, what) => `\nStep ${position} of 7: ${title}\n${what}`,
  why: '? why this is asked',
  whyHead: rules => (rules === 1 ? 'One rule waits for it:' : `${rules} rules wait for it:`),
  later: 'answer later',
  other: 'somebody else',
  notThatForm: expected => `expected ${expected}`,
  keepByEnter: '(press Enter again to keep it as it is)',
  keep: 'keep it, the checklist will tell',
  again: 'answer again',
  keepOrAgain: 'What now?',
  otherName: 'name of the service lead',
  type: (name, because) => `Filing type: ${name} (${because})`,
  locked:
    'The provider locks these once its type check has passed; a mistake means giving up the order, so compare each of them:',
  papers: 'Papers: type the path of the picture; Enter alone if you have none, the checklist names what is missing.',
  whichPaper: 'Which of them do you have?',
  fileOf: (title, about) => `file of: ${title}${about}`,
  noSuchFile: path => `there is no file ${path}`,
  confirms: step => `${step}: tick what is done (space ticks, Enter goes on)`,
  anotherService: 'Is there another website or app to file along with it?',
  noMore: 'no',
  addWebsite: 'another website',
  addApp: 'another app',
  summary: 'Look it over: pick a line to change it, or the first line when all is right',
  finish: 'all is right, write the bundle',
  interrupted: command => `Saved. Run ${command} to go on.`,
  saved: file => `saved ${file}`,
  example: folder => `The example filing (people, company and papers are made up) is in ${folder}`,
  face: 'Photo and face verification are done by the service lead in person, in the provider’s app; here are the preparations.',
  sms: 'After submission MIIT texts a code to the people of the filing: verify within 24 hours.',
  after: 'After the approval: show the number at the foot of the page, file with public security within 30 days.',
  noEarlier: 'There is no earlier question.',
}
