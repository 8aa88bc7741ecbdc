import { germanDate } from '../../../../shared/dates.ts'
import { supervisoryAuthority } from '../../../../shared/directory/privacy/rules.ts'
import { groupBy } from '../../../../shared/group-by.ts'
import { flowPdf, type FlowBlock } from '../../documents/pdf-flow.ts'
import type { LeftOut } from './blackening.ts'
import type { PaperHead } from './paper-head.ts'

/** What both files of a dossier say. */
export interface DossierFile {
  number: string
  /** ISO day. */
  createdOn: string
  identityCheck: string
  entries: { section: string; label: string; text: string }[]
  retention: string
  history: { action: string; times: number; first: string; last: string }[]
  leftOut: LeftOut[]
}

/** The access export to read (Art. 15 DSGVO): everything stored, what follows by law, and what was left out. */
export async function dossierPdf(file: DossierFile, { letterhead, office }: PaperHead): Promise<Uint8Array> {
  const authority = supervisoryAuthority(office.land, file.createdOn)
  const blocks: FlowBlock[] = [
    { kind: 'title', text: 'Auskunft über gespeicherte Daten' },
    { kind: 'paragraph', text: `nach Art. 15 Datenschutz-Grundverordnung (DSGVO), Beratung ${file.number}, Stand ${germanDate(file.createdOn)}` },
    { kind: 'paragraph', text: [letterhead.officeName, letterhead.department].filter(Boolean).join(', ') || 'Integrationsbüro' },
    { kind: 'facts', rows: [['Identität geprüft', file.identityCheck]] },
    ...[...groupBy(file.entries, ({ section }) => section)].flatMap(([section, entries]): FlowBlock[] => [
      { kind: 'heading', text: section }, { kind: 'facts', rows: entries.map(({ label, text }) => [label, text] as const) },
    ]),
    { kind: 'heading', text: 'Wer die Daten erhält' },
    { kind: 'paragraph', text: [office.recipients, 'Stellen, an die Sie mit Angaben zu Ihrer Person vermittelt wurden, und Schreiben an andere stehen oben mit ihrem Tag.'].filter(Boolean).join(' ') },
    { kind: 'heading', text: 'Wie lange die Daten gespeichert werden' },
    { kind: 'paragraph', text: file.retention },
    { kind: 'heading', text: 'Woher die Daten stammen' },
    { kind: 'paragraph', text: 'Von Ihnen selbst aus den Gesprächen und aus den Unterlagen, die Sie gegeben haben; andere Quellen stehen oben unter „Entscheidungen zum Datenschutz“.' },
    ...file.history.length === 0 ? [] : [{ kind: 'heading', text: 'Bearbeitungen des Falls' } as const, ...file.history.map(({ action, times, first, last }): FlowBlock =>
      ({ kind: 'bullet', text: `${action}: ${times === 1 ? 'einmal' : `${times}-mal`}, ${germanDate(first)}${first.slice(0, 10) === last.slice(0, 10) ? '' : ` bis ${germanDate(last)}`}` }))],
    { kind: 'heading', text: 'Was diese Auskunft nicht enthält' },
    ...file.leftOut.map(({ where, what, why }): FlowBlock => ({ kind: 'bullet', text: `${where}: ${what} – ${why}` })),
    { kind: 'heading', text: 'Ihre Rechte' },
    { kind: 'paragraph', text: 'Sie können verlangen, dass Daten berichtigt (Art. 16), gelöscht (Art. 17) oder nur noch eingeschränkt verarbeitet werden (Art. 18 DSGVO). Sie können der Verarbeitung widersprechen (Art. 21 DSGVO) und eine Einwilligung jederzeit widerrufen (Art. 7 Abs. 3 DSGVO). Kein Programm entscheidet über Sie: eine automatisierte Entscheidung findet nicht statt (Art. 22 DSGVO).' },
    ...office.officerContact === '' ? [] : [{ kind: 'paragraph', text: `Datenschutzbeauftragte oder Datenschutzbeauftragter: ${[office.officerName, office.officerContact].filter(Boolean).join(', ').replaceAll('\n', ', ')}` } as const],
    { kind: 'paragraph', text: authority ? `Beschwerde: ${authority.name}, ${authority.city}, ${authority.web} (Art. 77 DSGVO)` : 'Beschwerde: bei der Datenschutzaufsicht des Landes (Art. 77 DSGVO)' },
  ]
  return flowPdf({ title: 'Auskunft über gespeicherte Daten' }, blocks)
}
