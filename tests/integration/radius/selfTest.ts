import { succeed } from '../../../src-main/contract/result'
import type { RadiusTest } from '../../../src-main/contract/directory'
import { defaultSettings } from '../../../src-main/contract/settings'
import { radiusHandlers } from '../../../src-main/jobs/setup/radius'
import type { Directory } from '../../../src-main/world/directory/port'
import { radiusClient } from '../../../src-main/world/radius/udp'
import { MemoryKeychain } from '../../unit/support/memoryKeychain'
import type { FreeRadiusServer } from '../servers/freeradius'

/** Enough for a busy machine; a server that knows us answers within two seconds. */
const patience = [5_000, 5_000, 5_000]

/** The app's own self-test of a RADIUS server, with its own client. */
export function selfTestOf(
  directory: Directory,
  { host, port, secret }: Pick<FreeRadiusServer, 'host' | 'port' | 'secret'>,
  waits: readonly number[] = patience
) {
  const radius = { host, port, nasIdentifier: 'netzwart' }
  const handlers = radiusHandlers({
    keychain: new MemoryKeychain(false),
    askRadius: radiusClient(waits),
    directory: { open: async () => succeed(directory), lost: () => undefined },
    settings: async () => succeed({ ...defaultSettings, radius, modules: { wlan: 'wlan' } })
  })
  return handlers['setup.checkRadius']({ secret, keepSecret: false })
}

/** Debian 12's FreeRADIUS (3.2.1+dfsg-4+deb12u1) signs no answer; an update may, so no test rests on it. */
export function codesOf({ problems }: RadiusTest): string[] {
  return problems.map(({ code }) => code).filter((code) => code !== 'radiusAnswersUnsigned')
}
