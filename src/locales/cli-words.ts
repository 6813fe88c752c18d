// Help and usage of the command line.

export type CliWords = {
  readonly about: string
  readonly usage: string
  readonly arguments: string
  readonly options: string
  readonly globalOptions: string
  readonly commands: string
  readonly help: string
  readonly version: string
  readonly lang: string
  readonly helpCommand: string
  readonly init: string
  readonly check: string
  readonly pack: string
  readonly forms: string
  readonly status: string
  readonly statusPaths: string
  readonly setProgress: string
  readonly statusReporter: string
  readonly footer: string
  readonly footerDir: string
  readonly footerNumber: string
  readonly footerSecurity: string
  readonly footerReporter: string
  readonly compare: string
  readonly import: string
  readonly importFile: string
  readonly importMap: string
  readonly importOut: string
  readonly importSheet: string
  readonly writeMap: string
  readonly rules: string
  readonly schema: string
  readonly initDir: string
  readonly checkPaths: string
  readonly packDir: string
  readonly answers: string
  readonly example: string
  readonly reporter: string
  readonly compareReporter: string
  readonly comparePath: string
  readonly provinces: string
  readonly providers: string
  readonly on: string
  readonly strict: string
  readonly shard: string
  readonly jobs: string
  readonly notes: string
  readonly showPersonal: string
  readonly out: string
  readonly force: string
  readonly zip: string
  readonly sealTo: string
  readonly sealToFile: string
  readonly algorithm: string
  readonly identity: string
  readonly formsOut: string
  readonly formsOnly: string
  readonly formsForce: string
  readonly font: string
  readonly rulesList: string
  readonly rulesShow: string
  readonly rulesExplain: string
  readonly rulesLint: string
  readonly rulesTest: string
  readonly rulesStale: string
  readonly rulesDiff: string
  readonly rulesNew: string
  readonly days: string
  readonly ownRules: string
  readonly rulesFolder: string
  readonly schemaName: string
  readonly examples: string
  readonly exitCodes: string
  readonly exits: readonly string[]
  readonly wrongCall: Readonly<Record<string, (word: string) => string>>
  /** behind what was wrong; `likely`: one name or several */
  readonly didYouMean: (likely: string) => string
}

export const zhCli: CliWords = {
  about: '在购买服务器和域名之前准备好 ICP 备案：提问、核对各省与接入商规则、生成备案包和缺件清单。不联网。',
  usage: '用法：',
  arguments: '参数：',
  options: '选项：',
  globalOptions: '通用选项：',
  commands: '命令：',
  help: '显示帮助',
  version: '显示版本号',
  lang: '界面语言：zh 或 en（默认按 LANG）',
  helpCommand: '显示某个命令的帮助',
  init: '问答：逐项填写，随时保存，最后生成备案包和清单',
  check: '核对备案文件、文件夹或备案包（含 .zip、.zip.age）；不提问，只写指定的报告',
  pack: '生成备案包（BagIt）：文件夹、ZIP 或加密的 ZIP',
  forms: '打印这份备案需要签署的文书：已预填的 PDF',
  status: '办理进度：做到哪一步、下一步是什么、最迟何时；用 --set 记录',
  statusPaths: 'icp.yaml 或其所在文件夹，可以有多份（默认当前文件夹）；有逾期时退出码为 1',
  setProgress:
    '记录办完的一步，如 submitted=2026-11-25（可多次）；步骤有 submitted、provider-reviewed、sms-sent、sms-verified、forwarded、approved、opened、footer、public-security、public-security-shown、returned，另有 numbers、public-security-number',
  statusReporter: '输出格式：pretty、json 或 ics',
  footer: '备案通过后页面底部的备案号与链接（按本省要求），以及公安备案号',
  footerDir: '含 icp.yaml 的文件夹（默认当前文件夹）；给出 --number 时可以没有',
  footerNumber: '备案号，如 粤ICP备99000001号-1；有多个服务时按其顺序多次给出（默认取自备案文件）',
  footerSecurity: '公安备案号，如 粤公网安备44030599000001号（默认取自备案文件）',
  footerReporter: '输出格式：html、text 或 json',
  compare: '同一份备案在不同地区和接入商之间比较：会被什么挡住、另要什么、多久',
  import: '从表格（CSV、XLSX）导入备案：每行一份，各写入自己的文件夹',
  importFile: 'CSV（UTF-8、UTF-16 或 GB18030）或 .xlsx 文件，第一行为列名：icp.yaml 的路径或字段名',
  importMap: '对应表（YAML）：columns 列名到路径，defaults 默认值，folder 文件夹名所用的列',
  importSheet: '工作簿中的工作表（默认第一张）',
  importOut: '写入的文件夹（默认当前文件夹）',
  writeMap: '只写出对应表：填好能认出的列，其余留空',
  rules: '查看和维护规则表',
  schema: '输出 JSON Schema，供编辑器补全',
  initDir: '存放 icp.yaml 的文件夹（默认当前文件夹）',
  checkPaths:
    'icp.yaml、备案包、其上级文件夹或通配符（默认当前文件夹），.icpignore 所列的略过；- 从标准输入逐行读取 JSON 备案',
  packDir: '含 icp.yaml 的文件夹（默认当前文件夹）',
  answers: '从文件读取答案，不提问',
  example: '写出一份完整的虚构备案：enterprise-guangdong（默认）或 individual-guangdong',
  reporter:
    '输出格式，可写多次：pretty、json、ndjson、sarif、junit、github、gitlab、markdown；加冒号和文件名写入文件，如 sarif:out.sarif',
  compareReporter: '输出格式：pretty、json 或 markdown',
  comparePath: '含 icp.yaml 的文件夹（默认当前文件夹）',
  provinces: '地区，用逗号分开，如 guangdong,上海；all 为全部（默认备案所填的）',
  providers: '接入商，用逗号分开，如 aliyun,tencent；all 为全部',
  on: '按这一天有效的规则判定（如 2026-12-01）',
  jobs: '核对很多备案时的线程数（默认按处理器数目）',
  shard: '数组作业的一份，如 2/8：每 8 行（或 8 份备案）取第 2 个',
  strict: '有警告也算未通过',
  notes: '同时列出须知',
  showPersonal: '在终端显示完整的证件号码、电话和地址',
  out: '备案包写到这里（默认为 bundle 文件夹，压缩时为 bundle.zip）',
  force: '替换已有的备案包',
  zip: '写成 ZIP 压缩包；同一天同样的内容，字节完全相同',
  sealTo: '压缩并用 age 加密给这个公钥（age1…），可给多次；写成 .zip.age',
  sealToFile: '同上，公钥写在文件里，每行一个',
  algorithm: '校验算法：sha256（默认）或 sha512',
  identity: '打开加密备案包（.zip.age）的 age 私钥文件，可给多次',
  formsOut: '文书写到这里（默认为 icp.yaml 旁的 forms 文件夹）',
  formsOnly: '只打印这些材料，不论是否需要，如 commitment-letter',
  formsForce: '替换已打印的文书',
  font: '用这个中文字体文件打印（.ttf、.otf、.ttc）',
  rulesList: '列出规则表',
  rulesShow: '列出一张规则表的规则',
  rulesExplain: '解释一条规则：要求、原因、办法、来源',
  rulesLint: '检查规则文件夹的错误',
  rulesTest: '运行规则里的例子',
  rulesStale: '列出太久没有核对的来源',
  rulesDiff: '两天之间（或备案包与今天之间）规则的变化',
  rulesNew: '新建规则表、规则或材料：province、provider、rule、material',
  days: '超过这么多天未核对',
  ownRules: '另加自己的规则文件夹（如公司更严的规则）',
  rulesFolder: '使用这个规则文件夹',
  schemaName: 'filing（备案文件）或 sheet（规则表）',
  examples: '例子：',
  exitCodes: '退出码：',
  exits: [
    '0 可以提交',
    '1 有错误、缺材料或有必答项未答',
    '2 输入或用法不对',
    '3 本工具的错误',
    '130 被中断（答案已保存）',
    '143 应要求结束（SIGTERM）；已判定的都已写出',
  ],
  didYouMean: likely => `；是不是 ${likely}？`,
  wrongCall: {
    'commander.unknownOption': word => `没有选项 ${word}`,
    'commander.unknownCommand': word => `没有命令 ${word}`,
    'commander.missingArgument': word => `缺少参数 ${word}`,
    'commander.optionMissingArgument': word => `选项 ${word} 后面缺少内容`,
    'commander.excessArguments': () => '参数过多',
    'commander.invalidArgument': word => `${word} 不可用`,
  },
}

export const enCli: CliWords = {
  about:
    'Prepare an ICP filing before you buy the server and the domain: asks, checks against the rules of province and provider, writes a bundle and the list of what is missing. Nothing is sent anywhere.',
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  globalOptions: 'Global options:',
  commands: 'Commands:',
  help: 'show help',
  version: 'show the version',
  lang: 'language: zh or en (default: from LANG)',
  helpCommand: 'show help for a command',
  init: 'the interview: asks, saves every answer, ends with bundle and checklist',
  check: 'check filings, folders or bundles (.zip and .zip.age too); never asks, writes only the reports it is told to',
  pack: 'write the bundle (a BagIt bag): a folder, a zip, or a sealed zip',
  forms: 'print the letters and forms this filing needs, prefilled, as PDF',
  status: 'how far a filing is, what comes next and until when; --set enters what happened',
  statusPaths: 'icp.yaml files or folders of them (default: this folder); exit code 1 where something is overdue',
  setProgress:
    'enter a step that is done, such as submitted=2026-11-25 (may be repeated); steps: submitted, provider-reviewed, sms-sent, sms-verified, forwarded, approved, opened, footer, public-security, public-security-shown, returned; also numbers, public-security-number',
  statusReporter: 'output: pretty, json or ics',
  footer:
    'the filing number and its link for the foot of the page, as the province wants it, and the public-security number',
  footerDir: 'folder with icp.yaml (default: this folder); may have none where --number is given',
  footerNumber:
    'the filing number, such as 粤ICP备99000001号-1; repeated in the order of the services (default: from the filing)',
  footerSecurity: 'the public-security number, such as 粤公网安备44030599000001号 (default: from the filing)',
  footerReporter: 'output: html, text or json',
  compare: 'one filing at several provinces and providers: what each refuses, asks for besides, how long it takes',
  import: 'filings out of a table (CSV, XLSX): one per row, each into its own folder',
  importFile: 'CSV (UTF-8, UTF-16 or GB18030) or .xlsx; its first line has paths of icp.yaml or names of fields',
  importMap: 'mapping (YAML): columns from heading to path, defaults, folder as the column that names folders',
  importSheet: 'worksheet of a workbook (default: the first)',
  importOut: 'folder to write into (default: this folder)',
  writeMap: 'only write a mapping: known columns filled in, the others left empty',
  rules: 'look at and maintain the rule sheets',
  schema: 'print a JSON Schema for your editor',
  initDir: 'folder of icp.yaml (default: this folder)',
  checkPaths:
    'icp.yaml files, bundles, folders or patterns of these (default: this folder), but for what .icpignore names; - reads one filing as JSON per line of stdin',
  packDir: 'folder with icp.yaml (default: this folder)',
  answers: 'take the answers from a file, ask nothing',
  example: 'write a complete made-up filing: enterprise-guangdong (default) or individual-guangdong',
  reporter:
    'output, may be given several times: pretty, json, ndjson, sarif, junit, github, gitlab, markdown; with a colon and a file it is written there, such as sarif:out.sarif',
  compareReporter: 'output: pretty, json or markdown',
  comparePath: 'folder with icp.yaml (default: this folder)',
  provinces:
    'provinces, separated by commas, such as guangdong,shanghai; all for every one (default: the filing’s own)',
  providers: 'providers, separated by commas, such as aliyun,tencent; all for every one',
  on: 'judge by the rules in force on that day (such as 2026-12-01)',
  jobs: 'threads for a check of many filings (default: by the number of processors)',
  shard: 'the share of one worker of an array job, such as 2/8: the second of every 8 lines (or filings)',
  strict: 'warnings fail too',
  notes: 'list the notes too',
  showPersonal: 'show identity numbers, phones and addresses in full, on a terminal',
  out: 'where to write the bundle (default: the folder bundle, or bundle.zip)',
  force: 'replace an existing bundle',
  zip: 'write a zip archive; the same content on the same day gives the same bytes',
  sealTo: 'zip it and seal it with age for this recipient (age1…), repeatable; writes a .zip.age',
  sealToFile: 'the same, with the recipients in a file, one a line',
  algorithm: 'of the checksums: sha256 (default) or sha512',
  identity: 'file with the age identity that opens a sealed bundle (.zip.age), repeatable',
  formsOut: 'where to write the forms (default: the folder forms beside icp.yaml)',
  formsOnly: 'print these materials, needed or not, such as commitment-letter',
  formsForce: 'replace forms that were printed before',
  font: 'print with this Chinese font file (.ttf, .otf, .ttc)',
  rulesList: 'list the sheets',
  rulesShow: 'list the rules of a sheet',
  rulesExplain: 'explain a rule: what, why, what to do, on whose word',
  rulesLint: 'find mistakes in a rules folder',
  rulesTest: 'run the examples inside the rules',
  rulesStale: 'list sources nobody has read for a while',
  rulesDiff: 'what changed in the rules between two days, or since a bundle was packed',
  rulesNew: 'start a sheet, rule or material: province, provider, rule, material',
  days: 'not read for more than so many days',
  ownRules: 'add a folder of rules of your own, such as a company’s stricter ones',
  rulesFolder: 'use this rules folder',
  schemaName: 'filing or sheet',
  examples: 'Examples:',
  exitCodes: 'Exit codes:',
  exits: [
    '0 ready to submit',
    '1 errors, missing materials or unanswered required questions',
    '2 the input or the call is wrong',
    '3 a bug of this tool',
    '130 interrupted (answers are saved)',
    '143 asked to end (SIGTERM); everything judged by then is written',
  ],
  didYouMean: likely => `; did you mean ${likely}?`,
  wrongCall: {
    'commander.unknownOption': word => `there is no option ${word}`,
    'commander.unknownCommand': word => `there is no command ${word}`,
    'commander.missingArgument': word => `the argument ${word} is missing`,
    'commander.optionMissingArgument': word => `the option ${word} needs a value`,
    'commander.excessArguments': () => 'too many arguments',
    'commander.invalidArgument': word => `${word} cannot be used`,
  },
}
