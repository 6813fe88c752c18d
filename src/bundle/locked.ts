// What the provider's type check locks: a mistake there means a new order.

/** Field names without indices, in the order they are typed. Huawei Cloud, 备案流程咨询 (2026-05-19). */
export const lockedFields = [
  'province',
  'region',
  'sponsor.kind',
  'sponsor.document.type',
  'sponsor.document.number',
  'services.domains.name',
] as const

const locked: ReadonlySet<string> = new Set(lockedFields)

export function isLocked(field: string): boolean {
  return locked.has(field)
}
