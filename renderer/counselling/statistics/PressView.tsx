import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Threshold } from '../../../shared/statistics/disclosure.ts'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { useToday } from '../useToday.ts'
import { useThreshold } from './useThreshold.ts'
import { recentYears } from '../../../shared/statistics/period-choice.ts'
import classes from '../../ui/Figures.module.css'

const formats = { xlsx: 'Excel', pdf: 'PDF', docx: 'Word' } as const

/** „Zahlen für die Presse": choose a year, take the file or the text. Everything in it is protected. */
export function PressView() {
  const today = useToday()
  const queries = useQueryClient()
  const [year, setYear] = useState(Number(today.slice(0, 4)) - (today.slice(5, 7) < '04' ? 1 : 0))
  const { threshold, setThreshold, offered } = useThreshold()
  const { data, error, refetch } = useQuery(api.counselling.statistics.pressText.queryOptions({ input: { year, threshold }, placeholderData: (kept) => kept }))
  const noted = (): void => void queries.invalidateQueries({ queryKey: api.counselling.statistics.key() })
  const save = async (format: keyof typeof formats): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: `Zahlen für die Presse ${year}.${format}`, kind: format })
      if (!target) return
      const { tables } = await office.counselling.statistics.savePress({ year, threshold, format, grant: target.grant })
      showNotice(`„${target.name}“ gespeichert, ${tables} Tabellen.`)
      noted()
    } catch (failure) {
      showFailure(failure)
    }
  }
  const copy = async (text: string): Promise<void> => {
    try {
      await desktop.copyText(text)
      await office.counselling.statistics.notePressText({ year, threshold })
      showNotice('Der Text liegt für eine Minute in der Zwischenablage.')
      noted()
    } catch (failure) {
      showFailure(failure)
    }
  }
  return (
    <Stack gap="md" maw={860}>
      <Group gap={10} align="flex-end">
        <Select label="Jahr" w={110} data={recentYears(today)} value={String(year)} onChange={(value) => value && setYear(Number(value))} />
        <Select
          label="Kleinste Fallzahl" w={130} disabled={offered.length < 2} data={offered.map((k) => ({ value: String(k), label: String(k) }))} value={String(threshold)}
          onChange={(value) => value && setThreshold(Number(value) as Threshold)}
        />
      </Group>
      {error ? <FailureAlert error={error} retry={() => void refetch()} /> : null}
      {data && (
        <>
          <Text size="sm" c="dimmed">{data.frozen ? `Nach den eingefrorenen Zahlen des Jahres ${year}.` : `Stand heute. Das Jahr ${year} ist nicht eingefroren, die Zahlen können sich noch ändern.`}</Text>
          <section aria-label="Text für die Presse" className={classes.press}>{data.text}</section>
          <Group gap="xs">
            <Button leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy(data.text)}>Text kopieren</Button>
            {Object.entries(formats).map(([format, label]) => (
              <ExportButton key={format} format={format as keyof typeof formats} variant="default" leftSection={<IconDownload size={18} aria-hidden />} onClick={() => void save(format as keyof typeof formats)}>{label} …</ExportButton>
            ))}
          </Group>
          <Text size="sm" c="dimmed">
            Die Dateien enthalten dazu Tabellen nach Thema, Verlauf, Kanal, Sprache, Herkunft, Status, Wohnort, Ergebnis und Sprachmittlung, jede mit dem Hinweis, was nicht
            ausgewiesen ist. Was ausgegeben wurde, steht unter „Eingefrorene Jahre“.
          </Text>
        </>
      )}
    </Stack>
  )
}
