import { expect, it } from 'vitest'
import { openTestSession } from '../../../../tests/support/session.ts'
import { bodyFromText } from '../../../../shared/correspondence/body.ts'
import { createLetter, updateLetter } from '../service.ts'
import { searchTexts } from './full-text.ts'

it('quotes whole words of the text, and of names and references only what was asked for', async () => {
  const test = await openTestSession()
  try {
    const desk = test.session.office
    const letter = await createLetter(desk, null)
    const text = `Der Sprachkurs beginnt im Januar. ${'Weitere Auskünfte erteilen wir gern. '.repeat(6)}Ende.`
    await updateLetter(desk, letter.id, letter.version, { contactPerson: 'Jana Beispiel', signatureName: 'Jana Beispiel', editorName: 'Jana Beispiel', body: bodyFromText(text) })
    const excerpt = async (query: string) => (await searchTexts(desk, { query, offset: 0, limit: 5 })).hits[0]?.excerpt
    expect(await excerpt('sprachk')).toBe('Der Sprachkurs beginnt im Januar. Weitere Auskünfte erteilen wir gern. Weitere Auskünfte erteilen wir …')
    expect(await excerpt('ende')).toMatch(/^… [A-Za-z]+ .* gern\. Ende\.$/u)
    expect(await excerpt('jana')).toBe('Jana Beispiel')
  } finally {
    await test.dispose()
  }
})
