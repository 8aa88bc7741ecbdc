import { office } from '../../procedures.ts'
import { addPapers, checkDocument, getDocument, papersOf, pieceOfDocument, removeDocument, updateDocument, wordsOf, writeDocument } from './documents-service.ts'
import { createEntry, dueFollowUps, entriesOfLetter, findEntries, getEntry, removeEntry, saveEntries, setFollowUp, updateEntry } from './entries-service.ts'
import {
  contentsOf, createDossier, createMatter, fileInMatter, fileTree, removeDossier, removeMatter, saveFiles, unfile, updateDossier, updateMatter, whereIs,
} from './files-service.ts'
import { searchTexts } from './full-text.ts'
import { appendFile, beginFile, discard, readFile } from './receiving.ts'
import { getSettings, readPlanFile, updateSettings } from './settings-service.ts'

const { receiving, entries, documents, files, settings } = office.correspondence.register

/** „Register" and „Akten". */
export const registerRouter = {
  receiving: {
    begin: receiving.begin.handler(({ context, input }) => beginFile(context.desk, input)),
    append: receiving.append.handler(({ context, input }) => appendFile(context.desk, input.token, Buffer.from(input.content, 'base64'))),
    read: receiving.read.handler(({ context, input }) => readFile(context.desk, input.token)),
    discard: receiving.discard.handler(({ context, input }) => discard(context.desk, input.tokens)),
  },
  entries: {
    list: entries.list.handler(({ context, input }) => findEntries(context.desk, input)),
    get: entries.get.handler(({ context, input }) => getEntry(context.desk, input.id)),
    create: entries.create.handler(({ context, input }) => createEntry(context.desk, input)),
    update: entries.update.handler(({ context, input }) => updateEntry(context.desk, input.id, input.version, input.fields)),
    setFollowUp: entries.setFollowUp.handler(({ context, input }) => setFollowUp(context.desk, input.id, input.version, input.done)),
    remove: entries.remove.handler(({ context, input }) => removeEntry(context.desk, input.id, input.version)),
    ofLetter: entries.ofLetter.handler(({ context, input }) => entriesOfLetter(context.desk, input.letterId)),
    due: entries.due.handler(({ context, input }) => dueFollowUps(context.desk, input.limit)),
    save: entries.save.handler(({ context, input }) => saveEntries(context.desk, context.process.grants, input)),
  },
  documents: {
    search: documents.search.handler(({ context, input }) => searchTexts(context.desk, input)),
    of: documents.of.handler(({ context, input }) => papersOf(context.desk, input.owner)),
    get: documents.get.handler(({ context, input }) => getDocument(context.desk, input.id)),
    add: documents.add.handler(({ context, input }) => addPapers(context.desk, input.owner, input.files)),
    update: documents.update.handler(({ context, input }) => updateDocument(context.desk, input)),
    remove: documents.remove.handler(({ context, input }) => removeDocument(context.desk, input.id, input.version)),
    piece: documents.piece.handler(({ context, input }) => pieceOfDocument(context.desk, input.id, input.position)),
    write: documents.write.handler(({ context, input }) => writeDocument(context.desk, context.process.grants, input.id, input.grant)),
    text: documents.text.handler(({ context, input }) => wordsOf(context.desk, input.id)),
    check: documents.check.handler(({ context, input }) => checkDocument(context.desk, input.id)),
  },
  files: {
    tree: files.tree.handler(({ context }) => fileTree(context.desk)),
    createDossier: files.createDossier.handler(({ context, input }) => createDossier(context.desk, input)),
    updateDossier: files.updateDossier.handler(({ context, input }) => updateDossier(context.desk, input.id, input.version, input.fields, input.closed)),
    removeDossier: files.removeDossier.handler(({ context, input }) => removeDossier(context.desk, input.id, input.version)),
    createMatter: files.createMatter.handler(({ context, input }) => createMatter(context.desk, input)),
    updateMatter: files.updateMatter.handler(({ context, input }) => updateMatter(context.desk, input.id, input.version, input.fields, input.closed)),
    removeMatter: files.removeMatter.handler(({ context, input }) => removeMatter(context.desk, input.id, input.version)),
    contents: files.contents.handler(({ context, input }) => contentsOf(context.desk, input.matterId)),
    file: files.file.handler(({ context, input }) => fileInMatter(context.desk, input.matterId, input.record)),
    unfile: files.unfile.handler(({ context, input }) => unfile(context.desk, input.matterId, input.filed)),
    whereIs: files.whereIs.handler(({ context, input }) => whereIs(context.desk, input.record)),
    save: files.save.handler(({ context, input }) => saveFiles(context.desk, context.process.grants, input.format, input.grant)),
  },
  settings: {
    get: settings.get.handler(({ context }) => getSettings(context.desk)),
    update: settings.update.handler(({ context, input }) => updateSettings(context.desk, input.version, input.settings)),
    readPlan: settings.readPlan.handler(({ input }) => readPlanFile(Buffer.from(input.content, 'base64'))),
  },
}
