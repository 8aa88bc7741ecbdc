import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './WorkArea.module.css'

/**
 * The shape of every area: groups on the left, the list in the middle, the chosen record on the right. In a narrow window
 * the groups move above the list; at 200 % zoom the record covers the list until `onBack`.
 */
export function WorkArea({ aside, list, record, recordLabel, onBack }: {
  aside: ReactNode
  list: ReactNode
  record: ReactNode | null
  recordLabel: string
  onBack: () => void
}) {
  return (
    <div className={classes.area}>
      <div className={classes.panes} data-record={record !== null || undefined}>
        <div className={classes.aside}>{aside}</div>
        <div className={classes.list}>{list}</div>
        {record !== null && (
          <section className={classes.record} aria-label={recordLabel}>
            <Button className={classes.back} m="xs" mb={0} variant="subtle" leftSection={<IconArrowLeft size={17} aria-hidden />} onClick={onBack}>
              Zurück zur Liste
            </Button>
            {record}
          </section>
        )}
      </div>
    </div>
  )
}
