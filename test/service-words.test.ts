import { describe, expect, it } from 'vitest'
import type { Filing, Service } from '../src/model/filing.ts'
import { valueIn } from './small-world.ts'

const told = (fact: string, service: Service, sponsor: NonNullable<Filing['sponsor']>) =>
  valueIn({ sponsor, services: [service] }, fact)

const haifeng = { kind: 'enterprise', name: '深圳市海风软件有限公司' }
const lin = { kind: 'individual', name: '林小雨' }

const claimsOf = (remark: string) => told('service.remark.claims', { remark }, haifeng)

const suggestedBy = (name: string, sponsor: string) =>
  told('service.suggested-approvals', { name, 'page-title': `${name}-首页` }, { kind: 'enterprise', name: sponsor })

describe('a name fits the sponsor by its trade name, not by place or trade', () => {
  it.each<[string, string, boolean]>([
    ['海风软件', haifeng.name, true],
    ['海风', haifeng.name, true],
    ['Haifeng海风', haifeng.name, true],
    ['深圳软件之家', haifeng.name, false],
    ['山月美食', haifeng.name, false],
    ['海风小吃', '深圳市南山区海风小吃店', true],
    ['云帆科技', '云帆（深圳）科技有限公司', true],
    ['ABC云服务', 'ABC科技（广东省）有限公司', true],
  ])('%s of %s: %s', (name, sponsor, fits) => {
    expect(told('service.name.fits-sponsor', { name }, { kind: 'enterprise', name: sponsor })).toBe(fits)
  })

  it.each<[string, boolean]>([
    ['山月美食是我公司的自有品牌', true],
    ['网站名称为本单位的注册商标', true],
    ['介绍海风软件的产品和案例', false],
  ])('the remark “%s” explains the name: %s', (remark, explains) => {
    expect(told('service.name.is-explained', { name: '山月美食', remark }, haifeng)).toBe(explains)
  })
})

describe('a name that reads like somebody’s own', () => {
  it.each<[string, boolean]>([
    ['小王的技术博客', true],
    ['张老师的课堂', true],
    ['小欧阳说史', true],
    ['小程序开发手记', false],
    ['老张', true],
    ['晨光随笔集', false],
  ])('%s: %s', (name, personal) => {
    expect(told('service.name.looks-personal', { name }, lin)).toBe(personal)
  })

  it('the sponsor’s own name inside is more than a hint', () => {
    expect(told('service.name.holds-own-name', { name: '林小雨的花园' }, lin)).toBe(true)
    expect(told('service.name.holds-own-name', { name: '小雨的花园' }, lin)).toBe(false)
  })
})

describe('words count where they are claimed, not where they are denied or registered', () => {
  it('leaves out of a remark what it denies', () => {
    expect(claimsOf('记录植物养护。本站不涉及企业、经营，论坛，交流')).toBe('记录植物养护')
    expect(claimsOf('非经营性网站，展示摄影作品')).toBe('展示摄影作品')
    expect(claimsOf('展示公司商品，开设论坛')).toBe('展示公司商品，开设论坛')
  })

  it('leaves out of a business scope its brackets of limits and what may not be done', () => {
    const scope = '软件开发；资产管理（不得从事金融业务）；未经批准不得从事融资担保，投资咨询（不含证券）'
    const sponsor = { ...haifeng, 'business-scope': scope }
    expect(told('sponsor.business-scope.offers', {}, sponsor)).toBe('软件开发；资产管理；投资咨询')
  })

  it('names the subjects of pre-approval that the service’s own words suggest', () => {
    expect(suggestedBy('海风新闻', haifeng.name)).toEqual(['news'])
    expect(suggestedBy('海风新闻', '深圳市海风新闻传播有限公司')).toEqual([])
    expect(suggestedBy('海风在线新闻', '深圳市海风新闻传播有限公司')).toEqual([])
  })
})
