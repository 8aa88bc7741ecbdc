import firstSteps from '../../resources/handbook/erste-schritte.md?raw'
import contacts from '../../resources/handbook/kontakte.md?raw'
import counselling from '../../resources/handbook/beratung.md?raw'
import letters from '../../resources/handbook/schreiben.md?raw'
import tasks from '../../resources/handbook/aufgaben.md?raw'
import events from '../../resources/handbook/veranstaltungen.md?raw'
import calendar from '../../resources/handbook/kalender.md?raw'
import safety from '../../resources/handbook/sicherheit.md?raw'
import handover from '../../resources/handbook/uebergabe.md?raw'
import backups from '../../resources/handbook/sicherungen.md?raw'
import administration from '../../resources/handbook/it.md?raw'

/** One page of the handbook; `name` is the area whose F1 opens it. */
export interface HandbookPage {
  name: string
  title: string
  text: string
}

const page = (name: string, text: string): HandbookPage => ({
  name,
  title: /^# (.+)$/m.exec(text)?.[1] ?? name,
  text,
})

/** The handbook in its order. */
export const handbook: readonly HandbookPage[] = [
  page('first-steps', firstSteps),
  page('directory', contacts),
  page('counselling', counselling),
  page('correspondence', letters),
  page('tasks', tasks),
  page('events', events),
  page('calendar', calendar),
  page('settings', safety),
  page('backup', backups),
  page('handover', handover),
  page('administration', administration),
]
