// The whole interview in a terminal: asked, corrected, taken back, interrupted, gone on with, to the bundle.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyBag } from '../src/bundle/read-bag.ts'
import { Terminal, found, line, ticks, typed, type Replies } from './terminal.ts'

const examples = fileURLToPath(new URL('../rules/examples', import.meta.url))
const longEnough = 300_000

let folder = ''
let terminal: Terminal | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'icp-interview-'))
})

afterEach(() => {
  terminal?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function start(language: 'zh' | 'en'): Terminal {
  terminal = new Terminal(['init', '--lang', language], folder)
  return terminal
}

const saved = () => readFileSync(join(folder, 'icp.yaml'), 'utf8')
const bringScans = (example: string) =>
  cpSync(join(examples, example, 'materials'), join(folder, 'scans'), { recursive: true })

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** What somebody at 海风软件 would answer, in whatever order they are asked. */
const enterprise: Replies = {
  在哪个省备案: found('广东'),
  接入服务商: line('阿里云'),
  云账号站点: line('中国站'),
  主办单位性质: found('', '企业'),
  主办单位名称: typed('深圳市海风软件有限公司'),
  主办单位证件类型: line('营业执照'),
  主办单位证件号码: typed('91440300MA5FKT2C9R'),
  证件有效期止: typed('长期'),
  证件住所: typed('深圳市南山区科技园南路18号A座1203室'),
  '备案地域（区县）': found('', '深圳市南山区'),
  '主办单位已有备案号吗？': line('没有备案号'),
  '主体在该接入商的其他账号里备过案吗？': line('否'),
  '在其他接入商有正在审核的备案订单吗？': line('否'),
  '要备案的是网站还是 App？': line('网站'),
  域名: typed('haifeng-example.cn'),
  '这个服务已有备案号吗？': line('没有备案号'),
  '都对吗？': line('全部无误，继续'),
  云产品类型: line('云服务器 ECS'),
  '实例 ID': typed('i-wz9example0001'),
  服务器地域: typed('cn-shenzhen'),
  计费方式: line('包年包月'),
  '购买时长（月）': typed('12'),
  实例到期日: typed('2099-10-20'),
  '公网 IP': typed('203.0.113.10'),
  '这台服务器已用掉几个备案服务码？': typed('0'),
  通信地址: typed(),
  工商登记状态: line('正常'),
  主体负责人姓名: typed('王海'),
  '主体负责人就是法定代表人吗？': line('是'),
  主体负责人证件类型: line('居民身份证'),
  主体负责人证件号码: typed('44030519900101123X'),
  主体负责人证件有效期止: typed('长期'),
  主体负责人手机号码: typed('+86 138 0013 8000'),
  主体负责人应急联系电话: typed('13900139000'),
  主体负责人电子邮箱: typed('wanghai@haifeng-example.cn'),
  服务名称: typed('海风软件'),
  服务内容: ticks('单位门户网站'),
  语言类别: ticks('中文简体'),
  '涉及哪些须前置审批的内容？': ticks('都不涉及'),
  经营范围: typed('软件开发；信息咨询服务'),
  首页网址: typed(),
  服务备注: typed('公司官方网站，介绍海风软件的产品、案例和联系方式'),
  '谁是这个服务的负责人？': line('主体负责人'),
  域名注册商: typed('阿里云计算有限公司'),
  域名持有者: typed(),
  域名持有者证件类型: line('营业执照'),
  域名持有者证件号码: typed(),
  '域名已通过实名认证吗？': line('是'),
  域名实名认证日期: typed(daysAgo(60)),
  域名到期日: typed('2099-01-01'),
  '现在能打开这个域名的网站吗？': line('否'),
  '还有其他网站或 App 要一起备案吗？': line('没有了'),
  '哪些已经做到？': ticks(),
  营业执照的文件: typed('scans/business-licence.jpg'),
  '主体负责人：居民身份证人像面的文件': typed('scans/wang-id-front.jpg'),
  '主体负责人：居民身份证国徽面的文件': typed('scans/wang-id-back.jpg'),
  互联网信息服务备案承诺书的文件: typed('scans/commitment-letter.jpg'),
  '互联网信息服务备案承诺书：模板出自哪个省？': found('', '广东'),
  '互联网信息服务备案承诺书：模板是给单位还是个人用的？': typed('organization'),
  '互联网信息服务备案承诺书：已签字吗？': line('是'),
  '互联网信息服务备案承诺书：谁签的字？': typed(),
  '互联网信息服务备案承诺书：落款日期': typed(daysAgo(4)),
  '互联网信息服务备案承诺书：是本人手写签名吗？': line('是'),
  '互联网信息服务备案承诺书：已盖公章吗？': line('是'),
  'haifeng-example.cn：提供哪一种？': line('域名证书'),
  'haifeng-example.cn：域名证书的文件': typed('scans/domain-certificate.jpg'),
}

/** Undefined would not do: a test that waits for a question names it. */
const rightNumber = enterprise['主办单位证件号码'] ?? typed()

describe('an enterprise, in Chinese', () => {
  it(
    'is asked, corrected, taken back, interrupted and gone on with, to a bundle that verifies',
    async () => {
      bringScans('enterprise-guangdong')
      const first = start('zh')

      await first.converse(enterprise, '主办单位证件号码')
      first.type('91440300MA5FKT2C9X')
      first.press('enter')
      await first.until('校验位不符')
      await first.until('仍要这样填，请再按一次回车')
      expect(saved()).not.toContain('91440300MA5FKT2C9X')

      first.press('clear')
      first.type('?')
      first.press('enter')
      await first.until('条规则要看这个答案')
      await first.until('依据')
      await first.until('? 主办单位证件号码')

      first.press('escape')
      await first.until('? 主办单位证件类型')
      await enterprise['主办单位证件类型']?.(first)
      await first.until('✔ 主办单位证件类型')
      await first.until('? 主办单位证件号码')
      await rightNumber(first)
      await first.until('✔ 主办单位证件号码')

      await first.converse(enterprise, '主体负责人手机号码')
      first.press('interrupt')
      await first.until('已保存。接着填写请运行：icp-prep init')
      expect(await first.ended()).toBe(130)
      expect(saved()).toContain('number: 44030519900101123X')

      const second = start('zh')
      await second.until('接着填写 icp.yaml')
      await second.converse(enterprise, '最后核对')
      await second.until('❯ 全部无误')
      for (const step of [1, 2, 3, 4, 5, 6, 7]) expect(second.text).toContain(`第 ${step} 步（共 7 步）`)
      expect(second.text).not.toContain('? 主办单位名称')
      second.press('enter')
      await second.until('可以提交')
      await second.until('备案包已写入')
      expect(await second.ended()).toBe(0)
      expect(await verifyBag(join(folder, 'bundle'))).toEqual([])
    },
    longEnough,
  )
})

/** What 林小雨, who writes about plants, would answer. */
const individual: Replies = {
  'Province of the filing': found('guangdong', 'Guangdong'),
  'Access provider': line('Alibaba Cloud'),
  'Site of the cloud account': line('China site'),
  'Sponsor kind': found('individual', 'individual'),
  'Name of the sponsor': typed('林小雨'),
  'Type of document': line('resident ID card'),
  'Document number': typed('440106 19960308 8862'),
  'Document valid until': typed('2042/5/10'),
  'Address on the document': typed('广州市天河区体育东路100号502房'),
  'Region of the filing (county or district)': found('', '广州市天河区'),
  'Are you on record already?': line('no'),
  'Does the sponsor stand in another account of this provider?': line('no'),
  'Is an order of yours under review at another provider?': line('no'),
  'A website or an app?': line('website'),
  Domain: typed('https://www.linxiaoyu-example.cn/about'),
  'Is this service on record already?': line('no'),
  'Is all of it correct?': line('all correct'),
  'Cloud product': line('Simple Application Server'),
  'Instance ID': typed('swas-example0001'),
  'Region of the server': typed('cn-guangzhou'),
  Billing: line('subscription'),
  'Months bought': typed('12'),
  'Instance expires': typed('2099.10.20'),
  'Public IP addresses': typed('203.0.113.20'),
  'How many filing codes of this server are used up?': typed('0'),
  'Contact address': typed(),
  'Principal: mobile number': typed('13500135000'),
  'Principal: emergency contact number': typed('13400134000'),
  'Principal: e-mail address': typed('linxiaoyu@linxiaoyu-example.cn'),
  'Service name': typed('观叶植物养护笔记'),
  'Service content': ticks('other'),
  Languages: ticks('Chinese (simplified)'),
  'Which content needs an approval before the filing?': ticks('none of these'),
  'Are there comments, a forum or messages?': line('no'),
  'Home page URL': typed(),
  'Service remark': typed('记录家中观叶植物的浇水、换盆和病虫害处理经过，仅供自己和朋友查看'),
  Registrar: typed('阿里云计算有限公司'),
  'Domain holder': typed(),
  'Type of the domain holder’s document': line('resident ID card'),
  'Number of the domain holder’s document': typed(),
  'Has the domain passed real-name verification?': line('yes'),
  'Day of the real-name verification': typed(daysAgo(60)),
  'Domain expires': typed('2099-01-01'),
  'Does a website open at the domain today?': line('no'),
  'Is there another website or app to file along with it?': line('no'),
  'What is done already?': ticks(),
  'Principal: Resident ID card, side with the portrait (picture)': typed('scans/lin-id-front.jpg'),
  'Principal: Resident ID card, side with the national emblem (picture)': typed('scans/lin-id-back.jpg'),
  'Letter of commitment for the filing (picture)': typed('scans/commitment-letter.jpg'),
  'Letter of commitment for the filing: Which province’s form is it?': found('', 'Guangdong'),
  'Letter of commitment for the filing: Is the form for organizations or for individuals?': typed('individual'),
  'Letter of commitment for the filing: Is it signed?': line('yes'),
  'Letter of commitment for the filing: Signed by whom?': typed(),
  'Letter of commitment for the filing: Signed on which day?': typed(daysAgo(4)),
  'Letter of commitment for the filing: Is it signed by hand?': line('yes'),
  'Letter of commitment for the filing: Is there a fingerprint?': line('yes'),
  'Linxiaoyu-example.cn: Which of these will you show?': line('Domain certificate'),
  'Linxiaoyu-example.cn: Domain certificate (picture)': typed('scans/domain-certificate.jpg'),
}

describe('an individual, in English', () => {
  it(
    'is asked nothing a company is asked, told of a name that will not do, and gets a bundle',
    async () => {
      bringScans('individual-guangdong')
      const session = start('en')

      await session.converse(individual, 'Service name')
      session.type('小王的技术博客')
      session.press('enter')
      await session.until('Press Enter again to keep it')
      session.press('clear')
      await individual['Service name']?.(session)

      await session.converse(individual, 'Last look')
      await session.until('❯ all is right')
      expect(session.text).not.toMatch(
        /\n\? .*(legal representative|[Bb]usiness scope|Status in the business registry)/,
      )
      session.press('enter')
      expect(await session.ended()).toBe(0)
      expect(session.text).toContain('Ready')
      expect(await verifyBag(join(folder, 'bundle'))).toEqual([])
    },
    longEnough,
  )
})

const silent: Replies = {
  '都对吗？': line('全部无误，继续'),
  '还有其他网站或 App 要一起备案吗？': line('没有了'),
  '哪些已经做到？': ticks(),
}

describe('the summary', () => {
  it(
    'changes answers, lists and papers of a filing written by hand, and takes a change back',
    async () => {
      await new Terminal(['init', '.', '--example', 'enterprise-guangdong'], folder).ended()
      const before = saved()
      const session = start('zh')
      const change = async (name: string) => {
        await session.converse(silent, '最后核对')
        await found(name)(session)
      }

      await change('主体负责人电子邮箱')
      await session.until('? 主体负责人电子邮箱 (wanghai@haifeng-example.cn)')
      session.type('wh@haifeng-example.cn')
      session.press('enter')

      await change('服务内容')
      await session.until('\n? 服务内容')
      await session.walkTo('网络购物')
      session.press('space')
      await session.until('❯◉ 网络购物')
      session.press('enter')
      await session.until('✔ 服务内容 单位门户网站、网络购物')

      await change('材料 域名证书')
      await session.until('\n? 域名证书')
      await session.walkTo('删除这份材料')
      session.press('enter')
      await session.until('? haifeng-example.cn：提供哪一种？')
      session.press('escape')

      await session.until('? 最后核对')
      await session.until('❯ 全部无误')
      session.press('enter')
      await session.until('备案包已写入')
      await session.ended()
      const changed = before
        .replace('email: wanghai@', 'email: wh@')
        .replace('content: [organization-site]', 'content: [organization-site, shopping]')
      expect(saved()).toBe(changed)
    },
    longEnough,
  )
})

describe('a filing that another program changes meanwhile', () => {
  it(
    'is not overwritten; the answer is offered again',
    async () => {
      const session = start('zh')
      await session.converse(enterprise, '云账号站点')
      const changed = `${saved()}# 手写\nsponsor: { name: 海风 }\n`
      writeFileSync(join(folder, 'icp.yaml'), changed)
      await enterprise['云账号站点']?.(session)
      await session.until('刚被其他程序改过')
      expect(saved()).toBe(changed)
      await session.until('\n? 云账号站点')
      await enterprise['云账号站点']?.(session)
      await session.until('✔ 云账号站点')
      await session.until('\n? 主办单位性质')
      expect(saved()).toContain('# 手写')
      expect(saved()).toContain('site: china')
      session.press('end')
      expect(await session.ended()).toBe(130)
    },
    longEnough,
  )
})

describe.each([
  ['where the program stands', '.', '当前目录已被删除或移走'],
  ['that was named', 'inner', 'inner已被删除或移走'],
])('a folder %s that is removed meanwhile', (_, named, message) => {
  it(
    'is told, and that the last answer is not saved; nothing is made in its place',
    async () => {
      const outer = join(folder, 'outer')
      const filing = join(outer, named)
      mkdirSync(filing, { recursive: true })
      terminal = new Terminal(['init', named, '--lang', 'zh'], outer)
      await terminal.converse(enterprise, '云账号站点')
      rmSync(filing, { recursive: true })
      await enterprise['云账号站点']?.(terminal)
      await terminal.until(message)
      await terminal.until('没有保存')
      expect(await terminal.ended()).toBe(2)
      expect(existsSync(filing)).toBe(false)
    },
    longEnough,
  )
})
