// What is wrong with a bag, and what to do about it. Loaded only where there is a bag.
import type { BagProblemCode, PathFault } from '../model/bag-problem.ts'
import type { Language } from './index.ts'
import { enRefused, zhRefused, type RefusedWords } from './refused-words.ts'

export type BagWords = {
  /** what is wrong, what was found, what was expected; `detail` as the problem has it, quoted by the caller */
  readonly problem: Record<BagProblemCode, (detail: string) => string>
  readonly fault: Record<PathFault, string>
  readonly changed: string
  readonly more: (count: number) => string
  readonly refused: RefusedWords
  /** what is different since a bundle was packed */
  readonly since: {
    readonly packed: (day: string, ago: number) => string
    readonly near: (what: string, day: string, left: number) => string
    readonly moved: (what: string, was: string, day: string) => string
    readonly file: Record<'not-judged' | 'replaced' | 'removed' | 'added', (path: string, beside: string) => string>
    readonly packAgain: string
  }
  /** what `pack` says of an archive */
  readonly packed: {
    readonly sealed: (recipients: number) => string
    readonly inside: (file: string) => string
    /** stands for the name of a file in a command */
    readonly identityFile: string
  }
}

const zh: BagWords = {
  problem: {
    'not-a-folder': () => '备案包应为文件夹或 .zip、.zip.age 文件',
    'declaration-missing': () => '缺少 bagit.txt，不是 BagIt 包',
    'declaration-malformed': () =>
      'bagit.txt 应只有两行：“BagIt-Version: 1.0”和“Tag-File-Character-Encoding: UTF-8”，冒号后一个空格',
    'version-unsupported': detail => `BagIt 版本是 ${detail}；支持 1.0 和 0.97`,
    'encoding-unknown': detail => `声明的编码 ${detail} 无法识别；一般为 UTF-8`,
    'encoding-invalid': detail => `内容不是所声明的编码 ${detail}`,
    'byte-order-mark': () => '开头带有 BOM；请存为不带 BOM 的 UTF-8',
    'tag-file-too-large': () => '标签文件超过 256 MB，未读取',
    'payload-folder-missing': () => '缺少 data 文件夹',
    'oxum-malformed': () => 'Payload-Oxum 写法不对；应为“字节数.文件数”',
    'oxum-repeated': () => 'Payload-Oxum 只能出现一次',
    'oxum-mismatch': detail => `data 中的字节数和文件数与 Payload-Oxum 不符；实际为 ${detail}`,
    'bag-info-line': () => '这一行不是“名称: 内容”，也不是缩进的续行',
    'manifest-missing': () => '缺少 data 的校验清单（manifest-算法.txt）',
    'manifest-line': () => '这一行应为校验值、空格、文件路径，校验值长度须与算法相符',
    'manifest-incomplete': detail => `没有列出 ${detail}；BagIt 1.0 要求每份清单列全 data 中的文件`,
    'algorithm-unknown': detail => `不支持校验算法 ${detail}`,
    'mode-marker': () => '文件名前有 * 标记（sha256sum -b 所写）；已忽略',
    'dot-slash': () => '路径以 ./ 开头；已忽略',
    'percent-encoding': () => '百分号编码不对；BagIt 1.0 把 % 写成 %25，换行写成 %0A，回车写成 %0D',
    'path-unsafe': detail => `路径不安全（${detail}），没有打开`,
    'path-outside-data': detail => `${detail} 不在 data 之内；这份清单只能列 data 中的文件`,
    'path-duplicate': detail => `${detail} 列了两次`,
    'payload-missing': () => '清单列出的文件不存在',
    'payload-unlisted': () => '文件不在任何校验清单中，可能是打包后放进去的',
    'payload-checksum': detail => `内容与 ${detail} 中的校验值不符`,
    'tag-manifest-missing': () => '没有标签文件的校验清单（tagmanifest-算法.txt），标签文件的改动查不出来',
    'tag-manifest-incomplete': detail => `没有列出 ${detail}`,
    'tag-manifest-lists-payload': detail => `不应列出 data 中的文件 ${detail}`,
    'tag-manifest-lists-tag-manifest': detail => `不应列出标签清单 ${detail}`,
    'tag-file-missing': detail => `${detail} 列出的文件不存在`,
    'tag-file-unlisted': detail => `不在 ${detail} 中，未作校验`,
    'tag-file-checksum': detail => `标签文件与 ${detail} 中的校验值不符`,
    'fetch-present': () => '列有要从网上下载的文件；本工具不联网，不会下载',
    'fetch-line': () => '这一行应为网址、空格、字节数或 -、空格、路径',
    'fetch-unlisted': detail => `要下载的 ${detail} 不在校验清单中`,
    fetch: () => '文件不在包里，要从网上下载（fetch.txt）；本工具不联网，包不完整',
    'name-form': detail => `清单里写作 ${detail}，Unicode 形式与文件名不同`,
    'normalization-collision': detail => `与 ${detail} 只在 Unicode 形式上不同`,
    'case-collision': detail => `与 ${detail} 只在大小写上不同，在 Windows 和 macOS 上会互相覆盖`,
    symlink: () => '是符号链接；不跟随，不接受',
    'special-file': () => '不是普通文件（管道、设备等），不接受',
    unreadable: detail => `无法读取（${detail}）`,
  },
  fault: {
    empty: '路径为空',
    nul: '含空字符',
    absolute: '绝对路径',
    home: '以 ~ 开头',
    drive: '带盘符',
    parent: '含 ..',
    'empty-part': '含空的或 . 的一级',
    backslash: '含反斜杠',
  },
  changed: '打包后被改动过或已损坏；请向交来的人重新要一份，或用 icp-prep pack 重新生成',
  more: count => `另有 ${count} 处`,
  refused: zhRefused,
  since: {
    packed: (day, ago) => `备案包于 ${day} 生成${ago > 0 ? `，已过 ${ago} 天` : ''}。此后：`,
    near: (what, day, left) =>
      left < 0
        ? `${what}：最后日期 ${day}，已过 ${-left} 天`
        : left === 0
          ? `${what}：最后日期 ${day}，就是今天`
          : `${what}：最后日期 ${day}，还有 ${left} 天`,
    moved: (what, was, day) => `${what}：规则变化，最后日期由 ${was} 提前到 ${day}`,
    file: {
      'not-judged': path => `${path} 不是生成时核对过的那个文件`,
      replaced: (path, beside) => `${path} 与 ${beside} 现在的内容不同`,
      removed: (path, beside) => `${path} 在 ${beside} 中已没有`,
      added: (path, beside) => `${path}（${beside}）不在备案包里`,
    },
    packAgain: '要用现在的内容，请重新运行 icp-prep pack',
  },
  packed: {
    sealed: recipients => `已加密，只有 ${recipients} 位收件人能打开`,
    inside: file => `详见其中的 ${file}`,
    identityFile: '私钥文件',
  },
}

const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

const en: BagWords = {
  problem: {
    'not-a-folder': () => 'a bundle is a folder, a .zip or a .zip.age',
    'declaration-missing': () => 'bagit.txt is missing: this is no BagIt bag',
    'declaration-malformed': () =>
      'bagit.txt must be two lines: “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”, one blank behind the colon',
    'version-unsupported': detail => `the BagIt version is ${detail}; 1.0 and 0.97 are supported`,
    'encoding-unknown': detail => `the declared encoding ${detail} is not known; usually it is UTF-8`,
    'encoding-invalid': detail => `this is not in the declared encoding ${detail}`,
    'byte-order-mark': () => 'begins with a byte order mark; save it as UTF-8 without one',
    'tag-file-too-large': () => 'a tag file of more than 256 MB, not read',
    'payload-folder-missing': () => 'the folder data is missing',
    'oxum-malformed': () => 'Payload-Oxum is not written as bytes, a full stop and the number of files',
    'oxum-repeated': () => 'Payload-Oxum may stand there only once',
    'oxum-mismatch': detail => `Payload-Oxum differs from the bytes and files in data, which are ${detail}`,
    'bag-info-line': () => 'neither “Label: value” nor an indented continuation',
    'manifest-missing': () => 'there is no payload manifest (manifest-<algorithm>.txt)',
    'manifest-line': () => 'a line is checksum, blanks, path; the checksum as long as the algorithm makes it',
    'manifest-incomplete': detail => `does not list ${detail}; in BagIt 1.0 every manifest lists every file in data`,
    'algorithm-unknown': detail => `the checksum algorithm ${detail} is not supported`,
    'mode-marker': () => 'has the * that sha256sum -b writes before a name; it is ignored',
    'dot-slash': () => 'a path begins with ./; that is ignored',
    'percent-encoding': () => 'percent-encoded wrongly; BagIt 1.0 writes % as %25, LF as %0A, CR as %0D',
    'path-unsafe': detail => `the path is not safe (${detail}) and was not opened`,
    'path-outside-data': detail => `${detail} is not in data; this list is for files in data only`,
    'path-duplicate': detail => `${detail} is listed twice`,
    'payload-missing': () => 'is listed and does not exist',
    'payload-unlisted': () => 'is in no manifest: it may have been put there after packing',
    'payload-checksum': detail => `differs from its checksum in ${detail}`,
    'tag-manifest-missing': () =>
      'there is no tag manifest (tagmanifest-<algorithm>.txt): changes to tag files cannot be noticed',
    'tag-manifest-incomplete': detail => `does not list ${detail}`,
    'tag-manifest-lists-payload': detail => `must not list ${detail}, a file in data`,
    'tag-manifest-lists-tag-manifest': detail => `must not list the tag manifest ${detail}`,
    'tag-file-missing': detail => `is listed in ${detail} and does not exist`,
    'tag-file-unlisted': detail => `is not in ${detail} and was not verified`,
    'tag-file-checksum': detail => `the tag file differs from its checksum in ${detail}`,
    'fetch-present': () => 'names files to download; nothing is ever downloaded',
    'fetch-line': () => 'a line is address, blank, bytes or -, blank, path',
    'fetch-unlisted': detail => `${detail} is to be downloaded but not in the manifest`,
    fetch: () => 'is not in the bag but to be downloaded (fetch.txt); nothing is, so the bag is incomplete',
    'name-form': detail => `is written ${detail} in the manifest, another Unicode form than the file’s name`,
    'normalization-collision': detail => `differs from ${detail} in its Unicode form only`,
    'case-collision': detail => `differs from ${detail} in case only: one replaces the other on Windows and macOS`,
    symlink: () => 'is a symbolic link: not followed, not accepted',
    'special-file': () => 'is no ordinary file (a pipe, a device …), not accepted',
    unreadable: detail => `cannot be read (${detail})`,
  },
  fault: {
    empty: 'it is empty',
    nul: 'it has a NUL',
    absolute: 'it is absolute',
    home: 'it begins with ~',
    drive: 'it names a drive',
    parent: 'it has a ..',
    'empty-part': 'a part of it is empty or .',
    backslash: 'it has a backslash',
  },
  changed:
    'It was changed or damaged after packing: ask for it again where it came from, or write it anew with icp-prep pack.',
  more: count => `and ${count} more`,
  refused: enRefused,
  since: {
    packed: (day, ago) => `Packed on ${day}${ago > 0 ? `, ${days(ago)} ago` : ''}. Since then:`,
    near: (what, day, left) =>
      left < 0
        ? `${what}: the last day was ${day}, ${days(-left)} ago`
        : left === 0
          ? `${what}: the last day is today, ${day}`
          : `${what}: the last day is ${day}, in ${days(left)}`,
    moved: (what, was, day) => `${what}: the rules changed, the last day is ${day} and no longer ${was}`,
    file: {
      'not-judged': path => `${path} is not the file that was judged when the bundle was packed`,
      replaced: (path, beside) => `${path} is not what ${beside} has now`,
      removed: (path, beside) => `${path} is no longer in ${beside}`,
      added: (path, beside) => `${path} (${beside}) is not in the bundle`,
    },
    packAgain: 'Run icp-prep pack again for a bundle of what there is now.',
  },
  packed: {
    sealed: recipients =>
      recipients === 1 ? 'Sealed: only 1 recipient can open it' : `Sealed: only ${recipients} recipients can open it`,
    inside: file => `See ${file} in it`,
    identityFile: 'KEY-FILE',
  },
}

export const bagWords = { zh, en } as const satisfies Record<Language, BagWords>
