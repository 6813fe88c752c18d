// One judged filing as a lean record for machines, one line: what was found and where, without the words of rules and sources.
import { maskNumbers } from '../model/mask.ts'
import type { Words } from '../locales/index.ts'
import type { Finding } from '../rules/finding.ts'
import { countsOf } from './counts.ts'
import { jsonText, readyText } from './json-text.ts'
import type { Reported } from './reported.ts'
import { tellBroken } from './told-line.ts'

type Members = Readonly<Record<string, unknown>>

/** `before`: members in front of its own; `moreOf`: those behind a finding's own, as text from its comma on. */
export function recordLine(
  before: Members,
  reported: Omit<Reported, 'file' | 'placeOf'>,
  words: Words,
  moreOf: (finding: Finding) => string = () => '',
): string {
  const { judgement, filing, day, ready, ahead } = reported
  const head = jsonText({
    ...before,
    ready,
    type: judgement.type.type,
    day,
    province: maskNumbers(filing.province ?? '') || null,
    provider: maskNumbers(filing.provider ?? '') || null,
    counts: countsOf(reported),
    ...(filing.guessed?.length ? { guessed: filing.guessed.map(maskNumbers) } : {}),
    ...(ahead === undefined ? {} : { ahead }),
  })
  const findings = judgement.findings.map(finding => `${ownOf(finding, reported, words)}${moreOf(finding)}}`)
  return `${head.slice(0, -1)},"findings":[${findings.join()}]}`
}

/**
 * `about`: as `materials[].of` names it. `field`: path of icp.yaml. `broken`: of a failure, personal data masked.
 * `materials`: of a need, any one of these. `problem`: what is wrong with a scan. Its bracket is left open.
 */
function ownOf(finding: Finding, reported: Omit<Reported, 'file' | 'placeOf'>, words: Words): string {
  const { rule, severity, step, about, field, verdict, from, known } = finding
  let text = `{"rule":${readyText(rule)},"severity":"${severity}","kind":"${verdict.is}","step":"${step}"`
  if (about !== undefined) text += `,"about":${jsonText(maskNumbers(about))}`
  if (field !== undefined) text += `,"field":${jsonText(field.join('.'))}`
  if (verdict.is === 'fail')
    text += `,"broken":${jsonText(verdict.broken.map(line => tellBroken(line, reported, words, false)))}`
  if (verdict.is === 'need') text += `,"materials":${jsonText(verdict.materials)}`
  if (verdict.is === 'bad-scan')
    text += `,"materials":${jsonText([verdict.material])},"problem":"${verdict.problem.code}"`
  if (from !== undefined) text += `,"from":"${from}"`
  return known === undefined ? text : `${text},"known":${known}`
}
