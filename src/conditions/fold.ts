// Texts as a reviewer compares them: width, case of Latin letters and blanks do not count.

export function fold(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

export function texts(fact: string | number | boolean | readonly string[]): readonly string[] {
  return typeof fact === 'object' ? fact : [String(fact)]
}
