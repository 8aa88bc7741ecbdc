import { describe, expect, it } from 'vitest'
import { bodyFromText, bodyText, letterBodySchema, maxListDepth } from './body.ts'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const nested = (depth: number): unknown =>
  depth === 0 ? paragraph('innen') : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }

describe('letterBodySchema', () => {
  it('takes what a letter may hold and drops attributes it does not know', () => {
    const body = { type: 'doc', content: [{ ...paragraph('Text'), attrs: { style: 'color:red' } }, nested(maxListDepth)] }
    expect(letterBodySchema.parse(body).content[0]).toEqual(paragraph('Text'))
  })

  it.each([
    ['an image', { type: 'image', attrs: { src: 'https://example.invalid/x.png' } }],
    ['a first-level heading', { type: 'heading', attrs: { level: 1 } }],
    ['a link', { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }] }],
    ['lists nested too deep', nested(maxListDepth + 1)],
    ['lists nested without end', nested(500)],
  ])('refuses %s', (_, node) => expect(letterBodySchema.safeParse({ type: 'doc', content: [node] }).success).toBe(false))

  it('cleans the text on the way in', () => {
    expect(letterBodySchema.parse({ type: 'doc', content: [paragraph('a\u0001\u0308')] })).toEqual({ type: 'doc', content: [paragraph('ä')] })
  })
})

describe('bodyText', () => {
  it('gives the words of every block on a line of its own', () => {
    const body = letterBodySchema.parse({ type: 'doc', content: [paragraph('eins'), nested(2), { type: 'paragraph' }, paragraph('drei')] })
    expect(bodyText(body)).toBe('eins\ninnen\n\ndrei')
  })

  it('is the way back of bodyFromText', () => expect(bodyText(bodyFromText('eins\n\n zwei '))).toBe('eins\nzwei'))
})
