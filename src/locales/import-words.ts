// What `import` says of a table and its rows.

export type ImportProblem =
  | { readonly code: 'workbook' | 'empty' | 'no-rows' | 'nothing-mapped' | 'encoding' | 'there'; readonly path: string }
  | { readonly code: 'quotes'; readonly path: string; readonly line: number }
  | { readonly code: 'size'; readonly path: string; readonly limit: number }
  | { readonly code: 'twice'; readonly heading: string }
  | { readonly code: 'same-path' | 'no-path' | 'no-column' | 'map-shape'; readonly name: string }

export type ImportWords = {
  readonly problem: (problem: ImportProblem) => string
  readonly left: (columns: string) => string
  readonly imported: (line: number, file: string) => string
  readonly rejected: (line: number, reasons: string) => string
  readonly line: (line: number) => string
  readonly cells: (got: number, expected: number) => string
  readonly clash: (path: string) => string
  readonly there: (file: string) => string
  readonly counts: (imported: number, rejected: number) => string
  readonly rejectedIn: (file: string) => string
  readonly mapWritten: (file: string) => string
  readonly reasons: string
}

export const zhImport: ImportWords = {
  problem: problem => {
    switch (problem.code) {
      case 'workbook':
        return `${problem.path} 是电子表格工作簿，本工具不读取；请在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”后再导入`
      case 'empty':
        return `${problem.path} 是空的；第一行应为列名，其后每行一份备案`
      case 'encoding':
        return `${problem.path} 既不是 UTF-8 也不是 GB18030 文本；请另存为“CSV UTF-8（逗号分隔）”`
      case 'size':
        return `${problem.path} 超过 ${problem.limit} 字节；请分成几个文件导入`
      case 'there':
        return `${problem.path} 已经存在，不覆盖；请先移走或改名`
      case 'no-rows':
        return `${problem.path} 只有列名，没有数据行`
      case 'nothing-mapped':
        return `${problem.path} 没有一列能对应到 icp.yaml；请用 --write-map 写出对应表，填好后用 --map 导入`
      case 'quotes':
        return `${problem.path} 第 ${problem.line} 行附近的引号没有成对，无法分列；请改正后重试`
      case 'twice':
        return `列名“${problem.heading}”出现两次；每列须有各自的列名`
      case 'same-path':
        return `两列都对应 ${problem.name}；请用 --map 只保留一列`
      case 'no-path':
        return `对应表中的“${problem.name}”不是 icp.yaml 中的项，应为如 sponsor.name 的路径`
      case 'no-column':
        return `对应表中的列“${problem.name}”不在表中`
      case 'map-shape':
        return `对应表的“${problem.name}”写法不对；对应表只有 columns（列名: 路径）、defaults（路径: 值）和 folder（列名）`
    }
  },
  left: columns => `未导入的列（没有对应项）：${columns}`,
  imported: (line, file) => `第 ${line} 行：${file}`,
  rejected: (line, reasons) => `第 ${line} 行未导入：${reasons}`,
  line: line => `第 ${line} 行`,
  cells: (got, expected) => `有 ${got} 格，列名有 ${expected} 个`,
  clash: path => `${path} 与同一行另一格矛盾，两者不能并存`,
  there: file => `${file} 已经存在，不覆盖；如一个主体有多行，请在对应表中用 folder 指定另一列作文件夹名`,
  counts: (imported, rejected) => `导入 ${imported} 行，未导入 ${rejected} 行`,
  rejectedIn: file => `未导入的行及原因在 ${file}`,
  mapWritten: file => `已写出对应表 ${file}；填好后用 --map 导入`,
  reasons: '未导入原因',
}

export const enImport: ImportWords = {
  problem: problem => {
    switch (problem.code) {
      case 'workbook':
        return `${problem.path} is a workbook, which is not read here; save it from Excel or WPS as “CSV UTF-8 (comma delimited)” and import that`
      case 'empty':
        return `${problem.path} is empty; its first line should be the headings, each line after it one filing`
      case 'encoding':
        return `${problem.path} is text neither in UTF-8 nor in GB18030; save it as “CSV UTF-8 (comma delimited)”`
      case 'size':
        return `${problem.path} has more than ${problem.limit} bytes; import it in several files`
      case 'there':
        return `${problem.path} is there already and is not overwritten; move it away first`
      case 'no-rows':
        return `${problem.path} has headings, but no rows`
      case 'nothing-mapped':
        return `no column of ${problem.path} is known; write a mapping with --write-map, fill it in, and import with --map`
      case 'quotes':
        return `${problem.path}: a quotation mark near line ${problem.line} has no partner, so columns cannot be told apart; correct it and try again`
      case 'twice':
        return `the heading “${problem.heading}” stands there twice; every column needs its own`
      case 'same-path':
        return `two columns are for ${problem.name}; keep one of them with --map`
      case 'no-path':
        return `“${problem.name}” in the mapping is no field of icp.yaml; expected a path such as sponsor.name`
      case 'no-column':
        return `the column “${problem.name}” of the mapping is not in the table`
      case 'map-shape':
        return `“${problem.name}” in the mapping is not understood; it has columns (heading: path), defaults (path: value) and folder (a heading)`
    }
  },
  left: columns => `Columns left out, because no field is known for them: ${columns}`,
  imported: (line, file) => `line ${line}: ${file}`,
  rejected: (line, reasons) => `line ${line} not imported: ${reasons}`,
  line: line => `line ${line}`,
  cells: (got, expected) => `${got} cells under ${expected} headings`,
  clash: path => `${path} cannot stand beside what another cell of the row says`,
  there: file =>
    `${file} is there already and stays as it is; where a sponsor has several rows, name another column as folder in the mapping`,
  counts: (imported, rejected) => `${imported} imported, ${rejected} not`,
  rejectedIn: file => `Rows not imported, with the reasons: ${file}`,
  mapWritten: file => `Mapping written: ${file}; fill it in and import with --map`,
  reasons: 'not imported because',
}
