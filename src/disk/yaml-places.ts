/** Where in the source each value and each key of a YAML text starts. */
import { EVENT_ID, SCALAR_STYLE, getScalarValue } from 'js-yaml'
import type { Event, ScalarEvent } from 'js-yaml'

export type Path = readonly (string | number)[]

/** Offsets into the source; a value left empty stands at its key, an item left empty at its list. */
type Place = { at: number; key: number | undefined; parts: Map<string, Place> | undefined }

type Walk = { readonly source: string; readonly events: readonly Event[]; next: number }

/** The events of one readable document; the first call walks them once, later calls only look up. */
export function placesIn(source: string, events: readonly Event[]): (path: Path) => Place | undefined {
  let root: Place | undefined
  return path => {
    root ??= placeOf({ source, events, next: 1 }, 0, undefined)
    return path.reduce<Place | undefined>((place, part) => place?.parts?.get(String(part)), root)
  }
}

function placeOf(walk: Walk, above: number, key: number | undefined): Place {
  const event = walk.events[walk.next++]
  const at = startOf(walk.source, event) ?? key ?? above
  if (event?.type === EVENT_ID.MAPPING) return { at, key, parts: placeValues(walk, at) }
  if (event?.type === EVENT_ID.SEQUENCE) return { at, key, parts: placeItems(walk, at) }
  return { at, key, parts: undefined }
}

function placeValues(walk: Walk, above: number): Map<string, Place> {
  const parts = new Map<string, Place>()
  for (let event = walk.events[walk.next++]; event?.type === EVENT_ID.SCALAR; event = walk.events[walk.next++]) {
    parts.set(getScalarValue(walk.source, event), placeOf(walk, above, startOf(walk.source, event)))
  }
  return parts
}

function placeItems(walk: Walk, above: number): Map<string, Place> {
  const parts = new Map<string, Place>()
  while (walk.events[walk.next]?.type !== EVENT_ID.POP) {
    parts.set(String(parts.size), placeOf(walk, above, undefined))
  }
  walk.next++
  return parts
}

/** Undefined for a value left empty and for what closes something. */
export function startOf(source: string, event: Event | undefined): number | undefined {
  switch (event?.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart < 0 ? undefined : scalarStart(source, event)
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    default:
      return undefined
  }
}

function scalarStart(source: string, { style, valueStart }: ScalarEvent): number {
  if (style === SCALAR_STYLE.PLAIN) return valueStart
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1
  return blockHeader(source, valueStart)
}

/** The events of a block text begin with its first line; its `|` or `>` ends the line before. */
function blockHeader(source: string, valueStart: number): number {
  let end = valueStart
  if (source[end - 1] === '\n') end--
  if (source[end - 1] === '\r') end--
  const lines = source.slice(source.lastIndexOf('\n', end - 1) + 1, end)
  const header = /[|>][-+1-9]*(?:[ \t]+#.*|[ \t]*)$/.exec(lines)
  return header ? end - lines.length + header.index : valueStart
}
