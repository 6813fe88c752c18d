// A module of somebody's own, loaded by Node itself: what is compiled ahead (src/code-cache.ts) cannot.

export const importModule = (specifier: string): Promise<unknown> => import(specifier)
