import { writeSync } from 'node:fs'
import { newThreadStop } from '../../electron/office/thread-stop.ts'
import { runExport } from '../../electron/office/transfer/run-export.ts'
import { vaultFromText } from './vault-text.ts'

/** The process that is killed or has no room: exports to the path given, without end unless told otherwise. Each outcome stands on stdout. */
const [, , text = '', path = '', times = '1'] = process.argv
const { folder, officeKey, counsellingKey, vaultId } = vaultFromText(text)
const databases = [
  { side: 'office' as const, path: `${folder}/office.db`, key: officeKey },
  ...counsellingKey ? [{ side: 'counselling' as const, path: `${folder}/counselling.db`, key: counsellingKey }] : [],
]
for (let number = 0; number < Number(times); number++) {
  const job = { path: `${path}.${number}`, passphrase: 'K7QMX-2RTVW-9ZAB3-HJN4P-6YDCF', databases, vaultId, officeName: 'Stadt Musterstadt', exportedAt: new Date().toISOString() }
  const begun = performance.now()
  const answer = await runExport(job, (step) => step === 'verifying' && writeSync(1, ''), newThreadStop())
  writeSync(1, `${JSON.stringify({ ...answer, milliseconds: Math.round(performance.now() - begun) })}\n`)
}
