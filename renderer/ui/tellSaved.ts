import type { SaveOutcome } from '../../shared/desktop.ts'
import { showNotice, showWarning } from './notices.tsx'

const troubles = {
  'disk-full': 'Das Laufwerk ist voll. Es wurde nichts gespeichert. Bitte Platz schaffen oder einen anderen Ordner wählen.',
  unwritable: 'In diesen Ordner kann nicht geschrieben werden. Es wurde nichts gespeichert. Bitte einen anderen Ordner wählen.',
}

/** Says what became of a file that the main process saved; nothing when the person changed their mind. */
export function tellSaved(outcome: SaveOutcome): void {
  if (outcome.saved) showNotice(`Gespeichert als „${outcome.name}“.`)
  else if (outcome.trouble) showWarning(troubles[outcome.trouble])
}
