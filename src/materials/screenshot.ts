// Signs of a screenshot: what a program wrote into the file, and the exact size of a telephone's screen.
import type { Head } from './decode.ts'

/** Programs, and the mark iOS leaves, as they write themselves into EXIF, XMP and PNG text. */
const programs =
  /screenshot|screen shot|snipaste|snagit|sharex|greenshot|lightshot|flameshot|spectacle|gnome-screenshot|snippingtool|截图|截屏|屏幕快照/i

/** Shares of height to width of telephone screens since 2017; no camera takes such pictures. */
const leastTall = 1.9
const mostTall = 2.4

/** Widths of telephone screens, in pixels. */
const widths = [640, 720, 750, 828, 1080, 1125, 1170, 1179, 1206, 1220, 1242, 1264, 1284, 1290, 1320, 1344, 1440]

/** Screens of computers and tablets: a photo may have one of these sizes too, a PNG hardly. */
const screens = [
  '1280x720',
  '1280x800',
  '1366x768',
  '1440x900',
  '1536x864',
  '1600x900',
  '1680x1050',
  '1920x1080',
  '1920x1200',
  '2048x1536',
  '2160x1620',
  '2388x1668',
  '2560x1440',
  '2560x1600',
  '2732x2048',
  '2880x1800',
  '3024x1964',
  '3456x2234',
  '3840x2160',
  '1334x750',
  '2208x1242',
]

/**
 * The sign that was found: a program's name, or the screen's size; undefined where there is none.
 * @param kind the file's format, as `kindOf` names it
 */
export function screenshotSign(head: Head, kind: string): string | undefined {
  const texts = [head.exif, head.xmp].map(block => (block ? Buffer.from(block).toString('latin1') : ''))
  const utf8 = [head.exif, head.xmp].map(block => (block ? Buffer.from(block).toString('utf8') : ''))
  const written = programs.exec([...texts, ...utf8, ...(head.comments ?? [])].join('\n'))?.[0]
  if (written !== undefined) return written
  const [long, short] = [Math.max(head.width, head.height), Math.min(head.width, head.height)]
  const tall = long / short
  const isPhone = widths.includes(short) && tall >= leastTall && tall <= mostTall
  const isScreen = kind === 'png' && screens.includes(`${long}x${short}`)
  return isPhone || isScreen ? `${head.width} × ${head.height}` : undefined
}
