// Answers that the filing itself calls guesses.
import type { Filing, Path } from './filing.ts'

export const guessedPaths = ({ guessed = [] }: Pick<Filing, 'guessed'>): Path[] =>
  guessed.map(field => field.split('.').map(key => (/^\d+$/.test(key) ? Number(key) : key)))
