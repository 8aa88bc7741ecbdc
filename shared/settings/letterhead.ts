import { z } from 'zod'

const line = (max = 200) => z.string().trim().max(max)

/**
 * What stands on every letter of the office; what is empty is not printed. The schema has no defaults on purpose: zod would
 * also fill them into a partial update and so wipe the other fields.
 */
export const letterheadSchema = z.object({
  officeName: line(),
  department: line(),
  street: line(),
  postalCode: line(20),
  city: line(),
  /** The line above the recipient; composed from name, street and place when empty. */
  returnAddress: line(),
  phone: line(80),
  fax: line(80),
  email: line(),
  web: line(),
  bank: line(500),
  /** „Auskunft erteilt" of a new letter. */
  contactPerson: line(),
  closing: line(),
  /** Authority or function below the closing. */
  signatureAuthority: line(),
  /** „Im Auftrag", „In Vertretung" or nothing. */
  signatureAddition: line(80),
  signatureName: line(),
  /** Text across the foot of the first page, for example the note on e-mails without electronic signature. */
  footer: line(1_000),
  fontFamily: z.string().trim().min(1).max(60),
  fontSize: z.number().min(10).max(12),
  /** Who signs unless somebody else is chosen: a person of the office; empty for whoever begins the letter. */
  signerId: z.string().max(64),
})

/** The office's letterhead. */
export type Letterhead = z.infer<typeof letterheadSchema>

/** A letterhead with nothing filled in. */
export const emptyLetterhead: Letterhead = {
  officeName: '', department: '', street: '', postalCode: '', city: '', returnAddress: '', phone: '', fax: '', email: '', web: '', bank: '',
  contactPerson: '', closing: '', signatureAuthority: '', signatureAddition: '', signatureName: '', footer: '',
  fontFamily: 'Arial', fontSize: 11, signerId: '',
}

/** Gives the line above the recipient: the office's own wording, or name, street and place divided by middle dots. */
export function returnAddressOf(letterhead: Letterhead): string {
  if (letterhead.returnAddress) return letterhead.returnAddress
  const place = [letterhead.postalCode, letterhead.city].filter(Boolean).join(' ')
  return [letterhead.officeName, letterhead.street, place].filter(Boolean).join(' · ')
}
