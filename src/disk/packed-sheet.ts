// A compiled sheet on disk, in two parts: what judging needs, and the words that are read when somebody asks for them.
import type { Line, Rule } from '../rules/rule.ts'
import type { CompiledSheet } from '../rules/rulebook.ts'

type RuleWords = Pick<Rule, 'title' | 'text' | 'fix' | 'conflict' | 'source'>

/** A rule without its words. Lines are numbers in the sheet's list; what few rules have stands last. */
type PackedRule = readonly [
  id: Rule['id'],
  scope: Rule['scope'],
  severity: Rule['severity'],
  step: Rule['step'],
  verb: Rule['verb'],
  when: readonly number[],
  require: readonly number[],
  needs: Rule['needs'],
  more?: Partial<Pick<Rule, 'replaces' | 'since' | 'until'>>,
]

type Rest = Omit<CompiledSheet, 'rules' | 'sources'>

export type PackedSheet = {
  readonly rest: Rest
  /** every line that a rule has, once */
  readonly lines: readonly Line[]
  readonly rules: readonly PackedRule[]
}

/** `words`: JSON texts, first the sheet's sources, then the words of each rule. */
export function packSheet(sheet: CompiledSheet): { readonly packed: PackedSheet; readonly words: readonly string[] } {
  const { rules, sources, ...rest } = sheet
  const numbers = new Map<string, number>()
  const numberOf = (line: Line) => {
    const key = JSON.stringify(line)
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  }
  const packed = rules.map(rule => packRule(rule, numberOf))
  const words = rules.map(({ title, text, fix, conflict, source }) => ({ title, text, fix, conflict, source }))
  return {
    packed: { rest, lines: [...numbers.keys()].map((key): Line => JSON.parse(key)), rules: packed },
    words: [sources, ...words].map(each => JSON.stringify(each)),
  }
}

function packRule(rule: Rule, numberOf: (line: Line) => number): PackedRule {
  const { id, scope, severity, step, verb, when, require, needs, replaces, since, until } = rule
  const more = {
    ...(replaces.length > 0 ? { replaces } : {}),
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  }
  const lean = [id, scope, severity, step, verb, when.map(numberOf), require.map(numberOf), needs] as const
  return Object.keys(more).length > 0 ? [...lean, more] : lean
}

/** `wordsAt`: one of the sheet's JSON texts. */
export function unpackSheet({ rest, lines, rules }: PackedSheet, wordsAt: (index: number) => string): CompiledSheet {
  let sources: CompiledSheet['sources'] | undefined
  return {
    ...rest,
    get sources() {
      return (sources ??= JSON.parse(wordsAt(0)))
    },
    rules: rules.map((rule, index) => new UnpackedRule(rule, lines, () => JSON.parse(wordsAt(index + 1)))),
  }
}

const linesAt = (numbers: readonly number[], lines: readonly Line[]) => numbers.flatMap(number => lines[number] ?? [])

/** Most runs ask for the words of few rules. */
class UnpackedRule implements Rule {
  readonly id: Rule['id']
  readonly scope: Rule['scope']
  readonly severity: Rule['severity']
  readonly step: Rule['step']
  readonly verb: Rule['verb']
  readonly when: Rule['when']
  readonly require: Rule['require']
  readonly needs: Rule['needs']
  readonly replaces: Rule['replaces']
  readonly since: Rule['since']
  readonly until: Rule['until']
  readonly #read: () => RuleWords
  #words: RuleWords | undefined

  constructor(rule: PackedRule, lines: readonly Line[], read: () => RuleWords) {
    const [id, scope, severity, step, verb, when, require, needs, more] = rule
    this.id = id
    this.scope = scope
    this.severity = severity
    this.step = step
    this.verb = verb
    this.when = linesAt(when, lines)
    this.require = linesAt(require, lines)
    this.needs = needs
    this.replaces = more?.replaces ?? []
    this.since = more?.since
    this.until = more?.until
    this.#read = read
  }

  get #own(): RuleWords {
    return (this.#words ??= this.#read())
  }

  get title(): Rule['title'] {
    return this.#own.title
  }

  get text(): Rule['text'] {
    return this.#own.text
  }

  get fix(): Rule['fix'] {
    return this.#own.fix
  }

  get conflict(): Rule['conflict'] {
    return this.#own.conflict
  }

  get source(): Rule['source'] {
    return this.#own.source
  }

  /** As the rule was compiled: its digest is made of this text. */
  toJSON(): Rule {
    const { id, scope, severity, step, title, since, until, replaces, when, verb, require, needs } = this
    const { text, fix, conflict, source } = this
    return {
      id,
      scope,
      severity,
      step,
      title,
      since,
      until,
      replaces,
      when,
      verb,
      require,
      needs,
      text,
      fix,
      conflict,
      source,
    }
  }
}
