import { IconHome, IconUser } from '@tabler/icons-react'
import { labelOf } from '../../../shared/counselling/catalogues.ts'
import { familyRows, type HouseholdPerson } from '../../../shared/counselling/household/model.ts'
import { Personal } from '../../ui/Personal.tsx'
import classes from './FamilyPicture.module.css'

/** The family by generations, the older above. Everything in it stands in the list below, so screen readers skip the picture. */
export function FamilyPicture({ alias, persons }: { alias: string; persons: readonly HouseholdPerson[] }) {
  return (
    <div className={classes.picture} aria-hidden>
      {familyRows(persons).map((row) => (
        <div className={classes.row} key={row.map((person) => person?.id ?? 'self').join()}>
          {row.map((person) => person === null ? (
            <div className={`${classes.box} ${classes.self}`} key="self"><IconUser size={16} /><strong><Personal current>„{alias}“</Personal></strong></div>
          ) : (
            <div className={person.livesHere ? classes.box : `${classes.box} ${classes.apart}`} key={person.id}>
              {person.livesHere && <IconHome size={14} />}
              <span><strong><Personal current>{person.name}</Personal></strong><br />{labelOf('relations', person.relation)}{person.birthYear === null ? '' : `, ${person.birthYear}`}</span>
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
