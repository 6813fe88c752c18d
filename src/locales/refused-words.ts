// Why a bundle can be neither sealed nor opened, and what to do about it. Loaded only where that happens.
import type { BundleProblemCode } from '../model/bundle-problem.ts'

type Quote = (text: string) => string

/** `detail` as the problem has it. */
export type RefusedWords = Record<BundleProblemCode, (detail: string, quote: Quote) => string>

const zhReorder = '请解开后在本机核对文件夹，或请对方用 icp-prep pack --zip 重新打包'
const zhHostile = '这样的压缩包可能是恶意的，没有解开任何文件'

export const zhRefused: RefusedWords = {
  'recipient-malformed': (detail, quote) =>
    `${quote(detail)} 不是 age 公钥，一般是抄漏或抄错了一位；应为以 age1 开头的 62 个字符（age-keygen -y 可显示）`,
  'recipient-secret': () => '这里写的是私钥（AGE-SECRET-KEY-…），只应自己保管；请换成 age1 开头的公钥（age-keygen -y）',
  'recipient-ssh': () => '是 SSH 公钥；只支持 age1 开头的 age 公钥（age-keygen）',
  'recipients-empty': () => '里面没有公钥；每行写一个 age1 开头的公钥',
  'recipients-missing': () => '.age 文件要加密给某人；请加 --seal-to age1… 或 --seal-to-file',
  'identity-malformed': () => '这一行不是 age 私钥；应以 AGE-SECRET-KEY-1 开头（内容不予显示）',
  'identity-public': () => '这一行是公钥；解密要用 AGE-SECRET-KEY-1 开头的私钥文件（age-keygen 所生成）',
  'identity-ssh': () => '是 SSH 私钥；只支持 age 私钥文件（age-keygen 所生成）',
  'identity-locked': () => '私钥文件本身带口令；请先用 age -d 解开它',
  'identities-empty': () => '里面没有私钥；应有一行以 AGE-SECRET-KEY-1 开头',

  'not-sealed': () => '不是 age 加密文件',
  'seal-damaged': () => '加密文件已损坏或不完整，没有解开任何内容；请向交来的人重新要一份',
  'identity-needed': () => '备案包是加密的；请用 --identity 给出您的 age 私钥文件',
  'identity-wrong': () =>
    '您的私钥打不开它：它是加密给别人的，或密钥部分已损坏；请换一个 --identity，或请对方加密给您的公钥',
  passphrase: () => '是用口令加密的；请先用 age -d 解开，再核对得到的 .zip',

  'not-an-archive': () => '不是 ZIP 压缩包，或末尾不完整（下载中断？）',
  'archive-damaged': () => '压缩包的目录已损坏；请重新要一份',
  'too-large': detail => `压缩包超过 ${detail} MB，没有打开`,
  'too-many-entries': detail => `压缩包内有 ${detail} 个条目，上限 10000，没有解开任何文件`,
  'unpacks-too-large': detail => `解开后超过 ${detail} MB，没有解开任何文件`,
  'unpacks-too-far': detail => `解开后是压缩包的 ${detail} 倍，${zhHostile}`,
  'entries-overlap': () => `条目的数据互相重叠，${zhHostile}`,
  encrypted: () => 'ZIP 内的文件带密码；请解开后重新打包，加密请用 --seal-to',
  'method-unknown': detail => `压缩方法 ${detail} 不支持；只支持存储和 deflate。${zhReorder}`,
  'name-encoding': () => `文件名不是 UTF-8（多为 Windows 的 GBK）；${zhReorder}`,
  'name-unsafe': detail => `文件名不安全（${detail}），${zhHostile}`,
  'name-device': () => `文件名在 Windows 上是设备（CON、NUL、COM1 等），${zhHostile}`,
  'name-too-long': () => '文件名过长（一级超过 255 字节或全长超过 1000 字节），没有解开任何文件',
  'name-twice': () => '同一文件名出现两次，没有解开任何文件',
  'name-case': (detail, quote) => `与 ${quote(detail)} 只在大小写上不同，解开时会互相覆盖`,
  'name-form': (detail, quote) => `与 ${quote(detail)} 只在 Unicode 形式上不同，解开时会互相覆盖`,
  'name-is-folder': () => '既是文件又是文件夹，没有解开任何文件',
  link: () => `是符号链接，${zhHostile}`,
  special: () => `是设备、管道等特殊文件，${zhHostile}`,
  'entry-damaged': detail => `这个文件在压缩包里已损坏（${detail}）；请重新要一份`,
  'no-bag': () => '压缩包里没有备案包（最上层或唯一的文件夹里应有 bagit.txt）',
  'several-bags': (detail, quote) => `压缩包里不止一个备案包：还有 ${quote(detail)}；请分开核对`,
  'beside-bag': () => '在备案包文件夹之外；压缩包里只能有一个备案包',

  'format-newer': detail => `备案包是更新版本的 icp-prep 写的（格式 ${detail}，本版本只认 1）；请升级 icp-prep`,
  'no-filing': () => '包本身完好，但里面没有 data/icp.yaml，不是本工具的备案包',
}

const enAgain = 'unpack it and check the folder, or have it packed again with icp-prep pack --zip'
const enHostile = 'such an archive may be hostile; nothing was unpacked'

export const enRefused: RefusedWords = {
  'recipient-malformed': (detail, quote) =>
    `${quote(detail)} is no age recipient, usually one character is missing or mistyped; it has 62 characters and begins with age1 (age-keygen -y shows it)`,
  'recipient-secret': () =>
    'this is a secret key (AGE-SECRET-KEY-…), which is yours to keep; give the public key that begins with age1 (age-keygen -y)',
  'recipient-ssh': () => 'this is an SSH key; only age recipients, which begin with age1, are supported (age-keygen)',
  'recipients-empty': () => 'holds no recipient; write one a line, each beginning with age1',
  'recipients-missing': () => 'an .age file is sealed for somebody: add --seal-to age1… or --seal-to-file',
  'identity-malformed': () => 'this line is no age identity; it should begin with AGE-SECRET-KEY-1 (it is not shown)',
  'identity-public': () =>
    'this line is a public key; to open takes the file with the secret one, AGE-SECRET-KEY-1… (made by age-keygen)',
  'identity-ssh': () => 'this is an SSH key; only age identity files are supported (made by age-keygen)',
  'identity-locked': () => 'the identity file itself has a passphrase; open it first with age -d',
  'identities-empty': () => 'holds no identity; a line should begin with AGE-SECRET-KEY-1',

  'not-sealed': () => 'is no age file',
  'seal-damaged': () => 'the sealed file is damaged or cut short; nothing of it was used. Ask for it again',
  'identity-needed': () => 'the bundle is sealed; give the file of your age identity with --identity',
  'identity-wrong': () =>
    'your identity does not open it: it was sealed for others, or its keys are damaged; use another --identity, or have it sealed for your recipient',
  passphrase: () => 'was sealed with a passphrase; open it first with age -d, then check the .zip',

  'not-an-archive': () => 'is no zip archive, or its end is missing (an interrupted download?)',
  'archive-damaged': () => 'the directory of the archive is damaged; ask for it again',
  'too-large': detail => `the archive has more than ${detail} MB and was not opened`,
  'too-many-entries': detail => `the archive has ${detail} entries, more than 10,000; nothing was unpacked`,
  'unpacks-too-large': detail => `would unpack to more than ${detail} MB; nothing was unpacked`,
  'unpacks-too-far': detail => `would unpack to ${detail} times its size; ${enHostile}`,
  'entries-overlap': () => `its entries share their data; ${enHostile}`,
  encrypted: () => 'has a zip password; unpack it and pack it again, and seal with --seal-to instead',
  'method-unknown': detail => `compression method ${detail} is not supported, only stored and deflate; ${enAgain}`,
  'name-encoding': () => `its name is not UTF-8 (on Windows usually GBK); ${enAgain}`,
  'name-unsafe': detail => `its name is not safe (${detail}); ${enHostile}`,
  'name-device': () => `its name is a device on Windows (CON, NUL, COM1 …); ${enHostile}`,
  'name-too-long': () => 'its name is too long (a part over 255 bytes, or over 1,000 in all); nothing was unpacked',
  'name-twice': () => 'the name is there twice; nothing was unpacked',
  'name-case': (detail, quote) => `differs from ${quote(detail)} in case only: one would replace the other`,
  'name-form': (detail, quote) => `differs from ${quote(detail)} in its Unicode form only: one would replace the other`,
  'name-is-folder': () => 'is both a file and a folder; nothing was unpacked',
  link: () => `is a symbolic link; ${enHostile}`,
  special: () => `is a device, a pipe or the like; ${enHostile}`,
  'entry-damaged': detail => `is damaged inside the archive (${detail}); ask for it again`,
  'no-bag': () => 'the archive holds no bundle (bagit.txt at its top or in its one folder)',
  'several-bags': (detail, quote) =>
    `the archive holds more than one bundle: ${quote(detail)} too; check them one by one`,
  'beside-bag': () => 'lies beside the bundle’s folder; an archive holds one bundle and nothing else',

  'format-newer': detail =>
    `the bundle was written by a newer icp-prep (format ${detail}, this one reads 1); update icp-prep`,
  'no-filing': () => 'a sound bag, but without data/icp.yaml: not a bundle of this tool',
}
