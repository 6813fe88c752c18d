// The words for a reader of text that somebody brings along.

/** `missing`: no such module · `no-reader`: it has no `read` · `broken`: it failed while it was loaded */
export type ReaderProblem = { readonly is: 'missing' | 'no-reader' | 'broken'; readonly module: string }

export type ReaderWords = {
  readonly option: string
  readonly problem: (problem: ReaderProblem) => string
}

const zhProblems: Record<ReaderProblem['is'], (module: string) => string> = {
  missing: module => `--text-reader 找不到模块 ${module}；请写文件路径（./reader.js）或已安装的包名`,
  'no-reader': module => `--text-reader 的模块 ${module} 没有导出 read(image)，写法见 README`,
  broken: module => `--text-reader 的模块 ${module} 加载时出错`,
}

const enProblems: Record<ReaderProblem['is'], (module: string) => string> = {
  missing: module =>
    `--text-reader: there is no module ${module}; give the path of a file (./reader.js) or the name of an installed package`,
  'no-reader': module => `--text-reader: the module ${module} exports no read(image); the README says how to write one`,
  broken: module => `--text-reader: the module ${module} failed while it was loaded`,
}

export const zhReader: ReaderWords = {
  option: '用自己的文字识别模块读扫描件，只与填写内容比对（会运行该模块的代码）',
  problem: ({ is, module }) => zhProblems[is](module),
}

export const enReader: ReaderWords = {
  option: 'read scans with a module of your own, only to compare with what was typed (runs its code)',
  problem: ({ is, module }) => enProblems[is](module),
}
