// What is looked at in the picture of a paper.
export const lookNames = ['sharpness', 'exposure', 'glare', 'colour', 'screen', 'frame', 'upright', 'code'] as const
export type LookName = (typeof lookNames)[number]

/** All but the code that only licences bear. */
const usual: readonly LookName[] = lookNames.filter(name => name !== 'code')

type Looked = { readonly drawn?: boolean | undefined; readonly looks?: readonly LookName[] | undefined }

/** What is drawn or exported needs no advice on photographing. */
export function looksFor(material: Looked | undefined): readonly LookName[] {
  return material?.looks ?? (material?.drawn ? [] : usual)
}
