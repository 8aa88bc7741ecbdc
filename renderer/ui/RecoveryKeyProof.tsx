import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { RecoverySheet } from '../../shared/vault/contract.ts'
import { desktop } from '../app/office.ts'
import { FailureAlert, fieldErrorsOf } from './FailureAlert.tsx'
import { showFailure, showNotice } from './notices.tsx'
import classes from './RecoveryKeyProof.module.css'

interface RecoveryKeyProofProps {
  sheet: RecoverySheet
  officeName: string
  /** Takes the two typed groups; rejects with `invalid` when one is wrong. */
  onProof(typed: [string, string]): Promise<unknown>
  /** Offered where the key may still be refused. */
  onCancel?: () => void
}

/** Shows a recovery key once, lets it be printed or copied, and asks for two groups from the paper. */
export function RecoveryKeyProof({ sheet, officeName, onProof, onCancel }: RecoveryKeyProofProps) {
  const [typed, setTyped] = useState<[string, string]>(['', ''])
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const wrong = fieldErrorsOf(error)

  async function prove(): Promise<void> {
    setBusy(true)
    setError(null)
    await onProof(typed).catch(setError)
    setBusy(false)
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void prove()
      }}
    >
      <Stack gap="md">
        <div className={classes.sheet}>
          <PrintedHead officeName={officeName} />
          <div className={classes.key} data-testid="recovery-key">
            {sheet.groups.map((group) => (
              <Fragment key={group}>
                <span className={classes.group}>{group}</span>{' '}
              </Fragment>
            ))}
          </div>
          <PrintedSteps />
        </div>
        <Group gap="sm">
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => void print()}>
            Drucken
          </Button>
          <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy(sheet)}>
            Kopieren
          </Button>
        </Group>
        <Text size="sm">
          Bitte tippen Sie zwei Gruppen vom Papier ab. Groß- und Kleinschreibung spielt keine Rolle.
        </Text>
        <Group grow align="flex-start">
          {sheet.asked.map((group, index) => (
            <TextInput
              key={group}
              label={`Gruppe ${group}`}
              value={typed[index]}
              onChange={(event) => {
                const { value } = event.currentTarget
                setTyped((before) => (index === 0 ? [value, before[1]] : [before[0], value]))
              }}
              error={wrong[`typed.${index}`]}
              autoComplete="off"
              spellCheck={false}
              maxLength={20}
            />
          ))}
        </Group>
        {Object.keys(wrong).length === 0 && <FailureAlert error={error} />}
        <Group justify="flex-end">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              Abbrechen
            </Button>
          )}
          <Button type="submit" loading={busy}>
            Weiter
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Only on paper: what this sheet is and where it belongs. */
function PrintedHead({ officeName }: { officeName: string }) {
  return (
    <div className={classes.printed}>
      <h1>Wiederherstellungsschlüssel</h1>
      <p>
        {officeName}, {new Date().toLocaleDateString('de-DE', { day: '2-digit', month: '2-digit', year: 'numeric' })}
      </p>
      <p>
        Mit diesem Schlüssel lässt sich der Tresor des Integrationsbüros öffnen, wenn eine Passphrase vergessen wurde. Bitte in
        einem verschlossenen Umschlag im Safe aufbewahren, nicht am Arbeitsplatz und nicht als Foto.
      </p>
    </div>
  )
}

/** Only on paper: what to do with this sheet and nothing else at hand, in the words of the screens and of the handbook. */
function PrintedSteps() {
  return (
    <div className={classes.printed}>
      <h2>Passphrase vergessen</h2>
      <p>Auf der Sperrseite „Passphrase vergessen“ wählen, diesen Schlüssel eingeben, dann Person und neue Passphrase.</p>
      <h2>Rechner verloren oder Tresor beschädigt (etwa 15 Minuten)</h2>
      <ol>
        <li>Integrationsbüro installieren und starten. Es erscheint „Willkommen im Integrationsbüro“.</li>
        <li>„Aus einer Sicherung wiederherstellen“, dann „Anderen Ordner durchsuchen“: am zweiten Ort den Ordner „Integrationsbuero-Sicherungen“ wählen.</li>
        <li>Bei der neuesten Sicherung „Öffnen“. Mit einer Passphrase von damals oder „Mit dem Wiederherstellungsschlüssel vom Blatt öffnen“; „Öffnen und vergleichen“.</li>
        <li>„Auf diesen Stand umschalten“.</li>
        <li>Mit der Passphrase entsperren. Ist keine bekannt: „Passphrase vergessen“ und diesen Schlüssel noch einmal eingeben.</li>
        <li>Unter „Einstellungen“, „Sicherungen“ den zweiten Ort für diesen Rechner wählen und „Jetzt sichern“.</li>
      </ol>
      <p>Eine Sicherung öffnet sich mit dem Schlüssel, der an ihrem Tag galt. Kommt ein neues Blatt, dieses aufheben, bis ältere Sicherungen nicht mehr gebraucht werden.</p>
      <p className={classes.byHand}>Zweiter Ort der Sicherungen:</p>
      <p className={classes.byHand}>Installationspaket liegt:</p>
      <p className={classes.byHand}>IT, Telefon:</p>
    </div>
  )
}

async function print(): Promise<void> {
  try {
    await desktop.print()
  } catch (error) {
    showFailure(error)
  }
}

async function copy(sheet: RecoverySheet): Promise<void> {
  try {
    await desktop.copyText(sheet.groups.join('-'))
    showNotice('Der Schlüssel ist kopiert. Nach einer Minute wird er aus der Zwischenablage entfernt.')
  } catch (error) {
    showFailure(error)
  }
}
