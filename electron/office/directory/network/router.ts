import { office } from '../../procedures.ts'
import { findRoots, readChart, rootOf, saveChart } from './chart-service.ts'
import { readPicture } from './picture-service.ts'

/** „Netzwerk": organisation chart and picture of who sits where. */
export const networkRouter = {
  roots: office.directory.network.roots.handler(({ context }) => findRoots(context.desk)),
  chart: office.directory.network.chart.handler(({ context, input }) => readChart(context.desk, input.id, input.day)),
  rootOf: office.directory.network.rootOf.handler(({ context, input }) => rootOf(context.desk, input.id, input.day)),
  saveChart: office.directory.network.saveChart.handler(({ context, input }) => saveChart(context.desk, context.process.grants, input)),
  picture: office.directory.network.picture.handler(({ context, input }) => readPicture(context.desk, input)),
}
