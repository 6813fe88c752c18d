// Which sheets say something else today than when a bundle was packed.
import { join } from 'node:path'
import { z } from 'zod'
import { readTextFile } from '../disk/read-file.ts'
import { sheetsOf, type Rulebook } from '../rules/rulebook.ts'

const packed = z.object({
  filings: z.array(z.object({ sheets: z.array(z.object({ sheet: z.string(), digest: z.string() })) })),
})

/** A bundle's own findings are small; a larger file is somebody else's. */
const limit = 16_000_000

/** Titles stay with the reporter: these are sheet ids. Empty where the bundle carries no findings of ours. */
export function changedSheets(bag: string, book: Rulebook): string[] {
  const then = sheetsThen(join(bag, 'data', 'findings.json'))
  return sheetsOf(book).flatMap(({ sheet, digest }) => {
    const before = then.get(sheet)
    return before === undefined || before === digest ? [] : [sheet]
  })
}

function sheetsThen(file: string): ReadonlyMap<string, string> {
  try {
    const found = packed.safeParse(JSON.parse(readTextFile(file, limit)))
    const sheets = found.success ? found.data.filings.flatMap(filing => filing.sheets) : []
    return new Map(sheets.map(({ sheet, digest }) => [sheet, digest]))
  } catch {
    // The bag verified; that it carries no readable findings of ours is no fault of the filing.
    return new Map()
  }
}
