// What the QR code on a business licence says: the unified social credit code, often the name with it.
import { creditCodeProblem } from '../model/credit-code.ts'

export type LicenceCode = { readonly number?: string; readonly name?: string }

/** Licences of some years spell their data out, others link to the public register with them. */
const names = /(?:企业名称|单位名称|名称|名\s*称|entname|companyname)\s*[:：=]\s*([^;；,，&\r\n"<>]{2,120})/iu

/** The first code with a valid check character, and the name that stands with it; nothing where there is none. */
export function readLicenceCode(texts: readonly string[]): LicenceCode {
  for (const text of texts.map(unescaped)) {
    const number = creditCodesIn(text)[0]
    if (number === undefined) continue
    const name = names.exec(text)?.[1]?.trim()
    return { number, ...(name ? { name } : {}) }
  }
  return {}
}

/** Every valid unified social credit code in a text. */
export function creditCodesIn(text: string): string[] {
  const candidates = text.toUpperCase().match(/(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])/g) ?? []
  return candidates.filter(code => creditCodeProblem(code) === undefined)
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
