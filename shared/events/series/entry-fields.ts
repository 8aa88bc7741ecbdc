import { stepFreeLabels } from '../catalogue.ts'

/** What partners are asked of each event, in the order of the form. `known` are further words under which older or own forms ask the same. */
export const entryFields = [
  { code: 'title', label: 'Titel der Veranstaltung', hint: '', known: ['titel', 'veranstaltung', 'name der veranstaltung', 'veranstaltungstitel', 'bezeichnung', 'was'] },
  { code: 'kind', label: 'Art', hint: 'bitte aus der Liste wählen', known: ['art der veranstaltung', 'veranstaltungsart', 'format', 'typ'] },
  { code: 'day', label: 'Tag', hint: 'z. B. 26.09.2027', known: ['datum', 'termin', 'wann', 'tag und uhrzeit', 'datum und uhrzeit', 'datum uhrzeit', 'erster tag', 'veranstaltungstag'] },
  { code: 'from', label: 'Beginn', hint: 'z. B. 15:00', known: ['uhrzeit', 'von', 'start', 'anfang', 'zeit', 'uhrzeit beginn', 'beginn uhrzeit'] },
  { code: 'until', label: 'Ende', hint: 'z. B. 17:30', known: ['bis', 'uhrzeit ende', 'ende uhrzeit', 'schluss'] },
  { code: 'lastDay', label: 'Letzter Tag', hint: 'nur bei mehreren Tagen', known: ['endet am', 'bis tag', 'letzter veranstaltungstag'] },
  { code: 'place', label: 'Ort', hint: 'Haus, Raum, Straße', known: ['wo', 'veranstaltungsort', 'ort der veranstaltung', 'ort und adresse', 'ort adresse', 'adresse', 'ort raum'] },
  { code: 'access', label: 'Zugang', hint: 'bitte aus der Liste wählen', known: ['barrierefreiheit', 'barrierefrei', 'stufenlos', 'rollstuhlgerecht', 'zugang stufenlos'] },
  { code: 'accessNote', label: 'Hinweis zum Zugang', hint: 'z. B. WC, Höranlage, Aufzug', known: ['hinweis zur barrierefreiheit', 'hinweise zur barrierefreiheit', 'hinweise zum zugang'] },
  { code: 'targetGroup', label: 'Zielgruppe', hint: '', known: ['für wen', 'zielgruppen'] },
  { code: 'languages', label: 'Sprachen', hint: 'z. B. Deutsch, Arabisch', known: ['sprache', 'veranstaltungssprache'] },
  { code: 'interpretation', label: 'Dolmetschen', hint: 'auch Gebärdensprache', known: ['verdolmetschung', 'sprachmittlung', 'dolmetschung', 'übersetzung'] },
  { code: 'childcare', label: 'Kinderbetreuung', hint: '', known: [] },
  { code: 'topic', label: 'Thema', hint: 'ein Wort, z. B. Begegnung, Musik', known: ['themen', 'themenfeld', 'rubrik'] },
  { code: 'cost', label: 'Eintritt, Kosten', hint: 'z. B. frei', known: ['eintritt', 'kosten', 'eintritt kosten', 'teilnahmebeitrag', 'preis'] },
  { code: 'registration', label: 'Anmeldung', hint: 'bis wann, wo, oder „nicht nötig“', known: ['anmeldung bei', 'anmeldung nötig'] },
  { code: 'contact', label: 'Kontakt für Gäste', hint: 'wird gedruckt und veröffentlicht', known: ['öffentlicher kontakt', 'ansprechpartner', 'ansprechperson', 'kontakt', 'kontakt veröffentlichung'] },
  { code: 'text', label: 'Text für das Programm', hint: '', known: ['text', 'beschreibung', 'kurzbeschreibung', 'programmtext', 'ankündigungstext', 'inhalt'] },
  { code: 'partners', label: 'Mitwirkende', hint: 'wer noch mitmacht', known: ['kooperation', 'kooperationspartner', 'mitveranstalter', 'weitere veranstalter', 'partner'] },
  { code: 'expected', label: 'Erwartete Gäste', hint: 'eine Zahl', known: ['erwartete besucherzahl', 'erwartete teilnehmende', 'teilnehmerzahl', 'besucherzahl'] },
  { code: 'remark', label: 'Mitteilung an das Büro', hint: 'wird nicht veröffentlicht', known: ['bemerkung', 'bemerkungen', 'mitteilung', 'anmerkung', 'anmerkungen', 'hinweise', 'sonstiges'] },
] as const

export type EntryField = (typeof entryFields)[number]['code']

/** What stands once on a form. */
export const headFields = [
  { code: 'organiser', label: 'Veranstalter', known: ['organisation', 'verein', 'einrichtung', 'veranstalterin', 'träger', 'name der organisation'] },
  { code: 'code', label: 'Kennung', known: ['kennung nicht ändern', 'kennzeichen'] },
  { code: 'series', label: 'Reihe', known: ['veranstaltungsreihe'] },
  { code: 'none', label: 'Kein eigener Beitrag', known: ['wir beteiligen uns nicht', 'keine beteiligung', 'kein beitrag'] },
] as const
export type HeadField = (typeof headFields)[number]['code']

/** Labels of what a form may say of the way in. */
export const accessChoices = [stepFreeLabels.yes, stepFreeLabels.partly, stepFreeLabels.no]

/** The words of a label: its first line without number, what stands in brackets, signs and stars, in small letters. Other figures make an answer of it. */
export function labelKey(text: string): string {
  const line = (text.trim().split('\n')[0] ?? '').slice(0, 160).replace(/^\d{1,2}[.)]\s*/u, '').replace(/\([^)]*\)/gu, ' ')
  return /\d/u.test(line) ? '' : line.toLowerCase().replace(/[^\p{L}\s]+/gu, ' ').replace(/\s+/gu, ' ').trim()
}

const byKey = new Map<string, EntryField>(entryFields.flatMap(({ code, label, known }) => [labelKey(label), ...known].map((key): [string, EntryField] => [key, code])))
const headByKey = new Map<string, HeadField>(headFields.flatMap(({ code, label, known }) => [labelKey(label), ...known].map((key): [string, HeadField] => [key, code])))

/** Which field a label asks for; undefined for any other text. */
export function entryFieldOf(text: string): EntryField | undefined {
  return byKey.get(labelKey(text))
}

/** Which of the head's fields a label asks for. */
export function headFieldOf(text: string): HeadField | undefined {
  return headByKey.get(labelKey(text))
}

/** The label of a field. */
export function entryFieldLabel(code: EntryField): string {
  return entryFields.find((field) => field.code === code)?.label ?? code
}

const codeSigns = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** A code as it stands on a form: six signs that nobody mistakes for others. */
export const codePattern = /\bIW-([A-HJ-NP-Z2-9]{6})\b/u

/** A new code from random bytes. */
export function codeFrom(random: Uint8Array): string {
  return `IW-${Array.from(random.slice(0, 6), (byte) => codeSigns[byte % codeSigns.length]).join('')}`
}

/** The code in a text, whatever its case and spaces; empty where there is none. */
export function findCode(text: string): string {
  return codePattern.exec(text.toUpperCase().replace(/IW\s*-\s*/u, 'IW-'))?.[0] ?? ''
}
