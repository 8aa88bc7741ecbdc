import type { Failure } from '../app/failure.ts'

/** The three things that every error screen says. */
export interface TroubleText {
  heading: string
  happened: string
  kept: string
  next: string
}

const UNCHANGED = 'Es wurde nichts verändert und nichts gelöscht.'

/** German text of an error screen; `failure.data.detail` is the more exact description where there is one. */
export function troubleText(failure: Failure): TroubleText {
  const { code, data, title, next } = failure
  const happened = data.detail ?? title
  switch (code) {
    case 'corrupt':
      return {
        heading: 'Eine Datei des Tresors ist beschädigt',
        happened,
        kept: `${UNCHANGED} Ihre Passphrase ist nicht die Ursache.`,
        next: 'Lassen Sie die Dateien, wie sie sind. Sie können eine Sicherung wiederherstellen; die beschädigten Dateien bleiben dabei erhalten. Im Zweifel bitten Sie Ihre IT dazu.',
      }
    case 'newer-version':
      return {
        heading: 'Dieser Tresor braucht eine neuere Programmversion',
        happened: 'Der Tresor wurde mit einer neueren Version des Programms bearbeitet. Diese Version kann ihn nicht sicher öffnen.',
        kept: UNCHANGED,
        next: 'Bitten Sie Ihre IT, das Programm zu aktualisieren. Bis dahin können Sie an einem Platz mit der neueren Version weiterarbeiten.',
      }
    case 'read-only':
      return {
        heading: 'In den Ordner kann nicht geschrieben werden',
        happened,
        kept: `Alle Daten sind vorhanden. ${UNCHANGED}`,
        next: 'Prüfen Sie Schreibrechte und Verbindung des Laufwerks oder fragen Sie Ihre IT. Danach können Sie es erneut versuchen.',
      }
    case 'disk-full':
      return {
        heading: 'Das Laufwerk ist voll',
        happened: data.detail ?? 'Auf dem Laufwerk des Tresors ist kein Speicherplatz mehr frei.',
        kept: 'Alles bis zur letzten Bestätigung ist gespeichert.',
        next: 'Geben Sie Speicherplatz auf dem Laufwerk frei. Danach können Sie es erneut versuchen.',
      }
    case 'not-found':
      return data.part === 'folder'
        ? {
            heading: 'Der Ordner des Tresors ist nicht erreichbar',
            happened: 'Der Ordner ist verschoben, umbenannt oder sein Laufwerk ist nicht verbunden.',
            kept: 'Es wurde kein neues Büro angelegt. Ihre Daten liegen dort, wo der Ordner jetzt ist.',
            next: 'Verbinden Sie das Laufwerk und versuchen Sie es erneut, oder wählen Sie den Ordner am neuen Ort.',
          }
        : {
            heading: 'In diesem Ordner liegt kein Büro',
            happened: 'Die Datei „vault.json“ fehlt im gewählten Ordner.',
            kept: UNCHANGED,
            next: 'Wählen Sie den Ordner, in dem der Tresor liegt. Er enthält die Dateien „vault.json“ und „office.db“.',
          }
    case 'busy':
      return {
        heading: 'Das Büro ist schon geöffnet',
        happened: data.holder ? holderText(data.holder) : happened,
        kept: UNCHANGED,
        next: 'Sperren Sie das Büro am anderen Platz. Ist dort niemand mehr, können Sie es von der Sperrseite aus nach zwei Minuten übernehmen.',
      }
    case 'synced-folder':
      return {
        heading: 'Der Ordner des Tresors wird abgeglichen',
        happened: `${happened} Ein solches Programm kopiert einzelne Dateien zu beliebigen Zeiten, auch auf fremde Server. Dabei kann der Tresor zerstört werden, und zwei Plätze könnten gleichzeitig schreiben.`,
        kept: UNCHANGED,
        next: 'Verschieben Sie den ganzen Ordner, während das Büro überall geschlossen ist, an einen Ort, der nicht abgeglichen wird: auf diesen Rechner oder auf ein Netzlaufwerk Ihrer Stadt. Danach wählen Sie ihn hier aus.',
      }
    case 'unreachable':
      return {
        heading: 'Die Verbindung zum Ordner ist unterbrochen',
        happened,
        kept: 'Gespeichert ist alles bis zur letzten Bestätigung.',
        next: 'Prüfen Sie Netz und Laufwerk. Danach können Sie es erneut versuchen.',
      }
    default:
      return { heading: 'Das Büro konnte nicht geöffnet werden', happened, kept: UNCHANGED, next }
  }
}

function holderText({ host, person, since }: NonNullable<Failure['data']['holder']>): string {
  const at = new Date(since)
  const day = at.toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })
  const time = at.toLocaleTimeString('de-DE', { hour: '2-digit', minute: '2-digit' })
  return `${person || 'Jemand'} hat das Büro auf dem Rechner „${host}“ seit ${day}, ${time} Uhr geöffnet.`
}
