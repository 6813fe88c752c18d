// Made-up papers, drawn as SVG. Their writing is strokes that look like writing, so that no font is needed.
import { bell, chance } from './seeded.ts'

export type Paper = 'id-card-front' | 'id-card-back' | 'business-licence' | 'commitment-letter' | 'property-certificate'
export const papers: readonly Paper[] = [
  'id-card-front',
  'id-card-back',
  'business-licence',
  'commitment-letter',
  'property-certificate',
]

type Drawing = { readonly width: number; readonly height: number; readonly svg: string }

/** One character in a square of this side: five to nine strokes. */
function character(x: number, y: number, side: number, random: () => number): string {
  const strokes = 5 + Math.floor(random() * 5)
  const at = (share: number) => share * side * 0.9
  const parts = Array.from({ length: strokes }, () => {
    const [from, to, across] = [random() * 0.4, 0.6 + random() * 0.4, random()]
    const way = random()
    if (way < 0.45) return `M${x + at(from)} ${y + at(across)}H${x + at(to)}`
    if (way < 0.8) return `M${x + at(across)} ${y + at(from)}V${y + at(to)}`
    return `M${x + at(random())} ${y + at(from)}L${x + at(random())} ${y + at(to)}`
  })
  return parts.join('')
}

function line(x: number, y: number, side: number, count: number, random: () => number, colour = '#1c1c1c'): string {
  const characters = Array.from({ length: count }, (_, index) => character(x + index * side, y, side, random))
  return `<path d="${characters.join('')}" stroke="${colour}" stroke-width="${side / 11}" fill="none"/>`
}

const seal = (x: number, y: number, radius: number, random: () => number) =>
  `<g opacity="0.85"><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#d0202a" stroke-width="${radius / 12}"/>` +
  line(x - radius * 0.6, y - radius * 0.15, radius * 0.3, 4, random, '#d0202a') +
  `<path d="M${x} ${y - radius * 0.7}l${radius * 0.1} ${radius * 0.25}h${radius * 0.25}z" fill="#d0202a"/></g>`

const waves = (width: number, height: number, colour: string) =>
  Array.from({ length: 24 }, (_, index) => {
    const y = (height * (index + 0.5)) / 24
    return `<path d="M0 ${y}Q${width / 4} ${y - 40} ${width / 2} ${y}T${width} ${y}" stroke="${colour}" stroke-width="2" fill="none"/>`
  }).join('')

const page = (width: number, height: number, ground: string, content: string): Drawing => ({
  width,
  height,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${ground}"/>${content}</svg>`,
})

function cardFront(random: () => number): Drawing {
  const rows = [0, 1, 2, 3].map(
    row =>
      line(60, 80 + row * 85, 34, 2, random, '#3c6fb0') +
      line(150, 80 + row * 85, 38, 4 + Math.floor(random() * 6), random),
  )
  const portrait =
    '<rect x="640" y="80" width="270" height="330" fill="#e9edf2"/><ellipse cx="775" cy="210" rx="75" ry="95" fill="#d8a583"/>' +
    '<path d="M650 410Q660 320 775 310T900 410z" fill="#2d3e63"/><path d="M700 170Q775 80 850 170L840 120Q775 70 710 120z" fill="#241c18"/>' +
    '<circle cx="748" cy="205" r="7" fill="#222"/><circle cx="802" cy="205" r="7" fill="#222"/><path d="M750 255q25 14 50 0" stroke="#8c4a3a" stroke-width="6" fill="none"/>'
  const number = line(60, 520, 36, 3, random, '#3c6fb0') + line(330, 518, 33, 18, random)
  return page(1000, 630, '#dfe9f0', waves(1000, 630, '#c8dbe8') + rows.join('') + portrait + number)
}

function cardBack(random: () => number): Drawing {
  const emblem = '<circle cx="150" cy="150" r="95" fill="#c8262c"/><circle cx="150" cy="150" r="66" fill="#e2b23a"/>'
  const text =
    line(310, 90, 64, 8, random) +
    line(330, 200, 58, 6, random) +
    line(240, 430, 34, 11, random) +
    line(240, 510, 34, 14, random)
  return page(1000, 630, '#e6eef2', waves(1000, 630, '#d9c9d6') + emblem + text)
}

/** @param code a drawn QR code as a PNG, 220 pixels wide */
function licence(random: () => number, code: Buffer | undefined): Drawing {
  const frame = '<rect x="40" y="40" width="1320" height="910" fill="none" stroke="#c9a24a" stroke-width="22"/>'
  const rows = Array.from(
    { length: 6 },
    (_, row) =>
      line(140, 330 + row * 72, 30, 4, random) + line(330, 330 + row * 72, 30, 8 + Math.floor(random() * 12), random),
  )
  const image = code
    ? `<image x="1090" y="110" width="220" height="220" href="data:image/png;base64,${code.toString('base64')}"/>`
    : ''
  const title = line(470, 170, 110, 4, random, '#20201e') + '<circle cx="700" cy="110" r="48" fill="#c8262c"/>'
  return page(
    1400,
    990,
    '#f4efdf',
    waves(1400, 990, '#ece2c4') +
      frame +
      title +
      rows.join('') +
      image +
      seal(1130, 770, 110, random) +
      line(880, 820, 28, 12, random),
  )
}

function letter(random: () => number): Drawing {
  const rows = Array.from({ length: 18 }, (_, row) => {
    const count = row % 6 === 5 ? 6 + Math.floor(random() * 12) : 26
    return line(row % 6 === 0 ? 170 : 110, 250 + row * 54, 28, row % 6 === 0 ? count - 2 : count, random)
  })
  return page(
    1000,
    1414,
    '#fdfdfb',
    line(280, 120, 56, 8, random) +
      rows.join('') +
      seal(730, 1270, 95, random) +
      line(600, 1280, 32, 10, random, '#101030'),
  )
}

function certificate(random: () => number): Drawing {
  const frame = '<rect x="50" y="50" width="1300" height="890" fill="none" stroke="#7a2b34" stroke-width="30"/>'
  const rows = Array.from(
    { length: 7 },
    (_, row) =>
      `<path d="M120 ${250 + row * 80}H1280" stroke="#9a6a6a" stroke-width="3"/>` +
      line(150, 270 + row * 80, 34, 4, random) +
      line(420, 270 + row * 80, 32, 6 + Math.floor(random() * 14), random),
  )
  return page(
    1400,
    990,
    '#f7e9e4',
    waves(1400, 990, '#f0d6cf') +
      frame +
      line(480, 120, 72, 6, random, '#7a2b34') +
      rows.join('') +
      seal(1150, 820, 90, random),
  )
}

export function drawPaper(is: Paper, seed: number, code?: Buffer): Drawing {
  const random = chance(seed * 31 + papers.indexOf(is))
  bell(random)
  const draw = {
    'id-card-front': cardFront,
    'id-card-back': cardBack,
    'business-licence': () => licence(random, code),
    'commitment-letter': letter,
    'property-certificate': certificate,
  }
  return draw[is](random)
}
