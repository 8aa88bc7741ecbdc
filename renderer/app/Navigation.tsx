import { Link } from '@tanstack/react-router'
import { keysOf } from '../../shared/shortcuts.ts'
import { areas, type Area } from './areas.ts'
import { useSession } from './session.ts'
import classes from './Shell.module.css'

/** The areas, icon and word, with the keys that lead there. */
export function Navigation() {
  const session = useSession()
  const visible = areas.filter((area) => session.canSee(area.side))
  return (
    <nav className={`${classes.navigation} no-print`} aria-label="Bereiche">
      <div className={classes.office}>
        <span className={classes.mark} aria-hidden>
          I
        </span>
        <strong className={classes.officeText}>Integrationsbüro</strong>
        <span className={`${classes.officeName} ${classes.officeText}`} title={session.officeName}>
          {session.officeName}
        </span>
      </div>
      {visible.filter((area) => area.place === 'work').map(entry)}
      <span style={{ flex: 1 }} />
      {visible.filter((area) => area.place === 'foot').map(entry)}
    </nav>
  )
}

function entry({ label, path, icon: AreaIcon, command }: Area) {
  return (
    <Link
      key={path}
      to={path}
      className={classes.link}
      activeProps={{ 'data-active': true, 'aria-current': 'page' } as object}
      activeOptions={{ exact: path === '/', includeSearch: false }}
    >
      <AreaIcon size={19} stroke={1.7} aria-hidden />
      <span className={classes.label}>{label}</span>
      <span className={classes.keys} aria-hidden>
        {keysOf(command)}
      </span>
    </Link>
  )
}
