import { desktop, office } from '../../app/office.ts'
import { showFailure, showNotice } from '../../ui/notices.tsx'

/** Writes files of a template where the person chooses. */
export function useTemplateFiles() {
  const save = async (name: string, write: (grant: string) => Promise<void>): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name, kind: 'docx' })
      if (!target) return
      await write(target.grant)
      showNotice(`Gespeichert als „${target.name}“.`)
    } catch (error) {
      showFailure(error)
    }
  }
  return {
    saveSample: (ref: string) => save('Muster.docx', (grant) => office.correspondence.templates.saveSample({ ref, grant })),
    saveOriginal: (id: string, versionId: string, number: number) => save(`Vorlage-Fassung-${number}.docx`, (grant) => office.correspondence.templates.saveOriginal({ id, versionId, grant })),
  }
}
