import { Option } from 'commander'
import { descriptions as common } from '../../../commandLine/descriptions'
import { wholeNumber } from '../../../commandLine/values'
import type { JobCommandLine, WordsParts } from '../../../commandLine/words'
import { directoryProfiles } from '../../../contract/directory'
import { check, connect, type ConnectOptions } from './connecting'
import { seedDemo, serveDemo, writeDemoRoster } from './demo'
import { descriptions } from './descriptions'
import type { OpenDemo, OwnServices } from './services'

/** `setup` and `demo`: a directory, and the school to try everything with. */
export const setupCommandLine: JobCommandLine<OpenDemo, OwnServices> = {
  addWords,
  services: ({ open }) => ({
    demoSchool: { furnish: () => open().furnishDemo(), verify: () => open().journal.verify() }
  })
}

function addWords({ program, says, choose }: WordsParts<OwnServices>): void {
  const setup = program.command('setup').description(says(descriptions.setup)).helpCommand(false)
  setup
    .command('connect')
    .description(says(descriptions.connect))
    .addOption(
      new Option('--profile <profile>', says(descriptions.profile))
        .choices(directoryProfiles)
        .makeOptionMandatory()
    )
    .option('--url <url>', says(descriptions.url))
    .option('--bind-dn <dn>', says(descriptions.bindDn))
    .option('--base-dn <dn>', says(descriptions.baseDn))
    .option('--ca <file>', says(descriptions.ca))
    .option('--layout <file>', says(descriptions.layout))
    .action((options: ConnectOptions) => choose((context) => connect(context, options)))
  setup
    .command('check')
    .description(says(descriptions.check))
    .action(() => choose(check))

  const demo = program.command('demo').description(says(descriptions.demo)).helpCommand(false)
  demo
    .command('directory')
    .description(says(descriptions.demoDirectory))
    .option('--port <number>', says(descriptions.port), wholeNumber(0, 65_535))
    .action(({ port }: { port?: number }) => choose((context) => serveDemo(context, port ?? 0)))
  demo
    .command('seed')
    .description(says(descriptions.demoSeed))
    .action(() => choose(seedDemo))
  demo
    .command('roster')
    .description(says(descriptions.demoRoster))
    .argument('<file>', says(common.target))
    .action((target: string) => choose((context) => writeDemoRoster(context, target)))
}
