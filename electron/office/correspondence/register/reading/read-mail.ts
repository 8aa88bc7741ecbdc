import { isoDay } from '../../../../../shared/dates.ts'
import { longestText, wordsOfHtml } from './paper-text.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

/** A mail with what hangs on it. */
export interface ReadMail {
  subject: string
  fromName: string
  fromAddress: string
  /** ISO day. */
  sentOn: string | null
  text: string
  attachments: { name: string; bytes: Uint8Array }[]
}

const mostAttachments = 100

/** Reads a mail as programs of the internet write it (EML). Mails inside a mail stay attachments. @throws UnreadablePaper */
export async function readEml(bytes: Uint8Array): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxHeadersSize: 512 * 1024, forceRfc822Attachments: true, attachmentEncoding: 'arraybuffer' })
    const from = mail.from ?? mail.sender
    return {
      subject: mail.subject ?? '',
      fromName: from?.name ?? '',
      fromAddress: from?.address ?? '',
      sentOn: dayOf(mail.date),
      text: (mail.text?.trim() || wordsOfHtml(mail.html ?? '')).slice(0, longestText),
      attachments: mail.attachments.filter(({ related }) => !related).slice(0, mostAttachments).map(({ filename, content }, index) => ({
        name: filename ?? `Anlage ${index + 1}`,
        bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
      })),
    }
  } catch {
    throw new UnreadablePaper('Die E-Mail ist beschädigt.')
  }
}

/** Reads a mail as Outlook stores it (MSG). @throws UnreadablePaper */
export async function readMsg(bytes: Uint8Array): Promise<ReadMail> {
  const library = await import('@kenjiuno/msgreader')
  // Bundlers and Node disagree on what the default of a CommonJS module is.
  const { default: MsgReader } = 'getFileData' in library.default.prototype ? library : (library.default as unknown as typeof library)
  try {
    const reader = new MsgReader(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
    const mail = reader.getFileData()
    if (mail.error !== undefined) throw new UnreadablePaper('Die Outlook-Nachricht ist beschädigt.')
    const html = mail.bodyHtml ?? (mail.html === undefined ? '' : new TextDecoder().decode(mail.html))
    const attachments = (mail.attachments ?? []).filter(({ attachmentHidden, innerMsgContent }) => attachmentHidden !== true && innerMsgContent !== true)
    return {
      subject: mail.subject ?? '',
      fromName: mail.senderName ?? '',
      fromAddress: mail.senderSmtpAddress ?? mail.sentRepresentingSmtpAddress ?? mail.creatorSMTPAddress ?? (mail.senderEmail?.includes('@') ? mail.senderEmail : ''),
      sentOn: dayOf(mail.clientSubmitTime ?? mail.messageDeliveryTime ?? mail.creationTime),
      text: (mail.body?.trim() || wordsOfHtml(html)).slice(0, longestText),
      attachments: attachments.slice(0, mostAttachments).map((each, index) => {
        const { fileName, content } = reader.getAttachment(each)
        return { name: fileName || each.fileName || `Anlage ${index + 1}`, bytes: new Uint8Array(content) }
      }),
    }
  } catch (error) {
    if (error instanceof UnreadablePaper) throw error
    throw new UnreadablePaper('Die Outlook-Nachricht ist beschädigt.')
  }
}

function dayOf(date: string | undefined): string | null {
  if (date === undefined) return null
  const read = new Date(date)
  const year = read.getFullYear()
  return Number.isNaN(read.getTime()) || year < 1990 || year > 2200 ? null : isoDay(read)
}
