// Bags, archives, sealed archives and pictures nobody should send: looked at or refused by name, never followed out of their folder.
import { fuzz } from './trust/fuzz/fuzz.ts'
import { fileSurfaces } from './trust/fuzz/file-surfaces.ts'

fuzz(fileSurfaces)
