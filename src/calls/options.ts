// Options that several commands take.
import { Option } from 'commander'
import type { Shell } from './shell.ts'

export const onOption = ({ words }: Shell) => new Option('--on <day>', words.cli.on)
export const ownRulesOption = ({ words }: Shell) => new Option('--rules <folder>', words.cli.ownRules)
export const readerOption = ({ words }: Shell) => new Option('--text-reader <module>', words.reader.option)
export const fontOption = ({ words }: Shell) => new Option('--font <file>', words.cli.font)
export const personalOption = ({ words }: Shell) => new Option('--show-personal', words.cli.showPersonal)

/** For an option that may be given several times. */
export const collected = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]
