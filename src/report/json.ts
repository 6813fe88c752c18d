// For machines: everything a reader would be told, as data, in one document.
import { filingText } from './json-filing.ts'
import { jsonEnd, jsonFrame } from './json-text.ts'
import { whole, type PieceReporter } from './pieces.ts'

const ofFilings = '"filings": []'

export const jsonPieces: PieceReporter = {
  tell: (one, words, options) => {
    if ('unusable' in one) return { texts: [] }
    return { texts: [filingText(one.reported, words, options)] }
  },
  frame: (_words, options) => ({
    ...jsonFrame({ format: 1, filings: [] }, ofFilings, 4),
    after: ({ filings, ready, unusable, pieces }) => {
      const last = {
        filings: [],
        unusable: unusable.map(({ file, message }) => ({ file, message })),
        ...(options.gone === undefined ? {} : { gone: options.gone }),
        ready: unusable.length === 0 && ready === filings,
      }
      return jsonEnd(last, ofFilings, pieces === 0 ? '' : '\n  ')
    },
  }),
}

export const json = whole(jsonPieces)
