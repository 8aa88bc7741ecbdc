import { fourEyesRuleOf } from '../../../../shared/counselling/deadlines/practice.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import type { ChangeReceipt } from '../../../../shared/records/model.ts'
import type { CounsellingDesk } from '../../session.ts'
import { change, expectOpen } from './service.ts'

/**
 * Confirms the date of a deadline, of a case of somebody else too: then the person sees what the check needs and no more. Another person than the one who set it makes it a check by four eyes. Where nobody else is
 * there, the same person may look a second time: only after the time that `office-practice.json` sets, with a reason, and stored as
 * what it is.
 * @param dueOn the day as the person read it; a wrong one is refused
 * @param now for tests; the clock otherwise
 * @throws OfficeError `invalid`, `not-found`, `conflict`
 */
export async function confirmDeadline(
  desk: CounsellingDesk, id: string, version: number, { dueOn, reason }: { dueOn: string; reason: string }, now = new Date(),
): Promise<ChangeReceipt> {
  return change(desk, id, version, { label: 'Datum der Frist bestätigt' }, async (transaction, stored) => {
    expectOpen(stored)
    const rule = fourEyesRuleOf(stored)
    if (!stored.fourEyes || rule === undefined) throw new OfficeError('invalid', { detail: 'Diese Frist braucht keine Vier-Augen-Prüfung.' })
    if (stored.check !== null) throw new OfficeError('invalid', { detail: 'Das Datum wurde schon bestätigt.' })
    if (dueOn !== stored.dueOn) {
      throw new OfficeError('invalid', { fields: { dueOn: 'Dieses Datum steht nicht bei der Frist. Bitte noch einmal nachrechnen.' } })
    }
    const same = stored.datedById === desk.person.id
    if (same) expectSecondLook(stored.datedAt, rule.secondLookAfterMinutes, reason, now)
    await transaction.update('deadline', id, {
      check_kind: same ? 'second-look' : 'second-person', checked_by: desk.person.id, checked_by_name: desk.person.name,
      checked_at: now.toISOString(), check_reason: reason.trim(),
    })
  }, true)
}

function expectSecondLook(datedAt: string, afterMinutes: number, reason: string, now: Date): void {
  const left = Math.ceil(afterMinutes - (now.getTime() - Date.parse(datedAt)) / 60_000)
  if (left > 0) {
    throw new OfficeError('invalid', {
      detail: `Das Datum haben Sie selbst gesetzt. Ein zweiter Blick durch dieselbe Person ist frühestens in ${left} Min. möglich; eine andere Person kann sofort bestätigen.`,
    })
  }
  if (reason.trim() === '') throw new OfficeError('invalid', { fields: { reason: 'Bitte angeben, warum keine zweite Person prüfen konnte.' } })
}
