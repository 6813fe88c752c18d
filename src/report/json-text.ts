// JSON that can be shown anywhere: what JSON leaves as it is and no reader sees is written as an escape, the data stay the same.

/** C1 controls, format characters of the first plane, line separators; tags lie in the plane behind U+E0000. */
const hidden =
  /[\u007F-\u009F\u00AD\u0600-\u0605\u061C\u06DD\u070F\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\uDB40[\uDC00-\uDFFF]/g

const escaped = (found: string): string =>
  Array.from({ length: found.length }, (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')

/** `indent`: blanks a level; one line without it. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(hidden, escaped)
}
