// A path as one word of a command the reader may paste.

/** Ready for a POSIX shell. */
export const shellWord = (path: string) =>
  /^[\p{L}\p{N}_./~+@%-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
