import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconFileText, IconMailForward, IconMessageReply, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Referral } from '../../../shared/counselling/referrals/contract.ts'
import { targetLabel } from '../../../shared/counselling/referrals/model.ts'
import { office } from '../../app/office.ts'
import { showFailure, showUndoNotice } from '../../ui/notices.tsx'
import { FeedbackDialog } from './FeedbackDialog.tsx'
import { CoverPaper, SlipPaper } from './PaperDialogs.tsx'
import { EditReferral } from './ReferralDialog.tsx'

/** What can be done with a referral: note what came of it, print, change, remove. */
export function ReferralActions({ referral, language, named, small = false, onRemoved }: {
  referral: Referral
  /** Language of the client, for the slip. */
  language: string | null
  /** The case has an identity card. */
  named: boolean
  small?: boolean
  onRemoved?(): void
}) {
  const [dialog, setDialog] = useState<'feedback' | 'slip' | 'cover' | 'edit' | null>(null)
  const close = (): void => setDialog(null)
  const remove = async (): Promise<void> => {
    try {
      const { change } = await office.counselling.referrals.remove({ id: referral.id, version: referral.version })
      showUndoNotice('Die Verweisung liegt im Papierkorb.', 'counselling', change)
      onRemoved?.()
    } catch (error) {
      showFailure(error)
    }
  }
  const asked = referral.feedback === null
  return (
    <>
      <Button.Group>
        <Button size={small ? 'compact-sm' : 'sm'} variant={asked && !small ? 'filled' : 'default'} leftSection={<IconMessageReply size={16} aria-hidden />} onClick={() => setDialog('feedback')}>
          {asked ? 'Rückmeldung' : 'Rückmeldung ändern'}
        </Button>
        <Button size={small ? 'compact-sm' : 'sm'} variant="default" leftSection={<IconFileText size={16} aria-hidden />} onClick={() => setDialog('slip')}>Zettel</Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={small ? 26 : 36} aria-label={`Mehr zur Verweisung an ${targetLabel(referral)}`}><IconDots size={17} aria-hidden /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconMailForward size={16} aria-hidden />} disabled={referral.handOver !== 'release'} onClick={() => setDialog('cover')}>Begleitblatt für die Stelle …</Menu.Item>
            <Menu.Item leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('edit')}>Ändern …</Menu.Item>
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void remove()}>In den Papierkorb</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {dialog === 'feedback' && <FeedbackDialog referral={referral} onClose={close} />}
      {dialog === 'slip' && <SlipPaper referral={referral} language={language} onClose={close} />}
      {dialog === 'cover' && <CoverPaper referral={referral} named={named} onClose={close} />}
      {dialog === 'edit' && <EditReferral referral={referral} onClose={close} />}
    </>
  )
}
