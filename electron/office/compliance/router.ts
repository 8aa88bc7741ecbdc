import { backupsOf } from '../backup/service.ts'
import type { OfficeContext } from '../office-context.ts'
import { office } from '../procedures.ts'
import type { Surroundings } from './facts.ts'
import { readShelf, saveAllPapers, savePaper } from './service.ts'

/** What stands outside of the databases: people and derivations in `vault.json`, the second place on this computer. */
async function surroundings({ process, vault }: OfficeContext): Promise<Surroundings> {
  const secondPlace = backupsOf(process, vault).secondPlace !== null
  return vault.change(async ({ file }) => ({
    people: file.list.people, officeName: file.list.officeName, land: file.list.land, secondPlace,
    derivations: Object.values(file.content.slots).flatMap(({ derivation }) => (derivation.name === 'argon2id' ? [derivation] : [])),
  }))
}

/** „Ordner Datenschutz". */
export const complianceRouter = {
  shelf: office.compliance.shelf.handler(async ({ context }) => readShelf(context.session, await surroundings(context))),
  save: office.compliance.save.handler(async ({ context, input }) => savePaper(context.session, await surroundings(context), context.process.grants, input.paper, input.grant)),
  saveAll: office.compliance.saveAll.handler(async ({ context, input }) => ({
    files: await saveAllPapers(context.session, await surroundings(context), context.process.grants, input.grant),
  })),
}
