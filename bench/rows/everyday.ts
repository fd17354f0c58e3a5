import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  own,
  startComputer,
  startSchool,
  type Computer,
  type School
} from '../../tests/integration/caseFile/sharedSchool'
import { makeLedger } from '../support/madeLedger'
import { againstPeer, seconds, type Row } from '../support/row'
import { must } from '../support/school'

const sizes = { small: 200, large: 20_000 } as const
const actions = 1_000
/** Both take turns after so many, so that what else the machine does falls on both alike. */
const turn = 50

/** Suspending and freeing one account, with everything that is told, written and looked at besides. */
export async function everydayActions(): Promise<readonly Row[]> {
  const school = await startSchool()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  const open = async (name: keyof typeof sizes): Promise<Computer> => {
    const place = join(folder, name)
    await makeLedger(school, place, sizes[name])
    const computer = await startComputer(school, { folder: place })
    must(await computer.services.handlers['session.signIn']({ login: 'netz', password: own }))
    return computer
  }
  const [small, large] = [await open('small'), await open('large')]
  const spent = { small: 0, large: 0 }
  try {
    for (let done = 0; done < actions; done += turn) {
      spent.small += await seconds(() => act(small, school, turn))
      spent.large += await seconds(() => act(large, school, turn))
    }
  } finally {
    await small.close()
    await large.close()
    await school.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const peer = { name: `${sizes.small} statements`, seconds: spent.small }
  const work = `${actions} everyday actions, ledger of ${sizes.large.toLocaleString('en')}`
  return [againstPeer(work, peer, spent.large, 1.3, 'suspend and free, slapd')]
}

async function act({ services: { handlers } }: Computer, { ids }: School, count: number): Promise<void> {
  const account = ids.pupil
  for (let place = 0; place < count; place += 2) {
    must(await handlers['accounts.suspend']({ account, until: null, reason: 'Geräte verliehen' }))
    must(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
  }
}
