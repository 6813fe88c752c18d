// What is wrong with a filing's text before anybody looks at its content: YAML that cannot be read.

type Sentences = Readonly<Record<string, string>>

const zhYaml: Sentences = {
  empty: '文件是空的；第一行应为 icp: 1',
  alias: '不支持 YAML 锚点和别名（& 和 *），请直接写出内容',
  documents: '一个文件只能写一份备案（不要用 --- 分隔多份）',
  depth: '嵌套层数过多',
  size: '文件过大；备案文件不应超过 1 MB',
  nodes: '条目过多',
  binary: '含有文本文件不应有的字符',
  tag: '不支持 YAML 标签（!…），请直接写文字',
  key: '键必须是普通文字',
  path: '要写入的位置已经是文字，不能再分下级',
  edit: '这一处的写法只能由人来改，请用编辑器修改',
  'syntax colon': '这里缺少冒号（键: 值）',
  'syntax comma': '这里缺少逗号',
  'syntax escape': '引号里的转义写法不对；内容含反斜杠时请用单引号',
  'syntax full-width-colon': '冒号是全角的“：”；请改成半角 : 并在后面空一格',
  'syntax full-width-comma': '逗号是全角的“，”；请改成半角 ,',
  'syntax indentation': '缩进不齐；同级的键要对齐，用空格',
  'syntax reserved-character': '文字以特殊字符开头；请加引号',
  'syntax space-after-colon': '冒号后面要空一格',
  'syntax tab': '缩进用了制表符（Tab）；请用空格',
  'syntax unclosed': '引号或括号没有配对',
}

const enYaml: Sentences = {
  empty: 'the file is empty; its first line should be icp: 1',
  alias: 'YAML anchors and aliases (& and *) are not supported; write the content out',
  documents: 'one file holds one filing (no second document behind ---)',
  depth: 'nested too deeply',
  size: 'the file is too large; no filing has more than 1 MB',
  nodes: 'too many entries',
  binary: 'holds characters that no text file has',
  tag: 'YAML tags (!…) are not supported; write plain text',
  key: 'a key must be plain text',
  path: 'a text stands here already, so nothing can be written below it',
  edit: 'this place is written in a way only a person can change; use an editor',
  'syntax colon': 'a colon is missing here (key: value)',
  'syntax comma': 'a comma is missing here',
  'syntax escape': 'a wrong escape inside quotes; use single quotes around text with backslashes',
  'syntax full-width-colon': 'the colon is the full-width “：”; write : and a blank',
  'syntax full-width-comma': 'the comma is the full-width “，”; write ,',
  'syntax indentation': 'the indentation is uneven; keys of one level stand below each other, indented with blanks',
  'syntax reserved-character': 'the text begins with a special character; put it in quotes',
  'syntax space-after-colon': 'a blank is missing behind the colon',
  'syntax tab': 'indented with a tab; use blanks',
  'syntax unclosed': 'a quote or bracket is not closed',
}

function sentence(sentences: Sentences, code: string, detail: string): string | undefined {
  return sentences[code] ?? sentences[`${code} ${detail}`]
}

export function zhYamlProblem(code: string, detail: string): string {
  if (code === 'duplicate-key') return `键“${detail}”写了两次`
  return sentence(zhYaml, code, detail) ?? '不是有效的 YAML'
}

export function enYamlProblem(code: string, detail: string): string {
  if (code === 'duplicate-key') return `the key “${detail}” is written twice`
  return sentence(enYaml, code, detail) ?? 'not valid YAML'
}
