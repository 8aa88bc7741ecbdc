import { ActionIcon, Anchor, Button, Group, Select, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconTool, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { fieldsOf } from '../../../shared/correspondence/templates/fields.ts'
import { slots, type Fault, type OpenStudy, type Place, type Placeholder, type Template } from '../../../shared/correspondence/templates/model.ts'
import classes from './Templates.module.css'

const levels = {
  error: { Icon: IconAlertTriangle, word: 'Fehler', color: 'var(--mantine-color-error)' },
  warning: { Icon: IconInfoCircle, word: 'Hinweis', color: undefined },
  healed: { Icon: IconTool, word: 'Geheilt', color: undefined },
} as const

export interface AssistantNotesProps {
  template: Template
  study: OpenStudy
  onShow(fault: Fault): void
  onNames(names: Record<string, string>): void
  onFree(place: Place): void
}

/** What the assistant found: the names with what they mean, and what is wrong with the template. */
export function AssistantNotes({ template, study, onShow, onNames, onFree }: AssistantNotesProps): ReactNode {
  const { places } = study.decisions
  // What somebody put into place is no name of the file.
  const found = study.placeholders.filter(({ name }) => !places.some(({ field }) => field === name))
  const faults = study.faults.toSorted((a, b) => rank(a) - rank(b))
  return (
    <aside className={classes.notes} aria-label="Was gefunden wurde">
      <Stack gap="md">
        <section aria-label="Fehler und Hinweise">
          <Title order={3} size="h5" mb={6}>Fehler und Hinweise</Title>
          {faults.length === 0
            ? <Group gap={6} wrap="nowrap"><IconCircleCheck size={17} aria-hidden /><Text size="sm">Nichts auszusetzen. Die Vorlage kann verwendet werden.</Text></Group>
            : <Stack gap={8}>{faults.map((fault) => <FaultNote key={`${fault.code} ${fault.where} ${fault.quote} ${fault.text}`} fault={fault} onShow={onShow} />)}</Stack>}
        </section>
        <section aria-label="Gefundene Felder">
          <Title order={3} size="h5" mb={6}>Gefundene Felder</Title>
          {found.length === 0 && <Text size="sm" c="dimmed">In der Datei stehen keine Felder. Klicken Sie links auf die Stellen, an die Anschrift, Text und Unterschrift gehören.</Text>}
          <Stack gap={10}>
            {found.map((placeholder) => (
              <Name key={placeholder.name} placeholder={placeholder} template={template} onChoose={(field) => onNames({ [placeholder.name]: field })} />
            ))}
          </Stack>
        </section>
        {places.length > 0 && (
          <section aria-label="Gewählte Stellen">
            <Title order={3} size="h5" mb={6}>Gewählte Stellen</Title>
            <Stack gap={4}>
              {places.map((place) => (
                <Group key={`${place.part} ${place.paragraph} ${place.mode} ${place.field}`} gap={6} justify="space-between" wrap="nowrap">
                  <Text size="sm">{labelOfPlace(place)}</Text>
                  <ActionIcon variant="subtle" aria-label={`${labelOfPlace(place)}: Stelle wieder freigeben`} onClick={() => onFree(place)}><IconX size={16} aria-hidden /></ActionIcon>
                </Group>
              ))}
            </Stack>
          </section>
        )}
      </Stack>
    </aside>
  )
}

function labelOfPlace({ field, mode, paragraph }: Place): string {
  return `${mode === 'clear' ? 'Beispieltext entfernt' : (slots[field as keyof typeof slots] ?? field)}, Absatz ${paragraph + 1}`
}

function rank({ level }: Fault): number {
  return ['error', 'warning', 'healed'].indexOf(level)
}

function FaultNote({ fault, onShow }: { fault: Fault; onShow(fault: Fault): void }): ReactNode {
  const { Icon, word, color } = levels[fault.level]
  return (
    <div className={classes.fault}>
      <Group gap={6} wrap="nowrap" align="flex-start">
        <Icon size={17} color={color} aria-hidden style={{ flex: 'none', marginTop: 2 }} />
        <div>
          <Text size="sm"><strong>{word}.</strong> {fault.text}</Text>
          {fault.quote !== '' && <Text className={classes.quote} component="q">{fault.quote}</Text>}
          {fault.where !== '' && (fault.paragraph === null
            ? <Text size="xs" c="dimmed">{fault.where}</Text>
            : <Anchor component="button" type="button" size="sm" onClick={() => onShow({ ...fault })}>{fault.where} zeigen</Anchor>)}
        </div>
      </Group>
    </div>
  )
}

function Name({ placeholder, template, onChoose }: { placeholder: Placeholder; template: Template; onChoose(field: string): void }): ReactNode {
  const fields = fieldsOf(template.kind)
  const labelOf = (key: string): string => fields.find((field) => field.key === key)?.label ?? key
  const { name, field, proposals, decided, count } = placeholder
  return (
    <div>
      <div className={classes.row}>
        <Text size="sm" className={classes.rowName}><code>{`{${name}}`}</code>{count > 1 ? ` · ${count}-mal` : ''}</Text>
        <Select
          size="xs" searchable aria-label={`Bedeutung von ${name}`} placeholder="Bitte wählen" value={field === '' ? 'leer' : field} error={field === null}
          data={[{ value: 'leer', label: '– bleibt leer –' }, ...fields.map(({ key, label }) => ({ value: key, label }))]} nothingFoundMessage="Kein solches Feld"
          onChange={(value) => value !== null && onChoose(value === 'leer' ? '' : value)}
        />
      </div>
      {field === null && proposals.length > 0 && (
        <Group gap={6} mt={4}>
          <Text size="xs" c="dimmed">Gemeint ist wohl</Text>
          {proposals.map((key) => <Button key={key} size="compact-xs" variant="light" onClick={() => onChoose(key)}>{labelOf(key)}</Button>)}
        </Group>
      )}
      {decided && <Text size="xs" c="dimmed">So festgelegt; wird für weitere Vorlagen gemerkt.</Text>}
    </div>
  )
}
