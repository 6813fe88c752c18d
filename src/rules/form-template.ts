// A form's text as written beside its material: what is printed, which answers stand in it, who signs and seals where.

/** What one form is printed for: the whole filing, or each service, domain or person it is asked of. */
export const templateScopes = ['filing', 'service', 'domain', 'person'] as const
export type TemplateScope = (typeof templateScopes)[number]

/** What a part of a form can be repeated for. */
export const repeatedScopes = ['service', 'domain', 'access', 'platform', 'approval', 'person'] as const
export type RepeatedScope = (typeof repeatedScopes)[number]

/** `text` as it stands · `field` the answer of that name · `blank` room for so many characters by hand. */
export type Piece = { readonly text: string } | { readonly field: string } | { readonly blank: number }

type Words = { readonly pieces: readonly Piece[] }
type Label = { readonly label: string }

/** `en` is the meaning printed beside a heading for a reader of English. */
type Heading = Words & { readonly is: 'title' | 'heading'; readonly en?: string }

/** A row without `label` is called like the only field in it. */
type Row = Words & { readonly is: 'row'; readonly label?: string }

/** Side by side. `isHead`: the names of the columns below it. */
type Columns = { readonly is: 'columns'; readonly cells: readonly (readonly Piece[])[]; readonly isHead: boolean }

/** `to`: whom it is addressed to · `copy`: a sentence that somebody copies by hand onto the lines below it. */
type Text = Words & { readonly is: 'paragraph' | 'to' | 'note' | 'copy' }

/** Where somebody signs, seals, puts a fingerprint or writes the day. */
type Place = Label & { readonly is: 'sign' | 'seal' | 'fingerprint' | 'date' }

/** Empty lines to write on. */
type Space = { readonly is: 'space'; readonly lines: number }

type Each = { readonly is: 'each'; readonly scope: RepeatedScope; readonly blocks: readonly TemplateBlock[] }

/** Holds where the fact has one of the values; with `not`, where it is none of them or not known. */
export type When = {
  readonly is: 'when'
  readonly fact: string
  readonly not: boolean
  readonly values: readonly string[]
  readonly inside: readonly TemplateBlock[]
  readonly otherwise: readonly TemplateBlock[]
}

/** `line` in its file, from 1. */
export type TemplateBlock = { readonly line: number } & (Heading | Row | Columns | Text | Place | Space | Each | When)

export type FormTemplate = { readonly for: TemplateScope; readonly blocks: readonly TemplateBlock[] }

/** Templates by their materials. */
export type FormTemplates = Readonly<Record<string, FormTemplate>>

/** Names that are no facts but may stand in a form: the administration the filing goes to, its region from province to county. */
export const extraFields: readonly string[] = ['administration', 'region']

/** The texts of one block, without those of the blocks inside it. */
export function textsOf(block: TemplateBlock): readonly (readonly Piece[])[] {
  if ('pieces' in block) return [block.pieces]
  return block.is === 'columns' ? block.cells : []
}

/** The blocks inside a block. */
export function innerBlocks(block: TemplateBlock): readonly TemplateBlock[] {
  if (block.is === 'each') return block.blocks
  return block.is === 'when' ? [...block.inside, ...block.otherwise] : []
}
