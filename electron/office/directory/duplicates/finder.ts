import { profileOf } from '../../../../shared/directory/duplicates/profile.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { DatabaseSide, ReadDatabase } from '../../database/side.ts'
import { PairIndex } from './pair-index.ts'
import { readChanges, readExtent, readPresentIds, readSource, readSourcesAfter } from './source-repository.ts'

const CONTACTS_PER_READ = 500
/** How long the process may work at a stretch before it answers other calls. */
const STRETCH_MILLISECONDS = 12

/** How far a scan is. */
export interface ScanStep {
  done: number
  total: number
}

/** Finds duplicates in the stock of one open office. Keeps what it found, so that later looks only see what has changed. */
export class DuplicateFinder {
  readonly index: PairIndex
  readonly #database: ReadDatabase<OfficeSchema>
  #latest = ''

  private constructor(database: ReadDatabase<OfficeSchema>) {
    this.#database = database
    this.index = new PairIndex()
  }

  /**
   * Looks through the whole stock.
   * @param onStep hears how far it is: first reading, then comparing
   * @param signal ends the scan between two stretches; then there is no finder
   */
  static async scan(database: ReadDatabase<OfficeSchema>, onStep: (step: ScanStep) => void = () => {}, signal?: AbortSignal): Promise<DuplicateFinder> {
    const finder = new DuplicateFinder(database)
    const breathe = breather(signal)
    const extent = await readExtent(database)
    finder.#latest = extent.latest
    const total = extent.total * 2
    let after = ''
    for (;;) {
      const sources = await readSourcesAfter(database, after, CONTACTS_PER_READ)
      for (const { version, ...source } of sources) {
        finder.index.add(profileOf(source), version)
        await breathe()
      }
      after = sources.at(-1)?.id ?? ''
      onStep({ done: Math.min(finder.index.size, extent.total), total })
      if (sources.length === 0) break
    }
    const keys = finder.index.keys()
    for (const [number, key] of keys.entries()) {
      finder.index.pairBlock(key)
      if (await breathe()) onStep({ done: extent.total + Math.floor((number / keys.length) * extent.total), total })
    }
    return finder
  }

  /** Takes in what was changed, added or removed since the last look. */
  async refresh(signal?: AbortSignal): Promise<void> {
    const breathe = breather(signal)
    const changed: string[] = []
    for (const { id, version, updatedAt, gone } of await readChanges(this.#database, this.#latest)) {
      if (updatedAt > this.#latest) this.#latest = updatedAt
      const known = this.index.versionOf(id)
      if (gone ? known === undefined : known === version) continue
      this.index.remove(id)
      if (!gone) changed.push(id)
    }
    for (const id of changed) {
      const source = await readSource(this.#database, id)
      if (source) this.index.add(profileOf(source), source.version)
      await breathe()
    }
    for (const id of changed) {
      this.index.pairContact(id)
      await breathe()
    }
    if ((await readExtent(this.#database)).total !== this.index.size) await this.#dropDestroyed()
  }

  /** What was destroyed, or undone as if it had never been, leaves no change behind. */
  async #dropDestroyed(): Promise<void> {
    const present = new Set(await readPresentIds(this.#database))
    for (const id of this.index.ids()) if (!present.has(id)) this.index.remove(id)
  }
}

/** One finder an open database; it goes when the office is locked. */
const finders = new WeakMap<DatabaseSide<OfficeSchema>, { current: DuplicateFinder | null, work: Promise<unknown> }>()

function placeOf(side: DatabaseSide<OfficeSchema>) {
  const place = finders.get(side) ?? { current: null, work: Promise.resolve() }
  finders.set(side, place)
  return place
}

/**
 * The finder of an office, up to date. Whoever asks while another one is waiting for it waits as well; nothing is scanned twice.
 * @param fresh scans anew even when there was a scan
 */
export async function upToDateFinder(
  side: DatabaseSide<OfficeSchema>, { onStep, signal, fresh = false }: { onStep?: (step: ScanStep) => void, signal?: AbortSignal | undefined, fresh?: boolean } = {},
): Promise<DuplicateFinder> {
  const place = placeOf(side)
  const before = place.work
  const work = (async () => {
    await before
    if (place.current === null || fresh) place.current = await DuplicateFinder.scan(side.read, onStep, signal)
    else await place.current.refresh(signal)
    return place.current
  })()
  place.work = work.catch(() => {})
  return work
}

/** Whether this office was scanned since it was unlocked. */
export function wasScanned(side: DatabaseSide<OfficeSchema>): boolean {
  return placeOf(side).current !== null
}

/** Gives way to other calls once a stretch of work is over; tells whether it did. @throws the signal's reason once it is aborted */
function breather(signal: AbortSignal | undefined): () => Promise<boolean> | boolean {
  let start = performance.now()
  return () => {
    if (performance.now() - start < STRETCH_MILLISECONDS) return false
    return new Promise<boolean>((resolve, reject) => {
      setImmediate(() => {
        start = performance.now()
        if (signal?.aborted) reject(signal.reason instanceof Error ? signal.reason : new Error('stopped'))
        else resolve(true)
      })
    })
  }
}
