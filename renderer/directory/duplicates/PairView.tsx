import { Loader } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { hidesData } from '../../app/failure.ts'
import { api } from '../../app/office.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { MergeForm } from './MergeForm.tsx'
import { PairComparison } from './PairComparison.tsx'
import type { Duplicates } from './useDuplicates.ts'

/** The pair that is open: first compared, then, if somebody says so, made one. */
export function PairView({ pair, duplicates }: { pair: string; duplicates: Duplicates }) {
  const [one = '', other = ''] = pair.split(':')
  const { data, error, refetch } = useQuery(api.directory.duplicates.compare.queryOptions({ input: { one, other }, retry: false }))
  if (hidesData(error, data)) return <FailureAlert error={error} retry={() => void refetch()} />
  if (!data) return <Loader m="md" size="sm" aria-label="Vergleich wird geladen" />
  return duplicates.merging
    ? <MergeForm pair={data} next={duplicates.next} onCancel={() => duplicates.setMerging(false)} onMerged={duplicates.open} />
    : <PairComparison pair={data} onSame={() => duplicates.setMerging(true)} onDecide={(decision) => void duplicates.decide(decision)} />
}
