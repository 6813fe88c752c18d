// The sentences of the bundle: checklist, fill sheet, README, and what `pack` says of them.
import type { Severity } from '../rules/source.ts'

type Stage = { readonly title: string; readonly what: string }

export type PageWords = {
  /** BCP 47, for `lang` */
  readonly tag: string
  readonly checklist: string
  readonly fillSheet: string
  readonly bundle: string
  readonly unnamed: string
  readonly labelled: (label: string, text: string) => string
  readonly notJudgedFor: (province: string) => string
  readonly labels: Record<
    'province' | 'provider' | 'console' | 'hotline' | 'day' | 'made-by' | 'field' | 'value',
    string
  >
  readonly chineseConsole: string
  readonly overview: {
    readonly fine: string
    readonly open: (count: number) => string
    readonly confirms: (count: number) => string
  }
  readonly locked: { readonly title: string; readonly intro: string; readonly mark: string; readonly blank: string }
  readonly sections: Record<
    'missing' | 'wrong' | 'open' | 'confirm' | 'notes',
    { readonly title: string; readonly intro: string; readonly none: string }
  >
  readonly slots: Record<'what' | 'form' | 'picture', (text: string) => string>
  readonly more: (count: number) => string
  readonly moreSources: (count: number) => string
  readonly at: (line: number) => string
  readonly severity: Record<Severity, string>
  readonly guessed: (fields: readonly string[]) => string
  readonly waiting: (rules: number) => string
  readonly deadlines: {
    readonly title: string
    readonly intro: string
    readonly none: string
    readonly day: string
    readonly what: string
    readonly until: (day: string) => string
    readonly signed: (day: string) => string
    readonly planned: string
    readonly firm: string
    readonly better: string
    readonly ends: string
    readonly left: (days: number) => string
  }
  readonly next: {
    readonly workingDays: (least: number, most: number) => string
    readonly days: (least: number, most: number) => string
    readonly unknown: string
    readonly upToTwentyDays: string
    readonly withinDay: string
    readonly office: string
    readonly atOnce: string
    readonly withinMonth: string
    readonly upload: Stage
    readonly review: (provider: string) => Stage
    readonly sms: (people: readonly string[]) => Stage
    readonly administration: (office: string) => Stage
    readonly footer: (number: 'sponsor' | 'service') => Stage
    readonly inApp: Stage
    readonly publicSecurity: Stage
  }
  readonly sheet: {
    readonly intro: string
    readonly areas: Record<'filing' | 'sponsor' | 'principal' | 'legal-representative' | 'services', string>
    readonly textIntro: string
    readonly noScreens: string
    readonly copy: string
    readonly copied: string
    readonly open: string
    readonly blank: string
    readonly progress: string
    readonly uploads: string
    readonly uploadsIntro: string
    readonly noUploads: string
    readonly noFile: string
    readonly personal: string
  }
  readonly sheets: string
  readonly madeBy: (version: string) => string
  readonly keep: string
  readonly readme: {
    readonly what: (sponsor: string) => string
    readonly files: string
    readonly file: Record<
      | 'checklist.html'
      | 'checklist.md'
      | 'calendar.ics'
      | 'fill-sheet.html'
      | 'fill-sheet.md'
      | 'icp.yaml'
      | 'findings.json'
      | 'materials/',
      string
    >
    readonly verify: string
    readonly verifyWith: string
    readonly orElse: string
    readonly change: string
    readonly private: string
  }
  readonly packed: {
    readonly written: (bundle: string, files: number) => string
    readonly missing: (items: readonly string[]) => string
    readonly andMore: (count: number) => string
    /** files that the filing names outside its folder */
    readonly fromOutside: (file: string) => string
    readonly leftOutside: (file: string) => string
    readonly see: (checklist: string) => string
    readonly verify: (command: string) => string
  }
}

export const zhPages: PageWords = {
  tag: 'zh-CN',
  checklist: '备案检查清单',
  fillSheet: '备案填报单',
  bundle: '备案包',
  unnamed: '（主办单位名称未填）',
  labelled: (label, text) => `${label}：${text}`,
  notJudgedFor: province => `本版本尚无 ${province} 的规则表，以下仅按全国规则判定`,
  labels: {
    province: '备案省份',
    provider: '接入服务商',
    console: '备案系统',
    hotline: '备案咨询电话',
    day: '判定日期',
    'made-by': '制作',
    field: '项目',
    value: '内容',
  },
  chineseConsole: '备案系统只有中文界面',
  overview: { fine: '无待办', open: count => `待办 ${count}`, confirms: count => `待核实 ${count}` },
  locked: {
    title: '先核对：提交类型校验后不能再改的内容',
    intro:
      '接入服务商校验备案类型后，以下各项即被锁定；填错只能放弃订单、重新填写。请对照证件原件逐项核对，再进入备案系统。',
    mark: '校验后锁定',
    blank: '未填写',
  },
  sections: {
    missing: { title: '缺少的材料', intro: '备齐以下材料后再提交。', none: '没有缺少的材料。' },
    wrong: {
      title: '不符合要求',
      intro: '✖ 不改会被退回；⚠ 很可能被退回；ℹ 供参考。',
      none: '没有发现不符合要求之处。',
    },
    open: {
      title: '尚未回答',
      intro: '在 icp.yaml 中补充，或运行 icp-prep init 继续回答。',
      none: '需要的问题都已回答。',
    },
    confirm: {
      title: '请本人核实',
      intro: '这些事项无法由工具判断，核实一项勾选一项。',
      none: '没有需要本人核实的事项。',
    },
    notes: { title: '须知', intro: '不影响能否提交，办理过程中会用到。', none: '没有其他须知。' },
  },
  slots: { what: text => `说明 ${text}`, form: text => `签署 ${text}`, picture: text => `拍摄 ${text}` },
  more: count => `${count} 条`,
  moreSources: count => `另有 ${count} 个来源`,
  at: line => `icp.yaml 第 ${line} 行`,
  severity: { error: '错误', warning: '警告', info: '提示' },
  guessed: fields => `以下各项是估计值，核实前不能提交：${fields.join('、')}`,
  waiting: rules => `${rules} 条规则要用`,
  deadlines: {
    title: '期限',
    intro: '按日期排列。“最迟提交”由规则要求的剩余有效期推算。',
    none: '没有填写任何日期。',
    day: '日期',
    what: '事项',
    until: day => `有效期至 ${day}`,
    signed: day => `签署于 ${day}`,
    planned: '计划提交',
    firm: '最迟提交',
    better: '宜在此前提交',
    ends: '到期',
    left: days => (days < 0 ? `已过 ${-days} 天` : days === 0 ? '当天' : `还有 ${days} 天`),
  },
  next: {
    workingDays: (least, most) => `约 ${least}–${most} 个工作日`,
    days: (least, most) => `约 ${least}–${most} 天`,
    unknown: '未公布',
    upToTwentyDays: '一般不超过 20 个工作日',
    withinDay: '收到短信后 24 小时内',
    office: '省通信管理局',
    atOnce: '备案通过后',
    withinMonth: '网站或 App 开通后 30 日内',
    upload: {
      title: '上传材料并核验',
      what: '按填报单逐屏填写，材料按编号上传；互联网信息服务负责人本人完成人脸核验。',
    },
    review: provider => ({
      title: `${provider}初审`,
      what: '审核人员可能来电核实，请保持电话畅通；信息不符会退回修改。',
    }),
    sms: people => ({
      title: '工信部短信核验',
      what: `${people.length > 0 ? `收到短信的可能是：${people.join('、')}。` : ''}按短信内容在工信部备案系统完成核验，逾期退回接入服务商。提交前确认手机能收到短信，避开节假日。`,
    }),
    administration: office => ({
      title: `${office}审核`,
      what: '通过后可在工信部备案系统查到备案号。',
    }),
    footer: number => ({
      title: '悬挂备案号',
      what: `在网站首页底部居中标明${number === 'sponsor' ? '主体备案号（不带序号）' : '服务备案号（带序号）'}，并链接到 https://beian.miit.gov.cn。`,
    }),
    inApp: { title: 'App 内标明备案号', what: '在 App 的“设置”或介绍等显著位置标明备案号，并链接到工信部备案系统。' },
    publicSecurity: {
      title: '公安联网备案',
      what: '在全国互联网安全管理服务平台（beian.mps.gov.cn）办理，接入服务商不代办；通过后把公安备案号一并放到页面底部。',
    },
  },
  sheet: {
    intro: '按接入服务商页面的顺序排列，点“复制”即可粘贴到备案系统。',
    areas: {
      filing: '备案信息',
      sponsor: '主办单位信息',
      principal: '主体负责人',
      'legal-representative': '法定代表人',
      services: '互联网信息服务',
    },
    textIntro: '按接入服务商页面的顺序排列，`…` 中的内容照填。',
    noScreens: '本版本尚无该接入服务商的页面顺序，以下按 icp.yaml 的顺序排列。',
    copy: '复制',
    copied: '已复制',
    open: '待回答',
    blank: '未填',
    progress: '已复制的项目会打勾，记录只留在这台电脑的浏览器里。',
    uploads: '上传材料',
    uploadsIntro: '文件在备案包的 materials 文件夹中，编号即上传顺序。',
    noUploads: '备案文件中没有登记任何材料。',
    noFile: '文件缺失',
    personal: '本页含证件号码、电话等个人信息，请勿转发或公开。',
  },
  sheets: '所用规则表',
  madeBy: version => `由 icp-prep ${version} 制作`,
  keep: '本清单中的证件号码、电话和地址已遮盖。',
  readme: {
    what: sponsor => `${sponsor}的 ICP 备案材料，按 BagIt 1.0（RFC 8493）打包。`,
    files: '内容',
    file: {
      'checklist.html': '检查清单：缺什么、哪里不符合、要核实什么、期限和后续事项',
      'checklist.md': '同一份清单的文本版',
      'calendar.ics': '日历：各项期限和预计日期，可导入日历应用',
      'fill-sheet.html': '填报单：按接入服务商页面顺序排列，可逐项复制',
      'fill-sheet.md': '同一份填报单的文本版',
      'icp.yaml': '备案文件，即全部填写内容',
      'findings.json': '判定结果，供程序读取；含所用规则表的版本',
      'materials/': '材料，按上传顺序编号',
    },
    verify: '校验',
    verifyWith: '在备案包所在目录运行（先验完整性，再按当天的规则判定）：',
    orElse: '没有 icp-prep 时，在备案包目录内也可用：',
    change: '请勿直接修改包内文件，否则校验不通过。修改原来的 icp.yaml 或材料后，重新运行 icp-prep pack。',
    private: '`icp.yaml`、`fill-sheet.html`、`fill-sheet.md` 和 `materials/` 含未遮盖的个人信息，只交给办理备案的人。',
  },
  packed: {
    written: (bundle, files) => `备案包已写入 ${bundle}（${files} 个文件）`,
    missing: items => `缺少：${items.join('；')}`,
    andMore: count => `另有 ${count} 项`,
    fromOutside: file => `${file} 不在备案文件夹中，已装入备案包；如果不是您写的，请先核对`,
    leftOutside: file => `${file} 不在备案文件夹中，也不是图片、PDF 或视频，没有装入备案包；请改为材料的扫描件`,
    see: checklist => `详见 ${checklist}`,
    verify: command => `校验：${command}`,
  },
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const range = (least: number, most: number) => (least === most ? String(least) : `${least}–${most}`)

export const enPages: PageWords = {
  tag: 'en',
  checklist: 'ICP filing checklist',
  fillSheet: 'ICP filing fill sheet',
  bundle: 'ICP filing bundle',
  unnamed: '(sponsor name not given)',
  labelled: (label, text) => `${label}: ${text}`,
  notJudgedFor: province => `There is no sheet for ${province} yet: judged by the national rules only`,
  labels: {
    province: 'Province',
    provider: 'Access provider',
    console: 'Filing console',
    hotline: 'Filing hotline',
    day: 'Judged for',
    'made-by': 'Made by',
    field: 'Field',
    value: 'Content',
  },
  chineseConsole: 'the filing console is in Chinese only',
  overview: {
    fine: 'nothing open',
    open: count => `${count} open`,
    confirms: count => `${count} to check`,
  },
  locked: {
    title: 'Compare first: what the provider locks',
    intro:
      'Once the provider has checked the filing type, the entries below are locked; a mistake means abandoning the order and starting again. Compare each with the original document before you open the console.',
    mark: 'locked after the check',
    blank: 'not given',
  },
  sections: {
    missing: {
      title: 'Missing materials',
      intro: 'Have these at hand before you submit.',
      none: 'Nothing is missing.',
    },
    wrong: {
      title: 'What does not fit',
      intro: '✖ is sent back as it stands, ⚠ very likely is, ℹ is for your information.',
      none: 'Nothing was found that does not fit.',
    },
    open: {
      title: 'Still to answer',
      intro: 'Add them to icp.yaml, or run icp-prep init to go on answering.',
      none: 'Every question that matters is answered.',
    },
    confirm: {
      title: 'Please check yourself',
      intro: 'No tool can tell these. Look at each and tick it.',
      none: 'There is nothing left to check yourself.',
    },
    notes: {
      title: 'Good to know',
      intro: 'Nothing here stands in the way of submitting; it helps along the way.',
      none: 'There is nothing else to know.',
    },
  },
  slots: {
    what: text => `What it is: ${text}`,
    form: text => `Signing: ${text}`,
    picture: text => `Picture: ${text}`,
  },
  more: count => plural(count, 'entry', 'entries'),
  moreSources: count => plural(count, 'more source'),
  at: line => `icp.yaml line ${line}`,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  guessed: fields =>
    `These answers are guesses and must be verified before submission: ${new Intl.ListFormat('en').format(fields)}`,
  waiting: rules => `${plural(rules, 'rule')} ${rules === 1 ? 'needs' : 'need'} it`,
  deadlines: {
    title: 'Deadlines',
    intro: 'In order of date. “Submit by” follows from the time the rules want documents to run.',
    none: 'No dates are given.',
    day: 'Date',
    what: 'What',
    until: day => `valid until ${day}`,
    signed: day => `signed on ${day}`,
    planned: 'planned submission',
    firm: 'submit by',
    better: 'better submit by',
    ends: 'ends',
    left: days => (days < 0 ? `${plural(-days, 'day')} ago` : days === 0 ? 'that day' : `${plural(days, 'day')} left`),
  },
  next: {
    workingDays: (least, most) => `about ${range(least, most)} working days`,
    days: (least, most) => `about ${range(least, most)} days`,
    unknown: 'not published',
    upToTwentyDays: 'usually at most 20 working days',
    withinDay: 'within 24 hours of the text message',
    office: 'communications administration of the province',
    atOnce: 'after the approval',
    withinMonth: 'within 30 days of the website or app going live',
    upload: {
      title: 'Upload and verification',
      what: 'Fill in screen by screen from the fill sheet, upload the materials in their order; the service lead verifies their face in person.',
    },
    review: provider => ({
      title: `Initial review by ${provider}`,
      what: 'Reviewers may call: keep the phone at hand. What does not agree is sent back to be changed.',
    }),
    sms: people => ({
      title: 'MIIT SMS verification',
      what: `${people.length > 0 ? `The message may go to ${new Intl.ListFormat('en', { type: 'disjunction' }).format(people)}. ` : ''}Enter the code in the MIIT filing system; after the deadline the order goes back to the provider. Make sure the phone receives messages, and avoid holidays.`,
    }),
    administration: office => ({
      title: `Review by the ${office}`,
      what: 'After the approval the number can be looked up in the MIIT filing system.',
    }),
    footer: number => ({
      title: 'Show the filing number',
      what: `Place ${number === 'sponsor' ? 'the sponsor’s filing number (without serial)' : 'the service’s filing number (with its serial)'} centred at the foot of the home page, linked to https://beian.miit.gov.cn.`,
    }),
    inApp: {
      title: 'Show the number in the app',
      what: 'Place the filing number where users see it, such as the settings or the introduction, linked to the MIIT filing system.',
    },
    publicSecurity: {
      title: 'Public-security filing',
      what: 'File at the national platform (beian.mps.gov.cn); the provider does not do it for you. Then show that number at the foot of the page, too.',
    },
  },
  sheet: {
    intro: 'In the order of the provider’s screens. “Copy” takes the Chinese value, ready to paste into the console.',
    areas: {
      filing: 'Filing',
      sponsor: 'Sponsor',
      principal: 'Principal',
      'legal-representative': 'Legal representative',
      services: 'Services',
    },
    textIntro: 'In the order of the provider’s screens. What stands in `…` is typed as it is.',
    noScreens: 'The screens of this provider are not known yet: the fields stand in the order of icp.yaml.',
    copy: 'Copy',
    copied: 'Copied',
    open: 'to answer',
    blank: 'not given',
    progress: 'What you copied is ticked; the ticks stay in this browser.',
    uploads: 'Materials to upload',
    uploadsIntro: 'The files lie in the folder materials of the bundle, numbered in the order of upload.',
    noUploads: 'The filing names no materials.',
    noFile: 'no such file',
    personal: 'This page holds identity numbers, phone numbers and addresses: do not pass it on.',
  },
  sheets: 'Rule sheets used',
  madeBy: version => `Made by icp-prep ${version}`,
  keep: 'Identity numbers, phone numbers and addresses are masked on this page.',
  readme: {
    what: sponsor => `The ICP filing of ${sponsor}, packed as a BagIt 1.0 bag (RFC 8493).`,
    files: 'What is in it',
    file: {
      'checklist.html':
        'the checklist: what is missing, what does not fit, what to confirm, deadlines, what happens next',
      'checklist.md': 'the same as text',
      'calendar.ics': 'the calendar: deadlines and expected days, for any calendar program',
      'fill-sheet.html': 'the fill sheet: every field in the order of the provider’s screens, one click to copy',
      'fill-sheet.md': 'the same as text',
      'icp.yaml': 'the filing: every answer',
      'findings.json': 'the findings for programs, with the versions of the rule sheets',
      'materials/': 'the materials, numbered in the order of upload',
    },
    verify: 'Verify',
    verifyWith: 'Beside the bundle, run (it checks that nothing changed, then judges by the rules of the day):',
    orElse: 'Without icp-prep, inside the bundle:',
    change:
      'Do not edit files in here, or the bundle no longer verifies. Change the original icp.yaml or materials and run icp-prep pack again.',
    private:
      '`icp.yaml`, `fill-sheet.html`, `fill-sheet.md` and `materials/` hold personal data unmasked: give them only to who files.',
  },
  packed: {
    written: (bundle, files) => `Bundle written to ${bundle} (${plural(files, 'file')})`,
    missing: items => `Missing: ${items.join('; ')}`,
    andMore: count => `${count} more`,
    fromOutside: file =>
      `${file} lies outside the folder of the filing and is in the bundle now; look at it unless you named it yourself`,
    leftOutside: file =>
      `${file} lies outside the folder of the filing and is no picture, PDF or video: it is not in the bundle; name the scan of the paper instead`,
    see: checklist => `See ${checklist}`,
    verify: command => `Verify: ${command}`,
  },
}
