// Filings, lines, sheets and tables nobody would write: judged or refused by name, never by a crash, a hang or a full memory.
import { fuzz } from './trust/fuzz/fuzz.ts'
import { textSurfaces } from './trust/fuzz/text-surfaces.ts'

fuzz(textSurfaces)
