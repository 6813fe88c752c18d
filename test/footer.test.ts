// What the foot of an open site tells about its filing number.
import { describe, expect, it } from 'vitest'
import { valueOf } from '../src/facts/index.ts'
import { subjectsOf } from '../src/facts/subjects.ts'
import type { Service } from '../src/model/filing.ts'
import { tablesWith } from './small-rules.ts'

const tables = tablesWith()

function told(name: string, service: Service) {
  const subject = subjectsOf({ filing: { icp: '1', services: [service] }, day: '2026-11-24', tables }).service[0]
  return subject && valueOf(name, subject)
}

const filed = { number: '粤ICP备99000001号-1' }

describe('service.footer.shows-number', () => {
  it.each([
    ['the number alone', '粤ICP备99000001号-1', true],
    ['the number among other words', '© 2026 海风软件 粤ICP备99000001号-1 | 粤公网安备44030599000001号', true],
    ['the number with blanks and full-width characters', '粤ＩＣＰ备 99000001号－1', true],
    ['the sponsor’s number without the serial', '粤ICP备99000001号', false],
    ['the number of another service', '粤ICP备99000001号-12', false],
    ['no number', '© 2026 海风软件', false],
  ])('is judged for %s', (_what, text, expected) => {
    expect(told('service.footer.shows-number', { record: filed, footer: { text } })).toBe(expected)
  })

  it('knows the ten-digit numbers given out since 2020', () => {
    const number = '粤ICP备2021000001号-2'
    expect(told('service.footer.shows-number', { record: { number }, footer: { text: number } })).toBe(true)
  })

  it.each([
    ['the footer is not told', { record: filed }],
    ['the number is not told', { record: {}, footer: { text: '粤ICP备99000001号-1' } }],
    ['the service is not on record', { record: 'none' as const, footer: { text: '粤ICP备99000001号-1' } }],
  ])('stays open where %s', (_why, service) => {
    expect(told('service.footer.shows-number', service)).toBeUndefined()
  })
})

describe('service.footer.is-stated', () => {
  it('is known either way, so that nobody is asked', () => {
    expect(told('service.footer.is-stated', { footer: { link: 'https://beian.miit.gov.cn/' } })).toBe(true)
    expect(told('service.footer.is-stated', {})).toBe(false)
  })
})
