import { IconFileTypePdf } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, desktop, office } from '../../app/office.ts'
import { ExportButton } from '../../ui/Export.tsx'
import { showFailure, showNotice } from '../../ui/notices.tsx'

/** Writes the information sheet for clients as PDF; says what it lacks. */
export function InformationButton({ caseId, source }: { caseId: string | null; source: string | null }) {
  const { data: gaps = [] } = useQuery(api.counselling.privacy.gaps.queryOptions())
  const save = async (): Promise<void> => {
    try {
      const target = await desktop.chooseSaveTarget({ name: source === null ? 'Ihre Daten in der Beratung.pdf' : 'Ihre Daten von anderen.pdf', kind: 'pdf' })
      if (!target) return
      await office.counselling.privacy.saveInformation({ caseId, source, grant: target.grant })
      showNotice(gaps.length === 0 ? `„${target.name}“ gespeichert.` : `„${target.name}“ gespeichert. Es fehlt noch: ${gaps.join('; ')}.`)
    } catch (error) {
      showFailure(error)
    }
  }
  return <ExportButton format="pdf" variant="default" size="compact-sm" leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void save()}>{source === null ? 'Informationsblatt als PDF' : 'Blatt nach Art. 14 als PDF'}</ExportButton>
}
