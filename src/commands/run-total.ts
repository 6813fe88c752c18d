// What a run over many filings adds up to, batch by batch.
import type { BaselineEntry } from '../disk/baseline-file.ts'
import type { Unusable } from '../report/reported.ts'
import type { Batch } from './judge-batch.ts'

export class RunTotal {
  /** filings and files that cannot be used */
  seen = 0
  readonly files: string[] = []
  readonly unusable: Unusable[] = []
  /** fingerprints of what was known and is still there */
  readonly found = new Set<string>()
  readonly entries: BaselineEntry[] = []
  ready = 0
  errors = 0
  warnings = 0
  known = 0
  ahead: string | undefined
  #isGuessed = false
  #hasFailed = false

  add({ counted, unusable, found, entries, hasFailed }: Batch): void {
    this.seen += counted.length
    for (const each of counted) {
      if (each.file !== undefined) this.files.push(each.file)
      this.ready += Number(each.ready)
      this.errors += each.errors
      this.warnings += each.warnings
      this.known += each.known
      this.#isGuessed ||= each.guessed
      this.ahead ??= each.ahead
    }
    this.unusable.push(...unusable)
    for (const print of found) this.found.add(print)
    this.entries.push(...entries)
    this.#hasFailed ||= hasFailed
  }

  get results() {
    const { ready, errors, warnings, unusable, files } = this
    const [guessed, hasFailed] = [this.#isGuessed, this.#hasFailed]
    return { filings: files.length, ready, errors, warnings, unusable, guessed, hasFailed }
  }
}
