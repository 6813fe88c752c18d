// The library: `import { checkFiling, loadRulebook } from 'icp-prep'`. Nothing is printed, nothing read but the rules.
import { fileURLToPath } from 'node:url'
import type { Context } from './commands/context.ts'
import { judgeFiling, idLookup, scansOf, withScans } from './commands/judge-filing.ts'
import { tellProblem } from './commands/malformed.ts'
import { openBook } from './commands/open-book.ts'
import { RulesBroken } from './commands/rules-broken.ts'
import { UserError } from './commands/user-error.ts'
import { yamlSentence } from './commands/tell-input.ts'
import { CompiledBook } from './disk/compiled-book.ts'
import { parseFiling, typeFiling, type ReadFiling } from './disk/filing.ts'
import { JsonProblem, readJsonFiling } from './disk/json-filing.ts'
import { YamlProblem } from './disk/yaml-problem.ts'
import { languages } from './locales/index.ts'
import type { Words } from './locales/words.ts'
import { isDay } from './model/calendar.ts'
import { filingData } from './report/filing-data.ts'

/** The rules to judge by; made by {@link loadRulebook} and good for any number of filings. */
export interface Rulebook {
  /** sha256 of all its sheets, lists and tables: the same digest, the same judgement */
  readonly digest: string
}

export interface CheckOptions {
  /** the day to judge for, YYYY-MM-DD; no clock is read */
  readonly on: string
  /** of every sentence; English unless said otherwise */
  readonly language?: 'zh' | 'en'
  /** the shipped rules unless said otherwise */
  readonly rulebook?: Rulebook
  /** show identity numbers, phones and addresses in full; they are masked unless this is true */
  readonly showPersonal?: boolean
}

/** One line that a {@link TextReader} read. */
export interface TextLine {
  readonly text: string
  /** in pixels of the image, from its top left */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** 0 to 1; below 0.6 a line is not looked at */
  readonly confidence: number
}

/** A scan, upright. */
export interface ScanImage {
  readonly width: number
  readonly height: number
  /** three bytes a pixel, row by row from the top left */
  readonly rgb: Uint8Array
  /** one byte a pixel */
  readonly grey: Uint8Array
}

/** Reads the text in a scan. What it reads is only compared with what was typed, never taken for an answer. */
export interface TextReader {
  readonly read: (image: ScanImage) => Promise<readonly TextLine[]>
}

export interface ScanOptions extends CheckOptions {
  /** where the files lie that the filing names */
  readonly folder: string
  readonly textReader?: TextReader
}

export type Severity = 'error' | 'warning' | 'info'

/** One thing to mend, hand in, answer or look at. */
export interface Finding {
  /** such as `national/domain-realname-slip`; never used for another rule */
  readonly rule: string
  readonly kind: 'fail' | 'need' | 'ask' | 'confirm' | 'bad-scan'
  readonly severity: Severity
  /** which of the seven steps of a filing it belongs to */
  readonly step: string
  /** what is required */
  readonly title: string
  /** which service, person or domain */
  readonly about?: string
  /** path of icp.yaml, keys joined by dots */
  readonly field?: string
  /** counted from 1; always 1:1 for a filing given as an object */
  readonly place?: { readonly line: number; readonly column: number }
  /** of a failure: what was written and what was expected */
  readonly broken?: readonly {
    readonly what: string
    readonly got: string
    readonly expected?: string
    readonly because?: string
  }[]
  readonly detail?: string
  /** what to do */
  readonly fix?: string
  /** what the sources disagree about */
  readonly conflict?: string
  readonly sources: readonly {
    readonly publisher: string
    readonly title: string
    readonly where?: string
    readonly url?: string
    readonly 'as-of': string
    readonly read: string
  }[]
}

export interface JudgedFiling {
  readonly is: 'judged'
  /** nothing wrong, missing or open that would have it refused, as far as the rules know: no promise of approval */
  readonly ready: boolean
  readonly day: string
  readonly province: string | null
  readonly provider: string | null
  readonly type: { readonly is: string; readonly name: string; readonly because: string; readonly conflict: string }
  readonly sheets: readonly { readonly sheet: string; readonly digest: string }[]
  readonly counts: Readonly<Record<'errors' | 'warnings' | 'missing' | 'open' | 'confirms', number>>
  readonly findings: readonly Finding[]
  /** what the filer should know; never a finding */
  readonly notes: readonly {
    readonly rule: string
    readonly step: string
    readonly text: string
    readonly about?: string
  }[]
}

/** A filing whose form is wrong: nothing was judged. */
export interface UnreadableFiling {
  readonly is: 'unreadable'
  readonly problems: readonly {
    readonly message: string
    readonly field?: string
    readonly line?: number
    readonly column?: number
  }[]
}

export type CheckResult = JudgedFiling | UnreadableFiling

const bookFolder = fileURLToPath(new URL('./book', import.meta.url))
const books = new WeakMap<Rulebook, CompiledBook>()
let shipped: Rulebook | undefined

function rulebookOf(book: CompiledBook): Rulebook {
  const rulebook = Object.freeze({ digest: book.digest })
  books.set(rulebook, book)
  return rulebook
}

/**
 * @param folder rules of your own, over the shipped ones; written as `rules/README.md` says
 * Rejected with an Error of one line per mistake where the folder is missing or its rules are wrong
 */
export async function loadRulebook(folder?: string): Promise<Rulebook> {
  try {
    return rulebookOf(await openBook(bookFolder, folder, languages.en))
  } catch (error) {
    if (error instanceof RulesBroken) throw new Error(error.lines.join('\n'), { cause: error })
    if (error instanceof UserError) throw new Error(languages.en.input.problem(error.problem), { cause: error })
    throw error
  }
}

/**
 * Judges one filing by the rules in force on a day. The scans it names are not looked at.
 * @param filing the text of an icp.yaml, or the same as an object; an identity number belongs into a text, never a number
 * @throws TypeError where `on` is no day, or the rule book is not from `loadRulebook`
 */
export function checkFiling(filing: string | object, options: CheckOptions): CheckResult {
  const read = prepared(filing, options)
  return read.is === 'unreadable' ? read : judged(judgeFiling(read.filing, read.context), read)
}

/**
 * As {@link checkFiling}, with a look at every scan that the filing names. Nothing is written.
 * Rejected with a TypeError where `on` is no day, or the rule book is not from `loadRulebook`
 */
export async function checkFilingWithScans(filing: string | object, options: ScanOptions): Promise<CheckResult> {
  const read = prepared(filing, options)
  if (read.is === 'unreadable') return read
  const { folder, textReader: reader } = options
  const found = judgeFiling(read.filing, read.context)
  return judged(withScans(found, await scansOf(found, folder, reader ? { reader } : {})), read)
}

type Prepared = Extract<ReadFiling, { is: 'filing' }> & { readonly context: Context; readonly personal: boolean }

function prepared(filing: string | object, options: CheckOptions): Prepared | UnreadableFiling {
  const {
    on,
    language = 'en',
    rulebook = (shipped ??= rulebookOf(new CompiledBook(bookFolder))),
    showPersonal = false,
  } = options
  if (!isDay(on)) throw new TypeError(`on: ${on} is no day; write it as 2026-12-01`)
  const book = books.get(rulebook)
  if (!book) throw new TypeError('rulebook: take what loadRulebook() gives')
  const context = { words: languages[language], today: on, on, book, version: '' }
  try {
    const read = readFiling(filing, idLookup(context))
    return read.is === 'malformed' ? unreadable(read, context.words) : { ...read, context, personal: showPersonal }
  } catch (error) {
    return refused(error, context.words)
  }
}

function judged(found: ReturnType<typeof judgeFiling>, { placeOf, context, personal }: Prepared): JudgedFiling {
  const reported = { ...found, file: 'icp.yaml', placeOf }
  const { file: _, guessed: __, ...told } = filingData(reported, context.words, { personal })
  return { is: 'judged', ...told }
}

function readFiling(filing: string | object, idOf: Parameters<typeof parseFiling>[1]): ReadFiling {
  if (typeof filing === 'string') return parseFiling(filing, idOf)
  return typeFiling(readJsonFiling(JSON.stringify(filing, withAllDigits)), idOf)
}

/** Beyond 15 digits a number is another one already. */
function withAllDigits(_key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new JsonProblem('digits')
  return value
}

function unreadable({ problems }: Extract<ReadFiling, { is: 'malformed' }>, words: Words): UnreadableFiling {
  return {
    is: 'unreadable',
    problems: problems.map(problem => ({
      message: tellProblem(problem, words),
      field: problem.path.join('.'),
      ...problem.place,
    })),
  }
}

function refused(error: unknown, words: Words): UnreadableFiling {
  if (error instanceof JsonProblem) {
    return { is: 'unreadable', problems: [{ message: words.lines.problem[error.code](error.detail ?? '') }] }
  }
  if (!(error instanceof YamlProblem)) throw error
  const { line, column } = error
  return { is: 'unreadable', problems: [{ message: yamlSentence(error, words), line, column }] }
}
