import type { ExportTrouble } from './model.ts'

/** What went wrong with an export, and what to do next. */
export const exportTroubleWords: Readonly<Record<ExportTrouble, string>> = {
  'disk-full': 'Auf dem gewählten Laufwerk ist kein Platz mehr. Es ist nichts davon übrig geblieben. Bitte schaffen Sie Platz oder wählen Sie ein anderes Laufwerk.',
  'read-only': 'Am gewählten Ort darf nicht geschrieben werden. Bitte wählen Sie einen anderen.',
  'not-reachable': 'Der gewählte Ort ist nicht mehr erreichbar. Wurde der Stick abgezogen oder ist das Netzlaufwerk weg?',
  held: 'Ein anderes Programm hält die Datei fest, etwa der Virenscanner. Bitte versuchen Sie es noch einmal oder wählen Sie einen anderen Namen.',
  'source-damaged': 'Eine Datenbank des Büros lässt sich nicht vollständig lesen. Bitte prüfen Sie die Sicherungen.',
  stopped: 'Der Export wurde angehalten. Es ist nichts davon übrig geblieben.',
  locked: 'Das Büro wurde gesperrt, bevor der Export fertig war. Es ist nichts davon übrig geblieben.',
  'keys-renewed': 'Während des Exports wurden die Schlüssel erneuert. Bitte exportieren Sie noch einmal.',
  unreadable: 'Das Archiv ließ sich nach dem Schreiben nicht vollständig zurücklesen und wurde verworfen. Bitte wählen Sie ein anderes Laufwerk.',
  failed: 'Der Export ist nicht gelungen. Es ist nichts davon übrig geblieben.',
}
