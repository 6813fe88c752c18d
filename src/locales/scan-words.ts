// What a look at a scan says: what was measured, what is wanted, and how the picture gets better.
import type { ScanProblem } from '../rules/finding.ts'

export type ScanWords = Record<ScanProblem['code'], (problem: ScanProblem) => string>

type Names = Readonly<Record<string, string>>

const millions = (pixels: string) => (Number(pixels) / 1_000_000).toFixed(0)
const tenThousands = (pixels: string) => (Number(pixels) / 10_000).toFixed(0)
const percent = (share: string) => `${(Number(share) * 100).toFixed(1)}%`

const sidesOf = (got: string, names: Names, between: string) =>
  got
    .split(', ')
    .map(side => names[side] ?? side)
    .join(between)

const zhSides: Names = { top: '上边', right: '右边', bottom: '下边', left: '左边' }
const enSides: Names = { top: 'top', right: 'right', bottom: 'bottom', left: 'left' }

export const zhScan: ScanWords = {
  'missing-file': ({ got }) => `找不到文件 ${got}`,
  'not-a-picture': ({ got }) => `文件内容是 ${got}，不是图片`,
  empty: () => '文件是空的，0 字节；请重新导出或重新拍摄',
  truncated: ({ got }) => `文件不完整，只有 ${got}，后半部分缺失；请从原设备重新传一份`,
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
  'same-picture': ({ got }) => `与 ${got} 看起来是同一张图片；请核对是否传错了面或传错了人`,
  blurred: ({ got, want }) =>
    `字迹可能模糊：清晰度 ${got}，一般不低于 ${want}；放平证件，待对焦完成后持稳重拍，勿放大截取`,
  dark: ({ got, want }) => `画面偏暗：纸面亮度 ${got}（满值 255），一般不低于 ${want}；在明亮、均匀的光线下重拍`,
  bright: ({ got, want }) =>
    `画面过亮，字迹发白：字迹亮度 ${got}（满值 255），一般不高于 ${want}；减少曝光或避开直射光重拍`,
  glare: ({ got }) => `画面有反光，约占 ${percent(got)}；关闭闪光灯，换个角度避开灯和窗后重拍`,
  grey: ({ got, want }) =>
    `看不到颜色，可能是黑白扫描件或复印件：彩色部分占 ${got}，彩色原件不低于 ${want}；请用原件彩色拍摄或扫描`,
  screenshot: ({ got }) => `像是截屏（${got}）；请拍摄或扫描原件`,
  'screen-photo': ({ got, want }) =>
    `像是对着屏幕翻拍：${percent(got)} 的区域有同一种网纹，原件一般低于 ${percent(want)}；请拍摄原件`,
  cut: ({ got }) => `证件可能没有拍全：${sidesOf(got, zhSides, '、')}碰到画面边缘；四周留出空白重拍，四角须齐全`,
  sideways: ({ got, want }) => `图片可能是横躺的：横行与竖行之比 ${got}，正放时不低于 ${want}；请转正后保存`,
  'turned-by-note': ({ got }) => `图片靠方向标记（EXIF ${got}）才显示为正；有的系统不认，请转正后另存`,
  'code-number': ({ got, want }) => `执照二维码里的统一社会信用代码是 ${got}，填写的是 ${want}；请核对哪个有误`,
  'code-name': ({ got, want }) => `执照二维码里的名称是“${got}”，填写的是“${want}”；请核对，更名后用新执照`,
  'text-number': ({ got, want }) => `图片上读到的号码是 ${got}，填写的是 ${want}；请逐位核对`,
  'text-name': ({ got, want }) => `图片上读到的名称是“${got}”，填写的是“${want}”；请逐字核对`,
}

export const enScan: ScanWords = {
  'missing-file': ({ got }) => `there is no file ${got}`,
  'not-a-picture': ({ got }) => `the file is ${got}, not a picture`,
  empty: () => 'the file is empty, 0 bytes; export or photograph it again',
  truncated: ({ got }) => `the file is incomplete: it breaks off after ${got}; copy it from the device again`,
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
  'same-picture': ({ got }) => `looks like the same picture as ${got}; is it the right side, and the right person?`,
  blurred: ({ got, want }) =>
    `the writing may be blurred: sharpness ${got}, usually at least ${want}; lay the paper flat, wait for the focus and hold still`,
  dark: ({ got, want }) =>
    `the picture is dark: the paper has a brightness of ${got} of 255, usually at least ${want}; take it again in bright, even light`,
  bright: ({ got, want }) =>
    `the picture is washed out: the writing has a brightness of ${got} of 255, usually at most ${want}; take it again with less exposure, out of direct light`,
  glare: ({ got }) =>
    `about ${percent(got)} of the picture is glare; switch the flash off and turn the paper away from lamps and windows`,
  grey: ({ got, want }) =>
    `no colour is seen, it may be a black and white scan or a copy: ${got} of it is coloured, of a coloured original at least ${want}; photograph or scan the original in colour`,
  screenshot: ({ got }) => `looks like a screenshot (${got}); photograph or scan the original`,
  'screen-photo': ({ got, want }) =>
    `looks like a photo of a screen: ${percent(got)} of it shows one fine grid, of an original less than ${percent(want)}; photograph the original`,
  cut: ({ got }) =>
    `the paper may be cut off: it touches the ${sidesOf(got, enSides, ' and ')} of the picture; leave a margin and keep all four corners in the picture`,
  sideways: ({ got, want }) =>
    `the picture may lie on its side: lines across against lines down ${got}, upright at least ${want}; turn it and save it`,
  'turned-by-note': ({ got }) =>
    `only a note in the file (EXIF orientation ${got}) turns the picture upright and some systems ignore it; turn it and save it`,
  'code-number': ({ got, want }) =>
    `the QR code on the licence carries the unified social credit code ${got}, you wrote ${want}; find out which one is wrong`,
  'code-name': ({ got, want }) =>
    `the QR code on the licence carries the name “${got}”, you wrote “${want}”; compare them, and use the new licence after a change of name`,
  'text-number': ({ got, want }) =>
    `the number read in the picture is ${got}, you wrote ${want}; compare digit by digit`,
  'text-name': ({ got, want }) =>
    `the name read in the picture is “${got}”, you wrote “${want}”; compare them character by character`,
}
