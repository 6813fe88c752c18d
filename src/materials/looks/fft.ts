// How much of each frequency a square of grey values holds.

/** Side of the square, a power of two. */
export const windowSide = 64

const bits = Math.log2(windowSide)
const cosines = Float64Array.from({ length: windowSide }, (_, at) => Math.cos((2 * Math.PI * at) / windowSide))
const sines = Float64Array.from({ length: windowSide }, (_, at) => Math.sin((2 * Math.PI * at) / windowSide))
/** Hann's: without it the square's own edges would look like frequencies. */
const taper = cosines.map(cosine => (1 - cosine) / 2)
const reversed = Uint16Array.from({ length: windowSide }, (_, at) => {
  let turned = 0
  for (let bit = 0; bit < bits; bit += 1) turned = (turned << 1) | ((at >> bit) & 1)
  return turned
})

/** Power by frequency, `windowSide` × `windowSide`, both counted in whole waves per square (negative ones behind). */
export function powerOf(grey: Uint8Array, stride: number, start: number): Float64Array {
  const [real, imaginary] = [new Float64Array(windowSide ** 2), new Float64Array(windowSide ** 2)]
  let mean = 0
  for (let y = 0; y < windowSide; y += 1)
    for (let x = 0; x < windowSide; x += 1) mean += grey[start + y * stride + x] ?? 0
  mean /= windowSide ** 2
  for (let y = 0, at = 0; y < windowSide; y += 1)
    for (let x = 0; x < windowSide; x += 1, at += 1)
      real[at] = ((grey[start + y * stride + x] ?? 0) - mean) * (taper[x] ?? 0) * (taper[y] ?? 0)
  for (let line = 0; line < windowSide; line += 1) transform(real, imaginary, line * windowSide, 1)
  for (let line = 0; line < windowSide; line += 1) transform(real, imaginary, line, windowSide)
  return real.map((value, at) => value * value + (imaginary[at] ?? 0) ** 2)
}

/** One line in place: Cooley and Tukey's. */
function transform(real: Float64Array, imaginary: Float64Array, start: number, step: number): void {
  for (let at = 0; at < windowSide; at += 1) {
    const other = reversed[at] ?? 0
    if (other <= at) continue
    swap(real, start + at * step, start + other * step)
    swap(imaginary, start + at * step, start + other * step)
  }
  for (let half = 1; half < windowSide; half *= 2) {
    const turn = windowSide / (2 * half)
    for (let group = 0; group < windowSide; group += 2 * half)
      for (let within = 0; within < half; within += 1) {
        const cosine = cosines[within * turn] ?? 0
        const sine = sines[within * turn] ?? 0
        const upper = start + (group + within) * step
        const lower = upper + half * step
        const a = real[lower] ?? 0
        const b = imaginary[lower] ?? 0
        const c = a * cosine + b * sine
        const d = b * cosine - a * sine
        real[lower] = (real[upper] ?? 0) - c
        imaginary[lower] = (imaginary[upper] ?? 0) - d
        real[upper] = (real[upper] ?? 0) + c
        imaginary[upper] = (imaginary[upper] ?? 0) + d
      }
  }
}

function swap(values: Float64Array, one: number, other: number): void {
  const kept = values[one] ?? 0
  values[one] = values[other] ?? 0
  values[other] = kept
}
