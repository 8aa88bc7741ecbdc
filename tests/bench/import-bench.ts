import { monitorEventLoopDelay } from 'node:perf_hooks'
import { appendPiece, beginImport, readImport, runImport } from '../../electron/office/directory/import/service.ts'
import { undo } from '../../electron/office/records/service.ts'
import { openSession, type Session } from '../../electron/office/session.ts'
import type { MeasuredOffice } from './directory-bench.ts'

/** Bringing a list in, in offices of different size: reading and planning it, storing it, the longest stretch in which nothing else is answered. */
export async function measureImport(offices: readonly MeasuredOffice[], rows: number): Promise<void> {
  process.stdout.write(`\nImport of ${rows} rows in the office process\n`)
  let former: { contacts: number, whole: number } | null = null
  for (const { contacts, vault } of offices) {
    const session = await openSession(vault, () => {})
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const { plan, store, change } = await importOnce(session, rows)
    delay.disable()
    const whole = plan + store
    const growth = former === null ? '' : `, ${(whole / former.whole).toFixed(1)} times as long for ${(contacts / former.contacts).toFixed(0)} times as many contacts`
    process.stdout.write(
      `  ${contacts} contacts in stock: preview ${(plan / 1000).toFixed(2)} s, import ${(store / 1000).toFixed(2)} s (aim for 20,000 rows: under 10 s)${growth}; `
      + `longest stretch ${(delay.max / 1e6).toFixed(0)} ms\n`)
    former = { contacts, whole }
    // The office stays as it was for what is measured next.
    if (change !== null) await undo(session, 'office', change)
    await session.close()
  }
}

async function importOnce({ office }: Session, rows: number): Promise<{ plan: number, store: number, change: string | null }> {
  const lines = Array.from({ length: rows }, (_, row) =>
    `Given${row};Messung${row * 7};Weg ${row};03046;Cottbus;0355 ${700_000 + row};m${row}@messung.example;Messverein ${row % 300}`)
  const list = Buffer.from(['Vorname;Nachname;Straße;PLZ;Ort;Telefon;E-Mail;Firma', ...lines].join('\n'))
  const { token } = beginImport(office, `messung-${Date.now()}.csv`, list.length)
  appendPiece(office, token, list)
  const options = { similar: 'new' } as const
  const start = performance.now()
  for await (const _ of readImport(office, token, options, false)) void _
  const planned = performance.now()
  let change: string | null = null
  for await (const step of runImport(office, token, options, false)) if (step.state === 'done') ({ change } = step)
  return { plan: planned - start, store: performance.now() - planned, change }
}
