// SARIF 2.1.0: what code scanning reads. Rules once, with their help and sources; results with places and fingerprints.
import { jsonEnd, jsonFrame, jsonText } from './json-text.ts'
import type { Location, Log, Notification, ReportingDescriptor, Result, Run } from 'sarif'
import type { Words } from '../locales/index.ts'
import type { Severity } from '../rules/source.ts'
import { alertsOfOne, type Alert, type AlertRule } from './alert.ts'
import { whole, type PieceReporter, type Total } from './pieces.ts'
import { pathIn, type GoneFinding, type ReportOptions } from './reported.ts'
import { ruleHelp } from './rule-help.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

const ofResults = '"results": []'
/** No text holds it: its quotes would be escaped. */
const anyRule = /("ruleId": "([^"\\]*)",\n *"ruleIndex": )0/g

export const sarifPieces: PieceReporter = {
  tell: (one, words, options) => {
    const alerts = alertsOfOne(one, words, options)
    return {
      texts: alerts.map(alert => jsonText(resultOf(alert, words, options), 2).replaceAll('\n', '\n        ')),
      rules: alerts.map(({ rule }) => rule),
    }
  },
  placed: (text, indexOf) => text.replace(anyRule, (_, before: string, id: string) => `${before}${indexOf(id)}`),
  frame: (words, options) => ({
    ...jsonFrame(logOf({}), ofResults, 8),
    after: total => jsonEnd(logOf(knownLast(total, words, options)), ofResults, total.pieces === 0 ? '' : '\n      '),
  }),
}

export const sarif = whole(sarifPieces)

const $schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const top = 'The top of the repository, or the folder of the run.'

/** What every report has alike and its results; what is known last stands behind them. */
function logOf(rest: Partial<Run>): Omit<Log, 'runs'> & { readonly runs: readonly Partial<Run>[] } {
  const run: Partial<Run> = {
    columnKind: 'unicodeCodePoints',
    originalUriBaseIds: { SRCROOT: { description: { text: top } } },
    results: [],
    ...rest,
  }
  return { $schema, version: '2.1.0', runs: [run] }
}

function knownLast({ rules, unusable, files }: Total, words: Words, options: ReportOptions): Partial<Run> {
  return {
    tool: {
      driver: {
        name: 'icp-prep',
        ...(options.version === undefined ? {} : { version: options.version, semanticVersion: options.version }),
        language: words.language === 'zh' ? 'zh-CN' : 'en',
        rules: rules.map(rule => descriptor(rule, words)),
      },
    },
    invocations: [
      {
        executionSuccessful: unusable.length === 0,
        toolExecutionNotifications: [
          ...unusable.map(({ message, file }) => notification('error', message, pathIn(options, file))),
          ...(options.gone ?? []).map(gone => goneNotification(gone, words)),
        ],
      },
    ],
    artifacts: [...new Set([...files, ...unusable.map(({ file }) => file)].map(file => pathIn(options, file)))].map(
      path => ({ location: uriOf(path), roles: ['analysisTarget'] }),
    ),
  }
}

function descriptor(rule: AlertRule, words: Words): ReportingDescriptor {
  const [first] = rule.sources.filter(({ url }) => url !== undefined)
  return {
    id: rule.id,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.title },
    help: ruleHelp(rule, words),
    ...(first?.url === undefined ? {} : { helpUri: encodeURI(decoded(first.url)) }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { tags: ['icp', ...rule.id.split('/').slice(0, 1), ...(rule.step === undefined ? [] : [rule.step])] },
  }
}

/** So that an address that is encoded already is not encoded twice. */
function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

/** Where its rule stands in the list is known last. */
function resultOf(alert: Alert, words: Words, options: ReportOptions): Result {
  const { rule, severity, title, lines, fingerprint, from, known } = alert
  const fix = rule.fix === undefined ? [] : [words.report.fix(rule.fix)]
  return {
    ruleId: rule.id,
    ruleIndex: 0,
    level: levels[severity],
    message: { text: [title, ...lines, ...fix].join('\n') },
    locations: [locationOf(alert)],
    partialFingerprints: { 'icpPrep/v1': fingerprint },
    ...(options.gone === undefined ? {} : { baselineState: known === true ? 'unchanged' : 'new' }),
    ...(known === true ? { suppressions: [{ kind: 'external', status: 'accepted' }] } : {}),
    ...(from === undefined ? {} : { properties: { from } }),
  }
}

const locationOf = ({ path, place, field }: Alert): Location => ({
  physicalLocation: {
    artifactLocation: uriOf(path),
    region: { startLine: place.line, startColumn: place.column },
  },
  ...(field === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: field, kind: 'property' }] }),
})

/** Relative to the top of the repository; a file elsewhere by its own address. */
function uriOf(path: string): { uri: string; uriBaseId?: string } {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  if (/^([A-Za-z]:)?\//.test(path))
    return { uri: `file://${path.startsWith('/') ? '' : '/'}${encoded.replace('%3A', ':')}` }
  return { uri: encoded, uriBaseId: 'SRCROOT' }
}

const notification = (level: Notification['level'], text: string, path?: string): Notification => ({
  ...(level === undefined ? {} : { level }),
  message: { text },
  ...(path === undefined ? {} : { locations: [{ physicalLocation: { artifactLocation: uriOf(path) } }] }),
})

const goneNotification = ({ rule, file }: GoneFinding, words: Words): Notification =>
  notification('note', words.ci.gone(rule, file))
