// The texts of a workbook: plain, or in runs of several looks; how they are pronounced is left out.
import type { XmlEvents } from './xml-reader.ts'

/** Characters that XML cannot hold are written _x000D_, and an underline before such a thing _x005F_. */
export const unescaped = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** Tells the text of each element of that name. */
export function stringReader(element: string, tell: (text: string) => void): XmlEvents {
  let text = ''
  let isText = false
  let isSpoken = false
  return {
    open: name => {
      if (name === element) text = ''
      if (name === 't') isText = true
      if (name === 'rPh') isSpoken = true
    },
    text: part => {
      if (isText && !isSpoken) text += part
    },
    close: name => {
      if (name === 't') isText = false
      if (name === 'rPh') isSpoken = false
      if (name === element) tell(unescaped(text))
    },
  }
}
