import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import catalogue from '../../../../resources/correspondence/text-blocks.json' with { type: 'json' }
import { blockPartSchema, partKinds, type BlockPart } from '../../../../shared/correspondence/blocks/model.ts'
import type { OfficeDesk } from '../../session.ts'
import { bodyFromLines } from '../body-from-lines.ts'
import { storeBlock } from './store-block.ts'

/** The catalogue of starter blocks: texts that an office takes over once and changes as it likes. */
const startersSchema = z.object({
  name: z.string(),
  version: z.string(),
  asOf: z.iso.date(),
  source: z.string(),
  blocks: z.array(z.object({
    code: z.string(), title: z.string(), shortForm: z.string(), category: z.string(), note: z.string().default(''), validFrom: z.iso.date(),
    parts: z.array(z.object({
      kind: z.enum(partKinds).default('always'), label: z.string().default(''), group: z.string().default(''), preset: z.boolean().default(true),
      runOn: z.boolean().default(false), lines: z.array(z.string()).min(1),
    })).min(1),
  })),
})
const starters = startersSchema.parse(catalogue)

/** Not a person of the office: nobody's step, so that nobody takes it back by Strg+Z. */
const nobody = { id: 'starter-blocks', name: 'Mitgeliefert' }

/**
 * Gives the office the starter blocks that it was never given. What it has changed or deleted since stays as it is, and a short form that the
 * office uses itself isn't taken from it.
 */
export async function giveStarterBlocks({ database }: Pick<OfficeDesk, 'database'>): Promise<void> {
  const missing = async (): Promise<typeof starters.blocks> => {
    const given = new Set((await database.read.selectFrom('text_block_start').select('code').execute()).map(({ code }) => code))
    return starters.blocks.filter(({ code }) => !given.has(code))
  }
  if ((await missing()).length === 0) return
  await database.write(nobody, { label: 'Textbausteine mitgeliefert' }, async (transaction) => {
    const given = new Set((await transaction.database.selectFrom('text_block_start').select('code').execute()).map(({ code }) => code))
    const taken = new Set((await transaction.database.selectFrom('text_block').select('short_form').where('deleted_at', 'is', null).execute()).map((row) => row.short_form))
    for (const { code, parts, ...block } of starters.blocks.filter((starter) => !given.has(starter.code))) {
      await storeBlock(transaction, uuidv7(), {
        ...block, shortForm: taken.has(block.shortForm) ? '' : block.shortForm, ownerId: null, ownerName: '', validUntil: null, parts: parts.map(partOf),
      }, { by: nobody.name, origin: code })
      await transaction.database.insertInto('text_block_start').values({ code, given_at: transaction.now }).execute()
    }
  })
}

function partOf({ lines, ...part }: (typeof starters.blocks)[number]['parts'][number], index: number): BlockPart {
  return blockPartSchema.parse({ id: `p${index + 1}`, ...part, body: bodyFromLines(lines) })
}
