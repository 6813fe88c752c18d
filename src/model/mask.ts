// Identity numbers, phones and addresses as others may see them: CI logs are public to more people than a filing is.

/** Also in the groups people write them in: 440305 19900101 123X, 138-0013-8000. */
const idNumbers = /(?<!\d)[1-9]\d{5}[\s-]?(?:19|20)\d{6}[\s-]?\d{3}[\dXx](?!\d)/g
const mobiles = /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g

/** First and last characters stay, enough to recognise one's own. */
export function maskWhole(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= 4) return '*'.repeat(letters.length)
  const head = Math.min(3, Math.floor(letters.length / 4))
  const tail = Math.min(2, Math.floor(letters.length / 4))
  return letters.map((letter, index) => (index < head || index >= letters.length - tail ? letter : '*')).join('')
}

/** Numbers of people inside a longer text. */
export function maskNumbers(text: string): string {
  return text.replace(idNumbers, maskWhole).replace(mobiles, maskWhole)
}
