import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EditTarget, TakenVersion } from '../../../shared/correspondence/round-trip/contract.ts'
import type { EditedKind } from '../../../shared/correspondence/round-trip/kinds.ts'
import { desktop } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'
import { useDesk } from '../useDesk.ts'

/** How often the state of a copy is asked for while one is open: whether the other program has let go of it changes nothing in the vault. */
const askAgain = 1_500

const noProgram = 'Auf diesem Rechner ist kein Programm für diese Art von Datei eingerichtet.'

/** „In Word bearbeiten" for one record: what is open, what was taken back, and what can be done. */
export function useEditing(target: EditTarget) {
  const { api, office } = useDesk()
  const [busy, setBusy] = useState(false)
  const queries = useQueryClient()
  const options = api.roundTrip.state.queryOptions({ input: { target } })
  const { data } = useQuery({ ...options, refetchInterval: (query) => (query.state.data?.copy ? askAgain : false) })

  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } catch (error) {
      showFailure(error)
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: options.queryKey })
    }
  }

  return {
    busy,
    copy: data?.copy ?? null,
    versions: data?.versions ?? [],
    /** @param before brings unsaved text to safety; false when that failed */
    open: (kind: EditedKind, fresh: boolean, before: () => Promise<boolean>) => act(async () => {
      if (!(await before())) return showNotice('Das Schreiben ist noch nicht gespeichert. Der Grund steht über dem Formular.')
      const { grant } = await desktop.prepareEditing(kind)
      const { missing } = await office.roundTrip.open({ target, grant, fresh })
      const { shown } = await desktop.showEditing(grant)
      if (!shown) {
        await office.roundTrip.end({ token: grant })
        return showNotice(noProgram)
      }
      if (missing.length > 0) showNotice(`Im Dokument fehlt noch: ${missing.join(', ')}.`)
    }),
    end: (token: string) => act(async () => {
      const { kept } = await office.roundTrip.end({ token })
      showNotice(kept
        ? 'Der letzte Stand ist noch nicht zugänglich. Bitte schließen Sie das Dokument im anderen Programm und beenden Sie die Bearbeitung dann.'
        : 'Der zuletzt gespeicherte Stand ist übernommen, die Kopie entfernt.')
    }),
    /** Shows a version; what is changed there is not taken back. */
    show: (version: TakenVersion) => act(async () => {
      const { grant } = await desktop.prepareViewing(version.kind)
      await office.roundTrip.write({ id: version.id, grant })
      const { shown } = await desktop.showViewing(grant)
      if (!shown) showNotice(noProgram)
    }),
  }
}

/** What {@link useEditing} gives. */
export type Editing = ReturnType<typeof useEditing>
