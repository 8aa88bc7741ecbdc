import type { RecipientState, RunItem, RunState, SerialChannel, SerialWay } from '../../../shared/correspondence/serial/model.ts'

export const wayLabels: Readonly<Record<SerialWay, string>> = { letter: 'Post', email: 'E-Mail' }
export const channelLabels: Readonly<Record<SerialChannel, string>> = { split: 'nach Verteiler und Kontakt', letter: 'alle per Post', email: 'alle per E-Mail' }
export const runStateLabels: Readonly<Record<RunState, string>> = { prepared: 'vorbereitet', begun: 'nicht fertig', done: 'geschrieben' }
export const recipientStateLabels: Readonly<Record<RecipientState, string>> = {
  waiting: 'wartet', written: 'Schreiben erstellt, Datei fehlt', issued: 'geschrieben', 'left-out': 'ausgelassen',
}

/** „40 Schreiben", „12 von 40 Schreiben". */
export function countedLetters({ state, counts }: Pick<RunItem, 'state' | 'counts'>): string {
  const all = counts.waiting + counts.written + counts.issued
  if (state === 'prepared') return 'noch nichts geschrieben'
  return state === 'done' ? `${all.toLocaleString('de-DE')} Schreiben` : `${counts.issued.toLocaleString('de-DE')} von ${all.toLocaleString('de-DE')} Schreiben`
}
