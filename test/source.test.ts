// How strong a finding its sources allow: official, recent or twice told may be an error; old or doubtful stays an info.
import { describe, expect, it } from 'vitest'
import { sourceSchema } from '../src/rules/source-schema.ts'
import { strongestSeverity, weaker, type Severity, type Source } from '../src/rules/source.ts'

type Told = readonly [kind: Source['kind'], publisher: string, asOf: string]

const sourceOf = ([kind, publisher, asOf]: Told): Source =>
  sourceSchema.parse({ kind, publisher, title: 'T', 'as-of': asOf, read: '2026-11-24' })

const severityOf = (sources: readonly Told[], doubtful = false) => strongestSeverity(sources.map(sourceOf), doubtful)

const cap: readonly (readonly [what: string, sources: readonly Told[], strongest: Severity])[] = [
  ['a regulation without a date', [['regulation', 'MIIT', 'unknown']], 'error'],
  ['an old regulation', [['regulation', 'MIIT', '2005-03-20']], 'error'],
  ['an old notice', [['notice', 'MIIT', '2017']], 'error'],
  ['an old guide of an office', [['office-guide', 'Guangdong', '2016-05']], 'error'],
  ['a provider’s guide of 2023', [['provider-guide', 'A', '2023']], 'error'],
  ['a provider’s guide of January 2023', [['provider-guide', 'A', '2023-01']], 'error'],
  ['a provider’s guide of New Year’s Day 2023', [['provider-guide', 'A', '2023-01-01']], 'error'],
  ['a provider’s guide of New Year’s Eve 2022', [['provider-guide', 'A', '2022-12-31']], 'warning'],
  ['a provider’s guide of 2018', [['provider-guide', 'A', '2018']], 'warning'],
  ['a provider’s guide of December 2017', [['provider-guide', 'A', '2017-12']], 'info'],
  ['a provider’s guide without a date', [['provider-guide', 'A', 'unknown']], 'warning'],
  ['public code of this year', [['public-code', 'A', '2026']], 'error'],
  ['public code without a date', [['public-code', 'A', 'unknown']], 'warning'],
  ['a report without a date', [['report', 'A', 'unknown']], 'warning'],
  [
    'two undated guides of two publishers',
    [
      ['provider-guide', 'A', 'unknown'],
      ['provider-guide', 'B', 'unknown'],
    ],
    'error',
  ],
  [
    'two undated guides of one publisher',
    [
      ['provider-guide', 'A', 'unknown'],
      ['provider-guide', 'A', 'unknown'],
    ],
    'warning',
  ],
  [
    'two old guides of one publisher',
    [
      ['provider-guide', 'A', '2015'],
      ['provider-guide', 'A', '2017-12-31'],
    ],
    'info',
  ],
  [
    'an old guide and one of 2019 of one publisher',
    [
      ['provider-guide', 'A', '2015'],
      ['provider-guide', 'A', '2019'],
    ],
    'warning',
  ],
  [
    'an old guide and one of 2024 of one publisher',
    [
      ['provider-guide', 'A', '2015'],
      ['provider-guide', 'A', '2024'],
    ],
    'error',
  ],
]

describe('the strongest severity', () => {
  it.each(cap)('of %s is told', (_what, sources, strongest) => {
    expect(severityOf(sources)).toBe(strongest)
  })

  it.each(cap)('of %s is an info where the rule is doubtful', (_what, sources) => {
    expect(severityOf(sources, true)).toBe('info')
  })
})

describe('the weaker of two severities', () => {
  it.each<[Severity, Severity, Severity]>([
    ['error', 'error', 'error'],
    ['error', 'warning', 'warning'],
    ['error', 'info', 'info'],
    ['warning', 'info', 'info'],
    ['info', 'info', 'info'],
  ])('of %s and %s is %s, whichever comes first', (one, other, weak) => {
    expect([weaker(one, other), weaker(other, one)]).toEqual([weak, weak])
  })
})

describe('the day of a source', () => {
  it.each(['2026', '2026-11', '2026-11-24', 'unknown'])('may be written %s', asOf => {
    expect(sourceSchema.safeParse({ ...sourceOf(['report', 'A', '2026']), 'as-of': asOf }).success).toBe(true)
  })

  it.each(['', '26', '2026-1', '2026-11-24T00:00', 'Unknown', '2026/11'])('may not be written “%s”', asOf => {
    expect(sourceSchema.safeParse({ ...sourceOf(['report', 'A', '2026']), 'as-of': asOf }).success).toBe(false)
  })
})
