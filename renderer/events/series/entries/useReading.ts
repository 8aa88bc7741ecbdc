import { useState } from 'react'
import { maxFormBytes, mostFiles, type RawEntry } from '../../../../shared/events/series/entries.ts'
import { failureOf } from '../../../app/failure.ts'
import { office } from '../../../app/office.ts'
import { useDraft } from '../../../app/useDraft.ts'
import { base64Of, FileTrouble } from '../../../ui/fileTransfer.ts'

/** Files that go over at once. */
const portion = 8

/** What was read and not taken over yet; it stays when the screen is left, the office locked or the application closed. */
interface Reading { entries: RawEntry[]; troubles: string[] }
const nothing: Reading = { entries: [], troubles: [] }

/** Reads forms and keeps what they say until it is taken over or given up. */
export function useReading(seriesId: string) {
  const { restored, keep, discard } = useDraft<Reading>('office', `series-entries:${seriesId}`)
  const [changed, setChanged] = useState<Reading | null>(null)
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null)
  const reading = changed ?? restored ?? nothing
  const store = (next: Reading): void => {
    setChanged(next)
    if (next.entries.length === 0 && next.troubles.length === 0) void discard()
    else keep(next)
  }
  const read = async (chosen: readonly File[]): Promise<void> => {
    const next: Reading = { entries: [...reading.entries], troubles: [] }
    const files: { name: string; content: string }[] = []
    for (const file of chosen.slice(0, mostFiles)) {
      try {
        if (file.size > maxFormBytes) throw new FileTrouble('ist größer als 5 MB; ein Formular ist viel kleiner.')
        if (file.size === 0) throw new FileTrouble('ist leer.')
        files.push({ name: file.name.slice(0, 255), content: await base64Of(file) })
      } catch (error) {
        next.troubles.push(`„${file.name}“: ${error instanceof FileTrouble ? error.message : failureOf(error).title}`)
      }
    }
    if (chosen.length > mostFiles) next.troubles.push(`Es wurden ${mostFiles} von ${chosen.length} Dateien gelesen. Bitte die übrigen danach noch einmal wählen.`)
    try {
      for (let at = 0; at < files.length; at += portion) {
        setProgress({ done: at, total: files.length })
        for (const form of await office.events.programme.entries.read({ files: files.slice(at, at + portion) })) {
          if (form.trouble !== '') next.troubles.push(`„${form.fileName}“: ${form.trouble}`)
          next.entries.push(...form.entries)
        }
      }
    } catch (error) {
      next.troubles.push(failureOf(error).title)
    } finally {
      setProgress(null)
      store(next)
    }
  }
  return {
    ...reading, progress, read,
    change: (key: string, patch: Partial<RawEntry>) => store({ ...reading, entries: reading.entries.map((entry) => (entry.key === key ? { ...entry, ...patch } : entry)) }),
    keepOnly: (keys: readonly string[]) => store({ troubles: [], entries: reading.entries.filter(({ key }) => keys.includes(key)) }),
    remove: (key: string) => store({ ...reading, entries: reading.entries.filter((entry) => entry.key !== key) }),
  }
}
