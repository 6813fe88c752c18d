// What is said where filings come in great number: lines that cannot be judged, how far a check has come.

export type LineProblemCode =
  | 'empty'
  | 'too-long'
  | 'not-utf-8'
  | 'json'
  | 'duplicate-key'
  | 'depth'
  | 'nodes'
  | 'characters'
  | 'digits'
  | 'malformed'
  | 'bug'

export type LineWords = {
  /** how far a check of many has come */
  readonly progress: (done: number, all: number) => string
  readonly problem: Record<LineProblemCode, (detail: string) => string>
}

export const zhLines: LineWords = {
  progress: (done, all) => `已核对 ${done} / ${all} 份备案`,
  problem: {
    empty: () => '空行；每行应为一份 JSON 备案',
    'too-long': () => '这一行超过 1000000 字节，备案不应这么大',
    'not-utf-8': () => '这一行不是 UTF-8',
    json: () => '不是有效的 JSON；一行应为一份完整的备案',
    'duplicate-key': key => `键“${key}”写了两次`,
    depth: most => `嵌套超过 ${most} 层`,
    nodes: most => `条目超过 ${most} 个`,
    characters: () => '含有文本不应有的字符',
    digits: () => '数字过长，已失去原来的位数；证件号码等请写成文字',
    malformed: () => '备案的写法不对，见 problems',
    bug: () => '这是本工具的错误，这一行未能判定',
  },
}

export const enLines: LineWords = {
  progress: (done, all) => `${done} of ${all} filings checked`,
  problem: {
    empty: () => 'the line is empty; each line holds one filing as JSON',
    'too-long': () => 'the line is longer than 1000000 bytes; no filing is',
    'not-utf-8': () => 'the line is not UTF-8',
    json: () => 'not valid JSON; one line holds one whole filing',
    'duplicate-key': key => `the key “${key}” is written twice`,
    depth: most => `nested more than ${most} levels deep`,
    nodes: most => `more than ${most} entries`,
    characters: () => 'holds characters that no text has',
    digits: () => 'a number too long to keep its digits; write identity numbers and the like as text',
    malformed: () => 'the form of the filing is wrong, see problems',
    bug: () => 'a bug of this tool: the line could not be judged',
  },
}
