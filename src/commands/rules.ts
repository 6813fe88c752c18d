// `icp-prep rules …`: the rule keeper's commands, over the rules folder as it is written.
import { maskNumbers } from '../model/mask.ts'
import { visible } from '../model/visible.ts'
import { lintSheet } from '../rules/lint.ts'
import { unusedLists } from '../rules/lint-lists.ts'
import { listIn } from '../rules/rulebook.ts'
import { runExamples } from '../rules/examples.ts'
import { over, ownProblems, templateProblems } from '../disk/own-rules.ts'
import { readRulesFolder, type RulesFolder, type WrittenSheet } from '../disk/rules-folder.ts'
import type { SheetFile } from '../disk/sheet-file.ts'
import type { SheetProblem } from '../rules/problem.ts'
import type { Words } from '../locales/index.ts'
import { exit, type Outcome } from './outcome.ts'

type Lists = ReturnType<typeof listIn>
type Located = { readonly file: SheetFile; readonly problem: SheetProblem }

function tellProblem({ file, problem }: Located, root: string, words: Words): string {
  const { line, column } = file.placeOf(problem.path)
  const told = `${root}/${file.file}:${line}:${column} ${words.sheetProblems[problem.code](problem)}`
  // A sheet is checked where others read along, and may quote a filing.
  return visible(maskNumbers(told))
}

/** The shipped folder by its own name, another as the caller named it. */
const named = (root: string, shippedRoot: string) => (root === shippedRoot ? 'rules' : root.replace(/(?<!\/)\/+$/, ''))

/** A folder of one's own holds some sheets; the others, and the tables, are those of the shipped folder. */
const isOwn = ({ sheets }: RulesFolder) => !sheets.some(({ folder }) => folder === 'national')

function problemsOver(folder: RulesFolder, shipped: RulesFolder): readonly Located[] {
  const ruleIds = (name: string) => {
    const found = shipped.sheets.find(({ sheet }) => sheet?.sheet === name)
    return found?.sheet?.rules.map(({ id }) => `${name}/${id}`) ?? []
  }
  return ownProblems(folder, over(shipped.common, folder), ruleIds)
}

/** Every mistake of the folder that its schemas and examples can show. */
export function lintRules(root: string, words: Words, shippedRoot = root): Outcome {
  const folder = readRulesFolder(root)
  const problems = isOwn(folder) ? problemsOver(folder, readRulesFolder(shippedRoot)) : problemsIn(folder)
  const count = folder.sheets.reduce((sum, { sheet }) => sum + (sheet?.rules.length ?? 0), 0)
  const lines = problems.map(each => tellProblem(each, named(root, shippedRoot), words))
  return {
    text: [...lines, words.rules.linted(folder.sheets.length, count, problems.length)].join('\n'),
    code: problems.length === 0 ? exit.ready : exit.findings,
  }
}

/** What cannot be read is told alone: what it says decides what is wrong elsewhere. */
export function problemsIn({ sheets, common, listFiles, templates, problems }: RulesFolder): Located[] {
  const own = sheets.flatMap(file => file.problems.map(problem => ({ file, problem })))
  const readable = sheets.flatMap(({ sheet }) => sheet ?? [])
  if (problems.length > 0 || readable.length < sheets.length) return [...problems, ...own]
  const deeper = sheets.flatMap(file =>
    file.sheet ? lintSheet(file.sheet, readable, common).map(problem => ({ file, problem })) : [],
  )
  const unused = unusedLists(readable, common).flatMap((name): Located[] => {
    const file = listFiles.get(name)
    return file ? [{ file, problem: { code: 'unused-list', path: ['list'], got: name } }] : []
  })
  return [...own, ...deeper, ...unused, ...templateProblems(templates, common)]
}

type Tested = { readonly passed: number; readonly problems: readonly SheetProblem[] }

/** A sheet that cannot be read has its mistakes of form instead of examples. */
function testSheet({ sheet, problems }: WrittenSheet, list: Lists): Tested {
  if (!sheet) return { passed: 0, problems }
  const results = sheet.rules.flatMap((entry, at) =>
    runExamples(sheet, entry, list).map(({ index, got, expected }) => ({
      code: 'example-fails' as const,
      path: ['rules', at, 'examples', index, expected],
      got,
      want: expected,
    })),
  )
  const failed = results.filter(({ got, want }) => got !== want)
  return { passed: results.length - failed.length, problems: failed }
}

/** Runs the examples of one sheet, or of all. */
export function testRules(root: string, only: string | undefined, words: Words, shippedRoot = root): Outcome {
  const folder = readRulesFolder(root)
  const list = listIn(isOwn(folder) ? over(readRulesFolder(shippedRoot).common, folder) : folder.common)
  const chosen = folder.sheets.filter(({ sheet }) => only === undefined || sheet?.sheet === only)
  const tested = chosen.map(file => ({ file, ...testSheet(file, list) }))
  const lines = tested.flatMap(({ file, problems }) =>
    problems.map(problem => tellProblem({ file, problem }, named(root, shippedRoot), words)),
  )
  const passed = tested.reduce((sum, each) => sum + each.passed, 0)
  const code = lines.length === 0 && chosen.length > 0 ? exit.ready : exit.findings
  return { text: [...lines, words.rules.tested(passed, lines.length)].join('\n'), code }
}
