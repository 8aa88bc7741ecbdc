import { office } from '../../procedures.ts'
import { createBlock, getBlock, listBlocks, removeBlock, updateBlock } from './service.ts'

const { blocks } = office.correspondence

/** Text blocks. */
export const blocksRouter = {
  list: blocks.list.handler(({ context }) => listBlocks(context.desk)),
  get: blocks.get.handler(({ context, input }) => getBlock(context.desk, input.id)),
  create: blocks.create.handler(({ context, input }) => createBlock(context.desk, input)),
  update: blocks.update.handler(({ context, input }) => updateBlock(context.desk, input.id, input.version, input.fields)),
  remove: blocks.remove.handler(({ context, input }) => removeBlock(context.desk, input.id, input.version)),
}
