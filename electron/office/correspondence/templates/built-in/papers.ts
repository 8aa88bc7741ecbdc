import { bodyText } from '../../../../../shared/correspondence/body.ts'
import { pressLength } from '../../../../../shared/correspondence/press/text.ts'
import { referenceOf } from '../../../../../shared/correspondence/compose-sheet.ts'
import type { LetterFields } from '../../../../../shared/correspondence/letter.ts'
import { letterDate } from '../../../../../shared/correspondence/letter-date.ts'
import { particulars, type DocumentKind } from '../../../../../shared/correspondence/templates/kinds.ts'
import type { Letterhead } from '../../../../../shared/settings/letterhead.ts'
import type { Section } from './sections.ts'

/** What a document of a kind says, in its order. `letter`: it has the address field of a letter; then the sections stand beside its text. */
export interface Paper {
  letter: boolean
  /** Above everything, where the document isn't a letter. */
  title: string
  look: 'file' | 'reading' | 'certificate'
  before: Section[]
  after: Section[]
  signature: 'none' | 'full'
  /** Its sections say what the text says; it isn't printed again. */
  ownBody?: true
}

type Written = LetterFields & { number: string }

/** Gives the parts that domain.md's table of documents asks of each kind. */
export function paperOf(kind: DocumentKind, letter: Written, letterhead: Letterhead): Paper {
  const word = (key: string): string => {
    const value = letter.particulars[key]
    return typeof value === 'string' ? value : ''
  }
  const lines = (key: string): string[] => word(key).split('\n').filter((text) => text.trim() !== '')
  const rows = (key: string): string[][] => {
    const value = letter.particulars[key]
    const columns = particulars[kind].find((particular) => particular.key === key)?.columns ?? []
    return Array.isArray(value) ? value.map((row) => columns.map((column) => row[column.key] ?? '')) : []
  }
  const headings = (key: string): string[] => (particulars[kind].find((particular) => particular.key === key)?.columns ?? []).map(({ label }) => label)
  const reference = referenceOf(letter)
  const day = letterDate(letter.date)
  const base: Paper = { letter: false, title: letter.subject, look: 'file', before: [], after: [], signature: 'full' }

  switch (kind) {
    case 'brief': return { ...base, letter: true }
    case 'kurzbrief': return {
      ...base, letter: true,
      before: [{ kind: 'checks', heading: 'Mit der Bitte um', options: particulars.kurzbrief[0]?.options ?? [], ticked: lines('bitte_um') }],
    }
    case 'stellungnahme': return {
      ...base, letter: true,
      before: [{ kind: 'facts', facts: [['Bezug', word('anlass')], ['Gegenstand', word('gegenstand')], ['Grundlage', word('grundlage')]] }],
      after: [
        { kind: 'points', heading: 'Empfehlungen', lines: lines('empfehlungen'), numbered: true },
        { kind: 'words', heading: 'Gesamtvotum', text: word('votum') },
      ],
    }
    case 'einladung': return {
      ...base, letter: true,
      after: [
        { kind: 'facts', facts: [['Tag', letterDate(word('termin'))], ['Uhrzeit', word('uhrzeit')], ['Ort', word('ort')]] },
        { kind: 'points', heading: 'Tagesordnung', lines: lines('tagesordnung'), numbered: true },
        { kind: 'words', text: word('rueckmeldung') === '' ? '' : `Bitte geben Sie bis zum ${letterDate(word('rueckmeldung'))} Bescheid, ob Sie teilnehmen.` },
        { kind: 'words', heading: 'Hinweise', text: word('hinweise') },
      ],
    }
    case 'zweisprachig': return {
      ...base, letter: true, ownBody: true,
      before: [{ kind: 'table', columns: ['Deutsch', word('sprache')], widths: [82.5, 82.5], rows: sideBySide([letter.subject, ...bodyText(letter.body).split('\n')], [word('betreff_uebersetzt'), ...lines('uebersetzung')]) }],
    }
    case 'vermerk': return {
      ...base, title: 'Vermerk',
      before: [{ kind: 'facts', facts: [['Aktenzeichen', reference], ['Datum', day], ['Betreff', letter.subject], ['Anlass', word('anlass')], ['Teilnehmende', word('teilnehmende')]] }, { kind: 'body', heading: 'Sachverhalt und Bewertung', body: letter.body }],
      after: [{ kind: 'words', heading: 'Ergebnis oder Vorschlag', text: word('ergebnis') }],
    }
    case 'verfuegung': return {
      ...base, title: 'Verfügung',
      before: [
        { kind: 'facts', facts: [['Aktenzeichen', reference], ['Datum', day], ['Betreff', letter.subject]] },
        { kind: 'body', heading: 'Vermerk', body: letter.body },
        { kind: 'table', columns: ['Nr.', ...headings('punkte')], widths: [12, 75, 38, 40], rows: rows('punkte').map((cells, index) => [`${index + 1}.`, ...cells]) },
      ],
    }
    case 'vorlage': return {
      ...base, title: 'Vorlage',
      before: [
        { kind: 'facts', facts: [['Vorlagen-Nr.', word('vorlagennummer')], ['Einreicher', word('einreicher')], ['Datum', day], ['Beratung', word('oeffentlichkeit')], ['Betreff', letter.subject]] },
        { kind: 'table', heading: 'Beratungsfolge', columns: headings('beratungsfolge'), widths: [65, 30, 35, 35], rows: rows('beratungsfolge') },
        { kind: 'words', heading: 'Beschlussvorschlag', text: word('beschlussvorschlag') },
        { kind: 'body', heading: 'Sachverhalt und Begründung', body: letter.body },
        { kind: 'words', heading: 'Rechtsgrundlage', text: word('rechtsgrundlage') },
        { kind: 'words', heading: 'Finanzielle Auswirkungen', text: word('finanzen') },
        { kind: 'table', heading: 'Mitzeichnung', columns: ['Stelle', 'Datum', 'Zeichen'], widths: [85, 40, 40], rows: [[letterhead.department, '', ''], ['', '', '']] },
      ],
    }
    case 'pressemitteilung': return {
      ...base, title: 'Pressemitteilung',
      before: [
        { kind: 'facts', facts: [['Datum', day], ['Sperrfrist', word('sperrfrist')]] },
        { kind: 'words', heading: letter.subject, text: word('vorspann') },
        { kind: 'body', body: letter.body },
        { kind: 'words', text: word('zitat') },
        { kind: 'words', text: `(${pressLength(letter).toLocaleString('de-DE')} Zeichen mit Leerzeichen)` },
        { kind: 'words', text: word('abbinder') },
        { kind: 'words', heading: 'Kontakt für Rückfragen', text: word('kontakt') },
      ],
      signature: 'none',
    }
    case 'grusswort': return {
      ...base, title: 'Grußwort', look: 'reading', signature: 'none',
      before: [{ kind: 'facts', facts: [['Anlass', word('anlass')], ['Länge', word('dauer')], ['Datum', day]] }, { kind: 'words', text: letter.salutation }, { kind: 'body', body: letter.body }],
    }
    case 'urkunde': return { ...base, title: 'Urkunde', look: 'certificate', before: [{ kind: 'words', text: word('person') }, { kind: 'words', text: word('anlass') }, { kind: 'body', body: letter.body }] }
    case 'bescheinigung': return {
      ...base, title: 'Bescheinigung',
      before: [{ kind: 'facts', facts: [['Für', word('person')], ['Geboren am', letterDate(word('geboren'))], ['Worüber', word('gegenstand')], ['Zeitraum', word('zeitraum')]] }, { kind: 'body', body: letter.body }],
    }
  }
}

/** Two languages beside each other, paragraph by paragraph. */
function sideBySide(left: readonly string[], right: readonly string[]): string[][] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [left[index] ?? '', right[index] ?? ''])
}
