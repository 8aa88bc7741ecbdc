import { describe, expect, it } from 'vitest'
import { gapPieces } from '../../../correspondence/gaps.ts'
import { ruleById } from '../../deadlines/data.ts'
import { emptyIncident } from '../model.ts'
import { findPaper, needsRelease, papersOn, type Paper } from './catalogue.ts'
import { fill, keysOf, letterBody } from './fill.ts'
import { paperKeys, paperValues } from './values.ts'
import type { Incident } from '../contract.ts'

const papers = papersOn('2026-03-02')
const incident: Incident = {
  ...emptyIncident('2026-03-10', 'BB'), id: 'i', version: 1, number: 'V-2026-001', consultationId: null, affected: [], deadlines: [], refusals: [], firstAid: [], hasOffender: false,
  kept: null, recordedById: 'p', recordedByName: 'P', trashed: false, updatedAt: '',
  occurredOn: '2026-03-02', summary: 'Absage', characteristics: [{ code: 'racist-muslim', ascribed: true }],
  evidence: [{ id: 'e', kind: 'witness', description: 'Kollegin', datedOn: null, attachmentId: null, sha256: '' }],
  claims: [{ id: 'c', code: 'agg15-2', assertedOn: null, amountCents: 150_000, note: '' }],
}
const context = { client: '', clientAddress: [], birthDate: '', recipient: [], writtenOn: '', replyBy: '2026-03-20' }

describe('the papers', () => {
  it.each(papers.map((paper) => [paper.code, paper] as const))('%s: every variant has its text and every key is known', (_code, paper: Paper) => {
    for (const variant of paper.variants) {
      const keys = keysOf(paper, variant)
      expect(keys.filter(({ key }) => !(key in paperKeys))).toEqual([])
      if (paper.form === 'letter') {
        expect(paper.texts[variant]?.subject).toBeTruthy()
        expect(paper.texts[variant]?.body.length).toBeGreaterThan(1)
      } else if (variant === 'filled') expect(keys.length).toBeGreaterThan(2)
    }
    if (paper.rule !== null) expect(ruleById(paper.rule).id).toBe(paper.rule)
    expect(paper.hint.every((hint) => hint.endsWith('.'))).toBe(true)
  })

  it('hold all that the domain asks for, and know which need a release', () => {
    expect(papers.map(({ code }) => code)).toEqual([
      'memory', 'claim-work', 'claim-civil', 'complaint-employer', 'statement-request', 'complaint-letter', 'police-report', 'medical', 'prosecution-status', 'supervision', 'ladg', 'closing',
    ])
    expect(papersOn('2000-01-01')).toEqual([])
    const claim = findPaper('claim-work') as Paper
    expect([needsRelease(claim, 'client'), needsRelease(claim, 'office')]).toEqual([false, true])
  })
})

describe('filling', () => {
  const values = paperValues(incident, context)

  it('puts in what is known and marks what is missing', () => {
    expect(fill('Vorgang {{occurred}}: {{description}}', values)).toBe('Vorgang am 02.03.2026: Absage')
    expect(gapPieces(fill('Ort: {{place}}', values))).toEqual([{ text: 'Ort: ', missing: false }, { text: '[Bitte ergänzen: Ort des Vorfalls]', missing: true }])
  })

  it('makes lists, leaves out what is optional, and marks a list that is missing', () => {
    const body = letterBody([{ list: 'evidence' }, { list: 'assertions', optional: true }, { if: 'rejection', text: 'am {{rejection}}' }], values)
    expect(body.content.map(({ type }) => type)).toEqual(['bulletList', 'bulletList'])
    expect(JSON.stringify(body)).toContain('Zeugin oder Zeuge: Kollegin')
    expect(JSON.stringify(body)).toContain('1.500,00 EUR')
    const without = letterBody([{ list: 'evidence' }, { list: 'assertions', optional: true }], paperValues({ ...incident, evidence: [], claims: [] }, context))
    expect(JSON.stringify(without)).toContain('Bitte ergänzen: Belege und Indizien')
    expect(without.content).toHaveLength(1)
  })

  it('says a period as one, and a characteristic that others ascribed as such', () => {
    expect(paperValues({ ...incident, occurredUntil: '2026-03-05' }, context).occurred).toBe('vom 02.03.2026 bis 05.03.2026')
    expect(values.characteristics).toContain('(zugeschrieben)')
  })
})
