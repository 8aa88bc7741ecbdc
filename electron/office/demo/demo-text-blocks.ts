import data from '../../../resources/demo/text-blocks.json' with { type: 'json' }
import { presetChoice } from '../../../shared/correspondence/blocks/compose.ts'
import { insertUse } from '../../../shared/correspondence/blocks/insert.ts'
import { blockPartSchema, type BlockUse, type TextBlockItem } from '../../../shared/correspondence/blocks/model.ts'
import { emptyBody } from '../../../shared/correspondence/body.ts'
import { createBlock, listBlocks } from '../correspondence/blocks/service.ts'
import { bodyFromLines } from '../correspondence/body-from-lines.ts'
import { createLetter, updateLetter } from '../correspondence/service.ts'
import type { OfficeDesk } from '../session.ts'
import { daysAgo } from './days-ago.ts'
import type { DemoContacts } from './demo-contacts.ts'

/** Text blocks of the invented office beside the starter blocks, one of them expired, and two letters that are written with them. */
export async function fillTextBlocks(desk: OfficeDesk, { organisations }: DemoContacts): Promise<void> {
  await listBlocks(desk)
  for (const { parts, validFrom, validUntil, ...block } of data.blocks) {
    await createBlock(desk, {
      ...block, validFrom: daysAgo(validFrom), validUntil: daysAgo(validUntil), ownerId: desk.person.id, ownerName: desk.person.name,
      parts: parts.map(({ lines, ...part }, index) => blockPartSchema.parse({ id: `p${index + 1}`, label: '', group: '', preset: true, runOn: false, ...part, body: bodyFromLines(lines) })),
    })
  }
  const blocks = await listBlocks(desk)
  const write = async (to: string | undefined, subject: string, ago: number, names: readonly string[]): Promise<void> => {
    const chosen = names.flatMap((name) => blocks.find(({ title }) => title === name) ?? [])
    const { id, version } = await createLetter(desk, to ?? null, daysAgo(ago))
    const { body, uses } = chosen.reduce(appended, { body: emptyBody, uses: [] as readonly BlockUse[] })
    await updateLetter(desk, id, version, { subject, body, blockUses: [...uses] })
  }
  await write(organisations[4], 'Ihr Beitrag zur Interkulturellen Woche 2027', 2, ['Interkulturelle Woche: Beitrag zugesagt', 'Foto-Hinweis', 'Dank und Ausblick'])
  await write(organisations[9], 'Ihre Anfrage zur Sprachmittlung', 1, ['Eingangsbestätigung', 'Hinweis Dolmetschen'])
}

function appended({ body, uses }: { body: typeof emptyBody; uses: readonly BlockUse[] }, block: TextBlockItem): { body: typeof emptyBody; uses: readonly BlockUse[] } {
  const use: BlockUse = { id: `${block.id}-use`, blockId: block.id, blockVersion: block.number, title: block.title, parts: block.parts, chosen: presetChoice(block.parts) }
  const end = Number.MAX_SAFE_INTEGER
  return insertUse({ body, uses }, use, { from: end, to: end })
}
