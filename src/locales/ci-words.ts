// What `check` says to machines and reviewers: reports for CI, known findings, the days ahead, what changed.

/** Why `check` cannot do what its options ask for. */
export type CiProblem =
  | { readonly code: 'no-git' | 'no-repository' | 'no-revision'; readonly got: string; readonly detail: string }
  | { readonly code: 'no-match' | 'bad-baseline' | 'output-twice'; readonly got: string }
  | {
      readonly code: 'bad-count'
      readonly option: string
      readonly got: string
      readonly least: number
      readonly most?: number
    }
  | { readonly code: 'one-stdout'; readonly reporters: readonly string[] }
  | { readonly code: 'output-alone' }
  | { readonly code: 'leads-outside'; readonly path: string }

export type CiWords = {
  readonly options: Record<'output' | 'maxWarnings' | 'changedSince' | 'baseline' | 'writeBaseline' | 'ahead', string>
  readonly problem: (problem: CiProblem) => string
  readonly title: string
  /** a finding that stands only from a later day */
  readonly from: (day: string) => string
  readonly ahead: (day: string) => string
  readonly known: (count: number) => string
  readonly gone: (rule: string, file: string) => string
  readonly goneCount: (count: number) => string
  readonly unchanged: (revision: string) => string
  readonly ignored: (files: number, first: string) => string
  readonly written: (file: string) => string
  readonly baselineWritten: (file: string, count: number) => string
  readonly ready: string
  readonly notReady: string
  readonly unusable: string
  readonly unusableHelp: string
  readonly guessed: string
  readonly guessedHelp: string
  readonly passed: string
  readonly table: Record<'filing' | 'result' | 'errors' | 'warnings' | 'missing' | 'open' | 'toCheck', string>
  readonly toCheck: (count: number) => string
  readonly more: (filings: number) => string
  readonly source: string
  readonly rule: (id: string) => string
}

export const zhCi: CiWords = {
  options: {
    output: '没有写明文件的报告写到这里（缺少的文件夹会自动建立）',
    maxWarnings: '警告多于这个数目算未通过',
    changedSince: '只核对自这个 git 版本以来有变动的备案（icp.yaml、所在文件夹或所列材料）',
    baseline: '这个文件里已知的问题不算未通过',
    writeBaseline: '把现有问题写入这个文件，作为已知问题',
    ahead: '今后这么多天内会出现的问题（证件、域名、服务器到期，已公布的新规则）现在就算未通过',
  },
  problem: problem => {
    switch (problem.code) {
      case 'leads-outside':
        return `${problem.path} 经由链接指向所在文件夹之外，没有写入；请删除该链接，或直接写明目标位置`
      case 'no-git':
        return '--changed-since 需要 git，但没有找到 git；请先安装，或去掉该选项核对全部备案'
      case 'no-repository':
        return `--changed-since 只能在 git 仓库中使用，当前文件夹不在可用的仓库里${problem.detail === '' ? '' : `（git：${problem.detail}）`}`
      case 'no-revision':
        return `仓库里没有“${problem.got}”这个版本；浅克隆请先取回它（git fetch，或 actions/checkout 的 fetch-depth: 0）`
      case 'no-match':
        return `没有文件或文件夹符合“${problem.got}”`
      case 'bad-baseline':
        return `${problem.got} 不是基线文件；请用 --write-baseline 重新生成`
      case 'output-twice':
        return `有两份报告都要写到 ${problem.got}；请各用一个文件`
      case 'bad-count':
        return `${problem.option} 不能是“${problem.got}”；应为 ${problem.least}${problem.most === undefined ? ' 或更大' : ` 到 ${problem.most}`}的整数`
      case 'one-stdout':
        return `只有一份报告可以写到标准输出，其余请写明文件，如 --reporter ${problem.reporters.at(-1)}:文件名`
      case 'output-alone':
        return '--output 用于没有写明文件的那一份报告；所有报告都已写明文件'
    }
  },
  title: 'ICP 备案核对',
  from: day => `自 ${day} 起`,
  ahead: day => `同时核对到 ${day}：自某日起才出现的问题也算未通过`,
  known: count => `另有 ${count} 处是基线里已知的问题，不影响结果`,
  gone: (rule, file) => `基线里的问题已解决：${rule}（${file}）`,
  goneCount: count => `基线里有 ${count} 处问题已解决；用 --write-baseline 更新基线`,
  unchanged: revision => `自 ${revision} 以来没有备案变动`,
  ignored: (files, first) => `按 .icpignore 略过 ${files} 项（如 ${first}）`,
  written: file => `已写入 ${file}`,
  baselineWritten: (file, count) => `已将 ${count} 处问题写入基线 ${file}`,
  ready: '可以提交',
  notReady: '还不能提交',
  unusable: '备案文件能够读取，格式正确',
  unusableHelp: 'icp.yaml 必须是 UTF-8 的 YAML，键和取值符合格式；备案包必须完整未改。',
  guessed: '没有未经核实的估计值',
  guessedHelp: '提交前逐项核实估计值，并从 guessed 中删去。',
  passed: '可以提交',
  table: {
    filing: '备案',
    result: '结果',
    errors: '错误',
    warnings: '警告',
    missing: '缺件',
    open: '待答',
    toCheck: '自查',
  },
  toCheck: count => `请自查 ${count} 项`,
  more: filings => `报告过长，另有 ${filings} 份备案未列出；完整内容见其他格式的报告`,
  source: '依据',
  rule: id => `规则 ${id}`,
}

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

export const enCi: CiWords = {
  options: {
    output: 'where the report goes that names no file (missing folders are made)',
    maxWarnings: 'more warnings than these fail',
    changedSince: 'only filings changed since that git revision: icp.yaml, its folder or a material it names',
    baseline: 'findings known by that file do not fail',
    writeBaseline: 'write what is found now to that file, as known',
    ahead: 'fail now for what will be wrong within so many days: papers, domains, servers running out, rules to come',
  },
  problem: problem => {
    switch (problem.code) {
      case 'leads-outside':
        return `a link leads ${problem.path} out of its folder, nothing was written; remove the link, or name the place itself`
      case 'no-git':
        return '--changed-since needs git, which was not found; install it, or leave the option out to check every filing'
      case 'no-repository':
        return `--changed-since works inside a git repository only, and this folder is in none it can use${problem.detail === '' ? '' : ` (git: ${problem.detail})`}`
      case 'no-revision':
        return `the repository has no revision “${problem.got}”; a shallow clone must fetch it first (git fetch, or fetch-depth: 0 for actions/checkout)`
      case 'no-match':
        return `no file or folder matches “${problem.got}”`
      case 'bad-baseline':
        return `${problem.got} is not a baseline; write it anew with --write-baseline`
      case 'output-twice':
        return `two reports are to be written to ${problem.got}; give each a file of its own`
      case 'bad-count':
        return `${problem.option} cannot be “${problem.got}”; it takes a whole number ${problem.most === undefined ? `from ${problem.least}` : `between ${problem.least} and ${problem.most}`}`
      case 'one-stdout':
        return `only one report can go to standard output; give the others a file, such as --reporter ${problem.reporters.at(-1)}:FILE`
      case 'output-alone':
        return '--output is for the report that names no file; every reporter here names its own'
    }
  },
  title: 'ICP filing check',
  from: day => `from ${day} on`,
  ahead: day => `Looked ahead to ${day}: what will be wrong by then fails too`,
  known: count =>
    `${plural(count, 'known finding')} more in the baseline, which ${count === 1 ? 'does' : 'do'} not fail`,
  gone: (rule, file) => `in the baseline, but found no more: ${rule} (${file})`,
  goneCount: count =>
    `${plural(count, 'finding')} of the baseline ${count === 1 ? 'is' : 'are'} gone; write it anew with --write-baseline`,
  unchanged: revision => `no filing changed since ${revision}`,
  ignored: (files, first) => `left out ${files} by .icpignore (such as ${first})`,
  written: file => `wrote ${file}`,
  baselineWritten: (file, count) => `wrote ${plural(count, 'finding')} to the baseline ${file}`,
  ready: 'ready to submit',
  notReady: 'not ready',
  unusable: 'The filing can be read and its form is right',
  unusableHelp:
    'icp.yaml must be YAML in UTF-8 with the keys and values of the format; a bundle must be whole and unchanged.',
  guessed: 'No answer is an unverified guess',
  guessedHelp: 'Verify each guess before submission and take it out of guessed.',
  passed: 'ready to submit',
  table: {
    filing: 'Filing',
    result: 'Result',
    errors: 'Errors',
    warnings: 'Warnings',
    missing: 'Missing',
    open: 'Open',
    toCheck: 'To check',
  },
  toCheck: count => `${plural(count, 'point')} to check yourself`,
  more: filings =>
    `The report was too long: ${plural(filings, 'more filing')} not shown; the reports in other formats have them all`,
  source: 'Source',
  rule: id => `rule ${id}`,
}
