// What a look at a file says by itself; what it measured is told by the rules about scans.
import type { FoundProblem } from '../rules/finding.ts'

export type ScanWords = Record<FoundProblem['code'], (problem: FoundProblem) => string>

const millions = (pixels: string) => (Number(pixels) / 1_000_000).toFixed(0)
const tenThousands = (pixels: string) => (Number(pixels) / 10_000).toFixed(0)

export const zhScan: ScanWords = {
  'missing-file': ({ got }) => `找不到文件 ${got}`,
  'not-a-picture': ({ got }) => (got === 'unknown' ? '文件类型无法识别，不是图片' : `文件内容是 ${got}，不是图片`),
  empty: () => '文件是空的，0 字节；请重新导出或重新拍摄',
  truncated: ({ got }) => `文件不完整，只有 ${got}，后半部分缺失；请从原设备重新传一份`,
  damaged: () => '图片数据有损坏，局部可能错位或变色；请打开核对，从原设备重新传一份',
  unreadable: () => '图片打不开，内容已损坏；请重新导出或重新拍摄',
  bomb: ({ got, want }) => `${want} 的文件展开后有 ${tenThousands(got)} 万像素，不是正常照片，未打开；请换原图`,
  'too-many-pixels': ({ got, want }) =>
    `图片有 ${tenThousands(got)} 万像素，超过 ${tenThousands(want)} 万，未打开；请缩小后再用`,
  encrypted: () => 'PDF 设有密码，审核人员打不开；请去掉密码，或逐页导出为图片',
  format: ({ got, want }) => `格式是 ${got}；应为 ${want}`,
  extension: ({ got, want }) => `扩展名是 ${got}，内容却是 ${want}；请改扩展名或重新导出`,
  bytes: ({ got, want }) => `文件大小 ${got}；不应超过 ${want}`,
  pixels: ({ got, want }) => `图片尺寸 ${got}；至少 ${want}`,
  pages: ({ got }) => `PDF 有 ${got} 页，这里只要一页；请只留需要的一页`,
  'printed-from': ({ got, want }) => `打印后填报内容有变（打印依据 ${got}，现为 ${want}）；请重新打印、签署`,
  'same-file': ({ got }) => `与 ${got} 是同一个文件`,
  'code-number': ({ got, want }) => `执照二维码里的统一社会信用代码是 ${got}，填写的是 ${want}；请核对哪个有误`,
  'code-name': ({ got, want }) => `执照二维码里的名称是“${got}”，填写的是“${want}”；请核对，更名后用新执照`,
  'text-number': ({ got, want }) => `图片上读到的号码是 ${got}，填写的是 ${want}；请逐位核对`,
  'text-unread': () => '文字识别模块没有读出这张图片，未比对文字',
  'text-name': ({ got, want }) => `图片上读到的名称是“${got}”，填写的是“${want}”；请逐字核对`,
}

export const enScan: ScanWords = {
  'missing-file': ({ got }) => `there is no file ${got}`,
  'not-a-picture': ({ got }) =>
    got === 'unknown' ? 'the file is of an unknown kind, not a picture' : `the file is ${got}, not a picture`,
  empty: () => 'the file is empty, 0 bytes; export or photograph it again',
  truncated: ({ got }) => `the file is incomplete: it breaks off after ${got}; copy it from the device again`,
  damaged: () =>
    'some data of the picture are damaged, parts of it may be shifted or discoloured; look at it, and copy it from the device again',
  unreadable: () => 'the picture cannot be opened, its content is damaged; export or photograph it again',
  bomb: ({ got, want }) =>
    `a file of ${want} that unpacks to ${millions(got)} million pixels is no ordinary photo and was not opened; use the original picture`,
  'too-many-pixels': ({ got, want }) =>
    `the picture has ${millions(got)} million pixels, more than ${millions(want)} million, and was not opened; make it smaller`,
  encrypted: () =>
    'the PDF asks for a password, a reviewer cannot open it; remove the password or export its pages as pictures',
  format: ({ got, want }) => `the format is ${got}; expected ${want}`,
  extension: ({ got, want }) => `the name ends in ${got}, the content is ${want}; rename or export it again`,
  bytes: ({ got, want }) => `the file has ${got}; at most ${want} are taken`,
  pixels: ({ got, want }) => `the picture has ${got}; at least ${want} are needed`,
  pages: ({ got }) => `the PDF has ${got} pages where one is wanted; keep the page that is needed`,
  'printed-from': ({ got, want }) =>
    `the filing has changed since it was printed (printed from ${got}, now ${want}); print and sign it again`,
  'same-file': ({ got }) => `is the same file as ${got}`,
  'code-number': ({ got, want }) =>
    `the QR code on the licence carries the unified social credit code ${got}, you wrote ${want}; find out which one is wrong`,
  'code-name': ({ got, want }) =>
    `the QR code on the licence carries the name “${got}”, you wrote “${want}”; compare them, and use the new licence after a change of name`,
  'text-number': ({ got, want }) =>
    `the number read in the picture is ${got}, you wrote ${want}; compare digit by digit`,
  'text-unread': () => 'the text reader failed on this picture: nothing was compared',
  'text-name': ({ got, want }) =>
    `the name read in the picture is “${got}”, you wrote “${want}”; compare them character by character`,
}
