import { ActionIcon, Menu } from '@mantine/core'
import { IconDots, IconFileInfo, IconFileSearch, IconLock, IconLockOpen, IconSitemap, IconTopologyStar3, IconTrashX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, office } from '../../app/office.ts'
import { attempt } from '../../ui/attempt.ts'
import { AccessDialog } from './AccessDialog.tsx'
import { InformationDialog } from './InformationDialog.tsx'
import { ProposeDialog } from './ProposeDialog.tsx'
import { RestrictDialog } from './RestrictDialog.tsx'

type Step = 'information' | 'access' | 'restrict' | 'propose'

/** What else can be done with a contact: look at it in the network, and everything that data protection asks for. */
export function ContactMore({ id }: { id: string }) {
  const [step, setStep] = useState<Step | null>(null)
  const navigate = useNavigate()
  const { data } = useQuery(api.directory.privacy.get.queryOptions({ input: { id } }))
  const close = (): void => setStep(null)
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label="Mehr" title="Netzwerk, Datenschutz …"><IconDots size={17} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Netzwerk</Menu.Label>
          <Menu.Item leftSection={<IconTopologyStar3 size={16} aria-hidden />} onClick={() => void navigate({ to: '/directory/network', search: { view: 'picture', id } })}>Im Netzwerk zeigen</Menu.Item>
          <Menu.Item leftSection={<IconSitemap size={16} aria-hidden />} onClick={() => void navigate({ to: '/directory/network', search: { view: 'chart', id } })}>Organigramm zeigen</Menu.Item>
          <Menu.Label>Datenschutz</Menu.Label>
          <Menu.Item leftSection={<IconFileInfo size={16} aria-hidden />} onClick={() => setStep('information')}>Informationsblatt …</Menu.Item>
          <Menu.Item leftSection={<IconFileSearch size={16} aria-hidden />} onClick={() => setStep('access')}>Auskunft erteilen …</Menu.Item>
          {data?.restrictedOn == null
            ? <Menu.Item leftSection={<IconLock size={16} aria-hidden />} onClick={() => setStep('restrict')}>Verarbeitung einschränken …</Menu.Item>
            : <Menu.Item leftSection={<IconLockOpen size={16} aria-hidden />} onClick={() => void attempt(() => office.directory.privacy.restrict({ id, reason: null }), 'Einschränkung aufgehoben')}>Einschränkung aufheben</Menu.Item>}
          {data?.proposal == null
            ? <Menu.Item leftSection={<IconTrashX size={16} aria-hidden />} onClick={() => setStep('propose')}>Zur Löschung vorschlagen …</Menu.Item>
            : <Menu.Item leftSection={<IconTrashX size={16} aria-hidden />} onClick={() => void attempt(() => office.directory.privacy.withdraw({ ids: [id] }), 'Löschvorschlag zurückgenommen')}>Löschvorschlag zurücknehmen</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {step === 'information' && <InformationDialog id={id} onClose={close} />}
      {step === 'access' && <AccessDialog id={id} onClose={close} />}
      {step === 'restrict' && <RestrictDialog id={id} onClose={close} />}
      {step === 'propose' && <ProposeDialog ids={[id]} onClose={close} />}
    </>
  )
}
