import { germanDate } from '../../../../../shared/dates.ts'
import type { Series } from '../../../../../shared/events/model.ts'
import type { SeriesLetter } from '../../../../../shared/events/series/model.ts'

/** As serial letters name what a series gives each recipient. */
export const enclosureKind = 'event-series'
export const thanksOption = 'thanks'
/** The line of a letter of thanks in the place of which each partner's own events stand. */
export const thanksMark = '[Ihre Veranstaltungen]'

/** Subject and text of a letter to the partners, to be changed before it is written. */
export function letterTexts(letter: SeriesLetter, { title, motto, startsOn, endsOn, entriesUntil }: Series): { subject: string; text: string } {
  const days = startsOn === null ? '' : ` vom ${germanDate(startsOn)}${endsOn === null ? '' : ` bis ${germanDate(endsOn)}`}`
  const until = entriesUntil === null ? '' : ` bis zum ${germanDate(entriesUntil)}`
  const under = motto === '' ? '' : ` unter dem Motto „${motto}“`
  if (letter === 'call') {
    return {
      subject: `${title}: Ihr Beitrag zum Programm`,
      text: [
        `die ${title} findet${days}${under} statt. Ich lade Sie ein, sich mit eigenen Veranstaltungen zu beteiligen: mit einem Fest, einem Vortrag, einer Führung, einem Konzert oder einem offenen Abend in Ihren Räumen.`,
        `Dafür erhalten Sie ein Formular. Bitte füllen Sie es aus und senden es${until} zurück, möglichst als Datei. Auch wenn Sie sich diesmal nicht beteiligen, hilft eine kurze Rückmeldung.`,
        'Aus allen Beiträgen entsteht ein gemeinsames Programmheft. Bei Fragen zu Räumen, Dolmetschen oder Barrierefreiheit unterstützt das Büro gern.',
      ].join('\n\n'),
    }
  }
  if (letter === 'reminder') {
    return {
      subject: `${title}: Erinnerung an Ihren Beitrag`,
      text: [
        `zur ${title}${days}${under} liegt von Ihnen noch keine Rückmeldung vor. Das Programm wird bald zusammengestellt.`,
        `Das Formular erhalten Sie noch einmal. Bitte senden Sie es${until} zurück, oder teilen Sie kurz mit, dass Sie sich diesmal nicht beteiligen.`,
      ].join('\n\n'),
    }
  }
  return {
    subject: `${title}: Dank für Ihren Beitrag`,
    text: [
      `die ${title}${under} ist vorüber. Dass sie gelungen ist, verdankt sie auch Ihnen. Herzlichen Dank für Ihren Beitrag:`, thanksMark,
      'Über Rückmeldungen, was gut war und was im nächsten Jahr anders werden soll, freue ich mich.',
    ].join('\n\n'),
  }
}
