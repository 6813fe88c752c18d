// XML read piece by piece, by a package of its own that is installed only where somebody reads workbooks.
import { isNotInstalled } from '../model/not-installed.ts'

export type XmlEvents = {
  /** names without the prefix of their namespace */
  readonly open?: (name: string, attributes: ReadonlyMap<string, string>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }
type Parser = { readonly write: (text: string) => void; readonly close: () => void }

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/** Undefined where the package is not there. Reading throws for what is no XML, and for a document type: it could define anything. */
export async function xmlReader(): Promise<((events: XmlEvents) => XmlFeed) | undefined> {
  try {
    // @ts-expect-error The package brings no types.
    const { default: sax }: { default: { parser: (strict: boolean) => Parser } } = await import('sax')
    return events => feed(sax.parser(true), events)
  } catch (error) {
    if (isNotInstalled(error)) return undefined
    throw error
  }
}

export type XmlFeed = { readonly write: (text: string) => void; readonly end: () => void }

function feed(parser: Parser, { open, close, text }: XmlEvents): XmlFeed {
  const stop = (reason: string) => {
    throw new Error(reason)
  }
  Object.assign(parser, {
    onerror: (error: Error) => stop(error.message),
    ondoctype: () => stop('a document type'),
    ...(close ? { onclosetag: (name: string) => close(local(name)) } : {}),
    ...(text ? { ontext: text, oncdata: text } : {}),
    ...(open
      ? {
          onopentag: ({ name, attributes }: Tag) =>
            open(local(name), new Map(Object.entries(attributes).map(([key, value]) => [local(key), value]))),
        }
      : {}),
  })
  return { write: part => parser.write(part), end: () => parser.close() }
}
