import { sides, type Side } from '../../../shared/records/model.ts'
import { sideFiles } from '../database/sides.ts'
import { openCounts } from './manifest.ts'
import { findSets } from './set-folder.ts'

/** Parts of a database whose pages were found authentic, and the salt that goes into the key of their codes. */
export type KnownPages = Partial<Record<Side, { salt: string; parts: readonly string[] }>>

/**
 * What the newest set of these keys says of its parts. A part with the same checksum at the same place, under the same key and salt, is the same
 * bytes, and so authentic without its codes being counted again: a day's work changes a small part of a large office. That the manifest is the one which
 * was written, and written by whoever held the keys, is known by the counts in it, which are sealed under the key together with all of this.
 */
export async function knownPages(folder: string, vaultId: string, keys: Partial<Record<Side, Uint8Array>>): Promise<KnownPages> {
  const known: KnownPages = {}
  for (const { manifest } of await findSets(folder)) {
    if (manifest?.vaultId !== vaultId) continue
    for (const side of sides) {
      const [key, box, salt] = [keys[side], manifest.counts[side], manifest.salts?.[side]]
      const file = manifest.files.find(({ name }) => name === sideFiles[side].file)
      if (known[side] || !key || !box || !salt || !file || !('parts' in file) || openCounts(key, manifest, box) === null) continue
      known[side] = { salt, parts: file.parts }
    }
    if (sides.every((side) => known[side] || !keys[side])) break
  }
  return known
}
