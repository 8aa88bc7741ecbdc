import { blockText } from '../../../../shared/correspondence/blocks/compose.ts'
import type { OfficeSchema } from '../../database/office/schema.ts'
import type { RecordType } from '../../database/record-type.ts'
import { readBlock } from './repository.ts'

/** Text blocks are found by title, short form, category, owner, note and every word of their parts. */
export const textBlockRecordType: RecordType<OfficeSchema> = {
  type: 'text-block',
  label: 'Textbaustein',
  root: 'text_block',
  parts: { text_block_version: 'block_id' },
  async document(database, id) {
    const block = await readBlock(database, id)
    return block && {
      title: block.title || 'Textbaustein ohne Titel',
      subtitle: ['Textbaustein', block.category].filter(Boolean).join(' · '),
      line: block.shortForm === '' ? '' : `//${block.shortForm}`,
      words: [block.ownerName, block.note, ...block.parts.flatMap(({ label, group }) => [label, group]), blockText(block.parts)],
    }
  },
}
