// English, in the words Alibaba Cloud's English help uses.
import { isLaterFormat as isLater } from '../model/filing-problem.ts'
import { visible } from '../model/visible.ts'
import { enCi } from './ci-words.ts'
import { enCli } from './cli-words.ts'
import { enAttach } from './attach-words.ts'
import { enCompare } from './compare-words.ts'
import { enCompletion } from './completion-words.ts'
import { enImport } from './import-words.ts'
import { enYamlProblem } from './file-problems.ts'
import { enForms } from './form-words.ts'
import { enFooter } from './footer-words.ts'
import { enInterview } from './interview-words.ts'
import { enOutlook } from './outlook-words.ts'
import { enLines } from './line-words.ts'
import { enPages } from './pages.ts'
import { enScan } from './scan-words.ts'
import { enSheet } from './sheet-problems.ts'
import { enStatus } from './status-words.ts'
import { enReader } from './text-reader-words.ts'
import type { InputProblem, Words } from './words.ts'
import { enWriteProblem } from './write-problems.ts'

const quote = (text: string) => `“${visible(text)}”`
/** Intl.ListFormat would do the same, and load its data for longer than a whole check takes. */
const joined = (items: readonly string[], word: string) => {
  if (items.length <= 2) return items.join(` ${word} `)
  return `${items.slice(0, -1).join(', ')}, ${word} ${items.at(-1)}`
}
const list = (items: readonly string[]) => joined(items, 'and')
const either = (items: readonly string[]) => joined(items, 'or')
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What stands in a problem may come from a file's name or from the call. */
const shown = (tell: (problem: InputProblem) => string) => (problem: InputProblem) => visible(tell(problem))

export const en: Words = {
  language: 'en',
  yes: 'yes',
  no: 'no',
  longTerm: 'long-term',
  days: count => plural(count, 'day'),
  list,
  oneOf: either,
  quote,
  severity: { error: 'error', warning: 'warning', info: 'info' },
  kind: { fail: 'does not fit', need: 'missing', ask: 'to answer', confirm: 'please check', 'bad-scan': 'scan' },
  steps: {
    type: { title: 'Information and filing type', what: 'sponsor, region, cloud account, what is on record already' },
    product: {
      title: 'Product verification',
      what: 'the server: kind, region, billing, term, public IP, service codes',
    },
    information: { title: 'Sponsor and website or app', what: 'sponsor, people, domain, name, content, pre-approvals' },
    papers: {
      title: 'Upload of papers',
      what: 'colour photos of the originals: documents, letters, domain certificate',
    },
    face: { title: 'Photo and face verification', what: 'by the service lead in person, phone at hand' },
    sms: { title: 'SMS verification', what: 'within 24 hours of the text message from MIIT' },
    submission: {
      title: 'Submission and what follows',
      what: 'the administration’s review, footer number, public-security filing within 30 days',
    },
  },
  filingType: {
    first: { name: 'first filing', because: 'neither the sponsor nor the service has a filing number' },
    'add-service-here': {
      name: 'added service, sponsor filed here',
      because: 'the sponsor is on record with this provider, the service is not on record',
    },
    'add-service-elsewhere': {
      name: 'added service, sponsor filed elsewhere',
      because: 'the sponsor is on record through another provider, the service is not on record',
    },
    'add-access': { name: 'added access', because: 'sponsor and service are on record, this provider is to be added' },
    'change-sponsor': { name: 'change of sponsor data', because: 'the sponsor’s data differ from MIIT’s record' },
    'change-service': { name: 'change of service data', because: 'the service changes, the sponsor’s data do not' },
    'cancel-service': { name: 'cancelling a service', because: 'a service on record is to be cancelled' },
    'cancel-sponsor': {
      name: 'cancelling the sponsor',
      because: 'no service is written: the whole sponsor record is to be cancelled',
    },
    'cancel-access': {
      name: 'cancelling access',
      because: 'other providers keep the service; only this provider’s access ends',
    },
    'nothing-to-file': {
      name: 'nothing to file',
      because: 'the service is on record with this provider; file a change if its data changed',
    },
  },
  conflict: {
    'other-sponsor':
      'the service or its domain is on record under another sponsor: that sponsor cancels first, or migrates it where the province allows',
    shell:
      'the sponsor is a shell (a number without services): in this province cancel the sponsor first, then file anew',
    'other-province': 'the sponsor is on record in another province: change or cancel that record first',
  },
  conditions: {
    equals: given => given,
    'one-of': given => given,
    not: given => `anything but ${given}`,
    given: () => 'an answer',
    'at-least': given => `at least ${given}`,
    'at-most': given => `at most ${given}`,
    'same-as': given => `the same as ${given}`,
    'exactly-same-as': given => `letter for letter the same as ${given} (width and blanks included)`,
    'different-from': given => `different from ${given}`,
    in: given => `on the list “${given}”`,
    'not-in': given => `not on the list “${given}”`,
    'with-any-of': given => `containing one of the words of “${given}”`,
    'without-any-of': given => `without the words of “${given}”`,
    'beginning-with': given => `beginning with one of “${given}”`,
    'not-beginning-with': given => `not beginning with “${given}”`,
    'ending-with': given => `ending in one of “${given}”`,
    only: given => `only ${given}`,
    like: given => given,
    'not-like': given => `not ${given}`,
    'length-at-least': given => `at least ${given} long`,
    'length-at-most': given => `at most ${given} long`,
    'han-at-least': given => `at least ${given} Chinese characters`,
    'on-or-after': given => `${given} or later`,
  },
  patterns: {
    'service-code': 'the form of a service code (8-4-4-4-12 hexadecimal digits)',
    md5: 'an MD5 fingerprint (32 hexadecimal digits)',
    sha1: 'a SHA-1 fingerprint (40 hexadecimal digits)',
    'package-name': 'a package name (such as cn.example.app)',
    'bundle-id': 'a bundle ID (such as cn.example.app)',
    'public-key': 'a public key (PEM, Base64 or a hexadecimal modulus)',
    'only-digits': 'digits only',
    'only-latin': 'Latin letters only',
    'special-symbols': 'with special symbols',
    brackets: 'with brackets',
    placeholder: 'a placeholder',
    'two-different-characters': 'at least two different characters',
    'game-number': 'the publication number of the game',
    'filing-link': 'a link to https://beian.miit.gov.cn',
    'secure-filing-link': 'https://beian.miit.gov.cn',
    'with-suffix-number': 'the service’s number with its serial',
    'sponsor-number': 'the sponsor’s number without a serial',
    'same-site-remark': 'the remark that the domains show the same site (域名指向同一网站)',
    'filing-only-watermark': 'a watermark that limits the use to the filing',
  },
  scan: enScan,
  reader: enReader,
  advised: (found, fix) => `${found}. ${fix}`,
  measured: (title, lines) => `${title}: ${lines.join('; ')}`,
  report: {
    got: (what, value) => `${what}: you wrote ${value}`,
    expected: phrase => `expected ${phrase}`,
    not: name => `not ${quote(name)}`,
    because: parts => `because of ${list(parts.map(quote))}`,
    differs: (at, written, expected) => `character ${at} differs: ${quote(written)} instead of ${quote(expected)}`,
    fix: text => `do this: ${text}`,
    source: text => `source: ${text}`,
    conflict: text => `sources disagree: ${text}`,
    asOf: (date, read) => ` (of ${date}, read ${read})`,
    undated: read => ` (undated, read ${read})`,
    missing: materials => (materials.length > 1 ? `one of: ${either(materials)}` : (materials[0] ?? '')),
    ask: field => `not answered yet: ${field}`,
    waiting: rules => `${plural(rules, 'rule')} ${rules === 1 ? 'waits' : 'wait'} for it`,
    confirm: text => text,
    of: about => ` (${about})`,
    type: (name, because) => `Filing type: ${name}, because ${because}`,
    judged: (day, sheets) => `Judged by the rules in force on ${day}: ${list(sheets)}`,
    rulesChanged: (came, went, changed) =>
      `rules changed since it was packed, judged by today’s: ${[
        ['new', came] as const,
        ['gone', went] as const,
        ['changed', changed] as const,
      ]
        .filter(([, ids]) => ids.length > 0)
        .map(([label, ids]) => `${label} ${list(ids)}`)
        .join('; ')}`,
    noSheet: province => `there is no sheet for ${province} yet: judged by the national rules only`,
    ready: (warnings, confirms) =>
      `Ready to submit. ${plural(warnings, 'warning')}, ${plural(confirms, 'point')} to check yourself`,
    notReady: (errors, warnings, missing, open, confirms) =>
      `Not ready: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(missing, 'material')} missing, ${plural(open, 'question')} open, ${plural(confirms, 'point')} to check yourself`,
    guessed: fields => `these answers are guesses and must be verified before submission: ${list(fields)}`,
    notes: count => `${plural(count, 'note')} more: see the checklist, or --notes`,
    never: 'This tool does not replace the review and never promises an approval.',
    total: (filings, ready) => `${plural(filings, 'filing')}, ${ready} ready`,
  },
  about: {
    sponsor: 'sponsor',
    principal: 'principal',
    legalRepresentative: 'legal representative',
    service: (position, name) => `service ${position}${name ? ` ${name}` : ''}`,
    leadOf: (position, name) => `lead of service ${position}${name ? ` ${name}` : ''}`,
  },
  input: {
    problem: shown(problem => {
      switch (problem.code) {
        case 'missing':
          return `${problem.path} does not exist`
        case 'directory':
          return `${problem.path} is a folder, a file is expected`
        case 'forbidden':
          return `no permission to use ${problem.path}; allow it, or choose another place`
        case 'unreadable':
          return `${problem.path} cannot be read (a failing disk or connection, or too many open files); try again`
        case 'binary':
          return `${problem.path} is not UTF-8 text`
        case 'disk-full':
          return `the disk is full, ${problem.path} was not written; what was there is untouched. Make room and try again`
        case 'disk-failed':
          return `the system could not read or write ${problem.path} (a failing disk or connection, too many open files, or too long a name). Try again`
        case 'exists':
          return `${problem.path} exists already; use --force to replace it`
        case 'filing-exists':
          return `${problem.path} is a filing already and is not overwritten; use another folder`
        case 'not-a-folder':
        case 'not-a-file':
        case 'not-a-bundle':
        case 'being-written':
        case 'folder-gone':
        case 'no-current-folder':
        case 'unconfirmed':
          return enWriteProblem(problem)
        case 'too-large':
          return `${problem.path} has more than ${problem.limit} bytes; no filing is that large`
        case 'no-filing':
          return `there is no icp.yaml in ${problem.path}; run icp-prep init first`
        case 'wrong-option':
          return `${problem.option} does not take ${quote(problem.got)}; there are: ${list(problem.known)}`
        case 'font':
          return enForms.font(problem.problem)
        case 'import':
          return en.importing.problem(problem.problem)
        case 'text-reader':
          return enReader.problem(problem.problem)
        case 'footer':
          return en.footer.problem(problem.problem)
        case 'status':
          return en.status.problem(problem.problem, mark =>
            mark === 'returned' ? en.status.returned : en.outlook.marks[mark].title,
          )
        case 'bad-day':
          return `${quote(problem.got)} is not a day; write it like 2026-12-01`
        case 'wrong-clock':
          return `the clock of this computer says ${problem.got}, which cannot be right; set it, or say the day with --on 2026-12-01`
        case 'bad-id':
          return `${quote(problem.got)} cannot be an id: use small letters, digits and hyphens; a rule is sheet/rule`
        case 'no-such-state':
          return `${quote(problem.got)} is neither a day nor a bundle`
        default:
          return enCi.problem(problem)
      }
    }),
    yaml: enYamlProblem,
    filing: problem => {
      const key = problem.path.join('.')
      switch (problem.code) {
        case 'unknown-key':
          return `unknown key ${quote(problem.got ?? '')}${problem.meant ? `; did you mean ${problem.meant}?` : problem.known?.length ? `; known here: ${list(problem.known)}` : ''}`
        case 'missing-key':
          return `${key} is missing`
        case 'version':
          return isLater(problem.got)
            ? `this filing is of format ${problem.got}, which a later version of icp-prep wrote; this one knows format 1: install the later one`
            : `icp must be 1, the version of this format; found ${quote(problem.got ?? '')}`
        case 'not-a-mapping':
          return 'a filing is made of “key: value” lines, the first usually icp: 1'
        case 'wrong-type':
          return `${key} is ${quote(problem.got ?? '')}; expected ${problem.known ? either(problem.known) : en.input.expected[problem.expected ?? 'text']}`
      }
    },
    expected: {
      text: 'text',
      list: 'a list such as [a, b]',
      mapping: '“key: value” lines',
      'yes-no': 'true or false',
      count: 'a whole number',
      day: 'a day that exists, such as 2026-12-01',
      'day-or-long-term': 'a day that exists, such as 2036-01-01, or long-term',
      choice: 'one of the choices',
    },
    tryHelp: 'run icp-prep --help to see how it is called',
    bug: version =>
      `This is a bug of icp-prep ${version}. Please report it with the lines below; they hold nothing of the filing:`,
  },
  cli: enCli,
  attach: enAttach,
  compare: enCompare,
  completing: enCompletion,
  importing: enImport,
  ci: enCi,
  forms: enForms,
  interview: enInterview,
  lines: enLines,
  pages: enPages,
  outlook: enOutlook,
  status: enStatus,
  footer: enFooter,
  sheetProblems: enSheet,
  rules: {
    linted: (sheets, rules, problems) =>
      `${plural(sheets, 'sheet')}, ${plural(rules, 'rule')}, ${plural(problems, 'problem')}`,
    tested: (passed, failed) => `examples: ${passed} passed, ${failed} failed`,
    listed: (_, sheet, title, rules, oldest, newest) =>
      `${sheet}  ${title}  ${plural(rules, 'rule')}, sources of ${oldest ?? 'unknown date'} to ${newest ?? 'unknown date'}`,
    noChanges: 'no rule changed',
    came: 'new',
    went: 'gone',
    changed: 'changed',
    stale: (id, title, read, age, rules) =>
      `${id}  ${title}  read ${read}, ${plural(age, 'day')} ago, cited by ${plural(rules, 'rule')}`,
    staleCount: (stale, all, days) =>
      `${stale} of ${plural(all, 'source')} not read for more than ${plural(days, 'day')}`,
    made: (file, next) => `wrote ${file}\nrules/README.md tells how; fill in every TODO, then run ${next}`,
    parts: {
      severity: 'severity:',
      step: 'step:',
      when: 'when:',
      require: 'requires:',
      needs: 'needs:',
      text: 'text:',
      fix: 'do this:',
      dates: 'in force:',
      replaces: 'replaces:',
      conflict: 'sources disagree:',
      facts: 'reads:',
      sources: 'sources:',
    },
  },
}
