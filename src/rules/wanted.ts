// What a schema wanted instead, in signs that every language reads.
import type { z } from 'zod'

/** Patterns that have a plainer way to be said. */
const plainly = new Map([[String(/^\d{4}-\d{2}-\d{2}$/), 'YYYY-MM-DD']])

export function wantedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected
    case 'invalid_value':
      return issue.values.join(', ')
    case 'invalid_format':
      return plainly.get(issue.pattern ?? '') ?? (issue.format === 'regex' ? issue.pattern : undefined) ?? issue.format
    case 'too_small':
      return `≥ ${issue.minimum}`
    case 'too_big':
      return `≤ ${issue.maximum}`
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([first]) => (first ? [wantedBy(first)] : [])))].join(' | ')
    case 'invalid_key':
      return issue.issues[0] ? wantedBy(issue.issues[0]) : ''
    default:
      return issue.message
  }
}
