import { z } from 'zod'
import type { Role } from '../../vault/roles.ts'
import type { Letterhead } from '../../settings/letterhead.ts'
import { cleanLine } from '../clean-text.ts'
import type { LetterFields } from '../letter.ts'

const line = (max = 200) => z.string().max(max).transform(cleanLine)

/** How somebody signs: as the head without addition, as the deputy, or by order (Zeichnungsbefugnis of the office). */
export const signingRules = ['head', 'deputy', 'order'] as const
export type SigningRule = (typeof signingRules)[number]
export const signingRuleLabels: Readonly<Record<SigningRule, string>> = { head: 'ohne Zusatz (Leitung)', deputy: 'In Vertretung (i. V.)', order: 'Im Auftrag (i. A.)' }

/** What letters say of somebody of the office. */
export const signatoryFieldsSchema = z.object({
  /** Below the name: „Sachbearbeiterin Integration". */
  functionTitle: line(),
  rule: z.enum(signingRules),
  /** Namenszeichen, such as „AA". */
  sign: line(10),
  /** Own extension and mailbox; empty for the office's. */
  phone: line(80),
  email: line(),
})
export type SignatoryFields = z.infer<typeof signatoryFieldsSchema>

export const signatorySchema = signatoryFieldsSchema.extend({ personId: z.string().min(1).max(64), name: line(), version: z.number().int() })
export type Signatory = z.infer<typeof signatorySchema>

/** How somebody signs of whom nobody has said otherwise. */
export function unsaidSignatory(person: { id: string; name: string; role: Role }): Signatory {
  const rule = { leitung: 'head', vertretung: 'deputy', assistenz: 'order' } as const
  return { personId: person.id, name: person.name, version: 0, functionTitle: '', rule: rule[person.role], sign: initialsOf(person.name), phone: '', email: '' }
}

/** First letters of a name: „Asta Ablage" is AA, „Dr. Ștefan von Berg" is ȘB. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{Lu}/u.test(word) && !word.endsWith('.'))
  return [...new Set([words[0], words.at(-1)])].map((word) => [...word ?? ''][0] ?? '').join('') || (words[0]?.slice(0, 2) ?? '')
}

/** The addition above the name by the rule of who signs. */
export function additionFor(rule: SigningRule): string {
  return { head: '', deputy: 'In Vertretung', order: 'Im Auftrag' }[rule]
}

/** What a letter says of the person who signs. The function isn't said twice where the authority's line says it already. */
export function signedBy(signatory: Signatory, letterhead: Pick<Letterhead, 'signatureAuthority'>): Pick<LetterFields, 'signerId' | 'signerSign' | 'signatureName' | 'signatureFunction' | 'signatureAddition' | 'signatureAuthority'> {
  const authority = letterhead.signatureAuthority
  const said = signatory.functionTitle !== '' && authority.toLocaleLowerCase('de').includes(signatory.functionTitle.toLocaleLowerCase('de'))
  return {
    signerId: signatory.personId, signerSign: signatory.sign, signatureName: signatory.name, signatureFunction: said ? '' : signatory.functionTitle,
    signatureAddition: additionFor(signatory.rule), signatureAuthority: authority,
  }
}

/** What a letter says of the person who wrote it. */
export function writtenBy(signatory: Signatory): Pick<LetterFields, 'editorId' | 'editorName' | 'editorSign' | 'contactPerson' | 'contactPhone' | 'contactEmail'> {
  const { personId, name, sign, phone, email } = signatory
  return { editorId: personId, editorName: name, editorSign: sign, contactPerson: name, contactPhone: phone, contactEmail: email }
}
