import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { CaseReference } from '../../../shared/counselling/access/contract.ts'
import { failureOf } from '../../app/failure.ts'
import { office } from '../../app/office.ts'
import { showFailure } from '../../ui/notices.tsx'
import { Personal } from '../../ui/Personal.tsx'
import classes from './FindClient.module.css'

const empty = { name: '', birthDate: '', reason: '' }

/** Name, date of birth and reason; below it the cases found. */
export function FindClientForm({ onOpen, onClose }: { onOpen(id: string): void; onClose(): void }) {
  const [wanted, setWanted] = useState(empty)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [found, setFound] = useState<CaseReference[] | null>(null)
  const [busy, setBusy] = useState(false)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [found])

  const set = (patch: Partial<typeof empty>): void => {
    setWanted((before) => ({ ...before, ...patch }))
    setFound(null)
  }
  const search = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setErrors({})
    setBusy(true)
    try {
      setFound(await office.counselling.identity.find(wanted))
    } catch (error) {
      const { code, data } = failureOf(error)
      if (code === 'invalid' && data.fields) setErrors(data.fields)
      else showFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form onSubmit={(event) => void search(event)} noValidate>
      <Stack gap="sm">
        <Text size="sm">
          Findet nur, was Sie sehen dürfen. Jeder gefundene Fall hält in seinem Protokoll fest, wer gesucht hat, wann und aus welchem Anlass.
        </Text>
        <div className={classes.fields}>
          <TextInput
            label="Name" placeholder="ganzer Familienname, Vor- und Familienname" description="auch Telefonnummer oder E-Mail-Adresse" data-autofocus autoComplete="off" maxLength={200}
            value={wanted.name} error={errors.name} onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label="Geburtsdatum" placeholder="12.3.1988 oder 1988" description="soweit bekannt" autoComplete="off" maxLength={20}
            value={wanted.birthDate} error={errors.birthDate} onChange={(event) => set({ birthDate: event.currentTarget.value })}
          />
        </div>
        <TextInput
          label="Anlass" placeholder="z. B. steht am Empfang und nennt den Namen" required autoComplete="off" maxLength={300}
          value={wanted.reason} error={errors.reason} onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>Abbrechen</Button>
          <Button type="submit" loading={busy} leftSection={<IconSearch size={18} aria-hidden />}>Suchen</Button>
        </Group>
        <div role="status">
          {found?.length === 0 && (
            <Text size="sm">
              Kein Fall gefunden. Gesucht wird nach ganzen Wörtern in jeder Schreibweise (Müller, Mueller, Muller); ein Vorname allein genügt nur mit dem Geburtsdatum.
            </Text>
          )}
          {found !== null && found.length > 0 && <Text size="sm">{found.length === 1 ? 'Ein Fall gefunden. Die Suche steht in seinem Protokoll.' : `${found.length} Fälle gefunden. Die Suche steht in jedem Protokoll.`}</Text>}
        </div>
        {found !== null && found.length > 0 && (
          <ul className={classes.found} aria-label="Gefundene Fälle" ref={list}>
            {found.map(({ id, number, alias, counsellorName }) => (
              <li key={id}>
                <button type="button" onClick={() => onOpen(id)}>
                  <strong>{number}</strong>
                  <Personal>„{alias}“</Personal>
                  <span className={classes.quiet}>{counsellorName}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Stack>
    </form>
  )
}
