import { describe, expect, it } from 'vitest'
import type { LetterBody } from '../body.ts'
import { letterFieldsSchema, plainDispatch, type LetterFields } from '../letter.ts'
import { composeSheet } from '../compose-sheet.ts'
import { emptyLetterhead } from '../../settings/letterhead.ts'
import { initialsOf, signedBy, unsaidSignatory } from '../signing/model.ts'
import { bodyWithCopy } from './in-text.ts'
import { copiesOf, letterFor } from './copies.ts'
import type { LetterRecipient } from './model.ts'
import { bodyFor } from './passages.ts'
import { recipientProblems } from './problems.ts'

const paragraph = (...parts: [string, string?][]) => ({ type: 'paragraph' as const, content: parts.map(([text, mark]) => ({ type: 'text' as const, text, ...(mark ? { marks: [{ type: mark as 'bold' }] } : {}) })) })
const body: LetterBody = { type: 'doc', content: [paragraph(['Für alle. '], ['Nur Akte. ', 'draftOnly']), paragraph(['Vertraulich.', 'withheld'])] }

const recipient = (patch: Partial<LetterRecipient>): LetterRecipient => ({
  id: 'r', role: 'copy', contactId: null, name: 'Jobcenter', addressNotes: [], addressLines: ['Jobcenter', 'Bahnhofstraße 1', '03046 Musterstadt'], salutation: '', way: 'email', enclosures: null, note: '', withhold: true, ...patch,
})
const letter: LetterFields & { number: string; status: 'final' } = {
  ...letterFieldsSchema.parse({
    ...plainDispatch, recipientId: 'k', recipientName: 'Stadtwerke', addressNotes: [], addressLines: ['Stadtwerke', '03044 Musterstadt'], yourReference: 'IHR-1', yourMessageOf: '', ourReference: '', contactPerson: 'Asta Ablage',
    date: '2026-11-20', subject: 'Betreff', salutation: 'Sehr geehrte Damen und Herren,', body, closing: 'Gruß', signatureAuthority: '', signatureAddition: 'Im Auftrag', signatureName: 'Mara Muster',
    enclosures: ['Plan', 'Liste'], copies: ['Personalrat'], template: 'builtin:brief-b', particulars: {}, editorName: 'Asta Ablage', editorSign: 'AA', signerSign: 'MM', orders: ['Wv. 15.12.2026', 'z. d. A.'],
    recipients: [
      recipient({ id: 'n', role: 'notice', name: 'Beirat', enclosures: [], note: 'Zu Ihrer Kenntnis.' }), recipient({ id: 'a', note: 'Mit Bitte um Beachtung.', enclosures: ['Liste'] }),
      recipient({ id: 'o', role: 'original', name: 'Herr Nguyen', salutation: 'Guten Tag Kim Nguyen,', way: 'post' }),
    ],
  }),
  number: '2026/0042', status: 'final',
}
const words = (text: LetterBody): string => JSON.stringify(text.content.flatMap((node) => ('content' in node ? (node.content ?? []).map((part) => ('text' in part ? part.text : '')) : [])))

describe('copies of a letter', () => {
  it('are in the order original, copy, notice, file', () => {
    expect(copiesOf(letter).map(({ key }) => key)).toEqual(['main', 'o', 'a', 'n', 'draft'])
  })

  it('an original has its own address and salutation and nobody else’s reference', () => {
    const { letter: said, copy } = letterFor(letter, 'o')
    expect(said).toMatchObject({ recipientName: 'Herr Nguyen', salutation: 'Guten Tag Kim Nguyen,', yourReference: '', enclosures: ['Plan', 'Liste'] })
    expect(copy).toMatchObject({ heading: '', mark: '', file: null })
    expect(words(said.body)).toBe('["Für alle. ","Vertraulich."]')
  })

  it('a copy says for whom it is, to whom the letter went, what is said to it alone, and leaves out what it must not show', () => {
    const { letter: said, copy } = letterFor(letter, 'a')
    expect(copy).toMatchObject({ heading: 'Abdruck an: Jobcenter', accompanying: ['Schreiben an: Stadtwerke, Herr Nguyen', 'Mit Bitte um Beachtung.'] })
    expect(said).toMatchObject({ addressLines: ['Jobcenter', 'Bahnhofstraße 1', '03046 Musterstadt'], salutation: 'Sehr geehrte Damen und Herren,', enclosures: ['Liste'] })
    expect(words(said.body)).toBe('["Für alle. "]')
    expect(letterFor({ ...letter, recipients: [recipient({ withhold: false })] }, 'r').letter.body.content).toHaveLength(2)
  })

  it('a notice goes without enclosures and says so', () => {
    expect(letterFor(letter, 'n').copy).toMatchObject({ heading: 'Nachrichtlich: Beirat', accompanying: ['Schreiben an: Stadtwerke, Herr Nguyen', 'Ohne Anlagen', 'Zu Ihrer Kenntnis.'] })
  })

  it('the file copy has every passage, the points of the Verfügung and who signs', () => {
    const facts = { signings: [{ role: 'Mitzeichnung', name: 'FB 50', sign: 'XY', date: '19.11.2026' }], signedOn: '2026-11-20', orders: [] }
    const { letter: said, copy } = letterFor(letter, 'draft', facts)
    expect(words(said.body)).toContain('Nur Akte.')
    expect(copy?.mark).toBe('Entwurf')
    expect(copy?.file?.orders).toEqual([
      'Original an Stadtwerke (Post, 2 Anlagen)', 'Original an Herr Nguyen (Post, 2 Anlagen)', 'Abdruck an Jobcenter (E-Mail, 1 Anlage)', 'Nachrichtlich an Beirat (E-Mail, ohne Anlagen)', 'Wv. 15.12.2026', 'z. d. A.',
    ])
    expect(copy?.file?.signings.map(({ role, name, sign }) => [role, name, sign])).toEqual([
      ['Bearbeitung', 'Asta Ablage', 'AA'], ['Mitzeichnung', 'FB 50', 'XY'], ['Schlusszeichnung', 'i. A. Mara Muster', 'MM'], ['Abgesandt', '', ''],
    ])
    // Nobody's initials without that person's deed.
    for (const said of [letterFor({ ...letter, status: 'draft' as const }, 'draft', facts), letterFor(letter, 'draft', { ...facts, signedOn: null })]) expect(said.copy?.file?.signings[2]).toMatchObject({ sign: '', date: '' })
    expect(letterFor(letter, 'draft', { ...facts, orders: ['Schreiben an FB 50, gef. 20.11.2026 / AA'] }).copy?.file?.orders).toEqual(['Schreiben an FB 50, gef. 20.11.2026 / AA'])
    expect(words(bodyWithCopy(said.body, copy!))).toContain('1. Original an Stadtwerke')
  })

  it('names in the distribution block whom the letter says, and on the file copy everybody', () => {
    const named = (distribution: LetterFields['distribution'], key = 'main') => letterFor({ ...letter, distribution }, key).copy?.distribution.map(({ heading, lines }) => `${heading}: ${lines.join(', ')}`)
    expect(named('none')).toEqual(['Kopie an: Personalrat'])
    expect(named('copies')).toEqual(['Abdruck an: Jobcenter', 'Nachrichtlich: Beirat (ohne Anlagen)', 'Kopie an: Personalrat'])
    expect(named('none', 'draft')?.[0]).toBe('Gleichlautend an: Stadtwerke, Herr Nguyen')
  })

  it('a letter to one recipient looks as before, with its number and the sign of whoever wrote it', () => {
    const alone = { ...letter, recipients: [] }
    expect(letterFor(alone, 'main').copy).toBeUndefined()
    const sheet = composeSheet(alone, { ...emptyLetterhead, phone: '1' })
    expect(sheet.copies).toEqual(['Personalrat'])
    expect(sheet.information).toContainEqual({ label: 'Unser Zeichen', value: '2026/0042-AA' })
    expect(composeSheet({ ...alone, contactPhone: '030 1' }, { ...emptyLetterhead, phone: '1' }).information).toContainEqual({ label: 'Telefon', value: '030 1' })
  })
})

it('a passage takes the list item with it that held nothing else; a text without passages is the same object', () => {
  const list: LetterBody = { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(['geheim', 'withheld'])] }, { type: 'listItem', content: [paragraph(['offen'])] }] }] }
  expect(bodyFor(list, { draftOnly: false, withheld: false })).toEqual({ type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(['offen'])] }] }] })
  const plain: LetterBody = { type: 'doc', content: [paragraph(['offen', 'bold'])] }
  expect(bodyFor(plain, { draftOnly: false, withheld: false })).toBe(plain)
})

it('a passage in a table or a quotation is hidden, too, with the note that hangs on it; the table keeps its form', () => {
  const text: LetterBody = { type: 'doc', content: [
    { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(['geheim', 'withheld'])] }, { type: 'tableCell', content: [paragraph(['offen'])] }] }] },
    { type: 'blockquote', content: [paragraph(['geheim', 'withheld'])] },
    { type: 'paragraph', content: [...paragraph(['offen ']).content, ...paragraph(['geheim', 'withheld']).content, { type: 'reference', attrs: { text: 'geheim auch das' } }] },
  ] } as LetterBody
  const said = bodyFor(text, { draftOnly: false, withheld: false })
  expect(JSON.stringify(said)).not.toContain('geheim')
  expect(said.content).toHaveLength(2)
  expect(JSON.stringify(said.content[0])).toContain('{"type":"tableCell","content":[{"type":"paragraph"}]}')
})

describe('signing', () => {
  it('follows the role until somebody says otherwise', () => {
    const signs = (role: 'leitung' | 'vertretung' | 'assistenz') => signedBy(unsaidSignatory({ id: 'p', name: 'Asta Ablage', role }), { signatureAuthority: 'Integrationsbeauftragte' }).signatureAddition
    expect([signs('leitung'), signs('vertretung'), signs('assistenz')]).toEqual(['', 'In Vertretung', 'Im Auftrag'])
  })

  it('says a function once', () => {
    const head = { ...unsaidSignatory({ id: 'p', name: 'Mara Muster', role: 'leitung' }), functionTitle: 'Integrationsbeauftragte' }
    expect(signedBy(head, { signatureAuthority: 'Integrationsbeauftragte der Stadt' }).signatureFunction).toBe('')
    expect(signedBy(head, { signatureAuthority: 'Der Oberbürgermeister' }).signatureFunction).toBe('Integrationsbeauftragte')
  })

  it.each([['Asta Ablage', 'AA'], ['Dr. Ștefan von Berg', 'ȘB'], ['Kim', 'K'], ['Eva Muster-Krause', 'EK'], ['', '']])('initials of %s are %s', (name, sign) => expect(initialsOf(name)).toBe(sign))
})

it.each([
  [['Herr Herr Muster'], '', '„Herr Herr“ steht doppelt.'],
  [['Herr Muster'], '', 'In der Anschrift heißt es „Herrn“.'],
  [['Frau Dr. Muster'], 'Sehr geehrter Herr Dr. Muster,', 'Anschrift und Anrede nennen nicht dieselbe Form (Frau, Herr).'],
  [[], 'Sehr geehrte Herr Muster,', '„Sehr geehrte Herr Muster,“: Die Endung passt nicht zur Form.'],
  [[], 'Sehr geehrter  Herr Muster,', 'In der Anrede stehen zwei Leerzeichen.'],
])('%s with %s is warned of', (addressLines, salutation, problem) => expect(recipientProblems({ addressLines, salutation })).toEqual([problem]))

it('nothing is warned of where all is well', () => {
  expect(recipientProblems({ addressLines: ['Stadt', 'Herrn Jan Kowalski', 'Herrnstraße 1'], salutation: 'Sehr geehrter Herr Kowalski,' })).toEqual([])
  expect(recipientProblems({ addressLines: ['Eheleute', 'Frau A und Herrn B'], salutation: 'Sehr geehrte Frau A, sehr geehrter Herr B,' })).toEqual([])
})
