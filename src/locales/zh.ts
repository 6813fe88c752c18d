// Chinese, as an administration writes it.
import { isLaterFormat as isLater } from '../model/filing-problem.ts'
import { visible } from '../model/visible.ts'
import { zhCi } from './ci-words.ts'
import { zhCli } from './cli-words.ts'
import { zhAttach } from './attach-words.ts'
import { zhCompare } from './compare-words.ts'
import { zhCompletion } from './completion-words.ts'
import { zhImport } from './import-words.ts'
import { zhYamlProblem } from './file-problems.ts'
import { zhForms } from './form-words.ts'
import { zhFooter } from './footer-words.ts'
import { zhInterview } from './interview-words.ts'
import { zhOutlook } from './outlook-words.ts'
import { zhLines } from './line-words.ts'
import { zhPages } from './pages.ts'
import { zhScan } from './scan-words.ts'
import { zhSheet } from './sheet-problems.ts'
import { zhStatus } from './status-words.ts'
import { zhReader } from './text-reader-words.ts'
import type { InputProblem, Words } from './words.ts'
import { zhWriteProblem } from './write-problems.ts'

const quote = (text: string) => `“${visible(text)}”`
const list = (items: readonly string[]) => items.join('、')

/** What stands in a problem may come from a file's name or from the call. */
const shown = (tell: (problem: InputProblem) => string) => (problem: InputProblem) => visible(tell(problem))

export const zh: Words = {
  language: 'zh',
  yes: '是',
  no: '否',
  longTerm: '长期',
  days: count => `${count} 天`,
  list,
  oneOf: items => (items.length > 1 ? `${list(items)} 之一` : (items[0] ?? '')),
  quote,
  severity: { error: '错误', warning: '警告', info: '提示' },
  kind: { fail: '不符合', need: '缺材料', ask: '待回答', confirm: '请自查', 'bad-scan': '扫描件' },
  steps: {
    type: { title: '填写信息、判定备案类型', what: '主办单位、备案地域、云账号与已有备案' },
    product: { title: '产品验证', what: '云服务器：类型、地域、计费、时长、公网 IP、备案服务码' },
    information: { title: '主体与网站/App 信息', what: '主办单位、负责人、域名、名称、服务内容、前置审批' },
    papers: { title: '上传资料', what: '证件、承诺书、授权书、域名证书的彩色原件照片' },
    face: { title: '照片/人脸核验', what: '互联网信息服务负责人本人持手机完成' },
    sms: { title: '短信核验', what: '收到工信部短信后 24 小时内完成' },
    submission: { title: '提交管局与备案之后', what: '管局审核、页脚备案号、30 日内公安联网备案' },
  },
  filingType: {
    first: { name: '首次备案', because: '主体和服务都没有备案号' },
    'add-service-here': { name: '新增互联网信息服务（有主体）', because: '主体已在本接入商备案，该服务尚未备案' },
    'add-service-elsewhere': { name: '新增互联网信息服务（无主体）', because: '主体在其他接入商备案，该服务尚未备案' },
    'add-access': { name: '新增接入', because: '主体和服务均已备案，本接入商尚未接入' },
    'change-sponsor': { name: '变更主体', because: '主体信息与工信部备案记录不同' },
    'change-service': { name: '变更互联网信息服务', because: '变更的是服务信息，主体信息未变' },
    'cancel-service': { name: '注销互联网信息服务', because: '注销一个已备案的服务' },
    'cancel-sponsor': { name: '注销主体', because: '没有填写服务，注销的是整个主体' },
    'cancel-access': { name: '取消接入', because: '该服务还有其他接入商，只取消本接入商的接入' },
    'nothing-to-file': { name: '无需备案', because: '该服务已在本接入商备案；信息有变时办理变更' },
  },
  conflict: {
    'other-sponsor': '该服务或域名已在其他主体名下备案，须先由原主体注销，或在支持的省份办理迁移',
    shell: '主体是空壳（有备案号但没有服务），本省须先注销主体再首次备案',
    'other-province': '主体已在其他省备案，须先变更或注销原备案',
  },
  conditions: {
    equals: given => given,
    'one-of': given => given,
    not: given => `不是 ${given}`,
    given: () => '已填写',
    'at-least': given => `不少于 ${given}`,
    'at-most': given => `不多于 ${given}`,
    'same-as': given => `与 ${given} 一致`,
    'exactly-same-as': given => `与 ${given} 逐字一致（含全角、半角和空格）`,
    'different-from': given => `与 ${given} 不同`,
    in: given => `属于“${given}”`,
    'not-in': given => `不属于“${given}”`,
    'with-any-of': given => `含有“${given}”中的词`,
    'without-any-of': given => `不含“${given}”中的词`,
    'beginning-with': given => `以“${given}”之一开头`,
    'not-beginning-with': given => `不以“${given}”开头`,
    'ending-with': given => `以“${given}”之一结尾`,
    only: given => `只选 ${given}`,
    like: given => given,
    'not-like': given => `不是${given}`,
    'length-at-least': given => `至少 ${given} 个`,
    'length-at-most': given => `最多 ${given} 个`,
    'han-at-least': given => `至少 ${given} 个汉字`,
    'on-or-after': given => `${given} 或之后`,
  },
  patterns: {
    'service-code': '备案服务码格式（8-4-4-4-12 位十六进制）',
    md5: 'MD5 指纹（32 位十六进制）',
    sha1: 'SHA-1 指纹（40 位十六进制）',
    'package-name': '包名格式（如 cn.example.app）',
    'bundle-id': 'Bundle ID 格式（如 cn.example.app）',
    'public-key': '公钥（PEM、Base64 或十六进制模数）',
    'only-digits': '纯数字',
    'only-latin': '纯英文',
    'special-symbols': '带有特殊符号',
    brackets: '带有括号',
    placeholder: '占位文字',
    'two-different-characters': '两个以上不同的字符',
    'game-number': '游戏版号',
    'filing-link': '工信部备案系统链接 https://beian.miit.gov.cn',
    'secure-filing-link': 'https://beian.miit.gov.cn',
    'with-suffix-number': '带序号的服务备案号',
    'sponsor-number': '不带序号的主体备案号',
    'same-site-remark': '“域名指向同一网站”字样',
    'filing-only-watermark': '仅供备案使用的水印',
  },
  scan: zhScan,
  reader: zhReader,
  advised: (found, fix) => `${found}。${fix}`,
  measured: (title, lines) => `${title}：${lines.join('；')}`,
  report: {
    got: (what, value) => `${what} 填的是 ${value}`,
    expected: phrase => `应为 ${phrase}`,
    not: name => `不是${quote(name)}`,
    because: parts => `问题在于 ${list(parts.map(quote))}`,
    differs: (at, written, expected) => `第 ${at} 个字不同：填的是${quote(written)}，应为${quote(expected)}`,
    fix: text => `怎么办 ${text}`,
    source: text => `依据 ${text}`,
    conflict: text => `分歧 ${text}`,
    asOf: (date, read) => `（资料日期 ${date}，${read} 核对）`,
    undated: read => `（资料未注明日期，${read} 核对）`,
    missing: materials => (materials.length > 1 ? `${list(materials)}（任一）` : (materials[0] ?? '')),
    ask: field => `尚未填写 ${field}`,
    waiting: rules => `${rules} 条规则等待此项`,
    confirm: text => text,
    of: about => `（${about}）`,
    type: (name, because) => `备案类型 ${name}：${because}`,
    judged: (day, sheets) => `按 ${day} 有效的规则判定：${list(sheets)}`,
    rulesChanged: (came, went, changed) =>
      `打包之后规则有变化，以下按今天的规则判定：${[
        ['新增', came] as const,
        ['取消', went] as const,
        ['修改', changed] as const,
      ]
        .filter(([, ids]) => ids.length > 0)
        .map(([label, ids]) => `${label} ${list(ids)}`)
        .join('；')}`,
    noSheet: province => `本版本尚无 ${province} 的规则表，仅按全国规则判定`,
    ready: (warnings, confirms) => `可以提交。${warnings} 个警告，${confirms} 项请自查`,
    notReady: (errors, warnings, missing, open, confirms) =>
      `还不能提交：${errors} 个错误，${warnings} 个警告，缺 ${missing} 份材料，${open} 项未回答，${confirms} 项请自查`,
    guessed: fields => `以下各项是估计值，核实前不能提交：${list(fields)}`,
    notes: count => `另有 ${count} 条须知，见清单（checklist）或 --notes`,
    never: '本工具不能代替审核，不保证备案获批。',
    total: (filings, ready) => `共 ${filings} 份备案，${ready} 份可以提交`,
  },
  about: {
    sponsor: '主办单位',
    principal: '主体负责人',
    legalRepresentative: '法定代表人',
    service: (position, name) => `第 ${position} 个服务${name ? ` ${name}` : ''}`,
    leadOf: (position, name) => `第 ${position} 个服务${name ? ` ${name} ` : ''}的负责人`,
  },
  input: {
    problem: shown(problem => {
      switch (problem.code) {
        case 'missing':
          return `找不到 ${problem.path}`
        case 'directory':
          return `${problem.path} 是目录，应为文件`
        case 'forbidden':
          return `没有权限读写 ${problem.path}；请取得权限，或换一个位置`
        case 'unreadable':
          return `无法读取 ${problem.path}（磁盘或网络盘出错，或打开的文件过多）；请重试`
        case 'binary':
          return `${problem.path} 不是 UTF-8 文本`
        case 'disk-full':
          return `磁盘已满，没有写入 ${problem.path}；原有文件未改动。请腾出空间后重试`
        case 'disk-failed':
          return `系统无法读写 ${problem.path}（磁盘或网络盘出错、打开的文件过多或名称过长）。请重试`
        case 'exists':
          return `${problem.path} 已存在；要替换请加 --force`
        case 'filing-exists':
          return `${problem.path} 已经是一份备案，不会被示例覆盖；请换一个文件夹`
        case 'not-a-folder':
        case 'not-a-file':
        case 'not-a-bundle':
        case 'being-written':
        case 'folder-gone':
        case 'no-current-folder':
        case 'unconfirmed':
          return zhWriteProblem(problem)
        case 'too-large':
          return `${problem.path} 超过 ${problem.limit} 字节，备案文件不应这么大`
        case 'no-filing':
          return `${problem.path} 中没有 icp.yaml；请先运行 icp-prep init`
        case 'wrong-option':
          return `${problem.option} 不接受 ${quote(problem.got)}；可用：${list(problem.known)}`
        case 'font':
          return zhForms.font(problem.problem)
        case 'import':
          return zh.importing.problem(problem.problem)
        case 'text-reader':
          return zhReader.problem(problem.problem)
        case 'footer':
          return zh.footer.problem(problem.problem)
        case 'status':
          return zh.status.problem(problem.problem, mark =>
            mark === 'returned' ? zh.status.returned : zh.outlook.marks[mark].title,
          )
        case 'bad-day':
          return `${quote(problem.got)} 不是日期；请写成 2026-12-01`
        case 'wrong-clock':
          return `这台电脑的时钟是 ${problem.got}，不可能正确；请校准时钟，或用 --on 2026-12-01 指定日期`
        case 'bad-id':
          return `${quote(problem.got)} 不能用作代号；用小写字母、数字和连字符，规则写成 规则表/规则`
        case 'no-such-state':
          return `${quote(problem.got)} 既不是日期，也不是备案包`
        default:
          return zhCi.problem(problem)
      }
    }),
    yaml: zhYamlProblem,
    filing: problem => {
      const key = problem.path.join('.')
      switch (problem.code) {
        case 'unknown-key':
          return `未知的键 ${quote(problem.got ?? '')}${problem.meant ? `；您是指 ${problem.meant} 吗？` : problem.known?.length ? `；此处可用：${list(problem.known)}` : ''}`
        case 'missing-key':
          return `缺少 ${key}`
        case 'version':
          return isLater(problem.got)
            ? `这份备案是格式 ${problem.got}，由更新版本的 icp-prep 写成；当前版本只认识格式 1，请安装新版本`
            : `icp 应为 1（本格式的版本），写的是 ${quote(problem.got ?? '')}`
        case 'not-a-mapping':
          return '备案文件应由“键: 值”组成，第一行通常是 icp: 1'
        case 'wrong-type':
          return `${key} 写的是 ${quote(problem.got ?? '')}；应为 ${problem.known ? list(problem.known) : zh.input.expected[problem.expected ?? 'text']}`
      }
    },
    expected: {
      text: '文字',
      list: '列表，如 [a, b]',
      mapping: '若干“键: 值”',
      'yes-no': 'true 或 false',
      count: '整数',
      day: '存在的日期，如 2026-12-01',
      'day-or-long-term': '存在的日期，如 2036-01-01；长期有效写 long-term',
      choice: '列出的选项之一',
    },
    tryHelp: '运行 icp-prep --help 查看用法',
    bug: version => `这是本工具的错误（icp-prep ${version}）。请连同下面几行报告，其中不含备案内容：`,
  },
  cli: zhCli,
  attach: zhAttach,
  compare: zhCompare,
  completing: zhCompletion,
  importing: zhImport,
  ci: zhCi,
  forms: zhForms,
  interview: zhInterview,
  lines: zhLines,
  pages: zhPages,
  outlook: zhOutlook,
  status: zhStatus,
  footer: zhFooter,
  sheetProblems: zhSheet,
  rules: {
    linted: (sheets, rules, problems) => `${sheets} 张规则表，${rules} 条规则，${problems} 个问题`,
    tested: (passed, failed) => `例子：${passed} 个通过，${failed} 个未通过`,
    listed: (_, sheet, title, rules, oldest, newest) =>
      `${sheet}  ${title}  ${rules} 条规则，资料日期 ${oldest ?? '不详'} 至 ${newest ?? '不详'}`,
    noChanges: '规则没有变化',
    came: '新增',
    went: '取消',
    changed: '修改',
    stale: (id, title, read, age, rules) => `${id}  ${title}  ${read} 核对，已 ${age} 天，${rules} 条规则引用`,
    staleCount: (stale, all, days) => `${all} 个来源中有 ${stale} 个超过 ${days} 天未核对`,
    made: (file, next) => `已写入 ${file}\n写法见 rules/README.md；填好 TODO 后运行 ${next}`,
    parts: {
      severity: '级别：',
      step: '步骤：',
      when: '适用：',
      require: '要求：',
      needs: '材料：',
      text: '内容：',
      fix: '怎么办：',
      dates: '有效期：',
      replaces: '替换：',
      conflict: '分歧：',
      facts: '所读事实：',
      sources: '来源：',
    },
  },
}
