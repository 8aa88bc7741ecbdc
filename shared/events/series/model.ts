import { z } from 'zod'
import { cleanLine, cleanText } from '../../correspondence/clean-text.ts'
import { eventStates } from '../catalogue.ts'

const line = (max = 300) => z.string().max(max).transform(cleanLine)
const text = (max = 5_000) => z.string().max(max).transform(cleanText)
const id = z.string().min(1).max(64)
const day = z.iso.date()

/** Where a partner of a series stands, from being thought of to the answer. */
export const partnerStates = ['noted', 'invited', 'reminded', 'answered', 'nothing', 'declined'] as const
export type PartnerState = (typeof partnerStates)[number]
export const partnerStateLabels: Readonly<Record<PartnerState, string>> = {
  noted: 'Vorgemerkt', invited: 'Eingeladen', reminded: 'Erinnert', answered: 'Geantwortet', nothing: 'Keine Beiträge', declined: 'Abgesagt',
}
/** States in which an answer is still awaited. */
export const awaitedStates: readonly PartnerState[] = ['invited', 'reminded']

/** Somebody who is asked for events of a series. `code` stands on the form and says whose it is. */
export const seriesPartnerSchema = z.object({
  id, contactId: id.nullable(), name: line().refine((value) => value !== '', 'Bitte angeben, wer eingeladen wird.'), code: z.string(), state: z.enum(partnerStates),
  invitedOn: day.nullable(), remindedOn: day.nullable(), answeredOn: day.nullable(), note: text(1_000),
  /** Events of the series that came from this partner or that it organises. */
  events: z.int(),
})
export type SeriesPartner = z.infer<typeof seriesPartnerSchema>

/** What the office decided about an entry. */
export const approvals = ['received', 'query', 'accepted', 'rejected'] as const
export type Approval = (typeof approvals)[number]
export const approvalLabels: Readonly<Record<Approval, string>> = { received: 'Eingegangen', query: 'Rückfrage', accepted: 'Angenommen', rejected: 'Abgelehnt' }

/** What a booklet says beside its events, and how long a text of the programme may be. */
export const seriesTextsSchema = z.object({
  /** Characters with spaces. */
  textLimit: z.int().min(100).max(3_000),
  greeting: text(6_000),
  /** Below the greeting: name and function. */
  greetingBy: line(),
  /** One a line. */
  sponsors: text(3_000),
  imprint: text(3_000),
})
export type SeriesTexts = z.infer<typeof seriesTextsSchema>

/** Forms that partners fill in. */
export const formKinds = ['xlsx', 'docx'] as const
export type FormKind = (typeof formKinds)[number]
export const formKindLabels: Readonly<Record<FormKind, string>> = { xlsx: 'Excel', docx: 'Word' }

/** Letters to the partners of a series. */
export const seriesLetters = ['call', 'reminder', 'thanks'] as const
export type SeriesLetter = (typeof seriesLetters)[number]

/** What an event of a programme lacks before it can be printed. */
export const gapCodes = ['day', 'time', 'place', 'access', 'contact', 'organiser', 'text', 'too-long'] as const
export type GapCode = (typeof gapCodes)[number]
export const gapLabels: Readonly<Record<GapCode, string>> = {
  day: 'Tag', time: 'Uhrzeit', place: 'Ort', access: 'Angabe zum Zugang', contact: 'Anmeldung oder Kontakt', organiser: 'Veranstalter', text: 'Text', 'too-long': 'Text zu lang',
}

/** An event as the programme of its series shows it. */
export const programmeEventSchema = z.object({
  id, version: z.int(), title: z.string(), kind: z.string(), state: z.enum(eventStates),
  startsOn: z.string().nullable(), startsAt: z.string().nullable(), endsOn: z.string().nullable(), endsAt: z.string().nullable(),
  place: z.string(), venueId: z.string().nullable(), placeText: z.string(), topic: z.string(), languages: z.string(), registration: z.string(), accessNote: z.string(), programmeText: z.string(),
  /** How one gets in, in words: from the place and from the event. */
  access: z.string(),
  organisers: z.array(z.string()),
  /** Null for an event that no partner handed in and about which nothing was decided. */
  approval: z.enum(approvals).nullable(), query: z.string(), publicContact: z.string(), remark: z.string(),
  partnerId: z.string().nullable(),
  gaps: z.array(z.enum(gapCodes)),
})
export type ProgrammeEvent = z.infer<typeof programmeEventSchema>

/** What is said of an event for the programme beyond the event itself. */
export const entryDecisionSchema = z.object({ approval: z.enum(approvals), query: text(1_000), publicContact: line(500) })
export type EntryDecision = z.infer<typeof entryDecisionSchema>

/** Somebody who isn't named in what is published, and why. */
export const unnamedSchema = z.object({ name: z.string(), reason: z.string(), events: z.array(z.string()) })
export type Unnamed = z.infer<typeof unnamedSchema>

/** Files that a programme is given out as. */
export const programmeFiles = ['booklet-docx', 'booklet-pdf', 'press-docx', 'press-eml', 'web-html', 'web-csv', 'text'] as const
export type ProgrammeFile = (typeof programmeFiles)[number]
export const papers = ['A5', 'A4'] as const
export type Paper = (typeof papers)[number]

/** Which events are given out: those that were accepted and the office's own, or all that aren't rejected or cancelled. */
export const programmeScopes = ['accepted', 'all'] as const
export type ProgrammeScope = (typeof programmeScopes)[number]

/** Which events are taken into a programme, and who isn't named. */
export const programmeCheckSchema = z.object({
  taken: z.int(),
  /** Titles of events that stay out, with the reason. */
  leftOut: z.array(z.object({ title: z.string(), reason: z.string() })),
  unnamed: z.array(unnamedSchema),
  /** Titles of events that are taken though something is missing. */
  incomplete: z.int(),
  /** Whether page numbers and PDF can be made on this computer. */
  libreOffice: z.boolean(),
})
export type ProgrammeCheck = z.infer<typeof programmeCheckSchema>

/** One side of a review. */
export const reviewSideSchema = z.object({
  id, title: z.string(), startsOn: z.string().nullable(), endsOn: z.string().nullable(),
  events: z.int(), held: z.int(), cancelled: z.int(), visitors: z.int(), withVisitors: z.int(), counted: z.int(),
  partners: z.int(), asked: z.int(), answered: z.int(), interpreted: z.int(), stepFree: z.int(), places: z.int(),
})
export type ReviewSide = z.infer<typeof reviewSideSchema>
const pair = z.object({ label: z.string(), now: z.int(), before: z.int() })
/** Two series side by side. `before` counts nothing where there is no other. */
export const reviewSchema = z.object({
  now: reviewSideSchema, before: reviewSideSchema.nullable(),
  languages: z.array(pair), topics: z.array(pair), kinds: z.array(pair), days: z.array(pair),
  partnersNew: z.array(z.string()), partnersGone: z.array(z.string()), partnersAgain: z.array(z.string()),
})
export type Review = z.infer<typeof reviewSchema>
