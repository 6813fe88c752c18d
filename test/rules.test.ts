// Every example of every shipped sheet says what the rule says, and the rules folder has no mistake.
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { problemsIn } from '../src/commands/rules.ts'
import { readRulesFolder, type WrittenSheet } from '../src/disk/rules-folder.ts'
import { runExamples } from '../src/rules/examples.ts'
import { listIn } from '../src/rules/rulebook.ts'
import type { Path } from '../src/model/filing.ts'

const folder = readRulesFolder(fileURLToPath(new URL('../rules', import.meta.url)))

function placeOf({ file, placeOf: find }: Pick<WrittenSheet, 'file' | 'placeOf'>, path: Path): string {
  const { line, column } = find(path)
  return `rules/${file}:${line}:${column}`
}

/** One line per example that says something else than its rule. */
function wrongExamples(written: WrittenSheet): string[] {
  const { sheet } = written
  if (!sheet) return [`${placeOf(written, [])} cannot be read`]
  return sheet.rules.flatMap((entry, index) =>
    runExamples(sheet, entry, listIn(folder.common))
      .filter(({ got, expected }) => got !== expected)
      .map(({ index: example, expected, got }) => {
        const place = placeOf(written, ['rules', index, 'examples', example, expected])
        return `${place} ${entry.id}: the example says ${expected}, the rule ${got}`
      }),
  )
}

describe('the examples in the sheets', () => {
  it.each(folder.sheets)('of $file hold', sheet => {
    expect(wrongExamples(sheet)).toEqual([])
  })

  it('are there for the whole country', () => {
    expect(folder.sheets.map(({ file }) => file)).toContain('national.yaml')
  })
})

describe('the rules folder', () => {
  it('has no mistake', () => {
    const told = problemsIn(folder).map(({ file, problem: { code, got, path } }) =>
      [placeOf(file, path), code, got].join(' '),
    )
    expect(told).toEqual([])
  })
})
