import type { StatementInput } from '../../../../shared/correspondence/statements/model.ts'

/** A request for a statement as a person takes it in. */
export const sampleRequest: StatementInput = {
  kind: 'participation', occasion: 'development-plan', reason: 'Ihrem Schreiben vom 9. November 2026', subject: 'Bebauungsplan Nr. 52 „Südliche Gärten“', field: 'housing',
  basis: '§ 4 Abs. 2 BauGB', requesterId: null, requesterName: 'Stadtplanungsamt', theirReference: '61-52', receivedOn: '2026-11-10', way: 'email', dueOn: '2026-12-10',
  extension: '', extendedTo: null, involvement: 'in-time', assigneeId: 'person-assistenz', assigneeName: 'Test assistenz', vote: '', note: '', involvementNote: '',
  procedure: 'formal', planStage: 'draft', displayFrom: null, displayTo: null,
}

/** An e-mail with a PDF and a program hanging on it. */
export function sampleMail(pdf: Uint8Array): Buffer {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/gu, '$&\r\n')
  return Buffer.from([
    'From: =?utf-8?Q?J=C3=BCrgen_Planer?= <planung@stadt.example>', 'To: integration@stadt.example', 'Subject: =?utf-8?Q?Beteiligung_B-Plan_52_S=C3=BCdliche_G=C3=A4rten?=',
    'Date: Tue, 10 Nov 2026 09:12:00 +0100', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="grenze"', '',
    '--grenze', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', 'Wir bitten um Stellungnahme bis zum 10.12.2026. Stichwort Zirbelkiefer.', '',
    '--grenze', 'Content-Type: application/pdf; name="Begründung.pdf"', 'Content-Disposition: attachment; filename="Begruendung.pdf"', 'Content-Transfer-Encoding: base64', '', base64(pdf), '',
    '--grenze', 'Content-Type: application/octet-stream', 'Content-Disposition: attachment; filename="rechnung.pdf"', 'Content-Transfer-Encoding: base64', '', base64(Buffer.from('MZ\u0090\0\u0003\0')), '',
    '--grenze--', '',
  ].join('\r\n'))
}
