// Text of ours as a word of a shell.

/** For bash and zsh: nothing in it means anything. */
export const quoted = (text: string) => `'${oneLine(text).replaceAll("'", String.raw`'\''`)}'`

export const fishQuoted = (text: string) =>
  `'${oneLine(text)
    .replaceAll('\\', '\\\\')
    .replaceAll("'", String.raw`\'`)}'`

const oneLine = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .join(' ')
