// How the interview asks for an answer where its name alone would puzzle, and the hint shown above the question.
import { fieldName } from './field-name.ts'
import { factAt } from '../facts/fact-at.ts'
import type { Path } from '../model/filing.ts'
import type { Words } from './words.ts'

type Both = readonly [zh: string, en: string]
type Wording = { readonly ask?: Both; readonly hint?: Both }

const query: Both = [
  '在 beian.miit.gov.cn 的“ICP备案查询”按名称或域名查；查不到就选“没有”',
  'Look it up by name or domain at beian.miit.gov.cn (ICP备案查询); not found means no',
]

/** Of principal, legal representative and lead alike. */
const person: Readonly<Record<string, Wording>> = {
  name: { hint: ['与证件上的姓名一致', 'As on the document; in Chinese characters where the document has them'] },
  'document.number': { hint: ['身份证填 18 位，末位可能是 X', 'An ID card has 18 characters, the last may be X'] },
  'document.valid-from': {
    hint: ['身份证看国徽面的“有效期限”', 'On an ID card: the side with the national emblem, 有效期限'],
  },
  'document.valid-to': {
    hint: [
      '身份证看国徽面的“有效期限”，如 2036-01-01；长期有效填“长期”',
      'On an ID card: the side with the national emblem, 有效期限, such as 2036-01-01; “long-term” if it has no end',
    ],
  },
  born: { hint: ['证件上的出生日期', 'As on the document'] },
  mobile: {
    hint: [
      '本人实名、随时能接电话和短信的手机；审核时会打来',
      'In this person’s own name, reachable for calls and texts: reviewers will ring',
    ],
  },
  'emergency-phone': {
    hint: [
      '另一个能找到本人的手机号，不能与本人手机相同',
      'Another mobile number where this person can be found, not their own',
    ],
  },
  'mobile-province': { hint: ['号码归属地所在省', 'The province that issued the number'] },
  email: { hint: ['本人常用的邮箱', 'An address this person reads'] },
}

const wordings: Readonly<Record<string, Wording>> = {
  'filing.province': {
    ask: ['在哪个省备案', 'Province of the filing'],
    hint: [
      '单位按证件住所，个人按身份证或居住证所在省；输入几个字可筛选',
      'Organizations: the province of the address on the certificate; individuals: that of the ID card or residence permit. Type to filter',
    ],
  },
  'filing.provider': {
    hint: [
      '服务器（IP 地址）属于哪一家；域名在哪里注册不影响',
      'Whose servers (IP addresses) you use; where the domain is registered does not matter',
    ],
  },
  'filing.region': {
    ask: ['备案地域（区县）', 'Region of the filing (county or district)'],
    hint: [
      '主办单位所在的区县；输入区县名或代码筛选',
      'Where the sponsor is; type a Chinese name or the six-digit code to filter',
    ],
  },
  'filing.account.site': {
    hint: [
      '网址是 aliyun.com、cloud.tencent.com 等的是中国站；alibabacloud.com、tencentcloud.com 等的是国际站',
      'China site: aliyun.com, cloud.tencent.com …; international site: alibabacloud.com, tencentcloud.com …',
    ],
  },
  'filing.account.sponsor-in-other-account': {
    ask: ['主体在该接入商的其他账号里备过案吗？', 'Does the sponsor stand in another account of this provider?'],
  },
  'sponsor.kind': {
    hint: [
      '按证件选：营业执照选企业或个体工商户，身份证选个人；输入几个字可筛选',
      'By the papers: a business licence means enterprise or sole trader, an ID card means individual. Type to filter',
    ],
  },
  'sponsor.name': { hint: ['与证件逐字一致，括号等符号也照抄', 'Exactly as on the certificate, brackets included'] },
  'sponsor.document.number': {
    hint: [
      '照抄证件；营业执照填统一社会信用代码（18 位）',
      'As on the certificate; on a business licence the unified social credit code (18 characters)',
    ],
  },
  'sponsor.document.valid-to': {
    hint: [
      '营业执照看“营业期限”，身份证看国徽面的“有效期限”；长期有效填“长期”',
      'On a business licence: 营业期限; on an ID card: the side with the national emblem; “long-term” if it has no end',
    ],
  },
  'sponsor.document.address': { hint: ['一字不改照抄证件', 'Copied from the certificate, character by character'] },
  'sponsor.document.region': {
    hint: [
      '从地址看不出区县，请选一个；输入区县名筛选',
      'The address does not tell the county; type a Chinese name to filter',
    ],
  },
  'sponsor.record-is-stated': { ask: ['主办单位已有备案号吗？', 'Is the sponsor on record already?'], hint: query },
  'sponsor.record.number': {
    hint: [
      '主体备案号，如 粤ICP备99000001号，后面没有“-1”',
      'The sponsor’s number, such as 粤ICP备99000001号, without “-1” behind',
    ],
  },
  'sponsor.record.provider': { hint: ['当时通过哪家云服务商备案', 'The provider the record was filed through'] },
  'sponsor.record.name': { hint: ['查询结果里的“主办单位名称”', 'What the query shows as 主办单位名称'] },
  'sponsor.record.services': { hint: ['查询结果里现有网站和 App 的总数', 'All websites and apps the query shows'] },
  'sponsor.record.principal.mobile': {
    hint: ['备案时登记的手机号；短信会发到这个号码', 'The number on record: text messages go there'],
  },
  'sponsor.record.shell': {
    ask: ['主体名下已经没有网站和 App 了吗（空壳主体）？', 'Has the record no website or app left (a shell)?'],
    hint: ['查询结果里一个服务也没有的，选“是”', 'Yes if the query shows no service at all'],
  },
  'sponsor.record.sites-reachable': { ask: ['已备案的网站都能打开吗？', 'Do all websites on record open?'] },
  'sponsor.record.footer-shown': {
    ask: ['已备案的网站底部都有备案号吗？', 'Do all websites on record show their number at the foot?'],
  },
  'sponsor.order-elsewhere': {
    ask: ['在其他接入商有正在审核的备案订单吗？', 'Is an order of this sponsor under review at another provider?'],
  },
  'service.kind': {
    ask: ['要备案的是网站还是 App？', 'A website or an app?'],
    hint: ['有几个的，先填一个，后面可以再加', 'More can be added later'],
  },
  'domain.name': {
    hint: ['只填注册的域名，如 example.cn，不带 www', 'The registered domain, such as example.cn, without www'],
  },
  'service.record-is-stated': { ask: ['这个服务已有备案号吗？', 'Is this service on record already?'], hint: query },
  'service.record.number': {
    hint: [
      '服务备案号，如 粤ICP备99000001号-1；App 为 -1A',
      'The service’s number, such as 粤ICP备99000001号-1; an app’s ends in -1A',
    ],
  },
  'service.record.provider': {
    hint: ['现在为它提供接入的云服务商，可多选', 'Who gives it access today, perhaps several'],
  },
  'access.resource': {
    hint: [
      '控制台实例列表里的 ID；还没购买的直接按回车',
      'In the console’s list of instances; Enter alone if not bought yet',
    ],
  },
  'access.code': {
    hint: [
      '服务器在别的账号时，由该账号生成的备案服务码',
      'Made in the account that owns the server, where that is another one',
    ],
  },
  'access.region': {
    hint: [
      '实例列表里的地域，如 cn-shenzhen，须在中国内地',
      'In the list of instances, such as cn-shenzhen; it must be in the mainland',
    ],
  },
  'access.months': {
    hint: [
      '购买或续费时选的时长；看控制台的订单或续费页面',
      'As chosen when buying or renewing; see the console’s orders or renewals',
    ],
  },
  'access.expires': { hint: ['实例详情页的“到期时间”', '“Expiration time” on the instance’s page'] },
  'access.ips': {
    hint: [
      '实例详情页的公网 IP；有几个的用空格隔开',
      'Public addresses on the instance’s page; several with blanks between',
    ],
  },
  'access.codes-used': {
    ask: ['这台服务器已用掉几个备案服务码？', 'How many filing codes of this server are used up?'],
    hint: ['看备案控制台的“备案服务码”页面；没有用过填 0', 'See the service codes in the filing console; 0 if none'],
  },
  'sponsor.contact-address': {
    hint: [
      '实际办公或居住、能收信的地址；从街道写起，不写省、市、区，写到门牌号',
      'Where you really are and get mail; from the street down to the door, without province, city and district',
    ],
  },
  'sponsor.registry-status': {
    hint: ['可在 gsxt.gov.cn（国家企业信用信息公示系统）查到', 'Look it up at gsxt.gov.cn'],
  },
  'principal.name': {
    hint: [
      '主体负责人：单位一般为法定代表人；姓名与证件一致',
      'Usually the legal representative; the name as on the document',
    ],
  },
  'principal.is-legal-representative': {
    ask: ['主体负责人就是法定代表人吗？', 'Is the principal the legal representative?'],
  },
  'service.record.name': {
    hint: ['查询结果里的“网站名称”', 'What the query shows as 网站名称'],
  },
  'service.name': {
    hint: [
      '网站或 App 对公众显示的名称，会出现在工信部查询结果里',
      'The name the public sees; it will stand in MIIT’s public records',
    ],
  },
  'service.content': { hint: ['空格勾选，可多选，以主要内容为准', 'Space ticks; several are possible'] },
  'service.languages': { hint: ['空格勾选，可多选', 'Space ticks; several are possible'] },
  'service.pre-approvals': {
    ask: ['涉及哪些须前置审批的内容？', 'Which content needs an approval before the filing?'],
    hint: ['空格勾选；都不涉及就勾第一行', 'Space ticks; tick the first line if none applies'],
  },
  'service.interactive': { ask: ['有评论、论坛、留言等功能吗？', 'Are there comments, a forum or messages?'] },
  'service.home-url': {
    hint: [
      '打开网站时的地址，如 www.example.cn，不带 http://',
      'As typed to open the site, such as www.example.cn, without http://',
    ],
  },
  'service.remark': { hint: ['用一两句话写明内容和用途', 'Contents and purpose in a sentence or two, in Chinese'] },
  'service.lead-is-given': {
    ask: ['谁是这个服务的负责人？', 'Who leads this service?'],
    hint: ['要接审核电话、做人脸核验', 'Answers the reviewers’ calls and does the face verification'],
  },
  'service.used-for': {
    hint: [
      '域名打开的是网站，还是只给 App、接口等使用',
      'Does the domain show a site, or serve an app or an interface only',
    ],
  },
  'domain.registrar': {
    hint: [
      '域名证书或注册商控制台上的公司全称',
      'The company’s full name on the domain certificate or in the registrar’s console',
    ],
  },
  'domain.holder.name': { hint: ['照抄域名证书上的“域名所有者”', 'As on the domain certificate (域名所有者)'] },
  'domain.holder.document.number': { hint: ['域名实名认证时填的证件', 'The document the domain was verified with'] },
  'domain.real-name.verified': { ask: ['域名已通过实名认证吗？', 'Has the domain passed real-name verification?'] },
  'domain.real-name.on': { hint: ['通过的日期；注册商控制台可查', 'The day it passed; see the registrar’s console'] },
  'domain.expires': {
    hint: ['域名证书或注册商控制台上的到期日', 'On the domain certificate or in the registrar’s console'],
  },
  'domain.open': { ask: ['现在能打开这个域名的网站吗？', 'Does a website open at the domain today?'] },
  'domain.filed-under': { hint: ['按域名查到的“主办单位名称”', 'What the query for the domain shows as 主办单位名称'] },
  'service.app.icon': {
    hint: ['图标文件的路径（可把文件拖进终端）', 'Path of the picture (you may drag the file into the terminal)'],
  },
  'service.app.platforms': {
    ask: ['在哪些平台上运行？', 'Which platforms does it run on?'],
    hint: ['空格勾选，可多选', 'Space ticks; several are possible'],
  },
  'service.app.is-sdk': { ask: ['它是供其他 App 使用的 SDK 吗？', 'Is it an SDK for other apps?'] },
  'platform.package': {
    hint: [
      '安卓为包名，苹果为 Bundle ID，如 cn.example.app',
      'Package name (Android) or bundle ID (iOS), such as cn.example.app',
    ],
  },
  'platform.certificate-md5': {
    hint: ['正式发布证书的 MD5 指纹，32 位十六进制', 'Of the release certificate: 32 hexadecimal digits'],
  },
  'platform.certificate-sha1': {
    hint: ['正式发布证书的 SHA-1 指纹，40 位十六进制', 'Of the release certificate: 40 hexadecimal digits'],
  },
  'platform.public-key': {
    hint: [
      '十六进制模数，或 PEM 中 BEGIN、END 两行之间的内容，贴成一行',
      'The hexadecimal modulus, or what stands between BEGIN and END of the PEM, on one line',
    ],
  },
  'material.template-of': { ask: ['模板出自哪个省？', 'Which province’s form is it?'] },
  'material.template-for': { ask: ['模板是给单位还是个人用的？', 'Is the form for organizations or for individuals?'] },
  'material.signed': { ask: ['已签字吗？', 'Is it signed?'] },
  'material.sealed': { ask: ['已盖公章吗？', 'Is it sealed?'] },
  'material.handwritten': { ask: ['是本人手写签名吗？', 'Is it signed by hand?'] },
  'material.fingerprint': { ask: ['已按手印吗？', 'Is there a fingerprint?'] },
  'material.electronic': { ask: ['是电子件吗？', 'Is it an electronic document?'] },
  'material.signed-by': { ask: ['谁签的字？', 'Signed by whom?'], hint: ['照签名填姓名', 'The name as signed'] },
  'material.signed-on': { ask: ['落款日期', 'Signed on which day?'] },
}

/** An individual has a name and an ID card where an organization has a certificate. */
const individual: Readonly<Record<string, Wording>> = {
  'sponsor.name': { ask: ['主办者姓名', 'Name of the sponsor'], hint: ['与证件一致', 'As on the document'] },
  'sponsor.document.type': { ask: ['主办者证件类型', 'Type of document'] },
  'sponsor.document.number': {
    ask: ['主办者证件号码', 'Document number'],
    hint: person['document.number']?.hint ?? query,
  },
  'sponsor.document.valid-from': { ask: ['证件有效期起', 'Document valid from'] },
  'sponsor.document.valid-to': {
    ask: ['证件有效期止', 'Document valid until'],
    hint: person['document.valid-to']?.hint ?? query,
  },
  'sponsor.document.address': {
    ask: ['证件住址', 'Address on the document'],
    hint: ['一字不改照抄身份证正面', 'Copied character by character'],
  },
  'sponsor.record-is-stated': { ask: ['您已有备案号吗？', 'Are you on record already?'], hint: query },
  'sponsor.order-elsewhere': {
    ask: ['您在其他接入商有正在审核的备案订单吗？', 'Is an order of yours under review at another provider?'],
  },
}

/** @param isIndividual the sponsor is a person */
export function questionWords(
  path: Path,
  isIndividual: boolean,
  words: Words,
): { readonly ask: string; readonly hint?: string } {
  const fact = factAt(path)
  const at = words.language === 'zh' ? 0 : 1
  const field = /^(?:principal|legal-representative|lead)\.(.+)$/.exec(fact)?.[1]
  const wording: Wording = {
    ...(field === undefined ? {} : person[field]),
    ...wordings[fact],
    ...(isIndividual ? individual[fact] : {}),
  }
  const hint = wording.hint?.[at]
  const ask = wording.ask?.[at] ?? fieldName(path, words)
  return { ask: `${ask.slice(0, 1).toUpperCase()}${ask.slice(1)}`, ...(hint === undefined ? {} : { hint }) }
}
