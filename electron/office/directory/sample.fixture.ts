import { contactInputSchema, type ContactInput } from '../../../shared/directory/model.ts'

/** Invented contacts for tests. */
export function organisation(name: string, more: object = {}): ContactInput {
  return contactInputSchema.parse({ kind: 'organisation', name, ...more })
}

export function person(familyName: string, givenNames: string, more: object = {}): ContactInput {
  return contactInputSchema.parse({ kind: 'person', familyName, givenNames, ...more })
}

export function address(id: string, place: string, more: object = {}): object {
  return { id, kind: 'office', street: 'Neumarkt 5', postalCode: '03046', place, preferred: true, ...more }
}
