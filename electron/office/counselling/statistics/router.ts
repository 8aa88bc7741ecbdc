import { counselling } from '../../procedures.ts'
import { getLetterhead } from '../../settings/service.ts'
import type { Session } from '../../session.ts'
import { getOverview } from './figures.ts'
import { getPressText, notePressText, savePress, saveTable, tableWithWarnings } from './outputs.ts'
import { listPublications } from './publishing.ts'
import { readPlaces } from './places.ts'
import { compareSnapshot, freezeYear, listSnapshots } from './snapshots.ts'

const { statistics } = counselling.counselling

/** „Statistik". The name of the office for what is printed comes from the office side, which never hears what is printed. */
export const statisticsRouter = {
  overview: statistics.overview.handler(({ context, input }) => getOverview(context.desk, input)),
  table: statistics.table.handler(({ context, input }) => tableWithWarnings(context.desk, input)),
  filterValues: statistics.filterValues.handler(async ({ context }) => ({ places: await readPlaces(context.desk) })),
  save: statistics.save.handler(async ({ context, input }) => saveTable(context.desk, context.process.grants, await officeName(context.session), input)),
  savePress: statistics.savePress.handler(async ({ context, input }) => savePress(context.desk, context.process.grants, await officeName(context.session), input)),
  pressText: statistics.pressText.handler(async ({ context, input }) => getPressText(context.desk, await officeName(context.session), input.year, input.threshold)),
  notePressText: statistics.notePressText.handler(({ context, input }) => notePressText(context.desk, input.year, input.threshold)),
  snapshots: statistics.snapshots.handler(({ context }) => listSnapshots(context.desk)),
  freeze: statistics.freeze.handler(({ context, input }) => freezeYear(context.desk, input)),
  compareSnapshot: statistics.compareSnapshot.handler(({ context, input }) => compareSnapshot(context.desk, input.id)),
  publications: statistics.publications.handler(({ context }) => listPublications(context.desk)),
}

async function officeName(session: Session): Promise<string> {
  return (await getLetterhead(session.office)).letterhead.officeName.trim()
}
