// The bundle's README: what lies in it, how to verify it, what must stay private.
import { plain } from '../model/escape-markdown.ts'
import { headOf } from './head.ts'
import type { Packing } from './packing.ts'

const files = [
  'checklist.html',
  'checklist.md',
  'calendar.ics',
  'fill-sheet.html',
  'fill-sheet.md',
  'icp.yaml',
  'findings.json',
  'materials/',
] as const

/** `paths`: of the other files of the payload. */
export function readmeText(packing: Packing, paths: readonly string[]): string {
  const { words, summary, version, algorithm } = packing
  const { readme, bundle, madeBy, labelled } = words.pages
  const { sponsor, type } = headOf(packing)
  const listed = files.filter(name =>
    paths.some(path => path === name || (name.endsWith('/') && path.startsWith(name))),
  )
  const lines = [
    `# ${labelled(bundle, plain(sponsor))}`,
    '',
    plain(readme.what(sponsor)),
    '',
    `**${plain(summary)}**`,
    '',
    plain(type),
    '',
    `## ${readme.files}`,
    '',
    ...listed.map(name => `- ${labelled(`\`${name}\``, readme.file[name])}`),
    ...formLines(packing),
    '',
    readme.private,
    '',
    `## ${readme.verify}`,
    '',
    readme.verifyWith,
    '',
    '    icp-prep check <bundle>',
    '',
    readme.orElse,
    '',
    `    ${algorithm}sum -c manifest-${algorithm}.txt`,
    '',
    readme.change,
    '',
    plain(words.report.never),
    '',
    plain(madeBy(version)),
  ]
  return `${lines.join('\n')}\n`
}

/** The letters to sign: where they lie, or how to print them. */
function formLines({ forms, words }: Packing): string[] {
  if (forms === undefined) return []
  const { labelled } = words.pages
  return forms.files.length > 0
    ? [`- ${labelled('`forms/`', words.forms.inBundle)}`]
    : ['', plain(words.forms.howToPrint(forms.count))]
}
