import { expect, it } from 'vitest'
import { writes } from './words.ts'

it.each([
  'Neu', 'Neue Frist', 'Neuer Ort', 'Neues Schreiben', 'Speichern', 'Speichern unter …', 'Als Word-Datei speichern', 'Bearbeiten …', 'Angaben ändern …', 'Löschen', 'Veranstaltung planen',
  'In den Papierkorb', '„Flyer.pdf“ in Word bearbeiten', 'Erledigt: Rückruf', 'Wieder öffnen: Rückruf', 'Kalenderdatei einlesen …', 'Verlegen: Sommerfest', 'Teilnehmende hinzufügen', 'Identität öffnen',
  'Protokoll einsehen', 'Rückgängig', 'Gespräch eintragen', 'Antwort vermerken …', 'Zusammenführen', 'Endgültig löschen …', 'Exportieren …', 'Ersten Kontakt anlegen', 'Fall übergeben', 'Neue ratsuchende Person', 'Notiz schreiben', 'Schreiben (F5)', 'Heute geprüft', 'Datei anhängen',
])('„%s“ changes something or gives it out', (words) => expect(writes(words)).toBe(true))

it.each([
  'Schreiben', 'Schreiben mit Anschrift und Seiten öffnen', 'Kontakt öffnen', 'Öffnen', 'Schließen', 'Abbrechen', 'Zurück', 'Weiter', 'Heute', 'Filter entfernen', 'Alle Filter entfernen', 'Suche leeren',
  'Drucken', 'Büro sperren', 'Publikumsmodus', 'Ansicht', 'Mehr', 'Weitere Schritte', 'Weitere erledigte zeigen', 'Alle aufklappen', 'Vergleichen', 'Neuere', 'Ältere', 'Planung 2026', '', 'Kopieren', 'Vorige',
])('„%s“ only shows something', (words) => expect(writes(words)).toBe(false))
