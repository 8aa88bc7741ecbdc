import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { LetterBody } from '../../../../shared/correspondence/body.ts'
import { fieldsOf } from '../../../../shared/correspondence/templates/fields.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { bodyXml } from './body-xml.ts'
import { addNotes } from './footnotes.ts'
import { marks } from './marks.ts'
import { addNumbers } from './numbering.ts'
import { gap, parserOf, type Gaps, type Values } from './parser.ts'
import type { PreparedTemplate } from './prepare.ts'
import { tidyPart } from './tidy.ts'

/** A filled document, and the labels of what was missing in it. */
export interface FilledDocument { bytes: Uint8Array; missing: string[] }

/**
 * Fills a template. A missing value never stops the letter: it is marked in the document and named in the answer.
 * @throws OfficeError `template` when the filler finds a fault that the study of the template didn't
 */
export function fillTemplate(template: PreparedTemplate, values: Values, body: LetterBody): FilledDocument {
  const fields = fieldsOf(template.kind)
  const gaps: Gaps = {
    required: new Map(fields.filter(({ required }) => required).map(({ key, label }) => [key, label])),
    dates: new Set(fields.filter(({ type }) => type === 'date').map(({ key }) => key)),
    found: new Set(),
  }
  const { look } = template
  const text = look && body.content.length > 0 ? bodyXml(body, look) : null
  const textValue = text?.paragraphs ?? (look ? `<w:p><w:r><w:t>${gap('text', gaps)}</w:t></w:r></w:p>` : '')
  const zip = new PizZip(template.bytes)
  const filler = begin(zip, gaps)
  filler.render(new Map<string, unknown>([...values, ['text', textValue]]))
  if (look && text && text.numbers !== '') {
    const numbering = zip.file(look.numbering.part)?.asText() ?? ''
    filler.getZip().file(look.numbering.part, addNumbers(numbering, text.numbers))
  }
  if (look?.notes && text && text.notes !== '') addNotes(filler.getZip(), look.notes, text.notes)
  return { bytes: filler.toUint8Array({ compression: 'DEFLATE' }), missing: [...gaps.found] }
}

function begin(zip: PizZip, gaps: Gaps): Docxtemplater {
  const parse = parserOf(gaps)
  try {
    return new Docxtemplater(zip, {
      delimiters: { start: marks.tagStart, end: marks.tagEnd },
      paragraphLoop: true,
      linebreaks: true,
      // An error of the library tells what stands in the letter; it must not reach a log.
      errorLogging: false,
      stripInvalidXMLChars: true,
      parser: (tag) => (tag === 'text' ? { get: (scope: Map<string, string>) => scope.get('text') } : parse(tag)),
      nullGetter: (part: { module?: string; value: string }) => (part.module ? '' : gap(part.value.split('|')[0] ?? '', gaps)),
      modules: [{ name: 'TidyModule', postrender: (parts: string[]) => [tidyPart(parts.join(''))] }],
    })
  } catch {
    throw new OfficeError('template', { detail: 'Die Vorlage lässt sich so nicht füllen. Bitte prüfen Sie im Assistenten, ob jeder Abschnitt {#…} sein Ende {/…} in derselben Tabellenzeile hat.' })
  }
}
