import type { ReceivedFile } from '../../../shared/correspondence/register/model.ts'
import { foundDeadlines } from '../../../shared/correspondence/statements/found-dates.ts'
import type { StatementInput } from '../../../shared/correspondence/statements/model.ts'
import { germanDate } from '../../../shared/dates.ts'

const forwards = /^(?:(?:aw|re|wg|fw|fwd)\s*:\s*)+/iu

/** What a request says as far as a file tells it; everything is a proposal. */
export function requestFrom(file: ReceivedFile | undefined, today: string, person: { id: string; name: string }): StatementInput {
  const mail = file?.mail ?? null
  const receivedOn = mail?.sentOn && mail.sentOn <= today ? mail.sentOn : today
  return {
    kind: 'statement', occasion: '', field: '', basis: '', theirReference: '', extension: '', extendedTo: null, involvement: 'in-time', vote: '', note: '', involvementNote: '', procedure: '', planStage: '', displayFrom: null, displayTo: null,
    reason: mail?.sentOn ? `Ihrer Nachricht vom ${germanDate(mail.sentOn)}` : '',
    subject: mail ? mail.subject.replace(forwards, '') : file?.name ?? '',
    requesterId: file?.sender?.id ?? null,
    requesterName: file?.sender?.name ?? (mail ? mail.fromName || mail.fromAddress : ''),
    receivedOn,
    way: mail || !file ? 'email' : 'post',
    dueOn: file ? foundDeadlines(file.text, receivedOn)[0]?.day ?? null : null,
    assigneeId: person.id,
    assigneeName: person.name,
  }
}
