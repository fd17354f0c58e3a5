import { startDemoDirectory } from '../../../../src-main/world/directory/demo/demoDirectory'

/** A demo directory in a process of its own, so that a test can kill it. Prints its URL. */
const [folder = '', password = ''] = process.argv.slice(2)
const started = await startDemoDirectory({ folder, password })
if (!started.ok) throw new Error(started.failure.code)
process.stdout.write(`${started.value.url}\n`)
