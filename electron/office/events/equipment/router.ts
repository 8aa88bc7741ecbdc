import { office } from '../../procedures.ts'
import { getPart, savePart } from '../parts.ts'
import { saveEquipmentList } from './output.ts'
import { equipmentPart } from './service.ts'

const { equipment } = office.events

/** „Material" of an event. */
export const equipmentRouter = {
  get: equipment.get.handler(({ context, input }) => getPart(context.desk, equipmentPart, input.id)),
  save: equipment.save.handler(({ context, input }) => savePart(context.desk, equipmentPart, input.id, input.version, input.content)),
  saveList: equipment.saveList.handler(({ context, input }) => saveEquipmentList(context.desk, context.process.grants, input)),
}
