import { Center, Loader, Text, Title } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OfficeDocument } from '../../../shared/correspondence/register/model.ts'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { openRecord } from '../../app/openRecord.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { CorrespondenceTabs } from '../CorrespondenceTabs.tsx'
import { PaperRow } from '../papers/PaperRow.tsx'
import parts from '../parts.module.css'

const owners: Readonly<Record<OfficeDocument['owner']['type'], string>> = { statement: 'Stellungnahme', 'register-entry': 'Registereintrag', matter: 'Vorgang', letter: 'Schreiben', clipping: 'Pressebericht', 'material-edition': 'Infomaterial', 'event-receipt': 'Beleg' }

/** One paper, where the search leads to it. */
export function PaperScreen(): ReactNode {
  const { id } = useSearch({ from: '/correspondence/papers' })
  const { data, error } = useQuery(api.correspondence.register.documents.get.queryOptions({ input: id ? { id } : skipToken }))
  return (
    <div className={parts.list}>
      <div className={parts.head}>
        <Title order={1} size="h3">Unterlage</Title>
        <CorrespondenceTabs current="register" />
      </div>
      {hidesData(error, data) ? <FailureAlert error={error} /> : !data ? <Center p="xl"><Loader aria-label="Unterlage wird geladen" /></Center> : (
        <div className={parts.page}>
          <Text size="sm">Liegt bei: <button type="button" className={parts.link} onClick={() => openRecord(data.owner)}>{owners[data.owner.type]} öffnen</button></Text>
          <ul className={parts.rows}><PaperRow paper={data} /></ul>
        </div>
      )}
    </div>
  )
}
