import { useState } from 'react'
import { LAENDER, type Land } from '../../shared/vault/laender.ts'
import { useSession } from './session.ts'

/** Land of the office, whose holidays count where nothing else is chosen. */
export function useOfficeLand(): Land {
  const { land } = useSession()
  const [found] = useState(() => LAENDER.find(({ code }) => code === land)?.code ?? 'BB')
  return found
}
