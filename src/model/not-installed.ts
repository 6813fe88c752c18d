// Whether an optional package is simply not there, which is told, or broken, which is an error.

export const isNotInstalled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(ERR_)?MODULE_NOT_FOUND$/.test(String(error.code))
