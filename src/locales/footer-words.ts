// What `footer` says: the lines to put on a page, and why there is none.

export type FooterProblem =
  | { readonly is: 'number'; readonly got: string; readonly why: string; readonly meant?: string }
  | { readonly is: 'elsewhere'; readonly got: string }
  | { readonly is: 'public-security'; readonly got: string }

export type FooterWords = {
  readonly problem: (problem: FooterProblem) => string
  readonly website: string
  readonly app: string
  readonly place: { readonly website: string; readonly app: string }
  readonly sponsorNumber: (province: string) => string
  readonly noNumber: string
  readonly needsSerial: (service: string, number: string) => string
  readonly otherProvince: (number: string, letter: string, province: string) => string
  readonly publicSecurity: string
  readonly publicSecurityNone: string
  readonly icon: string
  readonly link: string
}

export const zhFooter: FooterWords = {
  problem: problem => {
    switch (problem.is) {
      case 'number':
        return `备案号“${problem.got}”不能用：${problem.why}${problem.meant === undefined ? '' : `；本省备案号以“${problem.meant}”开头`}。请到 beian.miit.gov.cn 查询后照抄，如“粤ICP备99000001号-1”`
      case 'elsewhere':
        return `“${problem.got}”是小程序或快应用的备案号，由其平台标明，不放在网站或 App 中`
      case 'public-security':
        return `公安备案号“${problem.got}”的写法不对；应为省份简称、“公网安备”、14 位数字和“号”，如“粤公网安备44030599000001号”`
    }
  },
  website: '网站',
  app: 'App',
  place: { website: '放在首页底部居中位置', app: '放在“设置”或介绍页等显著位置' },
  sponsorNumber: province => `${province}标明主体备案号，不带序号`,
  noNumber: '还没有备案号：备案通过后用 --number 给出，或用 icp-prep status --set numbers=备案号 记录',
  needsSerial: (service, number) =>
    `${service}应标明自己的备案号（带序号），目前只有 ${number}；请到 beian.miit.gov.cn 查询后用 --number 给出`,
  otherProvince: (number, letter, province) => `备案号 ${number} 不以${province}的简称“${letter}”开头，请核对`,
  publicSecurity: '公安备案号',
  publicSecurityNone: '尚无公安备案号：网站或 App 开通后 30 日内在 beian.mps.gov.cn 办理，取得后 30 日内放到页面底部',
  icon: '图标从 beian.mps.gov.cn 下载，放在链接文字之前',
  link: '链接',
}

export const enFooter: FooterWords = {
  problem: problem => {
    switch (problem.is) {
      case 'number':
        return `the filing number “${problem.got}” cannot be used: ${problem.why}${problem.meant === undefined ? '' : `; numbers of that province begin with ${problem.meant}`}. Copy it from beian.miit.gov.cn, such as 粤ICP备99000001号-1`
      case 'elsewhere':
        return `“${problem.got}” is the number of a mini program or quick app: its platform shows it, no website or app does`
      case 'public-security':
        return `the public-security number “${problem.got}” is not written right; expected the character of the province, 公网安备, fourteen digits and 号, such as 粤公网安备44030599000001号`
    }
  },
  website: 'website',
  app: 'app',
  place: {
    website: 'centred at the foot of the home page',
    app: 'where users see it, such as the settings or the introduction',
  },
  sponsorNumber: province => `${province} wants the sponsor’s number, without serial`,
  noNumber:
    'there is no filing number yet: give it with --number once the filing is approved, or enter it with icp-prep status --set numbers=NUMBER',
  needsSerial: (service, number) =>
    `${service} shows its own number, with serial, and only ${number} is known: look it up at beian.miit.gov.cn and give it with --number`,
  otherProvince: (number, letter, province) =>
    `the number ${number} does not begin with ${letter}, the character of ${province}: compare it`,
  publicSecurity: 'public-security number',
  publicSecurityNone:
    'no public-security number yet: file at beian.mps.gov.cn within 30 days of going live, and show the number within 30 days of getting it',
  icon: 'the icon is downloaded at beian.mps.gov.cn and stands before the text of the link',
  link: 'link',
}
