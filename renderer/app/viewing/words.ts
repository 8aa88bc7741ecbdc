/**
 * What a control does is what it says: our buttons bear verbs. In a copy for looking on, those that change or give out something are greyed
 * by their words, in one place, so that a new one is greyed without anybody thinking of it. One that is overlooked is refused by the
 * office process all the same.
 */
const verbs = [
  'ablegen', 'ablehnen', 'absagen', 'abschließen', 'aktualisieren', 'anfragen', 'anhängen', 'anlegen', 'anmelden', 'annehmen', 'anwenden', 'aufheben', 'aufnehmen', 'aufräumen',
  'ausfüllen', 'ausgeben', 'ausnehmen', 'aussondern', 'beantragen', 'bearbeiten', 'beenden', 'beginnen', 'beifügen', 'bestätigen', 'einfrieren', 'einfügen', 'einladen', 'einlesen',
  'einordnen', 'einrichten', 'einsetzen', 'einteilen', 'eintragen', 'entfernen', 'ergänzen', 'erfassen', 'erledigen', 'erneuern', 'erstellen', 'exportieren', 'fertigstellen',
  'festhalten', 'festlegen', 'freigeben', 'genehmigen', 'herausnehmen', 'hinzufügen', 'importieren', 'lösen', 'löschen', 'mitzeichnen', 'nachtragen', 'planen', 'proben',
  'rückgängig', 'schwärzen', 'senden', 'sichern', 'speichern', 'übergeben', 'übernehmen', 'umbenennen', 'vermerken', 'vernichten', 'versenden', 'verknüpfen',
  'verlegen', 'verschieben', 'verwerfen', 'verweisen', 'vorbereiten', 'vorlegen', 'vormerken', 'weglassen', 'widerrufen', 'wiederherstellen', 'zuordnen', 'zurückgeben', 'zurücknehmen',
  'zurücksetzen', 'zusammenführen', 'zuweisen', 'ändern',
]
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
/** A verb in the middle is written small, so „Schreiben“ and „Planen“ as nouns are none; at the beginning it is written large. */
const changing = new RegExp(String.raw`(?:^(?:${verbs.map(capital).join('|')})|(?:^|[\s(])(?:${verbs.join('|')}))(?=$|[\s.,:;)…])`, 'u')
const beginning = /^(?:neue?[rs]?|neu|erste[rns]?|weitere[rns]?|wieder|erledigt|endgültig|in den papierkorb|in word bearbeiten|heute geprüft|identität öffnen|namen öffnen|im vertretungsfall|protokoll einsehen|zur mitberatung)(?=$|[\s:.,…])/iu
/** „Notiz schreiben", and „Aufgabe (F4)", whose key begins a new record. */
const ending = /\sschreiben$|\(F[3-6]\)$/u
/** Saving where something is looked up, and what a list or a view forgets. */
const looking = /filter|\bsuche\b|ansicht|anzeige|spalte|markierung|auswahl|vorschau|weitere schritte|weitere (?:erledigte |anzeigen|laden|zeigen)|neueste|neuere|in bearbeitung/iu

/** Whether a control with these words changes the office or gives something out of it. */
export function writes(words: string): boolean {
  const said = words.replace(/\s+/gu, ' ').trim()
  return said !== '' && !looking.test(said) && (changing.test(said) || beginning.test(said) || ending.test(said))
}
