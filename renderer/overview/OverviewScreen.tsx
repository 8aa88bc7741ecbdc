import { Button, Group, Title } from '@mantine/core'
import { IconFileText, IconUserPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useSession } from '../app/session.ts'
import { BurningCard } from './BurningCard.tsx'
import { DatesCard } from './DatesCard.tsx'
import { ConsultationsOfTheYear, LatestConsultations } from './CounsellingCards.tsx'
import { RecentChanges, WaitingLetters } from './OfficeCards.tsx'
import { DueListsCard } from './DueListsCard.tsx'
import { PressCard } from './PressCard.tsx'
import { QuickLineCard } from './QuickLineCard.tsx'
import { DirectivesCard, FollowUpsCard, StatementsCard } from './StatementCards.tsx'
import { TasksCard } from './TasksCard.tsx'
import classes from './OverviewScreen.module.css'

/** "What waits?" at a glance, without a click. */
export function OverviewScreen() {
  const { canSee } = useSession()
  const navigate = useNavigate()
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <Title order={1}>Übersicht</Title>
        <Group gap="xs">
          <Button
            variant="default"
            leftSection={<IconUserPlus size={17} aria-hidden />}
            onClick={() => void navigate({ to: '/directory', search: { new: true } })}
          >
            Kontakt anlegen
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileText size={17} aria-hidden />}
            onClick={() => void navigate({ to: '/correspondence', search: { new: true } })}
          >
            Schreiben beginnen
          </Button>
        </Group>
      </div>
      {canSee('counselling') && <QuickLineCard />}
      <div className={classes.column}>
        {canSee('counselling') && <BurningCard />}
        <TasksCard />
        <DatesCard />
        {canSee('counselling') && <StatementsCard />}
        <WaitingLetters />
        <DirectivesCard />
        <FollowUpsCard />
        <PressCard />
        <DueListsCard />
        {canSee('counselling') && <ConsultationsOfTheYear />}
      </div>
      <div className={classes.column}>
        {canSee('counselling') ? <LatestConsultations /> : <StatementsCard />}
        <RecentChanges />
      </div>
    </div>
  )
}
