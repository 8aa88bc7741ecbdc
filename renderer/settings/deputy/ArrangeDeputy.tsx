import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { arrangementMonths, arrangementTermsSchema, deputyDays, type HolderSheet } from '../../../shared/vault/deputy-contract.ts'
import { office } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { HolderSheets } from './HolderSheets.tsx'

const monthWords = { 6: '6 Monate', 12: '1 Jahr', 24: '2 Jahre' } as const
const mostHolders = 4

/** Who keeps a code, and how long it is good for; then the sheets. */
export function ArrangeDeputy({ holders: known, onDone }: { holders: readonly string[]; onDone: () => void }) {
  const [holders, setHolders] = useState([...known])
  const [months, setMonths] = useState<(typeof arrangementMonths)[number]>(12)
  const [longestDays, setLongestDays] = useState<number>(deputyDays.usual)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const [sheets, setSheets] = useState<HolderSheet[] | null>(null)

  async function draft(event: FormEvent): Promise<void> {
    event.preventDefault()
    const terms = arrangementTermsSchema.safeParse({ holders, months, longestDays })
    setProblems(Object.fromEntries((terms.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message])))
    setError(null)
    if (!terms.success) return
    setBusy(true)
    await office.vault.deputy.draft(terms.data).then(setSheets, setError)
    setBusy(false)
  }

  if (sheets) return <HolderSheets sheets={sheets} onDone={onDone} />
  return (
    <Stack gap="md" maw={560}>
      <Title order={2}>Vertretungsfall einrichten</Title>
      <Text size="sm">
        Nennen Sie zwei bis vier Personen außerhalb des Büros. Je zwei von ihnen öffnen gemeinsam. Wer einen Code verwahrt, braucht keinen Zugang zum Programm und keine Kenntnisse darin.
      </Text>
      <form noValidate onSubmit={(event) => void draft(event)}>
        <Stack gap="sm">
          {holders.map((holder, index) => (
            // Nobody but their place tells the fields apart.
            // oxlint-disable-next-line react/no-array-index-key
            <Group key={index} align="flex-end" wrap="nowrap">
              <TextInput
                style={{ flex: 1 }}
                label={`Person ${index + 1}`}
                placeholder={index === 0 ? 'Hauptamtsleitung, Name' : index === 1 ? 'Datenschutz, Name' : ''}
                value={holder}
                onChange={(event) => {
                  const { value } = event.currentTarget
                  setHolders((before) => before.map((name, place) => (place === index ? value : name)))
                }}
                error={problems[`holders.${index}`]}
                autoComplete="off"
              />
              {holders.length > 2 && (
                <ActionIcon variant="default" size="lg" aria-label={`Person ${index + 1} weglassen`} onClick={() => setHolders((before) => before.filter((_, place) => place !== index))}>
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          ))}
          {holders.length < mostHolders && (
            <Group>
              <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setHolders((before) => [...before, ''])}>
                Weitere Person
              </Button>
            </Group>
          )}
          <Group grow align="flex-start">
            <Select
              label="Die Blätter gelten"
              data={arrangementMonths.map((count) => ({ value: String(count), label: monthWords[count] }))}
              value={String(months)}
              allowDeselect={false}
              onChange={(value) => setMonths(arrangementMonths.find((count) => String(count) === value) ?? 12)}
            />
            <NumberInput
              label="Eine Öffnung gilt höchstens (Tage)"
              min={deputyDays.least}
              max={deputyDays.most}
              clampBehavior="blur"
              value={longestDays}
              onChange={(value) => setLongestDays(Number(value))}
              error={problems.longestDays}
            />
          </Group>
          <FailureAlert error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onDone}>
              Abbrechen
            </Button>
            <Button type="submit" loading={busy}>
              Weiter zu den Blättern
            </Button>
          </Group>
        </Stack>
      </form>
    </Stack>
  )
}
