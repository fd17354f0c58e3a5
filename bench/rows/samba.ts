import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startSamba } from '../../tests/integration/servers/samba'
import { againstPeer, seconds, type Row } from '../support/row'
import { connectionTo, must, rosterOf, withServices } from '../support/school'

const created = 200
const createdByPeer = 10

/**
 * Seconds for each account, ours with classes, must-change and journal. Peer: `samba-tool user create`, which
 * works on the server's own database files.
 */
export async function createOnSamba(): Promise<readonly Row[]> {
  const server = await startSamba()
  try {
    const own = await withServices(
      connectionTo(server, 'active-directory'),
      server.bindPassword,
      async (services, folder) => {
        const file = join(folder, 'roster.csv')
        await writeFile(file, rosterOf(created))
        const preview = must(await services.accounts.rosters.open([file], 'roster.csv'))
        const { roster } = preview
        const planned = must(await services.accounts.rosters.plan(roster, {}, {}))
        return seconds(async () => {
          const plan = planned.plan?.hash ?? ''
          const progress = must(
            await services.handlers['plans.apply']({ plan, leavers: null, passphrase: null })
          )
          if (progress.state !== 'finished' || progress.failed > 0) throw new Error(JSON.stringify(progress))
        })
      }
    )
    const peer = await seconds(async () => {
      for (let index = 0; index < createdByPeer; index++) {
        await server.tool(['user', 'create', `peer${index}`, 'Baumhaus-4711', '--must-change-at-next-login'])
      }
    })
    return [
      againstPeer(
        `create 1 of ${created} accounts, Samba AD`,
        { name: 'samba-tool', seconds: peer / createdByPeer },
        own / created,
        0.06,
        'with classes and journal'
      )
    ]
  } finally {
    await server.stop()
  }
}
