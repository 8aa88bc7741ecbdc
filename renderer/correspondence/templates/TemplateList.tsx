import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { documentKindLabels } from '../../../shared/correspondence/templates/kinds.ts'
import type { TemplateItem } from '../../../shared/correspondence/templates/model.ts'
import classes from './Templates.module.css'

/** All templates: those of the office, then those that come with the application. */
export function TemplateList({ templates, current, onOpen }: { templates: readonly TemplateItem[]; current: string | null; onOpen: (ref: string) => void }): ReactNode {
  const groups = [
    { label: 'Eigene Vorlagen', items: templates.filter(({ id }) => id !== null) },
    { label: 'Mitgeliefert', items: templates.filter(({ id }) => id === null) },
  ]
  return (
    <nav className={classes.list} aria-label="Vorlagen">
      {groups.filter(({ items }) => items.length > 0).map(({ label, items }) => (
        <div key={label}>
          <h2 className={classes.group}>{label}</h2>
          <ul className={classes.items}>
            {items.map((item) => {
              const key = item.id ?? item.ref
              return (
                <li key={key}>
                  <button type="button" className={classes.item} aria-current={current === key} onClick={() => onOpen(key)}>
                    <span className={classes.name}>{item.name}</span>
                    <span className={classes.quiet}>
                      {item.name !== documentKindLabels[item.kind] && <span>{documentKindLabels[item.kind]}</span>}
                      {item.id !== null && <TemplateState item={item} />}
                    </span>
                  </button>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function TemplateState({ item: { open, validity, versionNumber, used } }: { item: TemplateItem }): ReactNode {
  const [Icon, word] = open > 0
    ? [IconAlertTriangle, open === 1 ? '1 Fehler offen' : `${open} Fehler offen`] as const
    : validity === 'valid' ? [IconCircleCheck, 'bereit'] as const : [IconClock, validity === 'ended' ? 'nicht mehr gültig' : 'noch nicht gültig'] as const
  return (
    <>
      <span>Fassung {versionNumber}</span>
      <span className={classes.state}><Icon size={14} aria-hidden />{word}</span>
      {used > 0 && <span>{used} Schreiben</span>}
    </>
  )
}
