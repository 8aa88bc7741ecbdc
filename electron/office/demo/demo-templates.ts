import data from '../../../resources/demo/templates.json' with { type: 'json' }
import { bodyFromText } from '../../../shared/correspondence/body.ts'
import { documentKindSchema } from '../../../shared/correspondence/templates/kinds.ts'
import type { Place } from '../../../shared/correspondence/templates/model.ts'
import { createLetter, updateLetter } from '../correspondence/service.ts'
import { addTemplate, decide, getTemplate, updateTemplate } from '../correspondence/templates/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'

/** The town's letterhead has no codes: these are the places that somebody clicked. Its paragraphs 3 and 4 are the rest of a sample address. */
const clicked: readonly (readonly [paragraph: number, field: string])[] = [
  [0, 'betreff'], [2, 'anschrift'], [3, ''], [4, ''], [5, 'informationsblock'], [6, 'anrede'], [7, 'text'], [8, 'gruss'], [9, 'unterschrift'],
]

/** Two templates of the invented office, and an invitation that is being written with one of them. */
export async function fillTemplates(desk: OfficeDesk): Promise<void> {
  for (const { fileName, kind, content } of data.templates) {
    const added = await addTemplate(desk, { kind: documentKindSchema.parse(kind), fileName, bytes: Buffer.from(content, 'base64') })
    if (kind === 'brief') {
      const places = clicked.map(([paragraph, field]): Place => ({ part: 'word/document.xml', paragraph, mode: field === '' ? 'clear' : 'replace', field }))
      await decide(desk, added.id, added.version, { places, names: {} })
      continue
    }
    await updateTemplate(desk, added.id, added.version, { note: 'Einladungen des Arbeitskreises, mit der Tagesordnung als Tabelle.', validFrom: daysAgo(200) })
    const letter = await createLetter(desk, null, daysAgo(1), (await getTemplate(desk, added.id)).currentVersion)
    await updateLetter(desk, letter.id, letter.version, {
      subject: 'Einladung zum Arbeitskreis Integration',
      addressLines: ['Mitglieder des Arbeitskreises Integration'],
      body: bodyFromText('zur nächsten Sitzung des Arbeitskreises lade ich herzlich ein. Die Unterlagen liegen ab Montag in der Geschäftsstelle aus.'),
      particulars: {
        termin: daysAgo(-12), uhrzeit: '16:00 bis 18:00 Uhr', ort: 'Rathaus, Raum 2.14 (barrierefrei)', rueckmeldung: daysAgo(-7),
        tagesordnung: 'Begrüßung\nInterkulturelle Woche 2027\nSprachmittlung in Ämtern\nVerschiedenes', hinweise: 'Kinderbetreuung und Sprachmittlung auf Anfrage.',
      },
    })
  }
}
