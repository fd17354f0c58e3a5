import { InvalidArgumentError, Option, type Command } from 'commander'
import { descriptions as common } from '../../../commandLine/descriptions'
import { calendarDay, collect, planPrefix, reasonText, wholeNumber } from '../../../commandLine/values'
import type { JobCommandLine, WordsParts } from '../../../commandLine/words'
import {
  accountStates,
  listedKinds,
  requestVerifications,
  type AccountState
} from '../../../contract/accounts'
import { rosterEncodings, rosterFormats } from '../../../contract/roster'
import type { Verification } from '..'
import { addPerson, type AddOptions } from './adding'
import { applyPlan, undoPlan, type ApplyOptions } from './applying'
import { descriptions } from './descriptions'
import { dueWords } from './due'
import {
  exportAccounts,
  listAccounts,
  resetAccount,
  suspendAccount,
  unsuspendAccount,
  type ResetOptions
} from './everyday'
import { planAccounts, type PlanOptions } from './planning'
import { accountServices, type OpenAccounts, type OwnServices } from './services'
import { texts } from './texts'

/** `accounts`: rosters, plans and everyday work. */
export const accountsCommandLine: JobCommandLine<OpenAccounts, OwnServices> = {
  addWords(parts) {
    const accounts = parts.program
      .command('accounts')
      .description(parts.says(descriptions.accounts))
      .helpCommand(false)
    addPlans(accounts, parts)
    addEverydayWork(accounts, parts)
  },
  services: accountServices,
  due: dueWords,
  hints: {
    'plan.confirmationNeeded': texts.confirmHint,
    'plan.renamesConfirmationNeeded': texts.confirmRenamesHint
  }
}

function addPlans(accounts: Command, { says, choose }: WordsParts<OwnServices>): void {
  accounts
    .command('plan')
    .description(says(descriptions.plan))
    .addOption(
      new Option('--roster <file>', says(descriptions.roster)).argParser(collect).makeOptionMandatory()
    )
    .addOption(
      new Option('--format <format>', says(descriptions.format))
        .choices(['auto', ...rosterFormats])
        .default('auto')
    )
    .addOption(new Option('--map <file>', says(descriptions.map)).conflicts('reading'))
    .option('--reading <name>', says(descriptions.reading))
    .addOption(new Option('--kind <kind>', says(descriptions.kind)).choices(listedKinds))
    .option('--decisions <file>', says(descriptions.decisions))
    .addOption(new Option('--encoding <encoding>', says(descriptions.encoding)).choices(rosterEncodings))
    .option('--school <school>', says(descriptions.school))
    .option('--only-add', says(descriptions.onlyAdd))
    .addOption(new Option('--classes <names>', says(descriptions.onlyClasses)).argParser(classNames))
    .option('--show', says(descriptions.show))
    .option('--accept-doubtful', says(descriptions.acceptDoubtful))
    .action((options: PlanOptions, command: Command) => {
      if (options.map !== undefined && options.format !== 'auto' && options.format !== 'csv') {
        command.error(`error: option '--map <file>' cannot be used with option '--format <format>'`)
      }
      choose((context) => planAccounts(context, options))
    })
  accounts
    .command('add')
    .description(says(descriptions.add))
    .requiredOption('--family-name <name>', says(descriptions.familyName))
    .requiredOption('--given-name <name>', says(descriptions.givenName))
    .option('--birth-date <day>', says(descriptions.birthDate), '')
    .option('--school-id <id>', says(descriptions.schoolId), '')
    .option('--class <name>', says(descriptions.addClass), '')
    .addOption(new Option('--kind <kind>', says(descriptions.addKind)).choices(listedKinds).default('pupil'))
    .option('--login <login>', says(descriptions.wishedLogin), '')
    .option('--children <ids>', says(descriptions.children), '')
    .addOption(new Option('--same <login>', says(descriptions.same)).conflicts('new'))
    .option('--new', says(descriptions.newPerson))
    .action((options: AddOptions) => choose((context) => addPerson(context, options)))
  accounts
    .command('apply')
    .description(says(descriptions.apply))
    .argument('<plan>', says(common.planArgument), planPrefix)
    .option('--slips <file>', says(descriptions.slips))
    .option('--confirm-leavers <number>', says(descriptions.confirmLeavers), wholeNumber(0, 10_000_000))
    .option('--confirm-renames <number>', says(descriptions.confirmRenames), wholeNumber(0, 10_000_000))
    .action((plan: string, options: ApplyOptions) => choose((context) => applyPlan(context, plan, options)))
  accounts
    .command('undo')
    .description(says(descriptions.undo))
    .argument('<plan>', says(common.planArgument), planPrefix)
    .action((plan: string) => choose((context) => undoPlan(context, plan)))
}

function addEverydayWork(accounts: Command, { says, choose }: WordsParts<OwnServices>): void {
  accounts
    .command('list')
    .description(says(descriptions.list))
    .option('--class <name>', says(descriptions.class))
    .addOption(new Option('--state <state>', says(descriptions.state)).choices(accountStates))
    .option('--text <words>', says(descriptions.text), '')
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
    .description(says(descriptions.reset))
    .argument('<login>', says(descriptions.login))
    .addOption(
      new Option('--verified <how>', says(descriptions.verified))
        .choices([...requestVerifications, 'notStated'] satisfies readonly Verification[])
        .default('notStated')
    )
    .option('--note <text>', says(descriptions.note), '')
    .option('--slips <file>', says(descriptions.slips))
    .action((login: string, options: ResetOptions) =>
      choose((context) => resetAccount(context, login, options))
    )
  accounts
    .command('suspend')
    .description(says(descriptions.suspend))
    .argument('<login>', says(descriptions.login))
    .option('--until <day>', says(descriptions.until), calendarDay)
    .requiredOption('--reason <text>', says(descriptions.reason), reasonText)
    .action((login: string, { until, reason }: { until?: string; reason: string }) =>
      choose((context) => suspendAccount(context, login, until ?? null, reason))
    )
  accounts
    .command('unsuspend')
    .description(says(descriptions.unsuspend))
    .argument('<login>', says(descriptions.login))
    .option('--reason <text>', says(descriptions.reason), reasonText)
    .action((login: string, { reason }: { reason?: string }) =>
      choose((context) => unsuspendAccount(context, login, reason ?? says(descriptions.noReason)))
    )
  accounts
    .command('export')
    .description(says(descriptions.export))
    .option('--class <name>', says(descriptions.class))
    .argument('<file>', says(common.target))
    .action((target: string, options: { class?: string }) =>
      choose((context) => exportAccounts(context, target, options.class ?? null))
    )
}

/** Names of classes, separated by commas. */
function classNames(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) throw new InvalidArgumentError('')
  return names
}
