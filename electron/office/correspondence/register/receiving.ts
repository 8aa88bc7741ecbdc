import { randomUUID } from 'node:crypto'
import { paperName, recogniseKind, type PaperKind } from '../../../../shared/attachments/kinds.ts'
import type { ReceivedFile } from '../../../../shared/correspondence/register/model.ts'
import { OfficeError } from '../../../../shared/errors.ts'
import { ComingFiles } from '../../coming-files.ts'
import type { OfficeDesk } from '../../session.ts'
import { readInThread } from './reading/paper-reader.ts'
import type { ReadPaper } from './reading/read-paper.ts'
import { senderOf } from './sender.ts'

/** A paper that was read and waits to be put somewhere; it lives in the memory of the office process only. */
export interface WaitingPaper {
  name: string
  kind: PaperKind
  bytes: Uint8Array
  read: ReadPaper
}

const coming = new ComingFiles<null>()
const waiting = new WeakMap<object, Map<string, WaitingPaper>>()
/** More than so many bytes aren't kept waiting: the oldest are forgotten. */
const mostWaitingBytes = 150 * 1024 * 1024
const shownText = 20_000

/** Begins with a file. */
export function beginFile(desk: OfficeDesk, { name, size }: { name: string; size: number }): { token: string } {
  return coming.begin(desk.database, { target: null, name, size })
}

/** The next piece. @throws OfficeError `not-found`, `invalid` */
export function appendFile(desk: OfficeDesk, token: string, piece: Buffer): void {
  coming.append(desk.database, token, piece)
}

/** Reads what has come, and says what it is. It is stored only when it is put somewhere. @throws OfficeError `invalid` with the reason */
export async function readFile(desk: OfficeDesk, token: string): Promise<ReceivedFile> {
  const { name, bytes } = coming.finish(desk.database, token)
  return receive(desk, name, bytes)
}

/** {@link readFile} for bytes that are here already. */
export async function receive(desk: OfficeDesk, name: string, bytes: Uint8Array): Promise<ReceivedFile> {
  const kind = recogniseKind(bytes)
  if (typeof kind === 'object') throw new OfficeError('invalid', { detail: `${kind.refusal} Es wurde nichts abgelegt.` })
  const read = await readInThread(bytes, kind)
  const token = randomUUID()
  const papers = waiting.get(desk.database) ?? new Map<string, WaitingPaper>()
  papers.set(token, { name: paperName(name), kind, bytes, read })
  waiting.set(desk.database, forgetOldest(papers))
  const { mail } = read
  return {
    token, name: paperName(name), kind, size: bytes.length, text: read.text.slice(0, shownText),
    mail: mail && {
      subject: mail.subject, fromName: mail.fromName, fromAddress: mail.fromAddress, sentOn: mail.sentOn, text: mail.text.slice(0, shownText),
      attachments: mail.attachments.map((each) => {
        const found = recogniseKind(each.bytes)
        const refused = typeof found === 'object'
        return { name: paperName(each.name), size: each.bytes.length, taken: !refused, reason: refused ? found.refusal : '' }
      }),
    },
    sender: mail && await senderOf(desk, mail.fromAddress),
  }
}

/** Takes papers that wait, each once. @throws OfficeError `not-found` for one that isn't there any more */
export function takeWaiting(desk: OfficeDesk, tokens: readonly string[]): WaitingPaper[] {
  const papers = waiting.get(desk.database)
  return tokens.map((token) => {
    const paper = papers?.get(token)
    if (!paper) throw new OfficeError('not-found', { detail: 'Die Datei ist nicht mehr geladen. Bitte wählen Sie sie noch einmal.' })
    return paper
  })
}

/** Forgets papers that wait. */
export function discard(desk: OfficeDesk, tokens: readonly string[]): void {
  for (const token of tokens) waiting.get(desk.database)?.delete(token)
}

function forgetOldest(papers: Map<string, WaitingPaper>): Map<string, WaitingPaper> {
  let total = [...papers.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  for (const [token, { bytes }] of papers) {
    if (total <= mostWaitingBytes || papers.size === 1) break
    papers.delete(token)
    total -= bytes.length
  }
  return papers
}
