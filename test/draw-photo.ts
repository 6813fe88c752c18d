// Made-up photos of papers, as a phone takes them: drawn, grainy, lying on a table, with the place in their EXIF data.
import sharp, { type Create, type Sharp } from 'sharp'

export type Photo = {
  readonly width?: number
  readonly height?: number
  /** as EXIF says it, 1 to 8 */
  readonly orientation?: number
  readonly title?: string
  /** standard deviation of the grain; more of it makes larger files */
  readonly grain?: number
  readonly colour?: string
}

/** Of a phone that does not exist, near the sea. */
const exif = {
  IFD0: { Make: 'Yinhe', Model: 'Haifeng 9', DateTime: '2026:11:20 10:00:00' },
  IFD2: { DateTimeOriginal: '2026:11:20 10:00:00', LensModel: 'Haifeng 9 lens' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 31/1 12/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 55/1 0/1' },
}

/** A card on a table; a red corner at the upper left tells which way is up. */
function drawing({ width = 4000, height = 3000, title = '样例', colour = '#dfe8f0' }: Photo): string {
  const [x, y] = [width * 0.1, height * 0.1]
  const line = (row: number) =>
    `<text x="${x * 1.6}" y="${y * (2 + row * 0.8)}" font-size="${height / 26}" fill="#222">${title} ${row} 0123456789</text>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#b89a78"/>
    <rect x="${x}" y="${y}" width="${width * 0.8}" height="${height * 0.8}" rx="40" fill="${colour}"/>
    <rect width="${width / 8}" height="${height / 8}" fill="#d01010"/>
    ${[0, 1, 2, 3, 4, 5, 6, 7].map(line).join('')}</svg>`
}

/** The photo with its EXIF data, upright only for those who heed the orientation. */
export async function drawPhoto(photo: Photo = {}): Promise<Sharp> {
  const { width = 4000, height = 3000, orientation = 1, grain = 12 } = photo
  const drawn = sharp(Buffer.from(drawing(photo)))
  const noise: Create = {
    width,
    height,
    channels: 3,
    background: '#000',
    noise: { type: 'gaussian', mean: 128, sigma: grain },
  }
  const grainy = await drawn
    .composite([
      {
        input: await sharp({ create: noise }).png({ compressionLevel: 0 }).toBuffer(),
        blend: 'soft-light',
      },
    ])
    .removeAlpha()
    .raw()
    .toBuffer()
  const upright = sharp(grainy, { raw: { width, height, channels: 3 } })
  return stored(upright, orientation).withExif(exif).withMetadata({ orientation })
}

/** How a camera held that way stores the picture. */
function stored(upright: Sharp, orientation: number): Sharp {
  if (orientation === 3) return upright.rotate(180)
  if (orientation === 6) return upright.rotate(270)
  return orientation === 8 ? upright.rotate(90) : upright
}

/** Red of the upper left corner and of the lower right one: only the first is red where the picture is upright. */
export async function corners(file: Uint8Array | string): Promise<readonly [boolean, boolean]> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const isRed = (x: number, y: number) => {
    const at = (y * info.width + x) * info.channels
    return (data[at] ?? 0) > 120 && (data[at + 1] ?? 0) < 90
  }
  const [x, y] = [Math.floor(info.width / 20), Math.floor(info.height / 20)]
  return [isRed(x, y), isRed(info.width - 1 - x, info.height - 1 - y)]
}
