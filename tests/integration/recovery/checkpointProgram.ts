import { checkpointMemory, headMemory } from '../../../src-main/placeMemory'
import { draft, Ledger, sha256 } from '../../../src-main/core/ledger'
import { deviceSigner } from '../../../src-main/core/people/keys'
import { ledgerRules } from '../../../src-main/jobs'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { valueOf } from '../../unit/support/storeSamples'
import { headlessVersion } from '../support/headless'

/**
 * Opens the ledger of a data folder, says something and makes a checkpoint of it, again and again until it is killed. Tells
 * the number of each statement that is confirmed, one for each line.
 */
const folder = process.argv[2] ?? ''
const store = valueOf(await openSqliteStore(folder))
const device = deviceSigner(valueOf(await openDeviceSecretBox(folder)).derive('device signature'))
for (let round = 0; ; round += 1) {
  const ledger = await Ledger.open({
    shelf: store,
    device,
    computer: 'PC-Büro',
    rules: ledgerRules,
    memory: headMemory(folder, '', localFiles),
    checkpoint: {
      memory: checkpointMemory(folder, '', localFiles),
      version: headlessVersion,
      onCheck: () => undefined
    }
  })
  const digest = sha256(`${process.pid} ${round}`)
  const changed = draft('settings.changed', 'ledger', { document: 'letterhead', digest, by: null }, null)
  const said = valueOf(await ledger.record(changed))
  process.stdout.write(`${said.at(-1)?.sequence ?? 0}\n`)
  await ledger.close()
}
