// The two-dimensional codes in a picture, read by zxing from its own package, without a network.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Raster } from './raster.ts'

let loading: ReturnType<typeof load> | undefined

/** Without its program at hand the package would fetch it from somewhere. */
async function load() {
  const zxing = await import('zxing-wasm/reader')
  const program = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await zxing.prepareZXingModule({
    overrides: { wasmBinary: Uint8Array.from(program).buffer },
    fireImmediately: true,
  })
  return zxing
}

/** The texts of all QR codes in the picture, none where there is none or none can be read. Never throws. */
export async function readCodes(raster: Pick<Raster, 'width' | 'height' | 'grey'>): Promise<readonly string[]> {
  const { readBarcodes } = await (loading ??= load())
  const image = { width: raster.width, height: raster.height, data: opaque(raster.grey), colorSpace: 'srgb' } as const
  const found = await readBarcodes(image, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  return found.filter(({ isValid }) => isValid).map(({ text, bytes }) => readable(text, bytes))
}

/** Many licences carry GB 18030, which a reader may take for something else. */
function readable(text: string, bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // Not written in this one.
    }
  }
  return text
}

function opaque(grey: Uint8Array): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(grey.length * 4)
  const words = new Uint32Array(rgba.buffer)
  for (let pixel = 0; pixel < grey.length; pixel += 1) words[pixel] = 0xff000000 | ((grey[pixel] ?? 0) * 0x010101)
  return rgba
}
