import { clockOf } from '../../../../shared/counselling/incidents/clock.ts'
import type { Incident } from '../../../../shared/counselling/incidents/contract.ts'
import { findPaper, papersOn, type Paper, type PaperVariant } from '../../../../shared/counselling/incidents/papers/catalogue.ts'
import type { WantedPaper } from '../../../../shared/counselling/incidents/papers/contract.ts'
import { keysOf } from '../../../../shared/counselling/incidents/papers/fill.ts'
import type { PaperKey } from '../../../../shared/counselling/incidents/papers/values.ts'
import { addDays } from '../../../../shared/holidays/days.ts'

/** Days that a recipient is given to answer unless the person says otherwise. */
const daysToReply = 14

/** What is typed into the dialog. Days may be unreadable, the address is one text. */
export interface PaperDraft {
  paper: string
  variant: PaperVariant
  caseId: string | null
  opening: string | null
  recipient: string
  salutation: string
  replyBy: string | null
  writtenOn: string | null
  released: boolean
}

/** The dialog as it begins: with the first paper and the first case of the incident that the person may see. */
export function newPaperDraft(incident: Incident, today: string): PaperDraft {
  const [first] = papersOn(today)
  return {
    paper: first?.code ?? '', variant: first?.variants[0] ?? 'client', caseId: casesOf(incident)[0]?.value ?? null, opening: null, recipient: incident.actorOrganisation, salutation: '',
    replyBy: addDays(today, daysToReply), writtenOn: today, released: false,
  }
}

/** Another paper in its first variant; a release that was looked at was looked at for the other one. */
export function withPaper(draft: PaperDraft, code: string): PaperDraft {
  const variants = findPaper(code)?.variants ?? []
  const recipient = findPaper(code)?.toClient ? '' : draft.recipient
  return { ...draft, paper: code, variant: variants.includes(draft.variant) ? draft.variant : (variants[0] ?? draft.variant), recipient, released: false }
}

/** What the office process is asked; null while a day is unreadable. */
export function wantedOf(draft: PaperDraft, incidentId: string): WantedPaper | null {
  const { recipient, replyBy, writtenOn, ...rest } = draft
  if (replyBy === null || writtenOn === null) return null
  return { ...rest, incidentId, replyBy, writtenOn, recipient: recipient.split('\n').map((line) => line.trim().slice(0, 200)).filter(Boolean).slice(0, 6) }
}

/** Cases of the affected people that the person asking may see. */
export function casesOf({ affected }: Incident): { value: string; label: string }[] {
  return affected.flatMap(({ caseId, caseNumber, alias, caseTrashed }) => caseId === null || caseTrashed ? [] : [{ value: caseId, label: [caseNumber, alias].filter(Boolean).join(' · ') }])
}

/** The papers to choose from, those that the incident calls for first. */
export function paperChoices(incident: Incident, today: string): { group: string; items: { value: string; label: string }[] }[] {
  const offered = new Set<string>(clockOf(incident).map(({ rule }) => rule))
  const suits = ({ rule, code }: Paper): boolean => code === 'memory' || (rule !== null && offered.has(rule))
  const items = (wanted: boolean) => papersOn(today).filter((paper) => suits(paper) === wanted).map(({ code, label }) => ({ value: code, label }))
  return [{ group: 'Passt zu diesem Vorfall', items: items(true) }, { group: 'Weitere', items: items(false) }]
}

/** Whether the paper speaks of something, so that the dialog asks for it. */
export function speaksOf(paper: Paper, variant: PaperVariant, key: PaperKey): boolean {
  return keysOf(paper, variant).some((found) => found.key === key)
}
