import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { isOwnPage } from './navigation.ts'

/**
 * Accepts a call only from the main frame of the application's window while it shows the application's page.
 * @throws Error otherwise; the caller's promise is rejected
 */
export function assertTrustedSender(event: IpcMainInvokeEvent, window: WebContents | null): void {
  const { senderFrame, sender } = event
  const trusted = window !== null && sender === window && senderFrame === window.mainFrame && isOwnPage(senderFrame.url)
  if (!trusted) throw new Error('Call from an untrusted page was rejected.')
}
