// `npm run mutation`: does a test notice when a line that judges or packs is wrong? ROOM names one of these folders of src.

/** The tests of each room that run it in their own process: those that start the built program do not see its mutants. */
const rooms = {
  conditions: ['conditions', 'judge'],
  facts: [
    'broken-off-filing',
    'check',
    'facts',
    'facts-at-borders',
    'filing-type',
    'fleet',
    'footer',
    'holder',
    'paper-and-filing',
    'people',
    'questions',
    'service-words',
    'shared-words',
    'spared-questions',
    'timeline',
    'traits',
  ],
  rules: [
    'check',
    'compiled-rule',
    'filing-type',
    'finding-key',
    'fleet',
    'form-text',
    'judge',
    'judged-scans',
    'looking-ahead',
    'questions',
    'rule-changes',
    'rule-examples',
    'rules',
    'rules-together',
    'select',
    'shared-things',
    'sheet-mistakes',
    'sheets',
    'source',
    'timeline',
    'whose-paper',
  ],
  bundle: [
    'about',
    'actor',
    'archive',
    'bag',
    'bag-conformance',
    'bundle-names',
    'bundle-pages',
    'calendar-file',
    'days-told',
    'deadlines',
    'entry-name',
    'footer-command',
    'manifest-lines',
    'open-files',
    'pack',
    'pack-archive',
    'pages-word-for-word',
    'read-archive',
    'seal',
    'status',
    'swap-folder',
    'tag-text',
    'write-archive',
    'write-folder',
  ],
}
const mutated = process.env.ROOM ? [process.env.ROOM] : Object.keys(rooms)

/** What is thrown as a plain Error is our own mistake: its sentence is read by us, in a bug report, and promised to nobody. */
const ownMistakes = {
  shouldIgnore: ({ node, parent }) =>
    parent?.type === 'NewExpression' && parent.callee.name === 'Error' && parent.arguments.includes(node)
      ? 'the sentence of our own mistake'
      : undefined,
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'own-mistakes', value: ownMistakes }]

export default {
  plugins: ['@stryker-mutator/vitest-runner', import.meta.filename, `${import.meta.dirname}/mutation-runner.js`],
  // `npm run mutation` takes `fresh`; Vitest's own comes to the same result in hours instead of minutes.
  testRunner: process.env.RUNNER ?? 'vitest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  vitest: { configFile: '.config/vitest.mutation.js', related: false },
  mutate: [
    ...mutated.map(name => `src/${name}/**/*.ts`),
    // A style sheet and a script for the browser, each one text: seen by the tests that open the pages in a browser.
    '!src/bundle/page-{style,script}.ts',
  ],
  testFiles: mutated.flatMap(name => rooms[name]).map(name => `test/${name}.test.ts`),
  coverageAnalysis: 'perTest',
  // Tables, schemas and regular expressions made while a file is loaded: each would take a run of all tests.
  ignoreStatic: true,
  ignorers: ['own-mistakes'],
  // Vitest takes the types away; nothing is compiled.
  disableTypeChecks: false,
  tsconfigFile: 'none',
  concurrency: 2,
  timeoutMS: 5000,
  incremental: true,
  incrementalFile: `coverage/mutation/${mutated.join('-')}.json`,
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['coverage'],
  reporters: ['progress-append-only', 'clear-text'],
  clearTextReporter: { logTests: false, reportTests: false },
  thresholds: { break: 85 },
}
