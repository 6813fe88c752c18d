// Rules of one's own that cannot be used: every mistake with its place.
import { visible } from '../model/visible.ts'
import { join } from 'node:path'
import type { OwnProblem } from '../disk/own-rules.ts'
import type { Words } from '../locales/index.ts'

export class RulesBroken extends Error {
  readonly lines: readonly string[]

  constructor(folder: string, problems: readonly OwnProblem[], words: Words) {
    super('rules broken')
    this.lines = problems.map(({ file, problem }) => {
      const { line, column } = file.placeOf(problem.path)
      return visible(`${join(folder, file.file)}:${line}:${column} ${words.sheetProblems[problem.code](problem)}`)
    })
  }
}
