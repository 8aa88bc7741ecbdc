import type { MechanismSchema } from '../mechanism-schema.ts'

/** Tables of office.db. Each feature adds its own part; counselling never appears here. */
export interface OfficeSchema extends MechanismSchema {
  preference: { person_id: string; key: string; value: string }
}
