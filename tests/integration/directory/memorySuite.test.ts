import { withDueSuspensions } from '../../../src-main/desks/directory'
import { MemoryDirectory } from '../../unit/support/memoryDirectory'
import { directorySuite } from './directorySuite'
import type { SuiteServer } from './suiteTools'

/** The fake that unit tests use keeps the port's promises, too; so does what is wrapped around a directory. */
function start(
  directory: MemoryDirectory,
  open: () => ReturnType<SuiteServer['open']>
): () => Promise<SuiteServer> {
  directory.minimumPasswordLength = 8
  directory.hasClasses = true
  return async () => ({
    open,
    signIn: async (login, password) => directory.receives(login, password),
    changeOwnPassword: async (login, old, wanted) => directory.changeOwnPassword(login, old, wanted),
    move: async (dn, container) => {
      directory.move(dn, container)
    },
    stop: async () => undefined
  })
}

const memory = new MemoryDirectory()
directorySuite(
  'directory in memory',
  start(memory, async () => memory),
  { selfEndingSuspension: true }
)

const disabling = new MemoryDirectory({ selfEndingSuspension: false })
const due = new Map<string, string>()
directorySuite(
  'directory whose suspensions the app ends',
  start(disabling, async () =>
    withDueSuspensions(disabling, {
      dueSuspensions: async () => due,
      rememberSuspension: async (account, until) => void due.set(account, until),
      forgetSuspension: async (account) => void due.delete(account)
    })
  ),
  { selfEndingSuspension: false }
)
