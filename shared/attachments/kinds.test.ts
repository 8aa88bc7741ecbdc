import { describe, expect, it } from 'vitest'
import { maxPaperBytes, paperName, recogniseKind } from './kinds.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string) => [...text].map((letter) => `${letter}\0`).join('')
const ole = '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1'

describe('the kind of a paper', () => {
  it.each([
    ['pdf', '%PDF-1.7\n…'], ['jpg', '\u00FF\u00D8\u00FF\u00E0'], ['png', '\u0089PNG\r\n\u001A\n'], ['webp', 'RIFF\0\0\0\0WEBPVP8 '],
    ['tif', 'II*\0'], ['docx', 'PK\u0003\u0004…word/document.xml'], ['xlsx', 'PK\u0003\u0004…xl/workbook.xml'],
    ['odt', 'PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.text'], ['msg', `${ole}…${utf16('__substg1.0_')}`],
    ['eml', 'From: a@example.org\r\nSubject: Termin\r\n\r\nGuten Tag'], ['txt', 'Notiz ohne alles'],
  ])('%s is known by its content', (kind, content) => expect(recogniseKind(bytes(content))).toBe(kind))

  it.each([
    ['a program', 'MZ\u0090\0'], ['a script', '#!/bin/sh\nrm'], ['an old Word file', `${ole}WordDocument`], ['a packed folder', 'PK\u0003\u0004bilder/a.png'],
    ['a document with macros', 'PK\u0003\u0004word/document.xml word/vbaProject.bin'], ['nothing', ''], ['noise', '\u0001\u0002\u0003'],
  ])('%s is refused with a reason', (_what, content) => expect(recogniseKind(bytes(content))).toMatchObject({ refusal: expect.stringMatching(/\.$/u) }))

  it('refuses what is too large', () => expect(recogniseKind(new Uint8Array(maxPaperBytes + 1))).toMatchObject({ refusal: expect.stringContaining('25 MB') }))

  it('keeps a name without folders and ending', () => {
    expect(paperName('C:\\Scans\\Bescheid 12.3.pdf')).toBe('Bescheid 12.3')
    expect(paperName('.pdf')).toBe('Unterlage')
  })
})
