// What `import` says of a table and its rows.
import type { RowProblem, TableProblem } from '../model/table-problem.ts'

export type ImportProblem =
  | (TableProblem & { readonly path: string })
  | { readonly code: 'no-rows' | 'nothing-mapped' | 'encoding' | 'there'; readonly path: string }
  | { readonly code: 'twice'; readonly heading: string }
  | { readonly code: 'same-path' | 'no-path' | 'no-column' | 'map-shape'; readonly name: string }

export type ImportWords = {
  readonly problem: (problem: ImportProblem) => string
  readonly left: (columns: string) => string
  readonly readAs: (encoding: string) => string
  readonly sheet: (name: string, others: string) => string
  /** `heading`: of the column */
  readonly row: (problem: RowProblem, heading: string) => string
  readonly sameName: (line: number) => string
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
      case 'workbook-kind':
        return `${problem.path} 不是 .xlsx 工作簿（是 .xls、.et、.ods 等格式，或加了密码）；请在 Excel 或 WPS 中另存为不加密码的 .xlsx 或“CSV UTF-8（逗号分隔）”`
      case 'workbook-damaged':
        return `${problem.path} 是损坏的工作簿，无法读取；请在 Excel 或 WPS 中打开后重新保存`
      case 'workbook-far':
        return `${problem.path} 解压后过大，或与压缩时相差过多，不像登记表，未读取；请另存为“CSV UTF-8（逗号分隔）”`
      case 'no-workbook-reader':
        return `读取工作簿 ${problem.path} 需要另装 sax：在安装 icp-prep 的地方运行 npm install sax（全局安装的加 -g），或另存为“CSV UTF-8（逗号分隔）”`
      case 'no-sheet':
        return `${problem.path} 中没有工作表“${problem.name}”；有：${problem.known.join('、')}`
      case 'sheet-of-csv':
        return `${problem.path} 不是工作簿，没有工作表；请去掉 --sheet`
      case 'empty':
        return `${problem.path} 是空的；第一行应为列名，其后每行一份备案`
      case 'encoding':
        return `${problem.path} 不是文本，或不是完好的 UTF-8、UTF-16、GB18030；请另存为“CSV UTF-8（逗号分隔）”`
      case 'there':
        return `${problem.path} 已经存在，不覆盖；请先移走或改名`
      case 'no-rows':
        return `${problem.path} 只有列名，没有数据行`
      case 'nothing-mapped':
        return `${problem.path} 没有一列能对应到 icp.yaml；请用 --write-map 写出对应表，填好后用 --map 导入`
      case 'quotes':
        return `${problem.path} 的列名中有引号没有成对，无法分列；请改正后重试`
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
  readAs: encoding => `按 ${encoding} 读取；如有乱码，请另存为“CSV UTF-8（逗号分隔）”`,
  sheet: (name, others) => `读取工作表“${name}”；未读取：${others}（用 --sheet 指定）`,
  row: (problem, heading) => {
    switch (problem.code) {
      case 'unpaired':
        return '引号没有成对，只按这一行读取；请改正引号'
      case 'digits':
        return `“${heading}”按数字存放，超过 15 位，末尾几位已经丢失；请将该列设为文本格式后重新填写`
      case 'no-value':
        return `“${heading}”是没有结果的公式；请在 Excel 或 WPS 中打开，重新保存`
      case 'error-value':
        return `“${heading}”是 Excel 的错误值 ${problem.text}；请改正公式或填写内容`
    }
  },
  sameName: line => `（与第 ${line} 行同名，另立文件夹）`,
  left: columns => `未导入的列（没有对应项）：${columns}`,
  imported: (line, file) => `第 ${line} 行：${file}`,
  rejected: (line, reasons) => `第 ${line} 行未导入：${reasons}`,
  line: line => `第 ${line} 行`,
  cells: (got, expected) => `有 ${got} 格，列名有 ${expected} 个`,
  clash: path => `${path} 与同一行另一格矛盾，两者不能并存`,
  there: file => `${file} 已经存在，不覆盖；请移走，用 --out 写到别处，或在对应表中用 folder 指定另一列作文件夹名`,
  counts: (imported, rejected) => `导入 ${imported} 行，未导入 ${rejected} 行`,
  rejectedIn: file => `未导入的行及原因在 ${file}`,
  mapWritten: file => `已写出对应表 ${file}；填好后用 --map 导入`,
  reasons: '未导入原因',
}

export const enImport: ImportWords = {
  problem: problem => {
    switch (problem.code) {
      case 'workbook-kind':
        return `${problem.path} is no .xlsx workbook (but .xls, .et, .ods or the like, or one with a password); save it from Excel or WPS as .xlsx without a password, or as “CSV UTF-8 (comma delimited)”`
      case 'workbook-damaged':
        return `${problem.path} is a damaged workbook and cannot be read; open it in Excel or WPS and save it again`
      case 'workbook-far':
        return `${problem.path} unpacks to far more than a table of filings has, so it was not read; save it as “CSV UTF-8 (comma delimited)”`
      case 'no-workbook-reader':
        return `reading the workbook ${problem.path} needs the package sax: run npm install sax where icp-prep is installed (with -g if it is installed globally), or save it as “CSV UTF-8 (comma delimited)”`
      case 'no-sheet':
        return `${problem.path} has no worksheet “${problem.name}”; there are: ${problem.known.join(', ')}`
      case 'sheet-of-csv':
        return `${problem.path} is no workbook and has no worksheets; leave --sheet out`
      case 'empty':
        return `${problem.path} is empty; its first line should be the headings, each line after it one filing`
      case 'encoding':
        return `${problem.path} is no text, or none in sound UTF-8, UTF-16 or GB18030; save it as “CSV UTF-8 (comma delimited)”`
      case 'there':
        return `${problem.path} is there already and is not overwritten; move it away first`
      case 'no-rows':
        return `${problem.path} has headings, but no rows`
      case 'nothing-mapped':
        return `no column of ${problem.path} is known; write a mapping with --write-map, fill it in, and import with --map`
      case 'quotes':
        return `${problem.path}: a quotation mark in the headings has no partner, so columns cannot be told apart; correct it and try again`
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
  readAs: encoding => `Read as ${encoding}; if names look wrong, save it as “CSV UTF-8 (comma delimited)”`,
  sheet: (name, others) => `Worksheet taken: ${name}; not taken: ${others} (name one with --sheet)`,
  row: (problem, heading) => {
    switch (problem.code) {
      case 'unpaired':
        return 'a quotation mark has no partner, so only this line was taken as the row; correct the quotation marks'
      case 'digits':
        return `“${heading}” is stored as a number of more than 15 digits, of which the last are lost; format the column as text and write it again`
      case 'no-value':
        return `“${heading}” is a formula without a result; open the workbook in Excel or WPS and save it again`
      case 'error-value':
        return `“${heading}” is Excel’s error ${problem.text}; correct the formula or write the value`
    }
  },
  sameName: line => ` (line ${line} has the same name, so this one has a folder of its own)`,
  left: columns => `Columns left out, because no field is known for them: ${columns}`,
  imported: (line, file) => `line ${line}: ${file}`,
  rejected: (line, reasons) => `line ${line} not imported: ${reasons}`,
  line: line => `line ${line}`,
  cells: (got, expected) => `${got} cells under ${expected} headings`,
  clash: path => `${path} cannot stand beside what another cell of the row says`,
  there: file =>
    `${file} is there already and stays as it is; move it away, write elsewhere with --out, or name another column as folder in the mapping`,
  counts: (imported, rejected) => `${imported} imported, ${rejected} not`,
  rejectedIn: file => `Rows not imported, with the reasons: ${file}`,
  mapWritten: file => `Mapping written: ${file}; fill it in and import with --map`,
  reasons: 'not imported because',
}
