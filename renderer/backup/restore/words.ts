import type { Restorable, StateSource } from '../../../shared/backup/restore/model.ts'
import { germanDateTime } from '../../../shared/dates.ts'

/** Where a state lies. */
export const placeWords: Record<StateSource['place'], string> = {
  own: 'im Ordner des Tresors', second: 'am zweiten Ort', chosen: 'im gewählten Ordner', replaced: 'im Ordner des Tresors',
}

/** „Sicherung vom 22.11.2026, 14:15" or „Stand, der am 22.11.2026, 14:15 ersetzt wurde". */
export function stateName({ source, at }: Restorable): string {
  return source.place === 'replaced' ? `Stand, der am ${germanDateTime(at)} ersetzt wurde` : `Sicherung vom ${germanDateTime(at)}`
}
