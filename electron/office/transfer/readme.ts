import type { Side } from '../../../shared/records/model.ts'
import { partNames } from './tables.ts'

const partTitles: Readonly<Record<Side, string>> = {
  office: 'Büro: Kontakte, Schreiben, Veranstaltungen, Kalender, Aufgaben, Einstellungen',
  counselling: 'Beratung: Ratsuchende, Fälle, Gespräche, Fristen, Vorfälle und ihre Unterlagen',
}

/** Stands unencrypted beside the parts: how to get at them without the program. It says nothing about what they hold. */
export function readmeOfArchive(sides: readonly Side[], exportedAt: string): string {
  return windowsLines(`GESAMTEXPORT AUS DEM INTEGRATIONSBÜRO
=====================================

Erstellt: ${exportedAt}

Dieses Archiv enthält alle Daten eines Büros in einem offenen Format. Es braucht dafür kein Integrationsbüro, sondern nur die
Passphrase, die beim Export vergeben wurde.

Inhalt
------
LIESMICH.txt   dieser Text (unverschlüsselt)
${sides.map((side) => `${`${partNames[side]}.tar`.padEnd(14)} ${partTitles[side]} (verschlüsselt)`).join('\n')}

So wird es geöffnet
-------------------
Verschlüsselt ist nach WinZip AE-2 (AES mit 256 Bit). Das öffnen 7-Zip, WinZip, PeaZip, Keka und andere; der Explorer von Windows
kann es nicht.

Windows:  Mit der rechten Maustaste auf das Archiv, "7-Zip", "Entpacken nach ...", Passphrase eingeben.
          Danach die entstandenen .tar-Dateien ebenso entpacken.
Linux:    7z x export.zip
          tar -xf buero.tar
Python:   Das Paket "pyzipper" liest das Archiv, das Modul "tarfile" die Teile.

Jeder Teil hat ein eigenes LIESMICH.txt, das seinen Aufbau erklärt.

Was zu beachten ist
-------------------
Entpackt sind die Daten ungeschützt. Entpacken Sie nur auf einem verschlüsselten Datenträger und löschen Sie danach. Der Teil
"beratung" unterliegt der Schweigepflicht (§ 203 StGB, § 35 SGB I): Geben Sie ihn nur weiter, wenn Sie dazu befugt sind.
Bewahren Sie Passphrase und Archiv getrennt auf. Ohne die Passphrase lässt sich das Archiv von niemandem öffnen.
`)
}

/** How a part is built. */
export function readmeOfPart(side: Side): string {
  return windowsLines(`TEIL "${partNames[side]}"
${partTitles[side]}

manifest.json   Verzeichnis: Version des Formats, jede Tabelle mit Zahl der Zeilen und ihren Dateien, jede Datei mit Größe und
                Prüfsumme (SHA-256), und welche Tabellen mit welcher Begründung fehlen ("leftOut").
schema.json     Zu jeder Tabelle ihre Spalten (Name, Art, Pflicht, Schlüssel) und auf welche anderen Tabellen sie verweisen.
tabellen/       Je Tabelle eine oder mehrere Dateien "<tabelle>-0001.jsonl": UTF-8, je Zeile ein JSON-Objekt, dessen Namen die
                Spalten sind (JSON Lines, https://jsonlines.org).
dateien/        Inhalte, die keine Texte sind: Anlagen mit ihrer Endung, sonst ".bin".

So ist es zu lesen
------------------
- Zeitpunkte stehen als ISO 8601 in UTC ("2026-11-22T09:30:00.000Z"), Tage als "2026-11-22", Geldbeträge in Cent, Ja/Nein als 1/0.
- "id" ist der Schlüssel eines Eintrags. Spalten, die auf "_id" enden, nennen einen Eintrag einer anderen Tabelle. Wo eine Spalte
  vom Büro in die Beratung weist (oder umgekehrt), liegt der Eintrag im anderen Teil; er kann inzwischen fehlen.
- "deleted_at" ist gesetzt, wenn ein Eintrag im Papierkorb liegt.
- { "$datei": "dateien/..." } steht für einen Inhalt, der als eigene Datei beiliegt; bei Unterlagen (Tabelle "document" im Büro, "attachment" in der Beratung) steht er
  unter dem zusätzlichen Namen "$datei", der Name der Unterlage steht in ihrer Zeile.
- "change_group" und "change_entry" sind der Verlauf: wer wann was geändert hat, mit dem Stand davor und danach.
- Spalten, deren Text mit { oder [ beginnt, enthalten meist selbst JSON, etwa der Text eines Schreibens.
`)
}

function windowsLines(text: string): string {
  return text.replaceAll('\n', '\r\n')
}
