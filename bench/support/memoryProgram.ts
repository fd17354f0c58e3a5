import { openHeadless } from '../../tests/integration/support/headless'
import { must } from './school'

/** Opens the case file of a data folder and says what it needs then: bytes of the process, bytes of what is in use. */
const services = must(await openHeadless(process.argv[2] ?? ''))
global.gc?.()
const { rss, heapUsed, external } = process.memoryUsage()
process.stdout.write(JSON.stringify({ process: rss, used: heapUsed + external }))
await services.close()
