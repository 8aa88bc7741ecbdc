/** Where a command works. */
export type ShortcutScope = 'everywhere' | 'list' | 'record'

/** One command that a person can give by key, menu or command palette. */
export interface Shortcut {
  command: string
  /** Electron accelerator; shown to people by {@link displayKeys}. */
  keys: string
  label: string
  /** Heading in the help dialog and menu. */
  group: 'Büro' | 'Bearbeiten' | 'Bereiche' | 'Hilfe'
  scope: ShortcutScope
}

/** The one table of shortcuts: it drives the menu, the help page and the handlers of the window. */
export const shortcuts = [
  { command: 'search', keys: 'Ctrl+K', label: 'Suchen oder Befehl eingeben', group: 'Büro', scope: 'everywhere' },
  { command: 'lock', keys: 'Ctrl+L', label: 'Büro sperren', group: 'Büro', scope: 'everywhere' },
  { command: 'back-up', keys: 'Ctrl+Shift+S', label: 'Jetzt sichern: Sicherungskopie anlegen', group: 'Büro', scope: 'everywhere' },
  { command: 'visitor-mode', keys: 'Ctrl+.', label: 'Publikumsmodus: Namen unkenntlich', group: 'Büro', scope: 'everywhere' },
  { command: 'new', keys: 'Ctrl+N', label: 'Neu in diesem Bereich', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'find-here', keys: 'Ctrl+F', label: 'In diesem Bereich suchen', group: 'Bearbeiten', scope: 'list' },
  { command: 'undo', keys: 'Ctrl+Z', label: 'Rückgängig', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'save', keys: 'Ctrl+S', label: 'Jetzt speichern', group: 'Bearbeiten', scope: 'record' },
  { command: 'print', keys: 'Ctrl+P', label: 'Drucken', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'delete', keys: 'Delete', label: 'In den Papierkorb', group: 'Bearbeiten', scope: 'list' },
  { command: 'counsel', keys: 'F3', label: 'Schnelleintrag einer Beratung', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'find-client', keys: 'Ctrl+Shift+F', label: 'Ratsuchende nach Namen suchen (mit Protokoll)', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'follow-up', keys: 'F4', label: 'Aufgabe oder Wiedervorlage zum geöffneten Eintrag', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'letter', keys: 'F5', label: 'Neues Schreiben an den gewählten Kontakt', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'hand-out', keys: 'F6', label: 'Infomaterial ausgeben', group: 'Bearbeiten', scope: 'list' },
  { command: 'next-mistake', keys: 'F7', label: 'Nächster Rechtschreibfehler im Text', group: 'Bearbeiten', scope: 'record' },
  { command: 'forward-draft', keys: 'F8', label: 'Stellungnahme vorlegen oder schlusszeichnen', group: 'Bearbeiten', scope: 'record' },
  { command: 'return-draft', keys: 'F9', label: 'Entwurf einer Stellungnahme zurückgeben', group: 'Bearbeiten', scope: 'record' },
  { command: 'copy-phone', keys: 'Ctrl+Shift+T', label: 'Telefonnummer des gewählten Kontakts kopieren', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'copy-email', keys: 'Ctrl+Shift+E', label: 'E-Mail-Adresse des gewählten Kontakts kopieren', group: 'Bearbeiten', scope: 'everywhere' },
  { command: 'area-1', keys: 'Ctrl+1', label: 'Übersicht', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-2', keys: 'Ctrl+2', label: 'Kontakte', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-3', keys: 'Ctrl+3', label: 'Beratung', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-4', keys: 'Ctrl+4', label: 'Schreiben', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-5', keys: 'Ctrl+5', label: 'Veranstaltungen', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-6', keys: 'Ctrl+6', label: 'Aufgaben', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-7', keys: 'Ctrl+7', label: 'Kalender', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-8', keys: 'Ctrl+8', label: 'Papierkorb', group: 'Bereiche', scope: 'everywhere' },
  { command: 'area-9', keys: 'Ctrl+9', label: 'Einstellungen', group: 'Bereiche', scope: 'everywhere' },
  { command: 'diagnose', keys: 'Ctrl+Shift+D', label: 'Diagnose für die IT', group: 'Hilfe', scope: 'everywhere' },
  { command: 'help', keys: 'F1', label: 'Hilfe', group: 'Hilfe', scope: 'everywhere' },
] as const satisfies readonly Shortcut[]

export type Command = (typeof shortcuts)[number]['command']

const germanKeys: Record<string, string> = { Ctrl: 'Strg', Shift: 'Umschalt', Delete: 'Entf' }

/** Keys as a German keyboard names them: "Strg+K". */
export function displayKeys(keys: string): string {
  return keys
    .split('+')
    .map((key) => germanKeys[key] ?? key)
    .join('+')
}

/** The keys of a command as a German keyboard names them. */
export function keysOf(command: Command): string {
  return displayKeys(shortcuts.find((shortcut) => shortcut.command === command)?.keys ?? '')
}
