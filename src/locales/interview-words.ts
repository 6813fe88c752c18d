// What the interview says.

/** The keys named below a list. */
export type PromptWords = {
  readonly move: string
  readonly pick: string
  readonly all: string
  readonly submit: string
  readonly more: string
}

export type InterviewWords = {
  readonly welcome: (file: string, goesOn: boolean) => string
  readonly keys: string
  readonly prompts: PromptWords
  readonly step: (position: number, title: string) => string
  readonly stepOf: (heading: string, about: string) => string
  readonly about: (about: string, question: string) => string
  readonly nothingOpen: string
  readonly moreNotes: (count: number) => string
  readonly whyHead: (rules: number) => string
  readonly moreRules: (count: number) => string
  readonly later: string
  readonly unchanged: string
  readonly none: string
  readonly other: string
  readonly otherName: string
  readonly notThatForm: (expected: string) => string
  readonly keepByEnter: string
  readonly keep: string
  readonly again: string
  readonly keepOrAgain: string
  readonly type: (name: string, because: string) => string
  readonly locked: string
  readonly lockedAsk: string
  readonly lockedRight: string
  readonly lockedWrong: string
  readonly whichWrong: string
  readonly papers: string
  readonly paper: (title: string) => string
  readonly whichPaper: string
  readonly noSuchFile: (path: string) => string
  readonly isFolder: (path: string) => string
  readonly confirms: string
  readonly tickHint: string
  readonly ticked: (count: number) => string
  readonly anotherService: string
  readonly noMore: string
  readonly addWebsite: string
  readonly addApp: string
  readonly summary: string
  readonly filterHint: string
  readonly finish: string
  readonly answerOpen: (count: number) => string
  readonly giveMissing: (count: number) => string
  readonly paperLine: (title: string, about: string, file: string) => string
  readonly tickLine: (text: string) => string
  readonly removeService: (about: string) => string
  readonly reallyRemove: (about: string) => string
  readonly otherFile: string
  readonly removePaper: string
  readonly goOn: string
  readonly changeEarlier: string
  readonly interrupted: (command: string) => string
  readonly nothingSaved: string
  readonly saved: (file: string) => string
  readonly example: (folder: string) => string
  readonly face: string
  readonly sms: string
  readonly after: string
  readonly noEarlier: string
  readonly noTerminal: (open: readonly string[]) => string
  readonly changedOutside: (file: string) => string
  readonly bundleRefused: string
}

export const zhInterview: InterviewWords = {
  welcome: (file, goesOn) => (goesOn ? `接着填写 ${file}。` : `新建 ${file}。`),
  keys: [
    '每个答案立即保存；不合规定的，当场说明理由。',
    '  回车    采用括号里的内容（按 Tab 可修改）；没有括号的，留待以后填',
    '  ?       看为什么问、依据是什么',
    '  Esc     返回上一题',
    '  Ctrl-C  退出，下次接着填',
  ].join('\n'),
  prompts: { move: '移动', pick: '勾选', all: '全选', submit: '确定', more: '? 为什么问 • Esc 返回' },
  step: (position, title) => `\n第 ${position} 步（共 7 步）  ${title}`,
  stepOf: (heading, about) => `${heading}：${about}`,
  about: (about, question) => `${about}：${question}`,
  nothingOpen: '没有待答的问题。',
  moreNotes: count => `另有 ${count} 条须知，写在清单里。`,
  whyHead: rules => (rules === 0 ? '已经回答过，可以修改。' : `有 ${rules} 条规则要看这个答案：`),
  moreRules: count => `……还有 ${count} 条`,
  later: '以后再填',
  unchanged: '保持不变',
  none: '都不涉及',
  other: '其他人',
  otherName: '服务负责人姓名',
  notThatForm: expected => `应为${expected}`,
  keepByEnter: '仍要这样填，请再按一次回车；否则直接修改',
  keep: '就这样填，记入清单',
  again: '重新选择',
  keepOrAgain: '怎么处理？',
  type: (name, because) => `备案类型：${name}（${because}）`,
  locked: '以下各项在接入商验证备案类型后锁定，填错只能放弃订单重来，请与证件逐项核对：',
  lockedAsk: '都对吗？',
  lockedRight: '全部无误，继续',
  lockedWrong: '有一项要改',
  whichWrong: '改哪一项？',
  papers: '填写图片文件的路径（可把文件拖进终端）；还没有的直接按回车，清单会列出。',
  paper: title => `${title}的文件`,
  whichPaper: '提供哪一种？',
  noSuchFile: path => `找不到文件 ${path}`,
  isFolder: path => `${path} 是文件夹，应为图片文件`,
  confirms: '哪些已经做到？',
  tickHint: '空格勾选，回车确定；没有做到的不勾，会列在清单里',
  ticked: count => `${count} 项`,
  anotherService: '还有其他网站或 App 要一起备案吗？',
  noMore: '没有了',
  addWebsite: '再加一个网站',
  addApp: '再加一个 App',
  summary: '最后核对：全部无误请按回车；要修改的，选那一行',
  filterHint: '输入几个字可筛选',
  finish: '全部无误，生成备案包',
  answerOpen: count => `回答留下的 ${count} 个问题`,
  giveMissing: count => `提供还缺的 ${count} 份材料`,
  paperLine: (title, about, file) => `材料 ${title}${about}：${file}`,
  tickLine: text => `已自查 ${text}`,
  removeService: about => `删除 ${about}`,
  reallyRemove: about => `删除 ${about} 及其全部答案？`,
  otherFile: '换一个文件',
  removePaper: '删除这份材料（文件本身不动）',
  goOn: '继续填写',
  changeEarlier: '选一项修改，或继续填写',
  interrupted: command => `已保存。接着填写请运行：${command}`,
  nothingSaved: '还没有答案，什么都没有写。',
  saved: file => `已保存 ${file}`,
  example: folder => `示例备案（人物、公司、证件均为虚构）写在 ${folder}`,
  face: '由互联网信息服务负责人本人在接入商的 App 或网页上完成，本工具不能代办。',
  sms: '提交后由收到短信的负责人本人在 24 小时内完成，本工具不能代办。',
  after: '接入商提交管局审核；通过后在首页底部放置备案号，并在 30 日内办理公安联网备案。',
  noEarlier: '前面没有题目了。',
  noTerminal: open =>
    [
      '没有终端，无法提问；什么都没有写。尚未回答：',
      ...open,
      '请在终端运行 icp-prep init，或用 --answers FILE 给出答案。',
    ].join('\n'),
  changedOutside: file => `${file} 刚被其他程序改过，已按新内容继续；上一个答案请再确认一次。`,
  bundleRefused: '备案已保存，但没有生成备案包：',
}

export const enInterview: InterviewWords = {
  welcome: (file, goesOn) => (goesOn ? `Going on with ${file}.` : `Starting ${file}.`),
  keys: [
    'Every answer is saved at once; one that breaks a rule is told at once, with the reason.',
    '  Enter   takes what stands in brackets (Tab edits it); without brackets, leaves it for later',
    '  ?       shows why it is asked and on whose word',
    '  Esc     goes back',
    '  Ctrl-C  stops; the next run goes on from there',
  ].join('\n'),
  prompts: { move: 'move', pick: 'tick', all: 'all', submit: 'take', more: '? why • Esc back' },
  step: (position, title) => `\nStep ${position} of 7: ${title}`,
  stepOf: (heading, about) => `${heading} – ${about}`,
  about: (about, question) => `${about.slice(0, 1).toUpperCase()}${about.slice(1)}: ${question}`,
  nothingOpen: 'Nothing is open here.',
  moreNotes: count =>
    count === 1 ? 'One more note is in the checklist.' : `${count} more notes are in the checklist.`,
  whyHead: rules => {
    if (rules === 0) return 'It is answered already; you may change it.'
    return rules === 1 ? 'One rule looks at this answer:' : `${rules} rules look at this answer:`
  },
  moreRules: count => `… and ${count} more`,
  later: 'answer later',
  unchanged: 'leave it as it is',
  none: 'none of these',
  other: 'somebody else',
  otherName: 'Name of the service lead',
  notThatForm: expected => `expected ${expected}`,
  keepByEnter: 'Press Enter again to keep it, or change it',
  keep: 'keep it, the checklist will tell',
  again: 'choose again',
  keepOrAgain: 'What now?',
  type: (name, because) => `Filing type: ${name} (${because})`,
  locked:
    'The provider locks these once it has checked the filing type; a mistake means giving up the order. Compare each with the papers:',
  lockedAsk: 'Is all of it correct?',
  lockedRight: 'all correct, go on',
  lockedWrong: 'one of them must be changed',
  whichWrong: 'Which one?',
  papers:
    'Give the path of each picture (you may drag the file into the terminal). Enter alone if you do not have it yet: the checklist names it.',
  paper: title => `${title} (picture)`,
  whichPaper: 'Which of these will you show?',
  noSuchFile: path => `there is no file ${path}`,
  isFolder: path => `${path} is a folder; expected a picture`,
  confirms: 'What is done already?',
  tickHint: 'Space ticks, Enter goes on; what is not done stays on the checklist',
  ticked: count => (count === 1 ? '1 item' : `${count} items`),
  anotherService: 'Is there another website or app to file along with it?',
  noMore: 'no',
  addWebsite: 'another website',
  addApp: 'another app',
  summary: 'Last look: press Enter if all is right, or pick a line to change it',
  filterHint: 'Type to filter',
  finish: 'all is right, write the bundle',
  answerOpen: count => (count === 1 ? 'answer the question left open' : `answer the ${count} questions left open`),
  giveMissing: count => (count === 1 ? 'give the paper that is missing' : `give the ${count} papers that are missing`),
  paperLine: (title, about, file) => `paper ${title}${about}: ${file}`,
  tickLine: text => `done: ${text}`,
  removeService: about => `remove ${about}`,
  reallyRemove: about => `Remove ${about} with all its answers?`,
  otherFile: 'another file',
  removePaper: 'remove this paper (the file itself stays)',
  goOn: 'go on',
  changeEarlier: 'Pick a line to change it, or go on',
  interrupted: command => `Saved. To go on, run: ${command}`,
  nothingSaved: 'There is no answer yet; nothing was written.',
  saved: file => `saved ${file}`,
  example: folder => `The example filing (people, company and papers are made up) is in ${folder}`,
  face: 'Done by the service lead in person, in the provider’s app or on its page; this tool cannot do it.',
  sms: 'Done within 24 hours by whoever receives the text message; this tool cannot do it.',
  after:
    'The provider passes the order to the administration; once approved, show the number at the foot of the home page and file with public security within 30 days.',
  noEarlier: 'There is no earlier question.',
  noTerminal: open =>
    [
      'There is no terminal to ask in; nothing was written. Not answered:',
      ...open,
      'Run icp-prep init in a terminal, or give the answers with --answers FILE.',
    ].join('\n'),
  changedOutside: file =>
    `${file} was changed by another program; going on with what it says now. Please give the last answer again.`,
  bundleRefused: 'The filing is saved, but no bundle was written:',
}
