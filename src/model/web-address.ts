// Which addresses a page may link to.

/** http and https only: a sheet or a filing must not smuggle in `javascript:` or a file of this computer. */
export function isWebAddress(url: string | undefined): url is string {
  return url !== undefined && /^https?:\/\//i.test(url)
}
