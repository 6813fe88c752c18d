// Answers kept, so that what many rules ask about one thing is worked out once.

/**
 * The same answers as `read`; that about the latest thing is not worked out again. For what is asked many times in a row
 * about one name, one filing, one domain. `read` must depend on nothing else.
 */
export function latest<About, Answer>(read: (about: About) => Answer): (about: About) => Answer {
  let known: { readonly about: About; readonly answer: Answer } | undefined
  return about => {
    if (known?.about === about) return known.answer
    const answer = read(about)
    known = { about, answer }
    return answer
  }
}

/** The same answers as `read`, those about the latest few texts kept: for short texts that many rules look at in turn. */
export function lately<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return text => {
    if (text.length > lettersAtMost) return read(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const answer = read(text)
    if (known.size >= keptAtMost) known.clear()
    known.set(text, answer)
    return answer
  }
}

const keptAtMost = 100
const lettersAtMost = 1000

/** The same answers as `make`, each kept as long as what it is about: for tables and lists that outlive a filing. */
export function once<About extends object, Answer>(make: (about: About) => Answer): (about: About) => Answer {
  const known = new WeakMap<About, { readonly answer: Answer }>()
  return about => {
    const before = known.get(about)
    if (before) return before.answer
    const answer = make(about)
    known.set(about, { answer })
    return answer
  }
}
