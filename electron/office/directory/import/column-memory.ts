import { importFields, type ImportField } from '../../../../shared/directory/import/fields.ts'
import { MappingMemory } from '../../documents/lists/memory.ts'

/** What the columns of lists of contacts meant. */
export const columnMemory = new MappingMemory<ImportField>(importFields)
