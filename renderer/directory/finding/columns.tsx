import { IconBuilding, IconUser } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { germanDate } from '../../../shared/dates.ts'
import { detailLabel } from '../../../shared/directory/details.ts'
import type { ColumnChoice, ContactColumn } from '../../../shared/directory/finding/views.ts'
import { contactKindLabels } from '../../../shared/directory/labels.ts'
import type { ContactListItem, ContactSort } from '../../../shared/directory/list.ts'
import { organisationTypeLabel } from '../../../shared/directory/organisation-types.ts'
import { Personal } from '../../ui/Personal.tsx'
import type { TableColumn } from '../../ui/VirtualTable.tsx'
import classes from '../ContactTable.module.css'

interface Known {
  heading: string
  /** Share of the width, and the pixels that are enough to read it. */
  share: number
  comfortable: number
  render: (contact: ContactListItem) => ReactNode
}

const quiet = (text: string) => <span className={classes.quiet}>{text}</span>

const known: Record<'name' | ContactColumn, Known> = {
  name: { heading: 'Name', share: 3, comfortable: 220, render: (contact) => <ContactName contact={contact} /> },
  type: { heading: 'Art', share: 1, comfortable: 90, render: ({ kind, typeCode }) => quiet(kind === 'person' ? contactKindLabels.person : organisationTypeLabel(typeCode, 'short')) },
  place: { heading: 'Ort', share: 1.2, comfortable: 110, render: ({ place }) => place },
  phone: { heading: 'Telefon', share: 1.3, comfortable: 130, render: ({ phone }) => <Personal>{phone}</Personal> },
  email: { heading: 'E-Mail', share: 2, comfortable: 190, render: ({ email }) => <Personal>{email}</Personal> },
  employer: { heading: 'Organisation, Funktion', share: 2, comfortable: 200, render: ({ employer, role }) => <Personal>{[employer, role].filter(Boolean).join(' · ')}</Personal> },
  languages: { heading: 'Sprachen', share: 1.3, comfortable: 130, render: ({ languages }) => quiet(languages.map((code) => detailLabel('languages', code)).join(', ')) },
  tags: { heading: 'Schlagwörter', share: 1.5, comfortable: 150, render: ({ tags }) => quiet(tags.join(', ')) },
  areas: { heading: 'Arbeitsfelder', share: 1.6, comfortable: 170, render: ({ areas }) => quiet(areas.map((code) => detailLabel('areas', code)).join(', ')) },
  checked: { heading: 'Zuletzt geprüft', share: 1, comfortable: 112, render: ({ checkedOn }) => quiet(checkedOn === null ? 'nie' : germanDate(checkedOn)) },
  ags: { heading: 'AGS', share: 0.8, comfortable: 86, render: ({ ags }) => quiet(ags) },
  changed: { heading: 'Geändert', share: 0.9, comfortable: 92, render: ({ updatedAt }) => quiet(germanDate(updatedAt.slice(0, 10))) },
}

/** So many columns share whatever room there is; more of them scroll sideways. */
const fitAnywhere = 3
const gap = 10
const padding = 28

/** The heading of a column. */
export function columnHeading(key: ColumnChoice['key']): string {
  return known[key].heading
}

/** The columns of the list as somebody has arranged them, and the pixels that they need side by side. */
export function tableColumns(choices: readonly ColumnChoice[]): { columns: TableColumn<ContactListItem, ContactSort>[], leastWidth: number } {
  const arranged = choices.some(({ width }) => width !== undefined)
  const needed = choices.reduce((sum, { key, width }) => sum + (width ?? known[key].comfortable), 0) + gap * (choices.length - 1) + padding
  const named = choices.some(({ key }) => key === 'employer')
  const columns = choices.map(({ key, width }) => ({
    key,
    heading: known[key].heading,
    width: width === undefined ? `minmax(0, ${known[key].share}fr)` : `${width}px`,
    sort: key,
    render: key === 'name' && named ? (contact: ContactListItem) => <ContactName contact={{ ...contact, employer: '' }} /> : known[key].render,
  }))
  return { columns, leastWidth: arranged || choices.length > fitAnywhere ? needed : 0 }
}

function ContactName({ contact: { kind, name, department, employer } }: { contact: ContactListItem }) {
  const beside = kind === 'organisation' ? department : employer
  const KindIcon = kind === 'organisation' ? IconBuilding : IconUser
  return (
    <>
      <KindIcon size={17} stroke={1.6} className={classes.icon} aria-label={contactKindLabels[kind]} role="img" />
      <Personal>
        <b className={classes.name}>{name}</b>
        {beside && <span className={classes.quiet}> · {beside}</span>}
      </Personal>
    </>
  )
}
