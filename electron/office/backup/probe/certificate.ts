import type { Counts } from '../../../../shared/backup/model.ts'
import type { Probe } from '../../../../shared/backup/probe/model.ts'
import { sizeWords } from '../../../../shared/backup/words.ts'
import { germanDateTime } from '../../../../shared/dates.ts'
import { flowPdf } from '../../documents/pdf-flow.ts'

const whatWasSeen = [
  { kind: 'heading', text: 'Was geprüft wurde' },
  { kind: 'bullet', text: 'Jede Datei der Sicherung stimmt mit ihrer Prüfsumme (SHA-256) überein; keine fehlt, keine ist zu viel.' },
  { kind: 'bullet', text: 'Die Sicherung wurde in einen leeren Ordner zurückkopiert und dort noch einmal verglichen.' },
  { kind: 'bullet', text: 'Beide Datenbanken wurden mit den Schlüsseln des Büros geöffnet. Jede Seite ist unverfälscht, der Aufbau ist in Ordnung.' },
  { kind: 'bullet', text: 'Die Einträge wurden gezählt. Danach wurde die Kopie entfernt.' },
] as const

/** The certificate of a test restoration as PDF, to print and file. It names nobody. */
export function certificatePdf(probe: Probe, officeName: string): Promise<Uint8Array> {
  const title = 'Bescheinigung über eine Wiederherstellungsprobe'
  const { counts, trouble } = probe
  return flowPdf({ title }, [
    { kind: 'title', text: title },
    { kind: 'paragraph', text: officeName || 'Integrationsbüro' },
    { kind: 'box', text: trouble === null ? 'Ergebnis: Die Sicherung ließ sich vollständig wiederherstellen.' : `Ergebnis: NICHT bestanden. ${trouble}` },
    { kind: 'facts', rows: [
      ['Probe am', `${germanDateTime(probe.at)} Uhr`],
      ['Sicherung', probe.setId],
      ['Stand der Sicherung', `${germanDateTime(probe.setAt)} Uhr`],
      ['Umfang', sizeWords(probe.bytes)],
      ['Dauer', `${probe.seconds.toLocaleString('de-DE')} Sekunden`],
    ] },
    ...(trouble === null ? whatWasSeen : []),
    ...(counts ? [
      { kind: 'heading' as const, text: 'Gezählte Einträge' },
      { kind: 'subheading' as const, text: 'Büro' }, { kind: 'paragraph' as const, text: countText(counts.office) },
      { kind: 'subheading' as const, text: 'Beratung' }, { kind: 'paragraph' as const, text: countText(counts.counselling) },
    ] : []),
    { kind: 'heading', text: 'Echtheit' },
    { kind: 'paragraph', text: 'Prüfsumme des Verzeichnisses der Sicherung (manifest.json); es enthält die Prüfsummen aller ihrer Dateien:' },
    { kind: 'paragraph', text: probe.sha256.replaceAll(/(.{8})(?=.)/gu, '$1 ') },
    { kind: 'paragraph', text: 'Gesehen: ______________________________   Datum: ______________' },
  ])
}

function countText(counts: Counts): string {
  const present = Object.entries(counts).filter(([, count]) => count > 0)
  return present.length === 0 ? 'keine' : present.map(([kind, count]) => `${kind}: ${count.toLocaleString('de-DE')}`).join(', ')
}
