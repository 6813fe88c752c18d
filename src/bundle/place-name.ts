// A GB/T 2260 code as the three lists it is chosen from on a provider's screen.
import type { Tables } from '../model/tables.ts'

/** `440305` → 广东省 / 深圳市 / 南山区; undefined for what is no code of a county. */
export function placeName(code: string, tables: Tables): string | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const names = [code.slice(0, 2), code.slice(0, 4), code].flatMap(part => tables.place(part) ?? [])
  return names.length === 0 ? undefined : [...new Set(names)].join(' / ')
}
