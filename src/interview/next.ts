// What to do next: the first open answer, page, paper or list of ticks in the order of the seven steps.
import type { Question } from '../rules/check.ts'
import type { Finding } from '../rules/finding.ts'
import { steps, type Step } from '../rules/step.ts'
import { factAt } from '../facts/fact-at.ts'
import { positionOf, stepOfQuestion } from './questions.ts'

export type Task = { readonly step: Step } & (
  | { readonly is: 'question'; readonly question: Question }
  /** the page of what the provider will lock */
  | { readonly is: 'lock' }
  /** is there another service? */
  | { readonly is: 'more' }
  | { readonly is: 'paper'; readonly need: Finding }
  | { readonly is: 'ticks'; readonly open: readonly Finding[] }
)

/** What the pages between the questions are known by; undefined where there is no such page to show now. */
export type Pages = { readonly lock: string | undefined; readonly more: string | undefined }

/** Everything that was done or put off in this sitting, by its key. */
export type IsDone = (key: string) => boolean

export const keyOfQuestion = ({ field }: Pick<Question, 'field'>) => `ask ${field.join('.')}`
export const keyOfPaper = (material: string, { about }: Finding) => `paper ${material} ${about ?? ''}`
export const keyOfTick = ({ rule, about }: Finding) => `tick ${rule} ${about ?? ''}`

export function stepOf({ field, step }: Question): Step {
  return stepOfQuestion(factAt(field)) ?? step
}

/** The papers of a need that were not asked for yet. */
export function papersLeft(need: Finding, isDone: IsDone): string[] {
  return need.verdict.is === 'need'
    ? need.verdict.materials.filter(material => !isDone(keyOfPaper(material, need)))
    : []
}

/** Undefined: nothing is left to ask. */
export function nextTask(
  findings: readonly Finding[],
  questions: readonly Question[],
  pages: Pages,
  isDone: IsDone,
): Task | undefined {
  const open = inOrder(questions).filter(question => !isDone(keyOfQuestion(question)))
  for (const step of steps) {
    const question = open.find(each => stepOf(each) === step)
    if (question) return { is: 'question', step, question }
    if (step === 'type' && pages.lock !== undefined && !isDone(pages.lock)) return { is: 'lock', step }
    if (step === 'information' && pages.more !== undefined && !isDone(pages.more)) return { is: 'more', step }
    const need = step === 'papers' ? findings.find(finding => papersLeft(finding, isDone).length > 0) : undefined
    if (need) return { is: 'paper', step, need }
    const ticks = findings.filter(finding => isTickOf(finding, step) && !isDone(keyOfTick(finding)))
    if (ticks.length > 0) return { is: 'ticks', step, open: ticks }
  }
  return undefined
}

/** The first three steps are ticked off together, once all their questions are answered. */
function isTickOf(finding: Finding, step: Step): boolean {
  const asked: Step = finding.step === 'type' || finding.step === 'product' ? 'information' : finding.step
  return finding.verdict.is === 'confirm' && asked === step
}

const lists = ['domains', 'platforms', 'pre-approvals', 'access', 'materials']

/** Step, service, then the place of the question; the answers about one domain or paper stay together. */
function placeOf(question: Question): number[] {
  const { field } = question
  const fact = factAt(field)
  const service = field[0] === 'services' ? Number(field[1]) : 0
  const at = field.findIndex(key => lists.includes(String(key)))
  const index = at < 0 ? undefined : field[at + 1]
  const position = positionOf(fact)
  const isListed = typeof index === 'number'
  return [steps.indexOf(stepOf(question)), service, isListed ? blockOf(fact) : position, isListed ? index : 0, position]
}

/** Where the first question about such a thing stands in its step. */
function blockOf(fact: string): number {
  const step = stepOfQuestion(fact)
  const [thing = ''] = fact.split('.')
  return blocks.get(`${step} ${thing}`) ?? positionOf(fact)
}

const firsts = ['domain.name', 'domain.registrar', 'access.product', 'platform.os', 'approval.type', 'material.is']
const blocks = new Map(firsts.map(fact => [`${stepOfQuestion(fact)} ${fact.split('.')[0]}`, positionOf(fact)]))

export function inOrder(questions: readonly Question[]): Question[] {
  const placed = questions.map(question => ({ question, place: placeOf(question) }))
  return placed.sort((one, other) => compare(one.place, other.place)).map(({ question }) => question)
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((place, index) => place !== other[index])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
