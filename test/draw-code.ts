// A QR code as a PNG, drawn by zxing from its own package.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'

const program = fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))
const ready = prepareZXingModule({
  overrides: { wasmBinary: Uint8Array.from(readFileSync(program)).buffer },
  fireImmediately: true,
})

/** @param scale side of one module in pixels */
export async function drawCode(text: string, scale: number): Promise<Buffer> {
  await ready
  const { image } = await writeBarcode(text, { format: 'QRCode', scale })
  if (!image) throw new Error('no code drawn')
  return Buffer.from(await image.arrayBuffer())
}
