import { z } from 'zod'
import { procedure } from '../contract-base.ts'
import { changeReceiptSchema } from '../records/model.ts'
import { phrasesSchema } from './phrases.ts'
import { blocksContract } from './blocks/contract.ts'
import { templatesContract } from './templates/contract.ts'
import { languageContract } from './language/contract.ts'
import { registerContract } from './register/contract.ts'
import { statementsContract } from './statements/contract.ts'
import { copiesContract } from './copies/contract.ts'
import { signingContract } from './signing/contract.ts'
import { directivesContract } from './directives/contract.ts'
import { printContract } from './print/contract.ts'
import { serialContract } from './serial/contract.ts'
import { letterDeskContract } from './letter-desk.ts'
import { letterListItemSchema, letterSorts, letterStatuses } from './letter.ts'
import { materialContract } from './material/contract.ts'
import { pressContract } from './press/contract.ts'

const id = z.string().min(1).max(64)

/** What the window can ask of „Schreiben". */
export const correspondenceContract = {
  templates: templatesContract,
  blocks: blocksContract,
  statements: statementsContract,
  register: registerContract,
  directives: directivesContract,
  copies: copiesContract,
  signing: signingContract,
  ...letterDeskContract,
  language: languageContract,
  press: pressContract,
  material: materialContract,
  serial: serialContract,
  print: printContract,
  /** A page of the register. `query` looks for beginnings of words in everything that the letters say. */
  list: procedure
    .input(z.object({
      query: z.string().max(200).default(''),
      status: z.enum(letterStatuses).nullable().default(null),
      sort: z.enum(letterSorts).default('number'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }))
    .output(z.object({ letters: z.array(letterListItemSchema), total: z.number().int() })),
  /** Begins a letter with the next number of the year, to a contact or to nobody yet; without a template in form B. */
  create: procedure.input(z.object({ recipientId: id.nullable().default(null), template: id.optional() })).output(changeReceiptSchema.extend({ id })),
  /** Closings, salutations and notes to choose from. */
  phrases: procedure.output(phrasesSchema),
}
