import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { openWordPackage } from './word-package.ts'
import { p, wordFile } from './word-file.fixture.ts'

const word = '/officeDocument/2006/relationships'
const relation = (type: string, target: string, mode = 'External') => `<Relationship Id="rId5" Type="http://schemas.openxmlformats.org${word}/${type}" Target="${target}" TargetMode="${mode}"/>`
const settings = (type: string, target: string) => ({ files: { 'word/_rels/settings.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(type, target)}</Relationships>` } })
const reason = (bytes: Uint8Array): string => {
  try {
    openWordPackage(bytes)
    return 'taken'
  } catch (error) {
    return (error as { reason: string }).reason
  }
}
const zipOf = (files: Record<string, string | Uint8Array>) => {
  const zip = new PizZip()
  for (const [name, content] of Object.entries(files)) zip.file(name, content)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
const ole = (mark: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(mark, 'utf16le')])

/** A file whose entry says that it is smaller than it is. */
function lyingZip(): Uint8Array {
  const bytes = Buffer.from(zipOf({ 'word/document.xml': 'x'.repeat(5_000_000) }))
  const packed = deflateRawSync(Buffer.alloc(5_000_000, 'x')).length
  for (let at = 0; at < bytes.length - 4; at += 1) if (bytes.readUInt32LE(at) === 5_000_000) bytes.writeUInt32LE(packed, at)
  return bytes
}

function encryptedZip(): Uint8Array {
  const bytes = Buffer.from(zipOf({ 'word/document.xml': 'geheim' }))
  const entry = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt16LE(bytes.readUInt16LE(entry + 8) | 1, entry + 8)
  return bytes
}

const doctype = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'

describe('a file that is no harmless Word file is refused with its reason:', () => {
  it.each<[string, string, () => Uint8Array]>([
    ['nothing in it', 'empty', () => new Uint8Array()],
    ['more than 10 MB', 'oversize', () => randomBytes(10 * 1024 * 1024 + 1)],
    ['a PDF', 'not-docx', () => Buffer.from('%PDF-1.7')],
    ['two letters of a packed file', 'damaged', () => Buffer.from('PK')],
    ['a workbook', 'not-docx', () => wordFile(p('x'), { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' })],
    ['a packed folder', 'not-docx', () => zipOf({ 'brief.txt': 'x' })],
    ['the old format of Word', 'old-word', () => ole('WordDocument')],
    ['a DOCX with a password', 'encrypted', () => ole('EncryptedPackage')],
    ['a packed file with a password', 'encrypted', encryptedZip],
    ['an ODT', 'open-document', () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })],
    ['a torn file', 'damaged', () => wordFile(p('x')).slice(0, 500)],
    ['macros by their part', 'macros', () => wordFile(p('x'), { files: { 'word/vbaProject.bin': randomBytes(50) } })],
    ['macros by their type (docm)', 'macros', () => wordFile(p('x'), { contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml' })],
    ['an ActiveX control', 'active-content', () => wordFile(p('x'), { relations: relation('control', 'activeX1.xml', 'Internal') })],
    ['an embedded object', 'active-content', () => wordFile(p('x'), { relations: relation('oleObject', 'embeddings/a.bin', 'Internal') })],
    ['an attached template', 'attached-template', () => wordFile(p('x'), settings('attachedTemplate', 'file:///\\\\server\\boese.dotm'))],
    ['a linked picture', 'linked-image', () => wordFile(p('x'), { relations: relation('image', 'https://example.org/spur.png') })],
    ['a linked object', 'linked-object', () => wordFile(p('x'), { relations: relation('oleObject', 'file:///c:/a.xlsx') })],
    ['a linked frame', 'linked-object', () => wordFile(p('x'), { relations: relation('frame', 'https://example.org') })],
    ['another document inside', 'foreign-part', () => wordFile(p('x'), { relations: relation('aFChunk', 'chunk.html', 'Internal') })],
    ['very many parts', 'too-many-parts', () => wordFile(p('x'), { files: Object.fromEntries(Array.from({ length: 1600 }, (_, index) => [`word/x${index}.bin`, '1'])) })],
    ['a bomb', 'zip-bomb', () => wordFile(p('x'), { files: { 'word/media/a.bin': new Uint8Array(20_000_000) } })],
    ['much to unpack', 'too-large-unpacked', () => wordFile(p('x'), { files: Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`word/media/${index}.bin`, new Uint8Array(1_000_000)])) })],
    ['an entry that lies about its size', 'too-large-unpacked', lyingZip],
    ['a name that leads out of the folder', 'unsafe-names', () => wordFile(p('x'), { files: { '../../evil.xml': '<x/>' } })],
    ['broken XML', 'broken-xml', () => wordFile('<w:p>')],
    ['elements without end inside each other', 'broken-xml', () => wordFile(p('x'), { files: { 'word/a.xml': `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}` } })],
    ['a text of many megabytes', 'too-large-unpacked', () => wordFile(p('x'), { files: { 'word/a.xml': `<x>${randomBytes(6_500_000).toString('hex')}</x>` } })],
    ['a part in another encoding', 'broken-xml', () => wordFile(p('x'), { files: { 'word/a.xml': '<?xml version="1.0" encoding="utf-7"?><x/>' } })],
    ['the signs that mark tags', 'hidden-signs', () => wordFile(p('\uFDD3@anschrift\uFDD4'))],
    ['the signs that mark tags, written as numbers', 'hidden-signs', () => wordFile(p('&#xFDD3;=[[ ]]=&#64980;'))],
    ['entities', 'dtd', () => wordFile(p('x'), { files: { 'word/a.xml': doctype } })],
    ['entities in the relationships', 'dtd', () => wordFile(p('x'), { files: { 'word/_rels/a.rels': doctype } })],
  ])('%s (%s)', (_, expected, bytes) => {
    expect(reason(bytes())).toBe(expected)
  })

  it('says so in German and takes a template, links for people included', () => {
    expect(() => openWordPackage(Buffer.from('x'))).toThrowError(expect.objectContaining({ code: 'template', data: { detail: 'Das ist keine Word-Datei (DOCX oder DOTX). Es wurde nichts übernommen.' } }))
    expect(reason(wordFile(p('x'), { relations: relation('hyperlink', 'https://www.musterstadt.example') }))).toBe('taken')
    expect(reason(wordFile(p('x'), { contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' }))).toBe('taken')
  })
})
