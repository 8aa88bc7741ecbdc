import type { FileChild } from 'docx'
import { papersAsOf, papersHint, variantLabels, type Paper, type SheetPart } from '../../../../../shared/counselling/incidents/papers/catalogue.ts'
import { fill, letterBody, wordsOf } from '../../../../../shared/counselling/incidents/papers/fill.ts'
import { isMissing, paperKeys, type PaperKey, type PaperValues } from '../../../../../shared/counselling/incidents/papers/values.ts'
import { gap, orGap } from '../../../../../shared/correspondence/gaps.ts'
import { letterDate } from '../../../../../shared/correspondence/letter-date.ts'
import type { LetterSheet } from '../../../../../shared/correspondence/letter-sheet.ts'
import { impersonalSalutation } from '../../../../../shared/correspondence/salutation.ts'
import { germanDate } from '../../../../../shared/dates.ts'
import { germanDay } from '../../../../../shared/holidays/days.ts'
import { emptyLetterhead, type Letterhead } from '../../../../../shared/settings/letterhead.ts'
import { draftDocx, draftSheet } from '../../../correspondence/service.ts'
import type { Block } from '../../sheets/blocks.ts'
import { blocksDocx, plainSheetDocx } from '../../sheets/sheet-docx.ts'
import type { PaperParts } from './parts.ts'

type LetterPaper = Extract<Paper, { form: 'letter' }>

/**
 * Writes a draft as DOCX: a letter after DIN 5008 by the same engine as the office's letters, with a page of notes before it that
 * isn't sent; or a form.
 */
export async function paperDocx(parts: PaperParts, letterhead: Letterhead, author: string, today: string): Promise<Uint8Array> {
  const { paper, wanted, values } = parts
  if (paper.form === 'sheet') {
    return plainSheetDocx({
      title: paper.label, subtitle: '', office: wanted.variant === 'blank' ? '' : letterhead.officeName, foot: `Vorlage Stand ${germanDate(papersAsOf)}`,
      blocks: [...paper.blocks.flatMap((part) => formBlocks(part, values, wanted.variant === 'blank')), { type: 'paragraph', text: paper.hint.join(' '), quiet: true }],
    })
  }
  const notes = coverPage(parts)
  if (wanted.variant === 'office') return draftDocx(officeSheet(paper, parts, letterhead, author, today), letterhead, { notes, owner: letterhead.officeName, foot: true })
  const own = clientLetterhead(values, letterhead)
  return draftDocx(clientSheet(paper, parts, today), own, { notes, owner: isMissing(values, 'client') ? '' : wordsOf(values.client), foot: false })
}

function officeSheet(paper: LetterPaper, { wanted, values, incident }: PaperParts, letterhead: Letterhead, author: string, today: string): LetterSheet {
  const { subject = '', body = [] } = paper.texts.office ?? {}
  return draftSheet({
    number: incident.number, ourReference: incident.number, addressLines: addressOf(values, paper), subject: fill(subject, values), body: letterBody(body, values),
    ...(wanted.salutation !== '' && { salutation: wanted.salutation }), enclosures: [...(paper.enclosures.office ?? [])],
  }, letterhead, author, today)
}

/** The client's own letter bears nothing of the office. */
function clientSheet(paper: LetterPaper, { wanted, values }: PaperParts, today: string): LetterSheet {
  const { subject = '', body = [] } = paper.texts.client ?? {}
  return {
    form: 'b', number: '', addressNotes: [], addressLines: addressOf(values, paper), information: [{ label: 'Datum', value: letterDate(today) }], continuationTitle: `Schreiben vom ${letterDate(today)}`,
    subject: fill(subject, values), salutation: wanted.salutation || impersonalSalutation, body: letterBody(body, values), closing: 'Mit freundlichen Grüßen',
    signature: { authority: '', addition: '', name: orGap(wordsOf(values.client), paperKeys.client) }, enclosures: [...(paper.enclosures.client ?? [])], copies: [],
  }
}

/** Sender of the client's own letter, in the office's typeface. */
function clientLetterhead(values: PaperValues, { fontFamily, fontSize }: Letterhead): Letterhead {
  const name = orGap(wordsOf(values.client), paperKeys.client)
  const address = isMissing(values, 'clientAddress') ? gap(paperKeys.clientAddress) : (values.clientAddress as readonly string[]).join(' · ')
  const sender = isMissing(values, 'client') || isMissing(values, 'clientAddress') ? '' : `${name} · ${address}`
  return { ...emptyLetterhead, fontFamily, fontSize, officeName: name, department: address, returnAddress: sender || ' ' }
}

function addressOf(values: PaperValues, { recipient }: LetterPaper): string[] {
  return isMissing(values, 'recipient') ? [gap(recipient ?? paperKeys.recipient)] : [...values.recipient as readonly string[]]
}

/** The page before the letter: until when it must arrive, what is missing, what to mind. It isn't sent. */
function coverPage({ paper, wanted, prepared: { fields, deadline, warnings } }: PaperParts): FileChild[] {
  const missing = fields.filter(({ value, needed }) => needed && value === '')
  const facts: [string, string][] = [
    ['Schriftstück', `${paper.label}, ${variantLabels[wanted.variant]}`],
    ...(paper.norms.length > 0 ? [['Vorschriften', paper.norms.join('; ')] as [string, string]] : []),
    ...(deadline === null ? (paper.rule === null ? [] : [['Frist', gap('Beginn der Frist am Vorfall eintragen')] as [string, string]]) : [
      ['Muss zugehen bis', `${germanDay(deadline.dueOn)}${deadline.safeOn === deadline.dueOn ? '' : `, sicherer Tag: ${germanDay(deadline.safeOn)}`}`] as [string, string],
      ['Grund der Frist', deadline.detail] as [string, string],
    ]),
    ['Vorlage', `Stand ${germanDate(papersAsOf)}`],
  ]
  const blocks: Block[] = [
    { type: 'heading', text: 'Hinweise zum Entwurf' },
    { type: 'box', text: papersHint },
    { type: 'facts', rows: facts },
    ...(missing.length === 0 ? [] : [{ type: 'heading', text: 'Noch zu ergänzen' } as const, { type: 'checks', items: missing.map(({ label }) => label) } as const]),
    { type: 'heading', text: 'Zu beachten' },
    { type: 'list', items: [...warnings, ...paper.hint] },
  ]
  return blocksDocx(blocks)
}

function formBlocks(part: SheetPart, values: PaperValues, blank: boolean): Block[] {
  const known = (key: PaperKey | null | undefined): string => blank || !key || isMissing(values, key) ? '' : wordsOf(values[key])
  if ('text' in part) return [{ type: 'paragraph', text: part.text }]
  if ('checks' in part) return [{ type: 'checks', items: part.checks }]
  if ('signatures' in part) return [{ type: 'signatures', labels: part.signatures }]
  if ('facts' in part) return [{ type: 'facts', rows: part.facts.map(([label, key]) => [label, known(key)]) }]
  const answer = known(part.field)
  const listed = part.field !== undefined && !blank && Array.isArray(values[part.field]) ? (values[part.field] as readonly string[]) : []
  return [
    { type: 'question', text: part.question },
    ...(listed.length > 0 ? [{ type: 'list', items: listed } as const] : answer === '' ? [] : [{ type: 'paragraph', text: answer } as const]),
    // Room to add by hand stays, less of it where something stands already.
    { type: 'lines', count: answer === '' ? part.lines : Math.min(2, part.lines) },
  ]
}
