// What people type or paste, read as it is meant: numbers with blanks, phones with +86, domains out of a browser's address line.

/** A document's number: half-width, without blanks, in capitals; hyphens belong to it. */
export function readNumber(text: string): string | undefined {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase() || undefined
}

/** A mainland mobile number without +86; anything else as it was typed, for the rules to judge. */
export function readPhone(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim()
  const digits = plain.replace(/[\s()-]+/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return (/^1\d{10}$/.test(digits) ? digits : plain) || undefined
}

/** Separated by blanks or commas of any kind. */
export function readList(text: string): string[] | undefined {
  const items = text.split(/[,，、;；\s]+/).filter(item => item !== '')
  return items.length > 0 ? items : undefined
}

/** One record per domain; `http://`, `www.` and what follows the name are dropped. */
export function readDomains(text: string): { name: string }[] | undefined {
  const names = readList(text)
    ?.map(domainIn)
    .filter(name => name !== '')
  return names === undefined || names.length === 0 ? undefined : [...new Set(names)].map(name => ({ name }))
}

const domainIn = (typed: string) =>
  typed
    .normalize('NFKC')
    .replaceAll('。', '.')
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/^www\.(?=[^.]+\.)/i, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
    .toLowerCase()
