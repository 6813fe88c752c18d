// Is a phone number or an e-mail address written as the form takes it?
import { emailProblem } from '../model/email.ts'
import { mobileProblem, officePhoneProblem } from '../model/mobile.ts'

const checks = {
  mobile: mobileProblem,
  'emergency-phone': mobileProblem,
  'office-phone': officePhoneProblem,
  email: emailProblem,
}

export type ContactField = keyof typeof checks

/** `none`, or an id of the code table `contact-problems`; undefined while nothing is written. */
export function contactProblem(field: ContactField, written: unknown): string | undefined {
  return typeof written === 'string' ? (checks[field](written) ?? 'none') : undefined
}
