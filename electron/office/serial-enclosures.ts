import { seriesLetterSource } from './events/series/letters/source.ts'
import type { EnclosureSource } from './serial-enclosure-source.ts'

/** Everything that serial letters can enclose for each recipient. One line a feature. */
export const enclosureSources: readonly EnclosureSource[] = [seriesLetterSource]
