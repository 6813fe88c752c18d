/* Where in an archive the bag lies: at its top, or in the one folder there. */
import { BundleRefused } from './bundle-refused.ts'

const declaration = 'bagit.txt'

/** The bag's folder, '' for the top itself. Throws BundleRefused for none, several, or anything beside it. */
export function bagIn(paths: readonly string[]): string {
  if (paths.includes(declaration)) return ''
  const tops = paths.flatMap(path => {
    const [top, name, ...rest] = path.split('/')
    return top !== undefined && name === declaration && rest.length === 0 ? [top] : []
  })
  const [top, other] = tops
  if (top === undefined) throw new BundleRefused({ code: 'no-bag' })
  if (other !== undefined) throw new BundleRefused({ code: 'several-bags', path: top, detail: other })
  const stray = paths.find(path => !path.startsWith(`${top}/`))
  if (stray !== undefined) throw new BundleRefused({ code: 'beside-bag', path: stray })
  return top
}
