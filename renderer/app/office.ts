import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '../../shared/contract.ts'
import type { Desktop } from '../../shared/desktop.ts'
import { noPolicy, type PolicyState } from '../../shared/policy/state.ts'

declare global {
  interface Window {
    /** Procedures of the main process, from the preload. */
    desktop: Desktop
  }
}

/** Calls to the office process, typed by the contract. */
export type OfficeClient = ContractRouterClient<typeof contract>

type Link = RPCLink<Record<never, never>>

let resolveFirst: (link: Link) => void
let link: Promise<Link> = new Promise((resolve) => {
  resolveFirst = resolve
})
let connections = 0
const onConnect = new Set<() => void>()

// Each start of the office process brings a port of its own; calls made meanwhile wait for the first one.
window.addEventListener('message', (event) => {
  const [port] = event.ports
  if (event.data !== 'office-port' || event.source !== window || !port) return
  const connected = new RPCLink({ port })
  port.start()
  link = Promise.resolve(connected)
  resolveFirst(connected)
  connections += 1
  for (const listener of onConnect) listener()
})

/** Client of the office process; survives restarts of it. */
export const office: OfficeClient = createORPCClient({
  call: async (path, input, options) => (await link).call(path, input, options),
})

/** Query and mutation options for TanStack Query, one per procedure. */
export const api = createTanstackQueryUtils(office)

/** Calls back now, if connected, and at every further connection. Returns the way to end it. */
export function whenConnected(listener: () => void): () => void {
  onConnect.add(listener)
  if (connections > 0) listener()
  return () => onConnect.delete(listener)
}

/** What IT has settled. It is read once, when the program starts, and nothing works without it for longer than that takes. */
export const policyOfIt: Promise<PolicyState> = window.desktop.policy().catch(() => noPolicy)

/** Procedures of the main process. What IT has forbidden is refused in words before a dialog opens; that it is refused at all is not left to the page. */
export const desktop: Desktop = {
  ...window.desktop,
  async chooseSaveTarget(suggestion) {
    const { values } = await policyOfIt
    if (values.DisableExport?.includes(suggestion.kind)) throw refusedByIt(`Dateien im Format .${suggestion.kind} darf das Büro nach Vorgabe Ihrer IT nicht speichern.`)
    return window.desktop.chooseSaveTarget(suggestion)
  },
  async copyText(text) {
    const { values } = await policyOfIt
    if (values.DisableClipboard) throw refusedByIt('Kopieren ist nach Vorgabe Ihrer IT abgeschaltet.')
    return window.desktop.copyText(text)
  },
}

function refusedByIt(detail: string): Error {
  return new ORPCError('policy', { data: { detail } })
}
