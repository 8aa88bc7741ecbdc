import { office } from '../../procedures.ts'
import { languageMatrix, saveMaterials } from './output.ts'
import {
  addEdition, createMaterial, dueMaterials, findMaterials, getMaterial, handOuts, moveCopies, removeMaterial, setOutdated, updateEdition, updateMaterial,
} from './service.ts'

const { material } = office.correspondence

/** „Infomaterial". */
export const materialRouter = {
  list: material.list.handler(({ context, input }) => findMaterials(context.desk, input)),
  get: material.get.handler(({ context, input }) => getMaterial(context.desk, input.id)),
  create: material.create.handler(({ context, input }) => createMaterial(context.desk, input)),
  update: material.update.handler(({ context, input }) => updateMaterial(context.desk, input.id, input.version, input.fields)),
  remove: material.remove.handler(({ context, input }) => removeMaterial(context.desk, input.id, input.version)),
  addEdition: material.addEdition.handler(({ context, input }) => addEdition(context.desk, input.id, input.version, input.edition, input.amount)),
  updateEdition: material.updateEdition.handler(({ context, input }) => updateEdition(context.desk, input.id, input.version, input.editionId, input.edition)),
  setOutdated: material.setOutdated.handler(({ context, input }) => setOutdated(context.desk, input.id, input.version, input)),
  move: material.move.handler(({ context, input }) => moveCopies(context.desk, input.materialId, input.movement, input.despite)),
  handOuts: material.handOuts.handler(({ context }) => handOuts(context.desk)),
  matrix: material.matrix.handler(({ context }) => languageMatrix(context.desk)),
  save: material.save.handler(({ context, input }) => saveMaterials(context.desk, context.process.grants, input)),
  due: material.due.handler(({ context, input }) => dueMaterials(context.desk, input.limit)),
}
