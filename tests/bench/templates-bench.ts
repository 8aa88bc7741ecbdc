import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { bodyFromText, bodyText } from '../../shared/correspondence/body.ts'
import { composeSheet } from '../../shared/correspondence/compose-sheet.ts'
import { noDecisions } from '../../shared/correspondence/templates/model.ts'
import { emptyLetterhead } from '../../shared/settings/letterhead.ts'
import { letterDocx } from '../../electron/office/correspondence/letter-docx.ts'
import { fillTemplate } from '../../electron/office/correspondence/templates/fill.ts'
import { letterValues } from '../../electron/office/correspondence/templates/letter-values.ts'
import { prepareTemplate } from '../../electron/office/correspondence/templates/prepare.ts'
import { sampleLetter } from '../../electron/office/correspondence/templates/sample-letter.ts'
import { p, r, table, wordFile } from '../../electron/office/correspondence/templates/word-file.fixture.ts'
import { printLines, spread, type Line } from './report.ts'

const letterhead = { ...emptyLetterhead, officeName: 'Stadt Musterstadt', phone: '030 1', email: 'a@b.example' }
const names = ['anschrift', 'informationsblock', 'betreff', 'anrede', 'text', 'gruss', 'behoerde', 'zusatz', 'name', 'datum', 'unser_zeichen', 'ihr_zeichen', 'auskunft', 'telefon', 'email']
const template = wordFile(
  names.map((name) => p(r(name === 'text' ? '{text}' : `${name}: `, '<w:b/>'), ...(name === 'text' ? [] : [r(`{${name}}`)]))).join('')
  + table([p('Nr.'), p('Anlage')], [p('{#anlagen}{nr}'), p('{bezeichnung}{/anlagen}')])
  + Array.from({ length: 30 }, (_, index) => p(`Fester Absatz ${index} mit einigen Wörtern, wie sie in jedem Schreiben stehen.`)).join(''),
)
const letter = { ...sampleLetter('brief', 'builtin:brief-b', '2026-11-30'), body: bodyFromText(Array.from({ length: 12 }, (_, index) => `Absatz ${index} mit mehreren Wörtern, damit der Brief eine Seite füllt.`).join('\n')) }

/** Filling a template: our path beside bare docxtemplater on the same file with the same data, and a letter in our own design. */
export async function measureTemplates(runs: number, letters: number): Promise<void> {
  const values = letterValues('brief', letter, letterhead)
  const { prepared } = prepareTemplate(template, 'brief', noDecisions)
  const plain = Object.fromEntries([...values].map(([key, value]) => [key, typeof value === 'string' ? value : value.map((row) => Object.fromEntries(row))]))
  const ours = (): void => void fillTemplate(prepared, values, letter.body)
  const bare = (): void => {
    const filler = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true, errorLogging: false })
    filler.render({ ...plain, text: bodyText(letter.body) })
    filler.toUint8Array({ compression: 'DEFLATE' })
  }
  const design = async (): Promise<void> => void await letterDocx(composeSheet(letter, letterhead), letterhead)
  for (let warm = 0; warm < 3; warm += 1) {
    ours()
    bare()
    await design()
  }
  const one = { ours: [] as number[], bare: [] as number[], design: [] as number[], study: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    one.ours.push(await timed(ours))
    one.bare.push(await timed(bare))
    one.design.push(await timed(design))
    one.study.push(await timed(() => void prepareTemplate(template, 'brief', noDecisions)))
  }
  const many = { ours: [] as number[], bare: [] as number[], design: [] as number[] }
  // In turns, so that what else the machine does meets both alike.
  const turns = 5
  const share = async (work: () => void | Promise<void>): Promise<number> => timed(async () => { for (let at = 0; at < letters / turns; at += 1) await work() })
  for (let run = 0; run < 3; run += 1) {
    const sum = { ours: 0, bare: 0 }
    for (let turn = 0; turn < turns; turn += 1) {
      sum.ours += await share(ours)
      sum.bare += await share(bare)
    }
    many.ours.push(sum.ours)
    many.bare.push(sum.bare)
  }
  many.design.push(await share(design) * turns)
  const lines: Line[] = [
    { what: 'one letter with a template of the office', unit: 'ms', ours: spread(one.ours), bare: spread(one.bare), aim: 'at most 1.3 x bare docxtemplater' },
    { what: `${letters} letters with it`, unit: 'ms', ours: spread(many.ours), bare: spread(many.bare), aim: 'at most 1.3 x bare docxtemplater' },
    { what: 'one letter in our own design (docx)', unit: 'ms', ours: spread(one.design), aim: 'under 50 ms' },
    { what: `${letters} letters in it`, unit: 'ms', ours: spread(many.design), aim: '' },
    { what: 'looking a template through', unit: 'ms', ours: spread(one.study), aim: 'under 200 ms' },
  ]
  printLines('Templates of letters', lines)
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
