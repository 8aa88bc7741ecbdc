import { randomInt } from 'node:crypto'
import { germanDate } from '../../../../shared/dates.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ArrangementTerms, HolderSheet } from '../../../../shared/vault/deputy-contract.ts'
import { RECOVERY_KEY_GROUPS, normalizeRecoveryKeyText, recoveryKeyGroups } from '../../../../shared/vault/recovery-key-format.ts'
import { flowPdf, type FlowBlock } from '../../documents/pdf-flow.ts'
import type { HolderCode } from '../deputies.ts'

/** Codes that were shown and not yet proved to be on paper. */
export interface DeputyDraft {
  codes: readonly HolderCode[]
  sheets: readonly HolderSheet[]
  terms: ArrangementTerms
  validUntil: string
}

/** The sheets for drafted codes, with a group of each to ask for. */
export function draftOfCodes(codes: readonly HolderCode[], terms: ArrangementTerms, now = new Date()): DeputyDraft {
  const validUntil = new Date(now)
  validUntil.setMonth(validUntil.getMonth() + terms.months)
  const sheets = codes.map(({ name, code }) => ({ name, groups: recoveryKeyGroups(code), asked: randomInt(RECOVERY_KEY_GROUPS) + 1 }))
  return { codes, sheets, terms, validUntil: validUntil.toISOString() }
}

/** @throws OfficeError `invalid` with the field of each wrong group */
export function assertSheetsProved({ sheets }: DeputyDraft, typed: readonly string[]): void {
  const wrong = sheets.flatMap(({ groups, asked, name }, index) =>
    normalizeRecoveryKeyText(typed[index] ?? '') === groups[asked - 1] ? [] : [[`typed.${index}`, `Gruppe ${asked} stimmt nicht mit dem Blatt für ${name} überein.`]])
  if (wrong.length > 0) throw new OfficeError('invalid', { fields: Object.fromEntries(wrong) as Record<string, string> })
}

/** The sheets for the sealed envelopes, a page each. */
export function sheetsPdf({ sheets, terms, validUntil }: DeputyDraft, officeName: string): Promise<Uint8Array> {
  const title = 'Code für den Vertretungsfall'
  const names = sheets.map(({ name }) => name)
  return flowPdf({ title }, sheets.flatMap(({ name, groups }, index): FlowBlock[] => [
    ...(index > 0 ? [{ kind: 'page' as const }] : []),
    { kind: 'title', text: title },
    { kind: 'facts', rows: [['Dienststelle', officeName], ['Blatt für', name], ['Gültig bis', germanDate(validUntil)], ['Öffnet für höchstens', `${terms.longestDays} Tage`]] },
    { kind: 'heading', text: 'Code' },
    { kind: 'facts', rows: [0, 3, 6].map((at) => [`Gruppen ${at + 1} bis ${at + 3}`, groups.slice(at, at + 3).join(' – ')] as const) },
    { kind: 'box', text: 'In einem verschlossenen Umschlag verwahren. Nicht am Arbeitsplatz, nicht als Foto, nicht zusammen mit dem Blatt einer anderen Person.' },
    { kind: 'heading', text: 'Wozu' },
    { kind: 'paragraph', text: `Wenn die Leitung des Büros unerwartet ausfällt, öffnen zwei der folgenden Personen gemeinsam das Integrationsbüro für eine Vertretung: ${names.join(' · ')}. Ein Blatt allein öffnet nichts.` },
    { kind: 'heading', text: 'So geht es' },
    { kind: 'bullet', text: 'Am Rechner des Büros das Programm starten und auf dem Sperrbildschirm „Vertretungsfall: zu zweit öffnen“ wählen.' },
    { kind: 'bullet', text: 'Beide geben nacheinander den Code ihres Blattes ein, ohne ihn der anderen Person zu zeigen.' },
    { kind: 'bullet', text: 'Name der Vertretung, Anlass und Dauer angeben. Die Vertretung wählt selbst eine Passphrase, mit der sie bis zum Ende der Dauer weiterarbeitet.' },
    { kind: 'bullet', text: 'Die Öffnung wird verzeichnet. Die Leitung sieht sie bei ihrer Rückkehr, widerruft die Blätter und gibt neue aus.' },
    { kind: 'paragraph', text: 'Umschlag verschlossen am: ______________   Unterschrift: ______________________________' },
    { kind: 'paragraph', text: 'Umschlag geöffnet am: ______________   durch: ______________________________' },
  ]))
}
