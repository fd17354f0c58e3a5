import { ensureBuild } from '../../../scripts/setup/build.mjs'
import { otherBuild } from './commandLine'

/** Once for all integration tests: the command line they start is the one of today's sources. */
export default function setUp(): void {
  if (otherBuild === undefined) ensureBuild()
}
