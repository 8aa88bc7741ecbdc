import { ActionIcon, Alert, Button, FileButton, Group, Loader, Modal, NumberInput, Stack, Tabs, Text, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconUpload, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { readPlan, usualPlan, type PlanClass } from '../../../shared/correspondence/register/file-plan.ts'
import { registerSettingsSchema, type RegisterSettings as Settings } from '../../../shared/correspondence/register/model.ts'
import { formatNumber, initialsOf, placeholders } from '../../../shared/correspondence/register/number-pattern.ts'
import { failureOf } from '../../app/failure.ts'
import { api, office } from '../../app/office.ts'
import { useSession } from '../../app/session.ts'
import { base64Of } from '../../ui/fileTransfer.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showUndoNotice } from '../../ui/notices.tsx'
import parts from '../parts.module.css'

const patterns = { letterPattern: 'Schreiben', statementPattern: 'Stellungnahmen', incomingPattern: 'Posteingang', outgoingPattern: 'Postausgang', matterPattern: 'Aktenzeichen der Vorgänge' } as const

/** „Nummern, Zwischentermine, Aktenplan": how the office numbers and files. */
export function RegisterSettings({ onClose }: { onClose(): void }): ReactNode {
  const { data, error } = useQuery(api.correspondence.register.settings.get.queryOptions())
  return (
    <Modal opened onClose={onClose} title="Nummern, Zwischentermine, Aktenplan" size="xl">
      {error ? <FailureAlert error={error} /> : data ? <Form version={data.version} stored={data.settings} onClose={onClose} /> : <Loader aria-label="Wird geladen" />}
    </Modal>
  )
}

function Form({ version, stored, onClose }: { version: number; stored: Settings; onClose(): void }): ReactNode {
  const { person } = useSession()
  const [settings, setSettings] = useState(stored)
  const [planText, setPlanText] = useState(() => asText(stored.plan))
  const [fault, setFault] = useState('')
  const set = (patch: Partial<Settings>): void => setSettings({ ...settings, ...patch })
  const read = readPlan(planText.split('\n').map((line) => line.split(';')))
  const load = async (file: File | null): Promise<void> => {
    if (!file) return
    try {
      const { classes, faults } = await office.correspondence.register.settings.readPlan({ content: await base64Of(file) })
      setPlanText(asText(classes))
      setFault(faults.join(' '))
    } catch (error) {
      setFault(failureOf(error).title)
    }
  }
  const store = async (): Promise<void> => {
    const next = registerSettingsSchema.safeParse({ ...settings, plan: read.classes })
    if (!next.success) return setFault(next.error.issues[0]?.message ?? 'Bitte prüfen Sie die Angaben.')
    if (read.faults.length > 0) return setFault(read.faults.join(' '))
    try {
      const { change } = await office.correspondence.register.settings.update({ version, settings: next.data })
      showUndoNotice('Einstellungen gespeichert', 'office', change)
      onClose()
    } catch (error) {
      setFault(failureOf(error).title)
    }
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void store() }}>
      <Stack gap="md">
        <Tabs defaultValue="numbers" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="numbers">Nummern</Tabs.Tab>
            <Tabs.Tab value="ladder">Zwischentermine</Tabs.Tab>
            <Tabs.Tab value="plan">Aktenplan</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="numbers" pt="sm">
            <Stack gap="sm">
              <Text size="sm" c="dimmed">{Object.entries(placeholders).map(([name, meaning]) => `{${name}} ${meaning}`).join(' · ')}. Schon vergebene Nummern bleiben.</Text>
              {(Object.keys(patterns) as (keyof typeof patterns)[]).map((name) => {
                const checked = registerSettingsSchema.shape[name].safeParse(settings[name])
                return (
                  <TextInput
                    key={name} label={patterns[name]} value={settings[name]} error={checked.success ? undefined : checked.error.issues[0]?.message} onChange={(event) => set({ [name]: event.currentTarget.value })}
                    description={checked.success ? `Beispiel: ${formatNumber(checked.data, { year: new Date().getFullYear(), sequence: 42, plan: name === 'matterPattern' ? '12.07' : '', initials: initialsOf(person.name) })}` : undefined}
                  />
                )
              })}
            </Stack>
          </Tabs.Panel>
          <Tabs.Panel value="ladder" pt="sm"><LadderFields ladder={settings.ladder} onChange={(ladder) => set({ ladder })} /></Tabs.Panel>
          <Tabs.Panel value="plan" pt="sm">
            <Stack gap="sm">
              <Text size="sm" c="dimmed">Je Zeile: Kennzahl; Bezeichnung; Aufbewahrung in Jahren; „ja“ für das Archiv. Eine CSV-Datei mit diesen Spalten ersetzt den ganzen Plan.</Text>
              <Group gap="xs">
                <FileButton accept=".csv,.txt" onChange={(file) => void load(file)} inputProps={{ 'aria-label': 'Aktenplan als CSV' }}>{(props) => <Button {...props} variant="default" leftSection={<IconUpload size={16} aria-hidden />}>CSV-Datei einlesen</Button>}</FileButton>
                <Button variant="subtle" onClick={() => { setPlanText(asText(usualPlan)); setFault('') }}>Mitgelieferten Plan einsetzen</Button>
                <Text size="sm" c="dimmed">{read.classes.length} Stellen</Text>
              </Group>
              <Textarea aria-label="Aktenplan" minRows={12} maxRows={18} autosize value={planText} error={read.faults[0]} onChange={(event) => setPlanText(event.currentTarget.value)} />
            </Stack>
          </Tabs.Panel>
        </Tabs>
        {fault !== '' && <Alert color="red" role="alert">{fault}</Alert>}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" onClick={onClose}>Abbrechen</Button>
          <Button type="submit">Speichern</Button>
        </Group>
      </Stack>
    </form>
  )
}

function LadderFields({ ladder, onChange }: { ladder: Settings['ladder']; onChange(ladder: Settings['ladder']): void }): ReactNode {
  const set = (index: number, patch: Partial<Settings['ladder'][number]>): void => onChange(ladder.map((rule, at) => (at === index ? { ...rule, ...patch } : rule)))
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">Arbeitstage vor der Frist der anfragenden Stelle. Gilt für neue Anfragen.</Text>
      {ladder.map((rule, index) => (
        <Group key={rule.code} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput className={parts.grow} label={`Schritt ${index + 1}`} value={rule.label} onChange={(event) => set(index, { label: event.currentTarget.value })} />
          <NumberInput w={130} label="Arbeitstage" min={0} max={200} value={rule.workingDays} onChange={(value) => set(index, { workingDays: Number(value) || 0 })} />
          <ActionIcon variant="subtle" size="lg" aria-label={`„${rule.label}“ entfernen`} disabled={ladder.length === 1} onClick={() => onChange(ladder.filter((_rule, at) => at !== index))}><IconX size={17} aria-hidden /></ActionIcon>
        </Group>
      ))}
      <Button w="fit-content" variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={ladder.length >= 12} onClick={() => onChange([...ladder, { code: crypto.randomUUID(), label: 'Neuer Schritt', workingDays: 1 }])}>Schritt hinzufügen</Button>
    </Stack>
  )
}

function asText(plan: readonly PlanClass[]): string {
  return plan.map(({ code, title, retentionYears, archive }) => [code, title, retentionYears ?? '', archive ? 'ja' : ''].join(';')).join('\n')
}
