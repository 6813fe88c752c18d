// What `forms`, and whoever prints forms for it, says of the letters to sign.

/** Why there is nothing to print with. */
export type FontProblem =
  | { readonly is: 'missing' }
  | { readonly is: 'web-font' | 'not-a-font'; readonly path: string }
  | { readonly is: 'lacks'; readonly path: string; readonly characters: readonly string[] }

export type FormWords = {
  readonly font: (problem: FontProblem) => string
  readonly written: (forms: number) => string
  readonly line: (file: string, title: string, printedFrom: string) => string
  readonly of: (about: string) => string
  readonly instead: (papers: readonly string[]) => string
  readonly enter: string
  readonly noneNeeded: string
  readonly others: (materials: readonly string[]) => string
  /** characters of answers the font cannot draw */
  readonly byHand: (file: string, characters: readonly string[]) => string
  readonly toSign: (forms: number) => string
  readonly notPacked: (forms: number, command: string) => string
  readonly inBundle: string
  readonly howToPrint: (forms: number) => string
}

/** Long lists of characters tell no more than short ones. */
const few = (characters: readonly string[]) => characters.slice(0, 12)

const optionalFont = 'npm install @expo-google-fonts/noto-sans-sc'

export const zhForms: FormWords = {
  font: problem => {
    switch (problem.is) {
      case 'missing':
        return `打印文书需要中文字体，没有找到。请运行 ${optionalFont}，或用 --font 指定字体文件（.ttf、.otf、.ttc）`
      case 'web-font':
        return `${problem.path} 是网页字体（woff），不能用来打印；应为 .ttf、.otf 或 .ttc`
      case 'not-a-font':
        return `${problem.path} 不是字体文件；应为 .ttf、.otf 或 .ttc`
      case 'lacks':
        return `${problem.path} 缺少文书正文用字 ${few(problem.characters).join('')}；请换一个完整的中文字体，或运行 ${optionalFont}`
    }
  },
  written: forms => `已打印 ${forms} 份待签文书：`,
  line: (file, title, printedFrom) => `${file}  ${title}  打印依据 ${printedFrom}`,
  of: about => `（${about}）`,
  instead: papers => `也可以改交：${papers.join('、')}`,
  enter: '签字盖章后扫描或拍摄，在 icp.yaml 的 materials 中登记；内容改动后 check 会提示重新打印：',
  noneNeeded: '这份备案现在没有需要打印的文书。',
  others: materials => `用 --only 可以打印：${materials.join('、')}`,
  byHand: (file, characters) => `${file}：字体缺少 ${few(characters).join('、')}，已留空，请手写`,
  toSign: forms => `${forms} 份文书待签字盖章，在备案包的 data/forms/；单独打印用 icp-prep forms`,
  notPacked: (forms, command) =>
    `${forms} 份文书待签字盖章，没有中文字体，未放入备案包：${optionalFont}，再运行 ${command}`,
  inBundle: '待签字盖章的文书，已预填，含未遮盖的个人信息：打印、签署、扫描后登记到原来的 icp.yaml',
  howToPrint: forms =>
    `另有 ${forms} 份文书待签字盖章，没有放在这里。安装中文字体后打印：${optionalFont}，再运行 icp-prep forms`,
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`
const list = (items: readonly string[]) => items.join(', ')

export const enForms: FormWords = {
  font: problem => {
    switch (problem.is) {
      case 'missing':
        return `Forms are printed in Chinese, and no font for it was found. Run ${optionalFont}, or name a font file (.ttf, .otf, .ttc) with --font`
      case 'web-font':
        return `${problem.path} is a web font (woff), which cannot be printed with; expected .ttf, .otf or .ttc`
      case 'not-a-font':
        return `${problem.path} is no font; expected .ttf, .otf or .ttc`
      case 'lacks':
        return `${problem.path} lacks characters of the forms’ own text: ${few(problem.characters).join(' ')}. Use a complete Chinese font, or run ${optionalFont}`
    }
  },
  written: forms => `${plural(forms, 'form')} printed, to be signed:`,
  line: (file, title, printedFrom) => `${file}  ${title}, printed from ${printedFrom}`,
  of: about => ` (${about})`,
  instead: papers => `this would do instead: ${papers.join('; ')}`,
  enter:
    'Once signed and sealed, scan or photograph them and enter them under materials in icp.yaml; if the filing changes, check says to print again:',
  noneNeeded: 'This filing needs no forms at the moment.',
  others: materials => `--only prints any of: ${list(materials)}`,
  byHand: (file, characters) => `${file}: the font lacks ${few(characters).join(' ')}; room is left to write by hand`,
  toSign: forms =>
    `${plural(forms, 'form')} to sign, in data/forms/ of the bundle; icp-prep forms prints them by themselves`,
  notPacked: (forms, command) =>
    `${plural(forms, 'form')} to sign, not in the bundle because there is no Chinese font: ${optionalFont}, then ${command}`,
  inBundle:
    'forms to sign, prefilled, with personal data unmasked: print, sign, scan and enter them in the original icp.yaml',
  howToPrint: forms =>
    `${plural(forms, 'form')} to sign ${forms === 1 ? 'is' : 'are'} not in here. To print, install a Chinese font (${optionalFont}) and run icp-prep forms`,
}
