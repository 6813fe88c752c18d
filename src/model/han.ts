// Chinese characters: what \p{Script=Han} stands for, without the tables that Node would put together at every start.

const ranges = [
  [0x4e_00, 0x9f_ff],
  [0x34_00, 0x4d_bf],
  [0x2e_80, 0x2f_d5],
  [0x30_05, 0x30_05],
  [0x30_07, 0x30_07],
  [0x30_21, 0x30_29],
  [0x30_38, 0x30_3b],
  [0xf9_00, 0xfa_d9],
  [0x1_6f_e2, 0x1_6f_e3],
  [0x1_6f_f0, 0x1_6f_f6],
  [0x2_00_00, 0x3_34_7f],
] as const

const written = (code: number) => String.raw`\u{${code.toString(16)}}`

/** The characters, for a class of a regular expression with the flag `u`. */
export const han = ranges.map(([first, last]) => `${written(first)}-${written(last)}`).join('')

export function isHan(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  for (const range of ranges) if (range[0] <= code && code <= range[1]) return true
  return false
}

export function countHan(text: string): number {
  let count = 0
  for (const letter of text) if (isHan(letter)) count += 1
  return count
}
