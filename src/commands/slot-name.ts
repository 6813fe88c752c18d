// A slot as the reader calls it: the paper, and whose.
import type { Words } from '../locales/index.ts'
import type { Slot } from '../materials/slots.ts'
import { showAbout } from '../report/subject.ts'
import type { State } from './interview-state.ts'

export function slotName({ material, of }: Slot, { reported }: State, words: Words): string {
  const title = reported.book.common.materials[material]?.title[words.language] ?? material
  return of === undefined ? title : `${title}${words.report.of(showAbout(of, reported, words))}`
}
