import { z } from 'zod'
import { germanDate } from '../../dates.ts'
import type { GapCode } from './model.ts'

/** What one partner is asked after: an answer, or what its entries lack. */
export const chaseSchema = z.object({
  partnerId: z.string(), name: z.string(),
  /** Where the mail goes; empty where none can, and why. */
  email: z.string(), problem: z.string(), salutation: z.string(),
  /** An answer to the call is still awaited, since when, and when it was last asked for. */
  awaited: z.boolean(), invitedOn: z.string().nullable(), remindedOn: z.string().nullable(),
  /** Entries that lack something, in words. */
  events: z.array(z.object({ id: z.string(), title: z.string(), when: z.string(), missing: z.array(z.string()) })),
})
export type Chase = z.infer<typeof chaseSchema>

/** What all mails of a series have in common. */
export const chaseFrameSchema = z.object({
  /** „Interkulturelle Woche 2027 vom 26.09.2027 bis 03.10.2027" */
  series: z.string(), title: z.string(), signature: z.string(),
  /** A day by which to ask for an answer: that of the call, or a week from now where it has gone. */
  until: z.iso.date(),
})
export type ChaseFrame = z.infer<typeof chaseFrameSchema>

/** What the office decides before the mails are written. */
export const chaseWishSchema = z.object({ until: z.iso.date(), addition: z.string().max(2_000).normalize('NFC') })
export type ChaseWish = z.infer<typeof chaseWishSchema>

/** What an entry lacks, as its partner is asked for it. */
export function missingWords(gap: GapCode, { textLimit, length }: { textLimit: number; length: number }): string {
  const words: Readonly<Record<GapCode, string>> = {
    day: 'der Tag', time: 'die Uhrzeit', place: 'der Ort (Haus, Raum, Straße)', access: 'wie man hineinkommt (stufenlos, Aufzug, WC)', contact: 'Anmeldung oder Kontakt für Gäste', organiser: 'wer einlädt',
    text: `ein Text für das Programm (höchstens ${textLimit} Zeichen)`, 'too-long': `ein kürzerer Text: höchstens ${textLimit} Zeichen, jetzt sind es ${length}`,
  }
  return words[gap]
}

/** The mail to one partner. The window shows it before the office writes it. */
export function chaseMail({ salutation, awaited, invitedOn, remindedOn, events }: Chase, { series, title, signature }: ChaseFrame, { until, addition }: ChaseWish): { subject: string; text: string } {
  const asked = [invitedOn === null ? '' : `habe ich Sie am ${germanDate(invitedOn)} eingeladen`, remindedOn === null ? '' : `${invitedOn === null ? 'habe ich Sie ' : ''}am ${germanDate(remindedOn)} erinnert`].filter((part) => part !== '').join(' und ')
  const day = germanDate(until)
  const listed = events.map((event) => [`„${event.title}“${event.when === '' ? '' : `, ${event.when}`}`, ...event.missing.map((each) => `  – ${each}`)].join('\n'))
  const answer = awaited
    ? [`zur ${series} ${asked === '' ? 'habe ich Sie eingeladen' : asked}. Eine Antwort von Ihnen liegt hier noch nicht vor.`, `Bitte füllen Sie das Formular im Anhang aus und senden es bis zum ${day} zurück. Wenn Sie sich diesmal nicht beteiligen, genügt eine kurze Antwort auf diese E-Mail.`]
    : []
  const gaps = listed.length === 0 ? [] : [
    awaited ? 'Für das Programm fehlt außerdem noch:' : `vielen Dank für Ihren Beitrag zur ${series}. Für das Programm fehlt noch:`, ...listed,
    `Bitte ergänzen Sie es bis zum ${day} im Formular im Anhang: Ihre Angaben stehen schon darin, was fehlt, ist farbig unterlegt. Oder antworten Sie kurz auf diese E-Mail.`,
  ]
  return {
    subject: `${title}: ${awaited ? 'Ihr Beitrag zum Programm' : 'Angaben zu Ihrem Beitrag'}`,
    text: [salutation, ...answer, ...gaps, addition.trim(), 'Mit freundlichen Grüßen', signature].filter((part) => part !== '').join('\n\n'),
  }
}

/** What is noted of the mail in the history of the contact. */
export function chaseNote({ awaited, events }: Chase, { title }: ChaseFrame): string {
  const about = [awaited ? 'Antwort auf den Aufruf' : '', ...events.map((event) => `„${event.title}“ (${event.missing.join(', ')})`)].filter((part) => part !== '').join('; ')
  return `Nachfrage zur ${title} als E-Mail-Entwurf geschrieben: ${about}`.slice(0, 5_000)
}
