import { Alert, Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, desktop, office } from '../../app/office.ts'
import { usePreference } from '../../app/usePreference.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import classes from './Output.module.css'
import type { Output } from './useOutput.ts'

const most = 1000
/** Below the limit of usual mail servers for the recipients of one message. */
const usual = 100

/** The e-mail addresses in portions for Outlook, each with one click on the clipboard. */
export function EmailOutput({ output: { request } }: { output: Output }) {
  const [limit, setLimit] = usePreference('output.emailLimit', usual)
  const [field, setField] = useState<'bcc' | 'to'>('bcc')
  const [noted, setNoted] = useState(false)
  const [copied, setCopied] = useState<ReadonlySet<number>>(new Set())
  const { data } = useQuery(api.directory.output.emails.queryOptions({ input: { request, limit: Math.min(most, Math.max(1, limit)) } }))
  const copy = async (portion: readonly string[], index: number): Promise<void> => {
    try {
      // Outlook parts addresses by semicolons.
      await desktop.copyText(portion.join('; '))
      setCopied(new Set([...copied, index]))
      showNotice('Kopiert. Die Zwischenablage wird nach einer Minute geleert.')
      if (noted) return
      setNoted(true)
      await office.directory.output.noteEmails({ request })
    } catch (error) {
      showFailure(error)
    }
  }
  return (
    <Stack gap="sm">
      <Group gap="lg" align="flex-end">
        <NumberInput label="Höchstens je Nachricht" description="Grenze Ihres Mailservers" min={1} max={most} allowDecimal={false} value={limit} onChange={(typed) => { setLimit(Number(typed)); setCopied(new Set()) }} w={200} />
        <SegmentedControl aria-label="Feld" value={field} onChange={(value) => setField(value === 'to' ? 'to' : 'bcc')} data={[{ value: 'bcc', label: 'Für Bcc' }, { value: 'to', label: 'Für An' }]} />
      </Group>
      {field === 'to'
        ? <Alert color="amber" p="xs" icon={<IconAlertTriangle aria-hidden />} title="Im Feld „An“ sehen alle Empfänger alle Adressen." />
        : <Text size="sm">In Outlook in das Feld „Bcc“ einfügen: so sieht niemand die Adressen der anderen.</Text>}
      <ul className={classes.portions} aria-label="E-Mail-Adressen">
        {(data?.portions ?? []).map((portion, index) => (
          <li key={portion[0]} className={classes.portion}>
            <Text size="sm">{data?.portions.length === 1 ? '' : `Teil ${index + 1}: `}{portion.length === 1 ? '1 Adresse' : `${portion.length.toLocaleString('de-DE')} Adressen`}{copied.has(index) ? ', kopiert' : ''}</Text>
            <Button size="compact-sm" variant={copied.has(index) ? 'default' : 'filled'} leftSection={<IconCopy size={15} aria-hidden />} aria-label={`Teil ${index + 1} kopieren`} onClick={() => void copy(portion, index)}>Kopieren</Button>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
