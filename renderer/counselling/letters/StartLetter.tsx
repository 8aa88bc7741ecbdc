import { Alert, Checkbox, Radio, Select, Group, Text, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { parseDueDay } from '../../../shared/due-day-input.ts'
import { answerLabels, dayAnswers, findStarter, starters, startersNote, type AnswerKey } from '../../../shared/counselling/letters/starters.ts'
import { api, office } from '../../app/office.ts'
import { ContactPicker } from '../../ui/ContactPicker.tsx'
import { DayField } from '../deadlines/DayField.tsx'
import { FormDialog } from '../FormDialog.tsx'
import { useOfficeLand } from '../../app/useOfficeLand.ts'

const free = 'free'

/** Begins a letter from a case: what kind, to whom, and whether it bears the name. */
export function StartLetter({ caseId, anonymous, counselledOn, onClose }: {
  caseId: string
  /** The case is kept without an identity card. */
  anonymous: boolean
  /** Day of the consultation that it is begun from. */
  counselledOn?: string
  onClose(): void
}) {
  const navigate = useNavigate()
  const land = useOfficeLand()
  const [code, setCode] = useState(counselledOn === undefined ? (starters[0]?.code ?? free) : 'confirmation')
  const [freeTo, setFreeTo] = useState<'office' | 'client'>('office')
  const [contactId, setContactId] = useState<string | null>(null)
  const [named, setNamed] = useState(!anonymous)
  const [answers, setAnswers] = useState<Partial<Record<AnswerKey, string>>>(counselledOn === undefined ? {} : { counselledOn })
  const starter = findStarter(code)
  const to = starter?.to ?? freeTo
  const { data: standing } = useQuery(api.counselling.letters.standing.queryOptions({ input: to === 'office' && contactId !== null ? { caseId, contactId } : skipToken }))

  const begin = async (): Promise<void> => {
    const opening = named && !anonymous ? (await office.counselling.identity.open({ caseId, reason: `Schreiben: ${starter?.label ?? 'ohne Vorlage'}` })).opening : null
    const recipient = to === 'client' ? { kind: 'client' as const } : contactId === null ? { kind: 'nobody' as const } : { kind: 'contact' as const, contactId }
    const given = Object.fromEntries(Object.entries(answers).filter(([key, value]) => value !== '' && starter?.asks.includes(key as AnswerKey)))
    const { id } = await office.counselling.letters.create({ caseId, starter: starter?.code ?? null, land, recipient, opening, answers: given })
    await navigate({ to: '/counselling/letters', search: { id } })
  }
  return (
    <FormDialog title="Schreiben beginnen" button="Beginnen" size={640} onClose={onClose} onSubmit={begin}>
      {() => (
        <>
          <Select
            label="Anschreiben" allowDeselect={false} value={code} maxDropdownHeight={360} onChange={(value) => value && setCode(value)}
            data={[
              { group: 'An Behörden und andere Stellen', items: starters.filter((each) => each.to === 'office').map((each) => ({ value: each.code, label: each.label })) },
              { group: 'An die Person selbst', items: starters.filter((each) => each.to === 'client').map((each) => ({ value: each.code, label: each.label })) },
              { group: 'Ohne Vorlage', items: [{ value: free, label: 'Leeres Schreiben' }] },
            ]}
          />
          {starter === undefined && (
            <Radio.Group label="An" value={freeTo} onChange={(value) => setFreeTo(value as 'office')}>
              <Group gap="lg" mt={4}><Radio value="office" label="Behörde oder andere Stelle" /><Radio value="client" label="die Person selbst" /></Group>
            </Radio.Group>
          )}
          {to === 'office' && <ContactPicker label="Empfänger" kind="all" value={contactId} description="aus den Kontakten; lässt sich im Schreiben noch ändern" onChange={setContactId} />}
          {standing?.standing === 'missing' && (
            <Alert color="amber" icon={<IconAlertTriangle aria-hidden />} title="Keine gültige Entbindung von der Schweigepflicht">
              Der Entwurf kann begonnen werden. Fertigstellen lässt er sich erst mit einer Entbindung für diese Stelle oder mit vermerktem Grund.
            </Alert>
          )}
          {standing?.standing === 'release' && <Alert color="petrol" variant="light" icon={<IconShieldCheck aria-hidden />}>Entbindung liegt vor: {standing.release}</Alert>}
          {starter?.asks.map((key) => dayAnswers.has(key)
            ? <DayField key={key} label={answerLabels[key]} value={answers[key] || null} parse={(text) => parseDueDay(text, new Date())} onChange={(day) => setAnswers((before) => ({ ...before, [key]: day ?? '' }))} />
            : <TextInput key={key} label={answerLabels[key]} value={answers[key] ?? ''} onChange={({ currentTarget: { value } }) => setAnswers((before) => ({ ...before, [key]: value }))} />)}
          {anonymous
            ? <Text size="sm" c="dimmed">Der Fall wird ohne Identität geführt; Namen werden nicht eingesetzt.</Text>
            : <Checkbox label="Name, Geburtsdatum und Anschrift einsetzen" description="öffnet die Identität; das wird vermerkt" checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} />}
          {starter && <Text size="xs" c="dimmed">{startersNote}</Text>}
        </>
      )}
    </FormDialog>
  )
}
