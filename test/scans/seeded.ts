// Chance that falls the same way every time.

/** Numbers from 0 to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}

/** Roughly normal, mean 0, deviation 1. */
export const bell = (random: () => number) => (random() + random() + random() + random() - 2) * 1.73
