import { participantStateLabels, type ParticipantState } from '../../../shared/events/participants/catalogue.ts'
import type { Roster } from '../../../shared/events/participants/model.ts'
import { movingUp } from '../../../shared/events/participants/places.ts'
import { office } from '../../app/office.ts'
import { showFailure, showNotice, showUndoNotice } from '../../ui/notices.tsx'

/** Gives the first who waits and fits the free place, or all who fit. */
export async function moveUpNext(eventId: string, all = false): Promise<void> {
  try {
    const { moved, passed, change } = await office.events.participants.moveUp({ eventId, all })
    if (moved.length === 0) return showNotice('Niemand kann nachrücken: kein freier Platz, oder die Gruppen sind zu groß.')
    const names = moved.slice(0, 3).map((name) => `„${name}“`).join(', ')
    const more = moved.length > 3 ? ` und ${moved.length - 3} weitere` : ''
    showUndoNotice(`${names}${more} ${moved.length === 1 ? 'rückt' : 'rücken'} nach.${passed > 0 ? ` ${passed} davor: Gruppe zu groß für die freien Plätze.` : ''}`, 'office', change)
  } catch (error) {
    showFailure(error)
  }
}

/** Gives people another state; where a place becomes free, moving up is offered. */
export async function changeState(roster: Roster, ids: readonly string[], state: ParticipantState): Promise<void> {
  try {
    const { change } = await office.events.participants.setState({ eventId: roster.eventId, ids: [...ids], state })
    const gone = new Set(ids)
    const after = roster.participants.map((each) => (gone.has(each.id) ? { ...each, state } : each))
    const offer = state === 'cancelled' && movingUp(after, roster.capacity).next.length > 0
    const what = ids.length === 1 ? participantStateLabels[state] : `${ids.length} × ${participantStateLabels[state]}`
    showUndoNotice(`${what}.`, 'office', change, offer ? { label: 'Nachrücken lassen', onClick: () => void moveUpNext(roster.eventId) } : undefined)
  } catch (error) {
    showFailure(error)
  }
}

/** Takes people off the list, with undo. */
export async function removeFrom(eventId: string, ids: readonly string[]): Promise<boolean> {
  try {
    const { change } = await office.events.participants.remove({ eventId, ids: [...ids] })
    showUndoNotice(ids.length === 1 ? 'Von der Liste genommen.' : `${ids.length} von der Liste genommen.`, 'office', change)
    return true
  } catch (error) {
    showFailure(error)
    return false
  }
}
