// `icp-prep attach`: files into the slots of a filing, one by one, each looked at, fitted and noted in icp.yaml.
import { dirname, join } from 'node:path'
import { isThere } from '../disk/is-there.ts'
import { Interrupted } from '../interview/leaving.ts'
import { lookAtMaterials } from '../materials/index.ts'
import { ownersIn, understoodOwner } from '../materials/owners.ts'
import { nearest } from '../model/nearest.ts'
import type { Finding } from '../rules/finding.ts'
import { Desk, type AttachContext, type AttachOptions } from './attach-desk.ts'
import { inputsOf } from './attach-inputs.ts'
import { attachOne } from './attach-one.ts'
import type { AttachResult } from './attach-result.ts'
import { blockOf, headline } from './attach-told.ts'
import { filingIn } from './filing-in.ts'
import { UnreadableFiling, type State } from './interview-state.ts'
import { exit, type Outcome } from './outcome.ts'
import { tellInput, tellUnreadable } from './tell-input.ts'

const refused = (talk: string): Outcome => ({ text: '', code: exit.wrongInput, talk })

/** @throws UserError for a folder without filing, MalformedFiling */
export async function attachCommand(
  paths: readonly string[],
  options: AttachOptions,
  context: AttachContext,
): Promise<Outcome> {
  const file = filingIn(options.dir)
  const { words } = context
  if (isInBundle(file)) return refused(words.attach.isBundle(file))
  const { files, passedOver, areSeveral } = inputsOf(paths)
  const desk = new Desk(file, areSeveral, options, context)
  try {
    const wrong = wrongCall(files, desk)
    if (wrong !== undefined) return refused(wrong)
    const results = await attachAll(files, desk)
    const outcome = await outcomeOf(results, desk)
    const talk = [outcome.talk, passedOver > 0 ? words.attach.passedOver(passedOver) : undefined].filter(
      line => line !== undefined,
    )
    return {
      ...outcome,
      ...(talk.length > 0 ? { talk: talk.join('\n') } : {}),
    }
  } catch (error) {
    if (error instanceof UnreadableFiling) return refused(tellUnreadable(error.problem, error.file, words) ?? '')
    if (error instanceof Interrupted)
      return { text: '', code: exit.interrupted, talk: words.attach.stopped(desk.count) }
    throw error
  }
}

/** A bag that is changed no longer verifies. */
const isInBundle = (file: string) =>
  isThere(join(dirname(file), '..', 'bagit.txt')) || isThere(join(dirname(file), 'bagit.txt'))

function wrongCall(files: readonly string[], desk: Desk): string | undefined {
  const { words } = desk.context
  const { as, of } = desk.options
  const { filing, book } = desk.state().reported
  const known = Object.keys(book.common.materials)
  if (files.length === 0) return words.attach.noFiles
  if (as === undefined) return of === undefined ? undefined : words.attach.ofWithoutAs
  if (!known.includes(as)) return words.attach.noSuchMaterial(as, nearest(as, known), known)
  if (of !== undefined && understoodOwner(of, filing) === undefined)
    return words.attach.noSuchOwner(of, ownersIn(filing))
  return files.length > 1 ? words.attach.oneSlot(files.length) : undefined
}

/** What is written is written in one go: a signal between two files leaves nothing half-way. */
async function attachAll(files: readonly string[], desk: Desk): Promise<AttachResult[]> {
  const { say, words, whenStopped } = desk.context
  const results: AttachResult[] = []
  const done = whenStopped?.(() => say(words.attach.stopped(desk.count)))
  try {
    for (const [index, from] of files.entries()) {
      const result = await attachOne(from, desk)
      results.push(result)
      if (desk.isBatch) say(`[${index + 1}/${files.length}] ${headline(result, { state: desk.state(), desk })}`)
    }
  } finally {
    done?.()
  }
  return results
}

async function outcomeOf(results: readonly AttachResult[], desk: Desk): Promise<Outcome> {
  const { words, options } = { words: desk.context.words, options: desk.options }
  const state = desk.state()
  const { looks, unseen } = await looked(results, state, desk)
  const blocks = results.map(result => blockOf(result, { state, looks, desk }))
  const count = (...kinds: readonly AttachResult['is'][]) => results.filter(({ is }) => kinds.includes(is)).length
  const failed = count('refused', 'not-written')
  const isIncomplete = failed + count('unplaced') > 0 || unseen !== undefined
  const missing = state.reported.judgement.findings.filter(({ verdict }) => verdict.is === 'need').length
  const colon = words.language === 'zh' ? '；' : '; '
  const summary = words.attach.summary(results.length, count('attached'), count('unplaced'), count('left'), failed)
  return {
    text: [
      ...blocks,
      '',
      `${summary}${colon}${words.attach.stillMissing(missing)}`,
      ...(options.dryRun ? [words.attach.dry] : []),
    ].join('\n'),
    code: isIncomplete ? exit.wrongInput : hasErrors(results, looks) ? exit.findings : exit.ready,
    ...(unseen === undefined ? {} : { talk: unseen }),
  }
}

const isOf = ({ field }: Finding, results: readonly AttachResult[]) =>
  results.some(result => result.is === 'attached' && result.field.join('.') === field?.join('.'))

const hasErrors = (results: readonly AttachResult[], looks: readonly Finding[]) =>
  looks.some(look => look.severity === 'error' && isOf(look, results)) ||
  results.some(result => result.is === 'attached' && result.isTooLarge)

/** `unseen`: what is attached is told also where the disk does not give it to be looked at. */
async function looked(results: readonly AttachResult[], state: State, desk: Desk) {
  try {
    return { looks: await looksOf(results, state, desk) }
  } catch (error) {
    const unseen = tellInput(error, desk.context.words)
    if (unseen === undefined) throw error
    return { looks: [], unseen }
  }
}

async function looksOf(results: readonly AttachResult[], { reported }: State, desk: Desk): Promise<Finding[]> {
  if (!results.some(({ is }) => is === 'attached')) return []
  const { reader } = desk.context
  const options = { unwritten: desk.unwritten, ...(reader ? { reader } : {}) }
  return lookAtMaterials(reported.filing, desk.folder, reported, options)
}
