// What `attach` says: of the files it was given, of what it made of them, and what it asks.

type Reason = 'own-code' | 'code' | 'name' | 'shape' | 'only'
type Tells = 'place' | 'device' | 'time'
type Why =
  | 'missing'
  | 'directory'
  | 'forbidden'
  | 'unreadable-file'
  | 'no-file'
  | 'too-large'
  | 'truncated'
  | 'unreadable'
  | 'too-many-pixels'
  | 'no-reader'
  | 'empty'
  | 'not-a-picture'
  | 'no-heic-reader'
  | 'no-pdf-reader'
  | 'locked'
  | 'blank'
  | 'broken'
  | 'not-a-video'

export type AttachWords = {
  /** help */
  readonly about: string
  readonly files: string
  readonly as: string
  readonly of: string
  readonly dir: string
  readonly watermark: string
  readonly dryRun: string
  readonly more: string
  /** the question */
  readonly which: (file: string) => string
  readonly whose: (paper: string) => string
  readonly reasons: Record<Reason, string>
  readonly another: string
  readonly leaveOut: string
  readonly whyAsked: string
  /** in the interview */
  readonly offer: (isElsewhere: boolean, tells: readonly Tells[]) => string
  readonly fitIt: string
  readonly useAsIs: string
  readonly whyFit: string
  /** what became of a file */
  readonly size: (kind: string, pixels: string | undefined, bytes: string) => string
  readonly made: (after: string, before: string) => string
  readonly asItWas: (what: string) => string
  readonly turned: string
  readonly removed: (what: readonly Tells[]) => string
  readonly marked: string
  readonly pages: (shown: number, all: number) => string
  readonly whitened: string
  readonly videoKept: string
  readonly tooLarge: (bytes: string, most: string) => string
  readonly kept: (path: string) => string
  readonly replaced: (path: string) => string
  readonly stale: (answers: readonly string[]) => string
  readonly notAskedFor: string
  readonly refused: Record<Why, (kind: string) => string>
  readonly taken: (other: string) => string
  readonly unplaced: string
  readonly looksLike: (paper: string, because: string) => string
  readonly stillOpen: string
  readonly run: (command: string) => string
  readonly left: string
  readonly summary: (files: number, attached: number, unplaced: number, left: number, failed: number) => string
  readonly stillMissing: (count: number) => string
  readonly dry: string
  readonly passedOver: (folders: number) => string
  readonly stopped: (attached: number) => string
  /** the call itself */
  readonly noSuchMaterial: (got: string, meant: string | undefined, known: readonly string[]) => string
  readonly noSuchOwner: (got: string, known: readonly string[]) => string
  readonly ofWithoutAs: string
  readonly oneSlot: (files: number) => string
  readonly noFiles: string
  readonly isBundle: (path: string) => string
}

const zhTells: Readonly<Record<Tells, string>> = { place: '拍摄地点', device: '拍摄设备', time: '拍摄时间' }
const enTells: Readonly<Record<Tells, string>> = { place: 'place', device: 'device', time: 'time' }

const kindName = (kind: string) => kind.toUpperCase()

export const zhAttach: AttachWords = {
  about: '把照片或扫描件放进备案：查看、转正、去除元数据、按接入商的限制转换和压缩，写入 icp.yaml',
  files: '照片、扫描件（JPEG、PNG、WebP、TIFF、GIF、BMP、AVIF、HEIC、PDF）或其文件夹',
  as: '是哪种材料，如 id-card-front',
  of: '是谁的或哪一项的：principal、services.0.lead、example.cn，或负责人姓名',
  dir: '含 icp.yaml 的文件夹（默认当前文件夹）',
  watermark: '在上下边缘加“仅供ICP备案使用”水印，不遮挡中间',
  dryRun: '只说明会怎么做，不写文件',
  more: `不写 --as 时按二维码、文件名、形状和尚缺的材料判断，并在终端询问；多个文件或文件夹中，文件名或二维码已说明用途的不再询问。
原件保存在 materials/originals，不会打包。
退出码：0 都已放好；1 已放好，但图片有错误（如像素不足）；2 有文件没有放好，或用法不对；130 被中断。`,
  which: file => `${file} 是哪种材料？`,
  whose: paper => `${paper}是谁的？`,
  reasons: {
    'own-code': '二维码就是主办单位的统一社会信用代码',
    code: '图上有二维码',
    name: '按文件名',
    shape: '长宽比像身份证',
    only: '只缺这一份',
  },
  another: '其他材料…',
  leaveOut: '不放这个文件',
  whyAsked: '  本工具按二维码、文件名、形状和尚缺的材料猜测；放错位置的材料会被退回，所以请您确认。',
  offer: (isElsewhere, tells) =>
    `${isElsewhere ? '这个文件不在备案文件夹里' : '这个文件还可以整理'}${tells.length === 0 ? '' : `，带有${tells.map(each => zhTells[each]).join('、')}`}，怎么用？`,
  fitIt: '整理后放入 materials（转正、去除元数据、按接入商限制转换和压缩；原件另存）',
  useAsIs: '按原样使用，不复制',
  whyFit:
    '  照片里可能有拍摄地点和设备；接入商对格式和大小也有限制。整理后的文件放在 materials，原件留在 materials/originals，不会打包。',
  size: (kind, pixels, bytes) => [kindName(kind), ...(pixels === undefined ? [] : [pixels]), bytes].join(' '),
  made: (after, before) => `${after}（原为 ${before}）`,
  asItWas: what => `${what}，原样采用`,
  turned: '已转正',
  removed: what => `已去除元数据${what.length === 0 ? '' : `，其中有${what.map(each => zhTells[each]).join('、')}`}`,
  marked: '已加水印“仅供ICP备案使用”',
  pages: (shown, all) => (all > shown ? `共 ${all} 页，只取了前 ${shown} 页，上下相接` : `${all} 页，上下相接`),
  whitened: '透明部分已变为白色',
  videoKept: '视频原样复制，其中的元数据未去除',
  tooLarge: (bytes, most) => `压到允许的最小尺寸仍有 ${bytes}，超过 ${most}；请裁掉四周多余的部分，或用纯色背景重拍`,
  kept: path => `原件 ${path}，不会打包`,
  replaced: path => `替换了原来的文件；旧文件留在 ${path}`,
  stale: answers => `这一行里关于旧文件的回答没有改动，请核对：${answers.join('、')}`,
  notAskedFor: '按目前的回答，规则没有要求这份材料',
  refused: {
    missing: () => '找不到这个文件',
    directory: () => '是文件夹，应为文件',
    forbidden: () => '没有权限读取',
    'unreadable-file': () => '无法读取',
    'no-file': () => '不是普通文件',
    'too-large': () => '文件过大（图片不超过 64 MB，视频不超过 512 MB）',
    truncated: kind => `${kindName(kind)} 文件不完整，后半部分缺失；请重新复制或重拍`,
    unreadable: kind => `${kindName(kind)} 文件已损坏，无法打开；请重新复制或重拍`,
    'too-many-pixels': () => '像素过多（超过 6400 万），没有打开；请先缩小',
    'no-reader': kind => `这种 ${kindName(kind)} 本工具读不了；请另存为 JPEG 或 PNG`,
    empty: () => '文件是空的',
    'not-a-picture': kind =>
      `不是图片${kind === '' || kind === 'unknown' ? '' : `，而是 ${kind}`}；请提供照片、扫描件或 PDF`,
    'no-heic-reader': () =>
      '读取 HEIC 需要另装 heic-decode：在安装 icp-prep 的地方运行 npm install heic-decode（全局安装的加 -g），或在手机上另存为 JPEG',
    'no-pdf-reader': () =>
      '读取 PDF 需要另装 @hyzyla/pdfium：在安装 icp-prep 的地方运行 npm install @hyzyla/pdfium（全局安装的加 -g），或另存为图片',
    locked: () => 'PDF 有密码；请去掉密码，或另存为图片',
    blank: () => 'PDF 的页面什么也没有显示，可能是没有嵌入中文字体；请打印成图片再用',
    broken: kind => `${kindName(kind)} 文件开头完好，后面已损坏；请重新复制或重拍`,
    'not-a-video': kind =>
      `承诺视频应为 MP4 或 MOV 等视频${kind === '' || kind === 'unknown' ? '' : `，这个文件是 ${kind}`}`,
  },
  taken: other => `本次已把 ${other} 放在这个位置；请只留一份，或用 --as、--of 说明`,
  unplaced: '看不出是哪种材料，没有放入',
  looksLike: (paper, because) => `可能是${paper}（${because}）`,
  stillOpen: '尚缺：',
  run: command => `运行 ${command}`,
  left: '没有放入',
  summary: (files, attached, unplaced, left, failed) =>
    [
      `共 ${files} 个文件：${attached} 个已放好`,
      ...(unplaced > 0 ? [`${unplaced} 个待定`] : []),
      ...(left > 0 ? [`${left} 个没有放入`] : []),
      ...(failed > 0 ? [`${failed} 个失败`] : []),
    ].join('，'),
  stillMissing: count => (count === 0 ? '材料已齐' : `还缺 ${count} 份材料`),
  dry: '这是预演，没有写任何文件',
  passedOver: folders => `有 ${folders} 个子文件夹没有查看；需要时请单独给出`,
  stopped: attached => `已中断；已放好 ${attached} 个文件，没有写到一半的`,
  noSuchMaterial: (got, meant, known) =>
    `--as 不接受“${got}”${meant === undefined ? '' : `；您是指 ${meant} 吗？`}\n可用：${known.join('、')}`,
  noSuchOwner: (got, known) => `--of 不接受“${got}”；这份备案里可用：${known.join('、')}`,
  ofWithoutAs: '--of 要和 --as 一起用：--as 说明是哪种材料，--of 说明是谁的',
  oneSlot: files => `--as 只说明一个文件的用途，这里有 ${files} 个文件；请逐个放入，或不写 --as，由文件名和二维码判断`,
  noFiles: '没有找到文件',
  isBundle: path => `${path} 在备案包里；备案包不能改，请放入原来的备案文件夹，再重新打包`,
}

export const enAttach: AttachWords = {
  about:
    'put photos or scans into the filing: look, turn upright, drop metadata, fit to the provider’s limits, note in icp.yaml',
  files: 'photos, scans (JPEG, PNG, WebP, TIFF, GIF, BMP, AVIF, HEIC, PDF) or a folder of them',
  as: 'which material it is, such as id-card-front',
  of: 'whose or what it is of: principal, services.0.lead, example.cn, or a person’s name',
  dir: 'folder with icp.yaml (default: this folder)',
  watermark: 'write 仅供ICP备案使用 (for the ICP filing only) along the upper and lower edge; the middle stays free',
  dryRun: 'say what would be done, write nothing',
  more: `Without --as the slot is proposed by QR code, file name, shape and what is still missing, and asked for on a terminal;
of several files or a folder, those whose name or code says what they are need not be asked for.
The originals are kept in materials/originals and never packed.
Exit codes: 0 all attached; 1 attached, but a picture has errors (too few pixels, say); 2 a file was not attached, or
the call is wrong; 130 interrupted.`,
  which: file => `Which material is ${file}?`,
  whose: paper => `${paper}: whose is it?`,
  reasons: {
    'own-code': 'its QR code is the sponsor’s unified social credit code',
    code: 'there is a QR code on it',
    name: 'by the file’s name',
    shape: 'it has the shape of an ID card',
    only: 'nothing else is missing',
  },
  another: 'another material…',
  leaveOut: 'leave this file out',
  whyAsked:
    '  The tool guesses by QR code, file name, shape and what is still missing. A paper in the wrong place is sent back, so please confirm.',
  offer: (isElsewhere, tells) =>
    `This file ${isElsewhere ? 'is outside the folder of the filing' : 'could be put in order'}${tells.length === 0 ? '' : ` and tells ${tells.map(each => enTells[each]).join(', ')}`}. How is it to be used?`,
  fitIt: 'fitted, in materials (upright, without metadata, within the provider’s limits; the original is kept)',
  useAsIs: 'as it is, where it is',
  whyFit:
    '  Photos may tell where and with what they were taken, and providers limit format and size. The fitted file goes to materials, the original to materials/originals, which is never packed.',
  size: (kind, pixels, bytes) => [kindName(kind), ...(pixels === undefined ? [] : [pixels]), bytes].join(' '),
  made: (after, before) => `${after} (was ${before})`,
  asItWas: what => `${what}, taken as it is`,
  turned: 'turned upright',
  removed: what =>
    `metadata removed${what.length === 0 ? '' : `, among them ${what.map(each => enTells[each]).join(', ')} of the photo`}`,
  marked: 'watermark 仅供ICP备案使用 added',
  pages: (shown, all) =>
    all > shown ? `the first ${shown} of ${all} pages, one below the other` : `${all} pages, one below the other`,
  whitened: 'transparent parts turned white',
  videoKept: 'the video is copied as it is, with its metadata',
  tooLarge: (bytes, most) =>
    `at the least size allowed it still has ${bytes}, more than ${most}; cut off what is around the paper, or photograph it on a plain background`,
  kept: path => `original in ${path}, never packed`,
  replaced: path => `replaces the earlier file, which is kept in ${path}`,
  stale: answers => `answers about the earlier file still stand on this line, please check them: ${answers.join(', ')}`,
  notAskedFor: 'as the answers stand, no rule asks for this material',
  refused: {
    missing: () => 'there is no such file',
    directory: () => 'is a folder, not a file',
    forbidden: () => 'may not be read',
    'unreadable-file': () => 'cannot be read',
    'no-file': () => 'is no ordinary file',
    'too-large': () => 'is too large (pictures up to 64 MB, videos up to 512 MB)',
    truncated: kind =>
      `the ${kindName(kind)} file is incomplete, its end is missing; copy it again, or take the photo again`,
    unreadable: kind =>
      `the ${kindName(kind)} file is damaged and cannot be opened; copy it again, or take the photo again`,
    'too-many-pixels': () => 'has too many pixels (more than 64 million) and was not opened; make it smaller first',
    'no-reader': kind => `this kind of ${kindName(kind)} cannot be read here; save it as JPEG or PNG`,
    empty: () => 'is empty',
    'not-a-picture': kind =>
      `is no picture${kind === '' || kind === 'unknown' ? '' : ` but ${kind}`}; give a photo, a scan or a PDF`,
    'no-heic-reader': () =>
      'reading HEIC needs the package heic-decode: run npm install heic-decode where icp-prep is installed (with -g if it is installed globally), or save the photo as JPEG',
    'no-pdf-reader': () =>
      'reading PDF needs the package @hyzyla/pdfium: run npm install @hyzyla/pdfium where icp-prep is installed (with -g if it is installed globally), or save the pages as pictures',
    locked: () => 'the PDF has a password; remove it, or save the pages as pictures',
    blank: () =>
      'the pages of the PDF show nothing, perhaps for want of an embedded Chinese font; print them to a picture',
    broken: kind =>
      `the ${kindName(kind)} file begins well but is damaged further on; copy it again, or take the photo again`,
    'not-a-video': kind =>
      `a commitment video is an MP4, MOV or the like${kind === '' || kind === 'unknown' ? '' : `; this file is ${kind}`}`,
  },
  taken: other => `${other} was put there in this call already; keep one of them, or say more with --as and --of`,
  unplaced: 'what it is cannot be told, it was not attached',
  looksLike: (paper, because) => `perhaps ${paper} (${because})`,
  stillOpen: 'still missing:',
  run: command => `run ${command}`,
  left: 'left out',
  summary: (files, attached, unplaced, left, failed) =>
    [
      `${files} ${files === 1 ? 'file' : 'files'}: ${attached} attached`,
      ...(unplaced > 0 ? [`${unplaced} to be placed`] : []),
      ...(left > 0 ? [`${left} left out`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ].join(', '),
  stillMissing: count =>
    count === 0 ? 'no material is missing' : `${count} ${count === 1 ? 'material is' : 'materials are'} still missing`,
  dry: 'this was a dry run: nothing was written',
  passedOver: folders =>
    `${folders} ${folders === 1 ? 'folder' : 'folders'} inside were not looked into; name them if they should be`,
  stopped: attached => `interrupted; ${attached} ${attached === 1 ? 'file is' : 'files are'} attached, none half-way`,
  noSuchMaterial: (got, meant, known) =>
    `--as does not take “${got}”${meant === undefined ? '' : `; did you mean ${meant}?`}\nknown: ${known.join(', ')}`,
  noSuchOwner: (got, known) => `--of does not take “${got}”; in this filing there are: ${known.join(', ')}`,
  ofWithoutAs: '--of goes with --as: --as says which material it is, --of whose',
  oneSlot: files =>
    `--as says what one file is, and there are ${files}; attach them one by one, or leave --as out to go by file names and QR codes`,
  noFiles: 'there are no files',
  isBundle: path =>
    `${path} is inside a bundle, which must not change; attach to the folder of the filing and pack again`,
}
