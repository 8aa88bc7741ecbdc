import type { PolicyProblem, PolicyState } from './state.ts'

/** What is said beside a control that IT decides about. */
export const lockedHint = 'Von Ihrer IT vorgegeben.'

/** Where a problem lies, and what it is. */
export function problemText({ origin, text }: PolicyProblem): string {
  return `${origin === 'file' ? 'policies.json' : 'Registrierung'}: ${text}`
}

/** Faults for the window: what happened, what holds now and what to do. Null when there is none. */
export function faultNotice(state: Pick<PolicyState, 'problems'>): { happened: string[]; holds: string; next: string } | null {
  const faults = state.problems.filter(({ level }) => level === 'fault')
  if (faults.length === 0) return null
  const whole = faults.some(({ key }) => key === null)
  return {
    happened: faults.map(problemText),
    holds: whole
      ? 'Bis das behoben ist, gelten vorsichtshalber die strengen Ersatzwerte: Das Büro sperrt sich nach 5 Minuten, speichert keine Dateien außerhalb des Tresors, kopiert nichts und entfernt keine Sicherungen. Arbeiten, Drucken und Sichern gehen weiter; Ihre Daten sind unverändert.'
      : 'Bis das behoben ist, gilt für diese Vorgaben der genannte Ersatzwert. Ihre Daten sind unverändert.',
    next: 'Bitte sagen Sie Ihrer IT Bescheid. Nach der Korrektur das Programm neu starten.',
  }
}
