// Which slot a file of `attach` goes to: as the call says, as the file itself says, or as whoever sits there says.
import { basename, extname } from 'node:path'
import type { OpenPicture } from '../materials/open-picture.ts'
import { ownerOf } from '../materials/owners.ts'
import { ownersOf, propose, type Evidence, type Proposal } from '../materials/propose.ts'
import { readCodes } from '../materials/qr.ts'
import { greySmaller } from '../materials/raw.ts'
import { slot, type Slot, type Slots } from '../materials/slots.ts'
import { askSlot } from './ask-slot.ts'
import type { Desk } from './attach-desk.ts'
import type { State } from './interview-state.ts'

export type Chosen =
  | { readonly is: 'slot'; readonly slot: Slot }
  | { readonly is: 'unplaced'; readonly proposals: readonly Proposal[]; readonly open: readonly Slot[] }
  | { readonly is: 'left' }

/** @throws Interrupted */
export async function chooseSlot(from: string, picture: OpenPicture | undefined, desk: Desk): Promise<Chosen> {
  const state = desk.state()
  const slots = desk.slots(state)
  const { as, of } = desk.options
  const { terminal } = desk.context
  const proposals = as === undefined ? await proposed(from, picture, slots, state) : meantBy(as, of, from, slots, state)
  const [first] = proposals
  const isSettled = first !== undefined && (as === undefined ? desk.isBatch && first.isCertain : proposals.length === 1)
  if (isSettled) return { is: 'slot', slot: first.slot }
  if (!terminal) return { is: 'unplaced', proposals, open: slots.open }
  const asked = await askSlot({ from, proposals, slots, isOf: as !== undefined }, state, desk)
  return asked ? { is: 'slot', slot: asked } : { is: 'left' }
}

/** With `--as`: whose it may be. */
function meantBy(as: string, of: string | undefined, from: string, slots: Slots, state: State): Proposal[] {
  const { filing } = state.reported
  const whose = of === undefined ? ownersOf(as, stemOf(from), slots, filing).whose : [slot(as, ownerOf(of, filing))]
  return whose.map(each => ({ slot: each, reason: 'name', isCertain: whose.length === 1 }))
}

async function proposed(from: string, picture: OpenPicture | undefined, slots: Slots, { reported }: State) {
  const evidence: Evidence = {
    name: stemOf(from),
    codes: picture ? await codesOn(picture) : [],
    ratio: picture ? Math.max(picture.width / picture.height, picture.height / picture.width) : 1,
  }
  return propose(evidence, slots, reported.filing, reported.book.common.materials)
}

const stemOf = (path: string) => basename(path, extname(path))

/** Large enough for the code of a licence that fills the picture, small enough to be looked through at once. */
const codeSide = 1600

async function codesOn(picture: OpenPicture): Promise<readonly string[]> {
  try {
    const { raw } = await picture.pixels()
    return await readCodes(greySmaller(raw, codeSide))
  } catch {
    // A broken picture is told when it is fitted.
    return []
  }
}
