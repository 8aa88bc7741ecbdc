import { createHash } from 'node:crypto'
import * as electron from 'electron'

const keepMilliseconds = 60_000

/** Windows leaves content with this format out of the clipboard history and the cloud clipboard. */
const excludeFromHistory = 'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"'

let ours: string | null = null
let timer: NodeJS.Timeout | null = null

/** Puts text on the clipboard for a minute. Only its hash is remembered, to know whether it is still ours. */
export async function copyForAMinute(text: string): Promise<void> {
  if (process.platform === 'win32' && electron.ClipboardItem) {
    await electron.clipboard.write([new electron.ClipboardItem({ 'text/plain': text, [excludeFromHistory]: '0' })])
  } else {
    await electron.clipboard.writeText(text)
  }
  ours = hash(text)
  if (timer) clearTimeout(timer)
  timer = setTimeout(() => void clearOwnClipboard(), keepMilliseconds)
}

/** Takes our text off the clipboard unless something else has been copied since. */
export async function clearOwnClipboard(): Promise<void> {
  if (ours === null) return
  const kept = ours
  ours = null
  if (hash(await electron.clipboard.readText()) === kept) electron.clipboard.clear()
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
