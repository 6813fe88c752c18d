// The names of printed forms: by material, and where there are several of one, by whom or what each is for.
import type { Form } from './form.ts'

/** ASCII, ending in `.pdf`, all different; in the order of the forms. */
export function fileNames(forms: readonly Form[]): string[] {
  return forms.map(({ material, mark }) => {
    const isOnly = forms.filter(other => other.material.material === material.material).length === 1
    return `${material.material}${isOnly || mark === '' ? '' : `-${mark}`}.pdf`
  })
}
