import { Alert, Collapse, Group, Radio, Select, Stack, Text, Textarea, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight, IconShieldLock } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseDayInput } from '../../../shared/day-input.ts'
import { handOverLabels, handOvers, type HandOver } from '../../../shared/counselling/referrals/model.ts'
import { releaseState, releaseStateText, type Release } from '../../../shared/counselling/releases/model.ts'
import { germanDate } from '../../../shared/dates.ts'
import { api } from '../../app/office.ts'
import { CodeSelect } from '../CodeSelect.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { renderTopic, topicOptions } from '../topicOptions.tsx'
import { useToday } from '../useToday.ts'
import type { ReferralDraft } from './referralDraft.ts'
import { TargetSelect } from './TargetSelect.tsx'

/** Fields of a referral: where, what about, how; what was told stands apart, and by default nothing was. */
export function ReferralFields({ fields, caseId, errors, opened = false, onChange }: {
  fields: ReferralDraft
  caseId: string | null
  errors: Record<string, string>
  /** Shows what stands on the slip at once. */
  opened?: boolean
  onChange(patch: Partial<ReferralDraft>): void
}) {
  const today = useToday()
  const target = fields.name === '' ? null : fields
  return (
    <>
      <TargetSelect label="Wohin" value={target} error={errors.name} onChange={onChange} />
      <Group grow align="flex-end">
        <Select
          label="Thema" searchable openOnFocus={false} data={topicOptions(today, fields.topic === null ? [] : [fields.topic])} renderOption={renderTopic} value={fields.topic}
          error={errors.topic} nothingFoundMessage="Nicht in der Liste" comboboxProps={{ width: 'max-content', position: 'bottom-start' }} onChange={(topic) => topic && onChange({ topic })}
        />
        <CodeSelect catalogue="referralQualities" label="Wie" day={today} value={fields.quality} error={errors.quality} onChange={(quality) => quality && onChange({ quality })} />
        <DayField label="Am" value={fields.date === '' ? null : fields.date} error={errors.date} parse={(text) => parseDayInput(text, new Date())} onChange={(date) => onChange({ date: date ?? '' })} />
      </Group>
      <HandOverFields fields={fields} caseId={caseId} errors={errors} onChange={onChange} />
      <SlipFields fields={fields} errors={errors} opened={opened} onChange={onChange} />
    </>
  )
}

interface PartProps {
  fields: ReferralDraft
  errors: Record<string, string>
  onChange(patch: Partial<ReferralDraft>): void
}

function SlipFields({ fields, errors, opened, onChange }: PartProps & { opened: boolean }) {
  const [shown, setShown] = useState(opened || [fields.about, fields.bring, fields.appointment].some((text) => text !== ''))
  const Sign = shown ? IconChevronDown : IconChevronRight
  return (
    <div>
      <UnstyledButton aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Group gap={4}><Sign size={16} aria-hidden /><Text size="sm" fw={600}>Für den Zettel zum Mitgeben</Text></Group>
      </UnstyledButton>
      <Collapse expanded={shown}>
        <Stack gap="sm" mt="xs">
          <Textarea
            label="Worum es geht" description="in einfachen Worten, ohne Namen; leer: das Thema" autosize minRows={2} maxRows={6} value={fields.about} error={errors.about}
            onChange={(event) => onChange({ about: event.currentTarget.value })}
          />
          <Group grow align="flex-start">
            <TextInput label="Bitte mitbringen" placeholder="Ausweis, Bescheid" value={fields.bring} error={errors.bring} onChange={(event) => onChange({ bring: event.currentTarget.value })} />
            <TextInput label="Wann" placeholder="Termin oder Sprechzeit" value={fields.appointment} error={errors.appointment} onChange={(event) => onChange({ appointment: event.currentTarget.value })} />
          </Group>
        </Stack>
      </Collapse>
    </div>
  )
}

/** Whether anything was told of the client, and on what ground. Without a valid release nothing can be told by one. */
function HandOverFields({ fields, caseId, errors, onChange }: PartProps & { caseId: string | null }) {
  const choose = (handOver: HandOver, releases: readonly Release[]): void => {
    const fitting = releases.find((release) => fits(release, fields))
    onChange({ handOver, releaseId: handOver === 'release' ? (fitting?.id ?? null) : null })
  }
  const { data: releases = [] } = useQuery(api.counselling.releases.ofCase.queryOptions({ input: { caseId: caseId ?? '' }, enabled: caseId !== null }))
  const valid = releases.filter((release) => releaseState(release, fields.date) === 'valid')
  const fitting = valid.filter((release) => fits(release, fields))
  return (
    <>
      <Radio.Group label="Was wurde der Stelle über die Person gesagt?" value={fields.handOver} onChange={(value) => choose(value as HandOver, valid)}>
        <Stack gap={6} mt={6}>
          {handOvers.map((value) => (
            <Radio key={value} value={value} label={handOverLabels[value]} disabled={value === 'release' && fitting.length === 0 && fields.handOver !== 'release'} />
          ))}
        </Stack>
      </Radio.Group>
      {fitting.length === 0 && fields.handOver !== 'release' && fields.name !== '' && caseId !== null && (
        <Text size="xs" c="dimmed">
          Für diese Stelle gibt es keine gültige Entbindung von der Schweigepflicht. Namen und Angaben dürfen ohne sie nicht weitergegeben werden; eine Adresse zu nennen braucht keine.
          Vorbereiten und drucken lässt sie sich im Fall unter „Unterlagen“.
        </Text>
      )}
      {errors.releaseId && <Alert color="red" variant="light" icon={<IconShieldLock aria-hidden />} title="Ohne Entbindung geht das nicht">{errors.releaseId}</Alert>}
      {fields.handOver === 'release' && fitting.length > 0 && (
        <Select
          label="Entbindung" allowDeselect={false} value={fields.releaseId}
          data={fitting.map((release) => ({ value: release.id, label: `vom ${germanDate(release.signing?.on ?? '')}, bis ${germanDate(release.until)}: ${release.information.slice(0, 60)}` }))}
          description={releaseHint(fitting.find(({ id }) => id === fields.releaseId), fields.date)} onChange={(releaseId) => onChange({ releaseId })}
        />
      )}
      {fields.handOver !== 'none' && (
        <Textarea
          label={fields.handOver === 'law' ? 'Was, und nach welcher Vorschrift' : 'Was wurde weitergegeben?'} autosize minRows={1} maxRows={5} value={fields.handedWhat} error={errors.handedWhat}
          onChange={(event) => onChange({ handedWhat: event.currentTarget.value })}
        />
      )}
    </>
  )
}

function fits(release: Release, { contactId, name, date }: ReferralDraft): boolean {
  if (releaseState(release, date) !== 'valid') return false
  return release.contactId !== null && contactId !== null ? release.contactId === contactId : release.name.trim().toLowerCase() === name.trim().toLowerCase()
}

function releaseHint(release: Release | undefined, day: string): string {
  return release ? `Erlaubt sind: ${release.information} · ${releaseStateText(release, day).text}` : ''
}
