/* The first bytes of a file, from which its kind is told. */
import { closeSync, openSync, readSync } from 'node:fs'

/** Fewer only where the file is shorter: a network disk may hand over less at a time. Throws the system's error. */
export const firstBytes = (path: string, count: number): Buffer => {
  const bytes = Buffer.alloc(count)
  const file = openSync(path, 'r')
  try {
    let filled = 0
    for (let read = -1; read !== 0 && filled < count; filled += read)
      read = readSync(file, bytes, filled, count - filled, null)
    return bytes.subarray(0, filled)
  } finally {
    closeSync(file)
  }
}
