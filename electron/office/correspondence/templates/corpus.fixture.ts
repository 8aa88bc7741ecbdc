import type { FaultCode } from './fault-texts.ts'
import { p, r, table, textBox, wordFile, type WordFileOptions } from './word-file.fixture.ts'

/** A broken template: what stands in it, which fault is said of it, and where. */
export interface BrokenTemplate { name: string; code: FaultCode; word: string; where: string; bytes(): Uint8Array }

const fields = p('{anschrift}') + p('{betreff}') + p('{anrede}') + p('{datum}') + p('{text}')
const broken = (name: string, code: FaultCode, word: string, body: string, where = 'Seite 1, Absatz 6', options: WordFileOptions = {}): BrokenTemplate =>
  ({ name, code, word, where, bytes: () => wordFile(fields + body, options) })
const breakRun = '<w:r><w:br/></w:r>'

/** The corpus: every fault that a template may have, each as people make it. */
export const brokenTemplates: readonly BrokenTemplate[] = [
  broken('spelling marks inside the name', 'split', 'telefon', `<w:p>${r('{tele')}<w:proofErr w:type="spellStart"/>${r('fon')}<w:proofErr w:type="spellEnd"/>${r('}')}</w:p>`),
  broken('another colour inside the braces', 'split', 'telefon', p(r('{'), r('telefon', '<w:color w:val="FF0000"/>'), r('}'))),
  broken('revision numbers and a bookmark', 'split', 'fax', `<w:p><w:r w:rsidR="1"><w:t>{f</w:t></w:r><w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkEnd w:id="1"/><w:r w:rsidR="2"><w:t>ax}</w:t></w:r></w:p>`),
  broken('a field of mail merge', 'mail-merge', 'Telefon', '<w:p><w:fldSimple w:instr=" MERGEFIELD Telefon "><w:r><w:t>«Telefon»</w:t></w:r></w:fldSimple></w:p>', 'Text'),
  broken('a line break inside the name', 'crosses-break', 'tele fon', p(r('{tele'), breakRun, r('fon}'))),
  broken('Enter inside the braces', 'crosses-paragraph', '', p('{tele') + p('fon}')),
  broken('a closing brace forgotten', 'unclosed', 'telefon', p('Tel. {telefon und mehr')),
  broken('an opening brace forgotten', 'unopened', 'telefon', p('Tel. telefon} und mehr')),
  broken('nothing between the braces', 'empty', '', p('{ }')),
  broken('raw XML', 'raw-xml', 'telefon', p('{@telefon}')),
  broken('other delimiters', 'delimiter', '', p('{=[[ ]]=}')),
  broken('a sum', 'expression', 'telefon + fax', p('{telefon + fax}')),
  broken('code', 'expression', 'f(x)', p('{f(x)}')),
  broken('the way to a program', 'forbidden', 'constructor', p('{constructor}')),
  broken('the way to a program through a section', 'forbidden', '__proto__', p('{#__proto__}x{/}')),
  broken('a filter with a typing error', 'unknown-filter', 'datun', p('{datum|datun}')),
  broken('an addition that the filter does not know', 'filter-argument', 'datum:bunt', p('{datum|datum:bunt}')),
  broken('a name with a typing error', 'unknown-name', 'telefonn', p('{telefonn}')),
  broken('a column outside its table', 'column-outside', 'bezeichnung', p('{bezeichnung}')),
  broken('a section without its end', 'section-unclosed', 'fax', p('{#fax}Fax')),
  broken('an end without its section', 'section-unopened', 'fax', p('Fax{/fax}')),
  broken('sections that cross', 'section-crossed', 'fax', p('{#fax}{#telefon}x{/fax}{/telefon}')),
  broken('a section that leaves its table', 'section-cells', 'anlagen', table([p('{#anlagen}{nr}')]) + p('{/anlagen}'), 'Seite 1, Absatz 7'),
  broken('the text as a section', 'section-filter', 'text', p('{#text}x{/text}')),
  broken('an entry without a list', 'item-outside', '', p('{.}')),
  broken('words beside the text', 'text-not-alone', '', p('Text: {text}')),
  broken('the text in the header', 'text-in-margin', '', '', 'Kopfzeile der ersten Seite, Absatz 1', { header: p('{text}') }),
  broken('the text twice', 'text-twice', '', p('{text}')),
  broken('changes that nobody accepted', 'tracked-changes', '', '<w:p><w:ins w:id="5" w:author="x"><w:r><w:t>neu</w:t></w:r></w:ins></w:p>', ''),
  broken('a field in deleted text', 'in-deleted', 'telefon', '<w:p><w:del w:id="6" w:author="x"><w:r><w:delText>{telefon}</w:delText></w:r></w:del></w:p>', 'Text'),
  broken('comments', 'comments', '', '', '', { files: { 'word/comments.xml': '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/></w:comments>' } }),
  broken('a name with an error in a text box on page two', 'unknown-name', 'Betrefff', `<w:p><w:r><w:br w:type="page"/></w:r></w:p>${p(textBox(p('{Betrefff}')))}`, 'Seite 2, Absatz 8, Textfeld'),
  { name: 'no place for what a letter needs', code: 'lacking', word: 'Anschrift', where: '', bytes: () => wordFile(p('{betreff} {anrede} {datum}') + p('{text}')) },
]
