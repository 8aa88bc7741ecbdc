import { saveMediaDetails } from '../../directory/media/service.ts'
import { office } from '../../procedures.ts'
import { createClipping, findClippings, getClipping, removeClipping, setClippingFollowUp, updateClipping } from './clippings-service.ts'
import { duePress } from './due.ts'
import { mediaLists, mediaMembers, printMedia } from './media-service.ts'
import { pressFigures, saveReview } from './output.ts'
import { actOnRelease, createRelease, findReleases, getRelease, releaseOfLetter, removeRelease, setQuotes, setReleaseFollowUp, updateRelease } from './releases-service.ts'
import { noteDelivery, planSending, sendRelease } from './sending.ts'
import { getPressSettings, updatePressSettings } from './settings.ts'

const { releases, clippings, media, settings, due } = office.correspondence.press

/** „Presse". */
export const pressRouter = {
  releases: {
    list: releases.list.handler(({ context, input }) => findReleases(context.desk, input)),
    get: releases.get.handler(({ context, input }) => getRelease(context.desk, input.id)),
    create: releases.create.handler(({ context, input }) => createRelease(context.desk, input)),
    update: releases.update.handler(({ context, input }) => updateRelease(context.desk, input.id, input.version, input.fields)),
    setQuotes: releases.setQuotes.handler(({ context, input }) => setQuotes(context.desk, input.id, input.version, input.quotes)),
    act: releases.act.handler(({ context, input }) => actOnRelease(context.desk, input.id, input.version, input)),
    setFollowUp: releases.setFollowUp.handler(({ context, input }) => setReleaseFollowUp(context.desk, input.id, input.version, input.done)),
    remove: releases.remove.handler(({ context, input }) => removeRelease(context.desk, input.id, input.version)),
    ofLetter: releases.ofLetter.handler(({ context, input }) => releaseOfLetter(context.desk, input.letterId)),
    plan: releases.plan.handler(({ context, input }) => planSending(context.desk, input)),
    send: releases.send.handler(({ context, input }) => sendRelease(context.desk, context.process.grants, input)),
    noteDelivery: releases.noteDelivery.handler(({ context, input }) => noteDelivery(context.desk, input)),
  },
  clippings: {
    list: clippings.list.handler(({ context, input }) => findClippings(context.desk, input)),
    get: clippings.get.handler(({ context, input }) => getClipping(context.desk, input.id)),
    create: clippings.create.handler(({ context, input }) => createClipping(context.desk, input)),
    update: clippings.update.handler(({ context, input }) => updateClipping(context.desk, input.id, input.version, input.fields)),
    setFollowUp: clippings.setFollowUp.handler(({ context, input }) => setClippingFollowUp(context.desk, input.id, input.version, input.done)),
    remove: clippings.remove.handler(({ context, input }) => removeClipping(context.desk, input.id, input.version)),
    figures: clippings.figures.handler(({ context, input }) => pressFigures(context.desk, input)),
    save: clippings.save.handler(({ context, input }) => saveReview(context.desk, context.process.grants, input)),
  },
  media: {
    lists: media.lists.handler(({ context }) => mediaLists(context.desk)),
    members: media.members.handler(({ context, input }) => mediaMembers(context.desk, input.listId)),
    save: media.save.handler(({ context, input }) => saveMediaDetails(context.desk, input.contactId, input.details)),
    print: media.print.handler(({ context, input }) => printMedia(context.desk, context.process.grants, input)),
  },
  settings: {
    get: settings.get.handler(({ context }) => getPressSettings(context.desk)),
    update: settings.update.handler(({ context, input }) => updatePressSettings(context.desk, input.version, input.settings)),
  },
  due: due.handler(({ context, input }) => duePress(context.desk, input.limit)),
}
