// Texts of a report that must wait until all filings are told, packed: most of them are alike.
import { deflateRawSync, inflateRawSync } from 'node:zlib'

export const packed = (texts: readonly string[]): Uint8Array => deflateRawSync(JSON.stringify(texts), { level: 1 })

export function unpacked(bytes: Uint8Array): readonly string[] {
  const texts: readonly string[] = JSON.parse(inflateRawSync(bytes).toString())
  return texts
}
