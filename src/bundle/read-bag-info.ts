/* bag-info.txt: fields in their order, and whether the payload weighs what it says. */
import type { BagFiles } from './bag-files.ts'
import type { BagVersion } from './bag-name.ts'
import { bagProblem, type BagProblem } from '../model/bag-problem.ts'
import { mostBadLines } from './read-manifest.ts'
import { linesOf, type Line } from './tag-text.ts'

/** `line` is where the label stands. */
export type BagInfoField = { label: string; value: string; line: number }

/** `malformed` are the lines that are neither a field nor its continuation. */
export type ReadBagInfo = { fields: BagInfoField[]; malformed: number[] }

const forms = {
  '1.0': /^(?<label>[^:\s](?:[^:]*[^:\s])?):[ \t](?<value>.*)$/s,
  '0.97': /^(?<label>[^:\s](?:[^:]*[^:\s])?)[ \t]*:(?<value>.*)$/s,
}

const readField = (line: Line, version: BagVersion): BagInfoField | undefined => {
  const { label, value } = forms[version].exec(line.text)?.groups ?? {}
  if (label === undefined || value === undefined) return undefined
  return { label, value: version === '1.0' ? value : value.trim(), line: line.number }
}

/** Repeated labels stay apart; a continued value keeps its line breaks, as `\n`, and loses the indentation. */
export const readBagInfo = (text: string, version: BagVersion = '1.0'): ReadBagInfo => {
  const read: ReadBagInfo = { fields: [], malformed: [] }
  for (const line of linesOf(text)) {
    const field = readField(line, version)
    const last = read.fields.at(-1)
    if (last !== undefined && /^[ \t]+\S/.test(line.text)) last.value += `\n${line.text.trimStart()}`
    else if (field !== undefined) read.fields.push(field)
    else if (read.malformed.push(line.number) >= mostBadLines) break
  }
  return read
}

/** All values of a label, whatever its case, in order. */
export const bagInfoFields = (info: ReadBagInfo, wanted: string): BagInfoField[] =>
  info.fields.filter(field => field.label.toLowerCase() === wanted.toLowerCase())

const path = 'bag-info.txt'

const checkOxum = (info: ReadBagInfo, payload: ReadonlyMap<string, number>): BagProblem[] => {
  const [first, second] = bagInfoFields(info, 'Payload-Oxum')
  if (first === undefined) return []
  if (second !== undefined) return [bagProblem('oxum-repeated', { path, line: second.line })]
  const [, bytes, count] = /^(\d+)\.(\d+)$/.exec(first.value.trim()) ?? []
  if (bytes === undefined || count === undefined) return [bagProblem('oxum-malformed', { path, line: first.line })]
  const total = [...payload.values()].reduce((sum, size) => sum + size, 0)
  if (Number(bytes) === total && Number(count) === payload.size) return []
  return [bagProblem('oxum-mismatch', { path, line: first.line, detail: `${total}.${payload.size}` })]
}

/** Form and Payload-Oxum of bag-info.txt; the sums need no file to be opened. */
export const checkBagInfo = (text: string, version: BagVersion, files: BagFiles): BagProblem[] => {
  const info = readBagInfo(text, version)
  return [...checkOxum(info, files.payload), ...info.malformed.map(line => bagProblem('bag-info-line', { path, line }))]
}
