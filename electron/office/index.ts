import { mapEventIterator } from '@orpc/client'
import { RPCHandler } from '@orpc/server/message-port'
import type { FromOffice, ToOffice } from '../../shared/process-messages.ts'
import { copiesOf } from './correspondence/round-trip/copies.ts'
import { clientCopies } from './counselling/letters/copies.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { EditedFile } from './edited-file.ts'
import { mayBeAway, toOfficeError, toPortError } from './error-mapping.ts'
import { restoringOf } from './backup/restore/service.ts'
import { backupsOf } from './backup/service.ts'
import { accompanyLogs } from './audit/opening.ts'
import { OfficeError } from '../../shared/errors.ts'
import { OfficeProcess } from './office-process.ts'
import { obeyPolicy } from './policy.ts'
import { router } from './router.ts'
import { removeLeftCopies } from './vault/desk/private-copy.ts'
import { VaultService } from './vault/service.ts'

/** Entry of the office process: answers the window's port and a few messages of the main process. */

/** What Electron gives a utility process; declared here because this process never imports Electron. */
interface ParentPort {
  postMessage(message: FromOffice): void
  on(event: 'message', listener: (event: { data: ToOffice; ports: WindowPort[] }) => void): void
}

interface WindowPort {
  on(event: string, listener: (event?: { data: unknown }) => void): void
  postMessage(message: unknown): void
  start(): void
}

const { parentPort } = process as unknown as { parentPort: ParentPort }
const tell = (message: FromOffice): void => parentPort.postMessage(message)
const office = new OfficeProcess({
  stateChanged: (unlocked) => tell({ type: 'state', unlocked }),
  vaultChosen: (folder, demo) => tell({ type: 'vault', folder, demo }),
  deskAsked: (asked) => tell({ type: 'asked', asked }),
})
removeLeftCopies()
copiesOf(office).alsoFor(({ counselling }) => counselling && clientCopies(counselling))
copiesOf(office).whenTaken((token) => tell({ type: 'copy-taken', token }))
const vault = new VaultService(
  office,
  fillDemo,
  () => process.exit(),
)
const backups = backupsOf(office, vault)
restoringOf(office)
accompanyLogs(office)
/** What stderr is told ends in the local log of the main process. */
async function forPort(error: unknown): Promise<Error> {
  const log = (line: string): void => void process.stderr.write(`${line}\n`)
  const told = toOfficeError(error, log)
  const away = office.session !== null && mayBeAway(told) && (await vault.desk.isAway())
  return toPortError(away ? new OfficeError('unreachable') : told, log)
}
const handler = new RPCHandler(router, {
  clientInterceptors: [
    async ({ next }) => {
      try {
        const answer = await next()
        // What is told bit by bit may fail long after it was called.
        if (!isToldBitByBit(answer)) return answer
        return mapEventIterator(answer, { value: async (value: unknown) => value, error: forPort })
      } catch (error) {
        throw await forPort(error)
      }
    },
  ],
})

function isToldBitByBit(answer: unknown): answer is AsyncIterator<unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer && 'next' in answer
}

parentPort.on('message', (event) => {
  const message = event.data
  if (message.type === 'policy') {
    obeyPolicy(message.policy)
  } else if (message.type === 'vault') {
    office.vaultFolder = message.folder
    office.demo = message.demo
    office.vaultExpected = message.expected
    office.machine = message.machine
    backups.secondPlace = message.secondPlace
  } else if (message.type === 'grant') {
    office.grants.allow(message.token, message.path, message.mode)
  } else if (message.type === 'left-copy') {
    copiesOf(office).left(message.token, new EditedFile(message.path))
  } else if (message.type === 'second-place') {
    if (message.path === null) backups.secondPlace = null
    else void backups.chooseSecondPlace(message.path)
  } else if (message.type === 'back-up') {
    void backups.atRest().finally(() => tell({ type: 'backed-up' }))
  } else if (message.type === 'port') {
    const [port] = event.ports
    if (!port) return
    handler.upgrade(port, { context: { process: office, vault } })
    port.start()
  } else {
    office.end().finally(() => tell({ type: 'closed' }))
  }
})

tell({ type: 'ready' })
