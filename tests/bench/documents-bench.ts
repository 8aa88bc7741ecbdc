import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { bodyFromText, bodyText } from '../../shared/correspondence/body.ts'
import { bodyFieldValues, withFieldValues } from '../../shared/correspondence/body-fields.ts'
import { composeSheet } from '../../shared/correspondence/compose-sheet.ts'
import { noDecisions } from '../../shared/correspondence/templates/model.ts'
import { emptyLetterhead } from '../../shared/settings/letterhead.ts'
import { letterDocx } from '../../electron/office/correspondence/letter-docx.ts'
import { fillTemplate } from '../../electron/office/correspondence/templates/fill.ts'
import { letterValues } from '../../electron/office/correspondence/templates/letter-values.ts'
import { prepareTemplate } from '../../electron/office/correspondence/templates/prepare.ts'
import { sampleLetter } from '../../electron/office/correspondence/templates/sample-letter.ts'
import { p, r, table, wordFile } from '../../electron/office/correspondence/templates/word-file.fixture.ts'
import { bareLetter } from './bare-letter.ts'
import { printLines, spread, type Line } from './report.ts'

const letterhead = { ...emptyLetterhead, officeName: 'Stadt Musterstadt', phone: '030 1', email: 'a@b.example' }
const names = ['anschrift', 'informationsblock', 'betreff', 'anrede', 'text', 'gruss', 'behoerde', 'zusatz', 'name', 'datum', 'unser_zeichen', 'ihr_zeichen', 'auskunft', 'telefon', 'email']
const template = wordFile(
  names.map((name) => p(r(name === 'text' ? '{text}' : `${name}: `, '<w:b/>'), ...(name === 'text' ? [] : [r(`{${name}}`)]))).join('')
  + table([p('Nr.'), p('Anlage')], [p('{#anlagen}{nr}'), p('{bezeichnung}{/anlagen}')])
  + Array.from({ length: 30 }, (_, index) => p(`Fester Absatz ${index} mit einigen Wörtern, wie sie in jedem Schreiben stehen.`)).join(''),
)
const letter = { ...sampleLetter('brief', 'builtin:brief-b', '2026-11-30'), body: bodyFromText(Array.from({ length: 12 }, (_, index) => `Absatz ${index} mit mehreren Wörtern, damit der Brief eine Seite füllt.`).join('\n')) }

type Work = () => void | Promise<void>

/**
 * Documents: a template filled by us beside bare docxtemplater on the same file with the same data, and a letter in our own design beside the
 * same page written by docx alone. By turns, so that what else the machine does meets both alike.
 */
export async function measureDocuments(runs: number, letters: number): Promise<void> {
  const { prepared } = prepareTemplate(template, 'brief', noDecisions)
  const plain = Object.fromEntries([...letterValues('brief', letter, letterhead)].map(([key, value]) => [key, typeof value === 'string' ? value : value.map((row) => Object.fromEntries(row))]))
  const sheet = composeSheet(letter, letterhead)
  const works = {
    filled: () => void fillTemplate(prepared, letterValues('brief', letter, letterhead), withFieldValues(letter.body, bodyFieldValues(letter, letterhead))),
    bareFilled: () => {
      const filler = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true, errorLogging: false })
      filler.render({ ...plain, text: bodyText(letter.body) })
      filler.toUint8Array({ compression: 'DEFLATE' })
    },
    design: async () => void await letterDocx(composeSheet(letter, letterhead), letterhead),
    bareDesign: async () => void await bareLetter(sheet, letterhead),
    study: () => void prepareTemplate(template, 'brief', noDecisions),
  }
  const { study: _study, ...everyLetter } = works
  for (let warm = 0; warm < 3; warm += 1) for (const work of Object.values(works)) await work()
  const one = await inTurns(works, runs)
  const turns = 5
  const portion = (work: Work): Work => async () => { for (let at = 0; at < letters / turns; at += 1) await work() }
  const portions = Object.fromEntries(Object.entries(everyLetter).map(([name, work]) => [name, portion(work)])) as Record<keyof typeof everyLetter, Work>
  const many: Record<keyof typeof everyLetter, number[]> = { filled: [], bareFilled: [], design: [], bareDesign: [] }
  for (let round = 0; round < 3; round += 1) {
    for (const [name, times] of Object.entries(await inTurns(portions, turns))) many[name as keyof typeof many].push(times.reduce((sum, time) => sum + time, 0))
  }
  const fillAim = 'at most 1.3 x bare docxtemplater'
  const docxAim = 'at most 1.3 x bare docx'
  const lines: Line[] = [
    { what: 'one letter with a template of the office', unit: 'ms', ours: spread(one.filled), bare: spread(one.bareFilled), aim: fillAim },
    { what: `${letters} letters with it`, unit: 'ms', ours: spread(many.filled), bare: spread(many.bareFilled), aim: fillAim },
    { what: 'one letter in our own design', unit: 'ms', ours: spread(one.design), bare: spread(one.bareDesign), aim: docxAim },
    { what: `${letters} letters in it`, unit: 'ms', ours: spread(many.design), bare: spread(many.bareDesign), aim: docxAim },
    { what: 'looking a template through', unit: 'ms', ours: spread(one.study), aim: 'under 200 ms' },
  ]
  printLines('Documents', lines)
}

/** Milliseconds of each work, one after the other, as often as said. */
async function inTurns<Name extends string>(works: Record<Name, Work>, times: number): Promise<Record<Name, number[]>> {
  const found = Object.fromEntries(Object.keys(works).map((name) => [name, []])) as unknown as Record<Name, number[]>
  for (let turn = 0; turn < times; turn += 1) {
    for (const name of Object.keys(works) as Name[]) {
      const start = performance.now()
      await works[name]()
      found[name].push(performance.now() - start)
    }
  }
  return found
}
