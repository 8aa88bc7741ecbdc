import { Text } from '@mantine/core'
import { useState } from 'react'
import { KEY_NAMES } from '../../../shared/vault/roles.ts'
import { office } from '../../app/office.ts'
import { showNotice } from '../../ui/notices.tsx'
import { FormDialog } from '../people/FormDialog.tsx'
import { RenewKeysOffer } from '../people/RenewKeysOffer.tsx'
import { usePeopleChange } from '../people/usePeople.ts'
import { useRefreshDeputy } from './useDeputy.ts'

/** What comes to its end: a deputy's access, or the codes of the holders. */
export type Ended = { kind: 'deputy'; id: string; name: string } | { kind: 'arrangement'; name: string }

/** Takes access away and offers to renew the keys that it gave. */
export function EndAccess({ ended, onClose }: { ended: Ended; onClose: () => void }) {
  const [renew, setRenew] = useState(true)
  /** When only renewing failed, only that is tried again. */
  const [over, setOver] = useState(false)
  const { busy, error, run } = usePeopleChange()
  const refresh = useRefreshDeputy()
  const isDeputy = ended.kind === 'deputy'

  async function end(): Promise<void> {
    const done = await run(async () => {
      if (!over) await (isDeputy ? office.vault.deputy.end({ id: ended.id }) : office.vault.deputy.revoke())
      setOver(true)
      if (renew) await office.vault.people.renewKeys({ names: [...KEY_NAMES] })
    })
    await refresh()
    if (!done) return
    showNotice(isDeputy ? `Die Vertretung durch ${ended.name} ist beendet.` : 'Der Vertretungsfall ist widerrufen. Bitte vernichten Sie die Blätter.')
    onClose()
  }

  return (
    <FormDialog title={isDeputy ? 'Vertretung beenden' : 'Vertretungsfall widerrufen'} submit={isDeputy ? 'Beenden' : 'Widerrufen'} busy={busy} error={error} onSubmit={() => void end()} onClose={onClose}>
      <Text size="sm">
        {isDeputy
          ? `${ended.name} kann das Büro danach nicht mehr entsperren. Was ${ended.name} erfasst hat, bleibt erhalten. Geöffnete Umschläge gelten weiter: Bitte erneuern Sie anschließend die Blätter.`
          : `Die Codes von ${ended.name} öffnen danach nichts mehr.`}
      </Text>
      <RenewKeysOffer name={isDeputy ? ended.name : 'eine dieser Personen'} renew={renew} onRenew={setRenew} />
    </FormDialog>
  )
}
