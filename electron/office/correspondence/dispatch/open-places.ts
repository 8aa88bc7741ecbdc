import { bodyText } from '../../../../shared/correspondence/body.ts'
import type { Letter } from '../../../../shared/correspondence/letter.ts'
import { builtInTemplate } from '../../../../shared/correspondence/templates/built-in.ts'
import { fieldsOf } from '../../../../shared/correspondence/templates/fields.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { letterFile, type LetterShelf } from '../shelf/service.ts'

/** Labels of what is missing in a letter before it goes. A template that can't be filled says so when the letter is sent. */
export async function openPlaces(shelf: LetterShelf, letter: Letter): Promise<string[]> {
  try {
    const { missing } = await letterFile(shelf, letter.id)
    return [...new Set([...blankFields(letter), ...missing])]
  } catch (error) {
    if (error instanceof OfficeError) return []
    throw error
  }
}

/** What a kind of document needs and our own design doesn't mark, as there is nothing where it would stand. */
function blankFields({ template, addressLines, salutation, body }: Letter): string[] {
  const kind = builtInTemplate(template)?.kind
  const blank: Record<string, boolean> = { anschrift: addressLines.length === 0, anrede: salutation.trim() === '', text: bodyText(body).trim() === '' }
  return kind ? fieldsOf(kind).filter(({ key, required }) => required && blank[key] === true).map(({ label }) => label) : []
}
