import type { OwnPeriod } from '../../../../shared/counselling/privacy/rules.ts'
import { retentionRules } from '../../../../shared/counselling/privacy/rules.ts'
import { germanDate } from '../../../../shared/dates.ts'
import { supervisoryAuthority } from '../../../../shared/directory/privacy/rules.ts'
import { flowPdf, type FlowBlock } from '../../documents/pdf-flow.ts'
import type { PaperHead } from './paper-head.ts'

/** What the sheet would lack: what Art. 13 and 14 DSGVO ask for and nobody has entered. */
export function informationGaps({ letterhead, office }: PaperHead, day: string): string[] {
  const asked: [unknown, string][] = [
    [letterhead.officeName, 'Name der Stelle (Einstellungen, Briefkopf)'],
    [letterhead.street && letterhead.city, 'Anschrift (Einstellungen, Briefkopf)'],
    [letterhead.phone || letterhead.email, 'Telefon oder E-Mail (Einstellungen, Briefkopf)'],
    [office.officerContact, 'Kontakt der oder des Datenschutzbeauftragten (Kontakte, Datenschutz, Angaben des Büros)'],
    [supervisoryAuthority(office.land, day), 'Bundesland, für die Aufsichtsbehörde (Kontakte, Datenschutz, Angaben des Büros)'],
  ]
  return asked.filter(([value]) => !value).map(([, what]) => what)
}

/**
 * The information sheet for clients in plain German (Art. 13 DSGVO; Art. 14 where data come from others). It names no client, so that
 * it can lie in a drawer.
 * @param source where the data come from, null when the person gives them
 * @param day ISO day
 */
export async function informationPdf(head: PaperHead, periods: readonly OwnPeriod[], source: string | null, day: string): Promise<Uint8Array> {
  const { letterhead, office } = head
  const authority = supervisoryAuthority(office.land, day)
  const missing = (what: string): FlowBlock => ({ kind: 'box', text: `[Bitte ergänzen: ${what}]` })
  const who = [letterhead.officeName, letterhead.department, letterhead.street, [letterhead.postalCode, letterhead.city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const reach = [letterhead.phone && `Telefon ${letterhead.phone}`, letterhead.email].filter(Boolean).join(', ')
  const blocks: FlowBlock[] = [
    { kind: 'title', text: 'Ihre Daten in der Beratung' },
    { kind: 'paragraph', text: `Informationen nach ${source === null ? 'Art. 13' : 'Art. 14'} Datenschutz-Grundverordnung (DSGVO), Stand ${germanDate(day)}` },
    { kind: 'heading', text: 'Wer berät Sie?' },
    who === '' ? missing('Name und Anschrift der Stelle') : { kind: 'paragraph', text: [who, reach, office.representative && `Vertreten durch: ${office.representative}`].filter(Boolean).join('. ') },
    { kind: 'heading', text: 'Warum schreiben wir etwas auf?' },
    { kind: 'paragraph', text: `Damit wir Sie gut beraten können und keine Frist vergessen. Das ist eine öffentliche Aufgabe (Art. 6 Abs. 1 Buchst. e DSGVO${authority ? ` mit ${authority.law}` : ''}). Manches machen wir nur, wenn Sie zustimmen: zum Beispiel mit einer anderen Stelle über Sie sprechen.` },
    { kind: 'heading', text: 'Was schreiben wir auf?' },
    { kind: 'paragraph', text: 'Worum es geht, was wir besprochen haben, Fristen und Unterlagen, die Sie uns geben. Name, Telefonnummer und Aufenthalt nur, wenn wir sie brauchen. Angaben zu Gesundheit, Religion oder Herkunft nur, wenn es für Ihr Anliegen nötig ist (Art. 9 DSGVO).' },
    ...source === null ? [] : [{ kind: 'heading', text: 'Woher haben wir die Daten?' } as const, source === '' ? missing('Quelle der Daten') : { kind: 'paragraph', text: source } as const],
    { kind: 'heading', text: 'Müssen Sie etwas sagen?' },
    { kind: 'paragraph', text: office.obligation || 'Nein. Sie entscheiden, was Sie uns sagen. Sie können sich auch beraten lassen, ohne Ihren Namen zu nennen. Manche Hilfe ist ohne bestimmte Angaben nicht möglich; das sagen wir Ihnen.' },
    { kind: 'heading', text: 'Wer erfährt davon?' },
    { kind: 'paragraph', text: `Nur die Personen, die Sie beraten. Ihre Daten sind verschlüsselt. An andere geben wir nichts ohne Ihre Erlaubnis, außer ein Gesetz verpflichtet uns dazu.${office.recipients === '' ? '' : ` ${office.recipients}`}` },
    { kind: 'heading', text: 'Wann löschen wir?' },
    { kind: 'paragraph', text: `${retentionSentences(periods)} Vorher fragen wir das Archiv, ob es die Akte übernehmen will; so verlangt es das Archivgesetz.` },
    { kind: 'heading', text: 'Ihre Rechte' },
    { kind: 'bullet', text: 'Sie dürfen sehen, was wir gespeichert haben, und eine Kopie bekommen (Art. 15 DSGVO).' },
    { kind: 'bullet', text: 'Sie dürfen Falsches berichtigen lassen (Art. 16 DSGVO).' },
    { kind: 'bullet', text: 'Sie dürfen verlangen, dass wir löschen (Art. 17 DSGVO) oder die Daten nicht mehr benutzen (Art. 18 DSGVO).' },
    { kind: 'bullet', text: 'Sie dürfen widersprechen (Art. 21 DSGVO).' },
    { kind: 'bullet', text: 'Eine Erlaubnis können Sie jederzeit zurücknehmen. Das gilt dann für die Zukunft (Art. 7 Abs. 3 DSGVO).' },
    { kind: 'paragraph', text: 'Kein Computer entscheidet über Sie (Art. 22 DSGVO).' },
    { kind: 'heading', text: 'Fragen oder Beschwerden?' },
    office.officerContact === '' ? missing('Kontakt der oder des Datenschutzbeauftragten') : { kind: 'paragraph', text: `Datenschutz bei uns: ${[office.officerName, office.officerContact].filter(Boolean).join(', ').replaceAll('\n', ', ')}` },
    authority ? { kind: 'paragraph', text: `Aufsicht: ${authority.name}, ${authority.city}, ${authority.web}` } : missing('Aufsichtsbehörde (Bundesland)'),
    { kind: 'paragraph', text: 'Ausgehändigt am ____________________     Übersetzt in ____________________' },
  ]
  return flowPdf({ title: 'Ihre Daten in der Beratung', dense: true }, blocks)
}

function retentionSentences(periods: readonly OwnPeriod[]): string {
  const of = (code: string): number | null => {
    const own = periods.find((period) => period.code === code)
    return own ? own.years : (retentionRules.find((rule) => rule.code === code)?.years ?? null)
  }
  const end = (years: number | null, from: string): string => (years === null ? 'bewahren wir die Akte auf, solange sie gebraucht wird' : `löschen wir ${years === 1 ? '1 Jahr' : `${years} Jahre`} nach dem Ende des Jahres, in dem ${from}`)
  return `Meist ${end(of('case'), 'wir zuletzt gesprochen haben')}. Wenn es ein Gerichtsverfahren gibt, ${end(of('claim'), 'es endgültig zu Ende war')}. Anonyme Zahlen für die Statistik bleiben.`
}
