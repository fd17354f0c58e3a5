import { Option, type Command } from 'commander'
import { accountStates, listedKinds, requestVerifications, type AccountState } from '../contract/accounts'
import { directoryProfiles } from '../contract/directory'
import type { Language } from '../contract/language'
import { languages } from '../contract/language'
import { rosterEncodings, rosterFormats } from '../contract/roster'
import type { Result } from '../contract/result'
import type { Verification } from '../jobs/accounts'
import { addPerson, type AddOptions } from './adding'
import { applyPlan, undoPlan, type ApplyOptions } from './applying'
import type { Answer, Context, GlobalOptions } from './context'
import { seedDemo, serveDemo, writeDemoRoster } from './demo'
import {
  exportAccounts,
  listAccounts,
  resetAccount,
  suspendAccount,
  unsuspendAccount,
  type ResetOptions
} from './everyday'
import { descriptions } from './descriptions'
import { doDue } from './due'
import { exportLedger, verifyLedger, type VerifyOptions } from './ledger'
import { planAccounts, type PlanOptions } from './planning'
import { check, connect, type ConnectOptions } from './setup'
import {
  calendarDay,
  classNames,
  collect,
  makeProgram,
  planPrefix,
  printedFingerprint,
  printedHead,
  reasonText,
  wholeNumber
} from './usage'

/** What the words asked for, ready to be run. */
export interface Invocation {
  readonly options: GlobalOptions
  readonly run: (context: Context) => Promise<Result<Answer>>
}

interface ParsedGlobals {
  readonly data?: string
  readonly json?: boolean
  readonly passwordStdin?: boolean
}

/**
 * Reads the words after `netzwart`. Throws the parser's own error for wrong usage and for help, which are written
 * by then (see `exitCodeOf`).
 */
export function readInvocation(
  words: readonly string[],
  version: string,
  language: Language,
  write: { readonly out: (text: string) => void; readonly error: (text: string) => void }
): Invocation {
  const says = (name: keyof typeof descriptions): string => descriptions[name][language]
  const program = makeProgram(language, write)
  const chosen: { run: Invocation['run'] | null } = { run: null }
  const choose = (run: Invocation['run']): void => {
    chosen.run = run
  }

  program
    .description(says('program'))
    .version(version, '--version', says('version'))
    .helpOption('-h, --help', says('help'))
    .helpCommand(false)
    .option('--data <folder>', says('data'))
    .option('--json', says('json'))
    .option('--password-stdin', says('passwordStdin'))
    .addOption(new Option('--language <language>', says('language')).choices(languages))
  addSetup(program, says, choose)
  addAccounts(program, says, choose)
  addLedger(program, says, choose)
  program
    .command('due')
    .description(says('due'))
    .action(() => choose(doDue))

  program.parse(words, { from: 'user' })
  const { data, json, passwordStdin } = program.opts<ParsedGlobals>()
  const options = { data: data ?? null, json: json ?? false, passwordFromStdin: passwordStdin ?? false }
  if (chosen.run === null) return program.help({ error: true })
  return { options, run: chosen.run }
}

type Says = (name: keyof typeof descriptions) => string
type Choose = (run: Invocation['run']) => void

function addSetup(program: Command, says: Says, choose: Choose): void {
  const setup = program.command('setup').description(says('setup')).helpCommand(false)
  setup
    .command('connect')
    .description(says('connect'))
    .addOption(
      new Option('--profile <profile>', says('profile')).choices(directoryProfiles).makeOptionMandatory()
    )
    .option('--url <url>', says('url'))
    .option('--bind-dn <dn>', says('bindDn'))
    .option('--base-dn <dn>', says('baseDn'))
    .option('--ca <file>', says('ca'))
    .option('--layout <file>', says('layout'))
    .action((options: ConnectOptions) => choose((context) => connect(context, options)))
  setup
    .command('check')
    .description(says('check'))
    .action(() => choose(check))

  const demo = program.command('demo').description(says('demo')).helpCommand(false)
  demo
    .command('directory')
    .description(says('demoDirectory'))
    .option('--port <number>', says('port'), wholeNumber(0, 65_535))
    .action(({ port }: { port?: number }) => choose((context) => serveDemo(context, port ?? 0)))
  demo
    .command('seed')
    .description(says('demoSeed'))
    .action(() => choose(seedDemo))
  demo
    .command('roster')
    .description(says('demoRoster'))
    .argument('<file>', says('target'))
    .action((target: string) => choose((context) => writeDemoRoster(context, target)))
}

function addAccounts(program: Command, says: Says, choose: Choose): void {
  const accounts = program.command('accounts').description(says('accounts')).helpCommand(false)
  accounts
    .command('plan')
    .description(says('plan'))
    .addOption(new Option('--roster <file>', says('roster')).argParser(collect).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', says('format')).choices(['auto', ...rosterFormats]).default('auto')
    )
    .addOption(new Option('--map <file>', says('map')).conflicts('reading'))
    .option('--reading <name>', says('reading'))
    .addOption(new Option('--kind <kind>', says('kind')).choices(listedKinds))
    .option('--decisions <file>', says('decisions'))
    .addOption(new Option('--encoding <encoding>', says('encoding')).choices(rosterEncodings))
    .option('--school <school>', says('school'))
    .option('--only-add', says('onlyAdd'))
    .addOption(new Option('--classes <names>', says('onlyClasses')).argParser(classNames))
    .option('--show', says('show'))
    .option('--accept-doubtful', says('acceptDoubtful'))
    .action((options: PlanOptions, command: Command) => {
      if (options.map !== undefined && options.format !== 'auto' && options.format !== 'csv') {
        command.error(`error: option '--map <file>' cannot be used with option '--format <format>'`)
      }
      choose((context) => planAccounts(context, options))
    })
  accounts
    .command('add')
    .description(says('add'))
    .requiredOption('--family-name <name>', says('familyName'))
    .requiredOption('--given-name <name>', says('givenName'))
    .option('--birth-date <day>', says('birthDate'), '')
    .option('--school-id <id>', says('schoolId'), '')
    .option('--class <name>', says('addClass'), '')
    .addOption(new Option('--kind <kind>', says('addKind')).choices(listedKinds).default('pupil'))
    .option('--login <login>', says('wishedLogin'), '')
    .addOption(new Option('--same <login>', says('same')).conflicts('new'))
    .option('--new', says('newPerson'))
    .action((options: AddOptions) => choose((context) => addPerson(context, options)))
  accounts
    .command('apply')
    .description(says('apply'))
    .argument('<plan>', says('planArgument'), planPrefix)
    .option('--slips <file>', says('slips'))
    .option('--confirm-leavers <number>', says('confirmLeavers'), wholeNumber(0, 10_000_000))
    .option('--confirm-renames <number>', says('confirmRenames'), wholeNumber(0, 10_000_000))
    .action((plan: string, options: ApplyOptions) => choose((context) => applyPlan(context, plan, options)))
  accounts
    .command('undo')
    .description(says('undo'))
    .argument('<plan>', says('planArgument'), planPrefix)
    .action((plan: string) => choose((context) => undoPlan(context, plan)))
  addEverydayWork(accounts, says, choose)
}

function addLedger(program: Command, says: Says, choose: Choose): void {
  const ledger = program.command('ledger').description(says('ledger')).helpCommand(false)
  ledger
    .command('verify')
    .description(says('verify'))
    .option('--file <export>', says('exported'))
    .option('--head <seq:hash>', says('printedHead'), printedHead)
    .option('--root <fingerprint>', says('printedRoot'), printedFingerprint)
    .action((options: VerifyOptions) => choose((context) => verifyLedger(context, options)))
  ledger
    .command('export')
    .description(says('exportLedger'))
    .argument('<file>', says('ledgerFile'))
    .action((target: string) => choose((context) => exportLedger(context, target)))
}

function addEverydayWork(accounts: Command, says: Says, choose: Choose): void {
  accounts
    .command('list')
    .description(says('list'))
    .option('--class <name>', says('class'))
    .addOption(new Option('--state <state>', says('state')).choices(accountStates))
    .option('--text <words>', says('text'), '')
    .action((options: { class?: string; state?: AccountState; text: string }) =>
      choose((context) =>
        listAccounts(context, {
          text: options.text,
          schoolClass: options.class ?? null,
          state: options.state ?? null
        })
      )
    )
  accounts
    .command('reset')
    .description(says('reset'))
    .argument('<login>', says('login'))
    .addOption(
      new Option('--verified <how>', says('verified'))
        .choices([...requestVerifications, 'notStated'] satisfies readonly Verification[])
        .default('notStated')
    )
    .option('--note <text>', says('note'), '')
    .option('--slips <file>', says('slips'))
    .action((login: string, options: ResetOptions) =>
      choose((context) => resetAccount(context, login, options))
    )
  accounts
    .command('suspend')
    .description(says('suspend'))
    .argument('<login>', says('login'))
    .option('--until <day>', says('until'), calendarDay)
    .requiredOption('--reason <text>', says('reason'), reasonText)
    .action((login: string, { until, reason }: { until?: string; reason: string }) =>
      choose((context) => suspendAccount(context, login, until ?? null, reason))
    )
  accounts
    .command('unsuspend')
    .description(says('unsuspend'))
    .argument('<login>', says('login'))
    .option('--reason <text>', says('reason'), reasonText)
    .action((login: string, { reason }: { reason?: string }) =>
      choose((context) => unsuspendAccount(context, login, reason ?? says('noReason')))
    )
  accounts
    .command('export')
    .description(says('export'))
    .option('--class <name>', says('class'))
    .argument('<file>', says('target'))
    .action((target: string, options: { class?: string }) =>
      choose((context) => exportAccounts(context, target, options.class ?? null))
    )
}
