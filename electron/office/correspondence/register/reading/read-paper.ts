import type { PaperKind } from '../../../../../shared/attachments/kinds.ts'
import { cleanText } from '../../../../../shared/correspondence/clean-text.ts'
import { longestText, wordsOfDocument, wordsOfPdf } from './paper-text.ts'
import { readEml, readMsg, type ReadMail } from './read-mail.ts'
import { UnreadablePaper } from './unreadable-paper.ts'

/** What could be read out of a paper. */
export interface ReadPaper {
  text: string
  mail: ReadMail | null
  /** Why nothing could be read; empty otherwise. */
  trouble: string
}

/** Reads the words of a paper, and of a mail its head and attachments. What can't be read gives no words and says why. */
export async function readPaper(bytes: Uint8Array, kind: PaperKind): Promise<ReadPaper> {
  try {
    if (kind === 'eml' || kind === 'msg') {
      const mail = cleanMail(await (kind === 'eml' ? readEml(bytes) : readMsg(bytes)))
      return { text: [mail.subject, mail.fromName, mail.fromAddress, mail.text].filter(Boolean).join('\n'), mail, trouble: '' }
    }
    return { text: cleanText(await wordsOf(bytes, kind)), mail: null, trouble: '' }
  } catch (error) {
    if (!(error instanceof UnreadablePaper)) throw error
    return { text: '', mail: null, trouble: error.message }
  }
}

async function wordsOf(bytes: Uint8Array, kind: PaperKind): Promise<string> {
  if (kind === 'pdf') return wordsOfPdf(bytes)
  if (kind === 'docx' || kind === 'odt') return wordsOfDocument(bytes)
  return kind === 'txt' ? new TextDecoder().decode(bytes).slice(0, longestText) : ''
}

function cleanMail(mail: ReadMail): ReadMail {
  const one = (text: string): string => cleanText(text).replace(/\s+/gu, ' ').trim().slice(0, 2_000)
  return { ...mail, subject: one(mail.subject), fromName: one(mail.fromName).slice(0, 300), fromAddress: one(mail.fromAddress).slice(0, 300), text: cleanText(mail.text) }
}
