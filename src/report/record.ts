// One judged filing as a lean record for machines: what was found and where, without the words of rules and sources.
import type { Words } from '../locales/index.ts'
import type { Finding } from '../rules/finding.ts'
import { countsOf, type Counts } from './counts.ts'
import { maskNumbers } from '../model/mask.ts'
import type { Reported } from './reported.ts'
import { tellBroken, type ToldLine } from './told-line.ts'

export type FindingRecord = {
  readonly rule: string
  readonly severity: Finding['severity']
  readonly kind: Finding['verdict']['is']
  readonly step: Finding['step']
  /** as `materials[].of` names it: `services.0`, `principal`, a domain */
  readonly about?: string
  /** path of icp.yaml, keys joined by dots */
  readonly field?: string
  /** of a failure: what was written, what was expected; personal data masked */
  readonly broken?: readonly ToldLine[]
  /** of a need: any one of these */
  readonly materials?: readonly string[]
  /** of a scan: what is wrong with it */
  readonly problem?: string
  /** the first day it stands, where that is still to come */
  readonly from?: string
  /** accepted before */
  readonly known?: true
}

export type FilingRecord = {
  readonly ready: boolean
  readonly type: string
  readonly day: string
  readonly province: string | null
  readonly provider: string | null
  readonly counts: Counts
  readonly findings: readonly FindingRecord[]
  readonly guessed?: readonly string[]
}

export function recordOf(reported: Reported, words: Words): FilingRecord {
  const { judgement, filing, day, ready } = reported
  return {
    ready,
    type: judgement.type.type,
    day,
    province: filing.province ?? null,
    provider: filing.provider ?? null,
    counts: countsOf(reported),
    findings: judgement.findings.map(finding => recordOfFinding(finding, reported, words)),
    ...(filing.guessed?.length ? { guessed: filing.guessed.map(maskNumbers) } : {}),
  }
}

function recordOfFinding(finding: Finding, reported: Reported, words: Words): FindingRecord {
  const { rule, severity, step, about, field, verdict } = finding
  return {
    rule,
    severity,
    kind: verdict.is,
    step,
    ...(about === undefined ? {} : { about: maskNumbers(about) }),
    ...(field === undefined ? {} : { field: field.join('.') }),
    ...(verdict.is === 'fail' ? { broken: verdict.broken.map(line => tellBroken(line, reported, words, false)) } : {}),
    ...(verdict.is === 'need' ? { materials: verdict.materials } : {}),
    ...(verdict.is === 'bad-scan' ? { materials: [verdict.material], problem: verdict.problem.code } : {}),
    ...(finding.from === undefined ? {} : { from: finding.from }),
    ...(finding.known === undefined ? {} : { known: finding.known }),
  }
}
