// Reads the code tables and word lists under rules/ with strict schemas, for the tests that judge them.
import { readFileSync, readdirSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { bilingual, sourceSchema } from '../src/rules/source-schema.ts'

const cites = z.union([z.string(), z.array(z.string()).min(1)])
const texts = z.array(z.string())
const head = { title: bilingual, sources: z.record(z.string().regex(/^[a-z0-9-]+$/), sourceSchema) }
const entry = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    zh: z.string().min(1),
    en: z.string().min(1),
    source: cites,
    miit: z.union([z.string(), texts]).optional(),
    'credit-code-classes': z.array(z.string().regex(/^[1-9ANY][1-9]$/)).optional(),
    documents: texts.optional(),
    'miit-documents': texts.optional(),
    for: z.enum(['organization', 'person']).optional(),
    number: texts.optional(),
    'pre-approval': z.string().optional(),
    code: z.string().optional(),
    letter: z.string().length(1).optional(),
    location: z.string().optional(),
  })
  .catchall(z.union([z.string(), texts]))
const word = z.strictObject({
  word: z.string().min(1),
  source: cites,
  note: bilingual.optional(),
  sure: z.literal(true).optional(),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  aliases: texts.min(1).optional(),
  providers: texts.min(1).optional(),
  zh: z.string().optional(),
  en: z.string().optional(),
})
const codeTable = z.strictObject({ codes: z.string(), ...head, entries: z.array(entry).min(1) })
const wordList = z.strictObject({
  list: z.string(),
  ...head,
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  words: z.array(z.union([z.string().min(1), word])).min(1),
})

const folder = (name: string) => new URL(`../rules/${name}/`, import.meta.url)
export const namesIn = (name: string) =>
  readdirSync(folder(name))
    .filter(file => file.endsWith('.yaml'))
    .map(file => file.slice(0, -'.yaml'.length))
const read = (name: string, file: string): unknown => parse(readFileSync(new URL(`${file}.yaml`, folder(name)), 'utf8'))
export const codes = (name: string) => codeTable.parse(read('codes', name))
export const list = (name: string) => wordList.parse(read('lists', name))
export const entriesOf = (name: string) => codes(name).entries
export const idsOf = (name: string) => entriesOf(name).map(({ id }) => id)
export const wordsOf = (name: string) => list(name).words.map(item => (typeof item === 'string' ? item : item.word))
export const objectsOf = (name: string) => list(name).words.flatMap(item => (typeof item === 'string' ? [] : [item]))
export const repeated = (all: string[]) => all.filter((one, index) => all.indexOf(one) !== index)
export const asList = (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat())
