import { smallNumber } from '../../../../../shared/events/participants/catalogue.ts'
import type { EvaluationResult, QuestionResult } from '../../../../../shared/events/participants/model.ts'
import type { PdfTables } from '../../../documents/pdf-table.ts'

const decimal = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** What the sheets say as tables: averages and counts; words only where they are wanted and can't be traced to somebody. */
export function evaluationTables({ sheets, questions }: EvaluationResult, texts: boolean): PdfTables['tables'] {
  const scales = questions.filter(({ kind }) => kind === 'scale')
  const answers = questions.filter(({ kind }) => kind === 'yesno')
  const row = ({ text, answered, average, counts }: QuestionResult): string[] => [text, average === null ? '–' : decimal.format(average), ...counts.map(String), String(answered)]
  return [
    ...(scales.length > 0 ? [{ heading: 'Von 1 (gar nicht) bis 5 (sehr)', headings: ['Frage', 'Mittel', '1', '2', '3', '4', '5', 'Antworten'], rows: scales.map(row), notes: [] }] : []),
    ...(answers.length > 0 ? [{ heading: 'Ja oder nein', headings: ['Frage', 'Ja', 'Nein', 'Antworten'], rows: answers.map(({ text, counts, answered }) => [text, ...counts.map(String), String(answered)]), notes: [] }] : []),
    ...questions.filter(({ kind, texts: written }) => kind === 'text' && written.length > 0).map(({ text, texts: written }) =>
      texts && sheets >= smallNumber ? { heading: text, headings: ['Geschrieben'], rows: written.map((each) => [each]), notes: [] }
        : { heading: text, headings: [], rows: [], notes: [`${written.length} ${written.length === 1 ? 'Antwort' : 'Antworten'} in Worten, hier nicht ausgegeben.`] }),
  ]
}
