// What `compare` says of a filing at several places.

export type CompareWords = {
  readonly title: (file: string, places: number) => string
  readonly place: string
  readonly ready: string
  readonly counts: {
    readonly errors: string
    readonly warnings: string
    readonly missing: string
    readonly open: string
    readonly confirms: string
  }
  readonly provider: string
  readonly administration: string
  readonly workingDays: (from: number, to: number) => string
  readonly days: (from: number, to: number) => string
  readonly unknown: string
  readonly everywhere: string
  readonly only: (place: string) => string
  readonly nothingMore: string
  readonly estimates: string
}

const range = (from: number, to: number) => (from === to ? String(from) : `${from}-${to}`)

export const zhCompare: CompareWords = {
  title: (file, places) => `${file} 在 ${places} 处的比较`,
  place: '地区和接入商',
  ready: '可提交',
  counts: { errors: '错误', warnings: '警告', missing: '缺件', open: '待答', confirms: '自查' },
  provider: '初审',
  administration: '管局',
  workingDays: (from, to) => `${range(from, to)} 工作日`,
  days: (from, to) => `${range(from, to)} 天`,
  unknown: '不详',
  everywhere: '各处都有',
  only: place => `${place} 另有`,
  nothingMore: '没有更多',
  estimates: '审核时间为接入商和管局自述，仅供参考。',
}

export const enCompare: CompareWords = {
  title: (file, places) => `${file} at ${places} places`,
  place: 'Place',
  ready: 'Ready',
  counts: { errors: 'Error', warnings: 'Warn', missing: 'Lack', open: 'Open', confirms: 'Check' },
  provider: 'Provider',
  administration: 'Authority',
  workingDays: (from, to) => `${range(from, to)} w.days`,
  days: (from, to) => `${range(from, to)} days`,
  unknown: 'unknown',
  everywhere: 'Everywhere',
  only: place => `${place} in addition`,
  nothingMore: 'nothing more',
  estimates: 'Review times are what providers and administrations say of themselves.',
}
