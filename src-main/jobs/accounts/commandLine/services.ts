import type { Door } from '../../../commandLine/words'
import { succeed, type Result } from '../../../contract/result'
import type { PendingSlip } from '../../../contract/slips'
import type { PlanDesk } from '../../../desks/plans'
import type { AccountsJob } from '..'

/** What `accounts` asks of the open case file. */
export interface OpenAccounts {
  readonly accounts: AccountsJob
  readonly plans: PlanDesk
}

/** What the words of `accounts` work with beside operations. */
export interface OwnServices {
  readonly accounts: AccountServices
}

/** Accounts by path and word. Each asks for the roles of the operation that the window has for it. */
export interface AccountServices extends Pick<
  AccountsJob,
  'list' | 'findAccount' | 'resetPassword' | 'exportNames'
> {
  /** The plan whose hash begins so: `plan.notFound`, `plan.ambiguous`. */
  findPlan(prefix: string): Promise<Result<string>>
  readonly rosters: Pick<AccountsJob['rosters'], 'open' | 'openFolder' | 'preview' | 'plan'>
  readonly slips: Omit<AccountsJob['slips'], 'pending'> & { pending(): Promise<Result<PendingSlip[]>> }
}

export function accountServices({ asking }: Door<OpenAccounts>): OwnServices {
  return {
    accounts: {
      list: (selection) => asking('accounts.query', ({ accounts }) => accounts.list(selection)),
      findAccount: (login) => asking('accounts.detail', ({ accounts }) => accounts.findAccount(login)),
      resetPassword: (account, verification, note) =>
        asking('accounts.resetPassword', ({ accounts }) =>
          accounts.resetPassword(account, verification, note)
        ),
      findPlan: (prefix) => asking('plans.summary', ({ plans }) => plans.findHash(prefix)),
      exportNames: (schoolClass, deliver) =>
        asking('accounts.export', ({ accounts }) => accounts.exportNames(schoolClass, deliver)),
      rosters: {
        open: (...asked) => asking('rosters.choose', ({ accounts }) => accounts.rosters.open(...asked)),
        openFolder: (...asked) =>
          asking('rosters.choose', ({ accounts }) => accounts.rosters.openFolder(...asked)),
        preview: (...asked) =>
          asking('rosters.preview', ({ accounts }) => accounts.rosters.preview(...asked)),
        plan: (...asked) => asking('rosters.plan', ({ accounts }) => accounts.rosters.plan(...asked))
      },
      slips: {
        pending: () =>
          asking('slips.pending', async ({ accounts }) => succeed(await accounts.slips.pending())),
        checkCsv: (file) => asking('slips.save', ({ accounts }) => accounts.slips.checkCsv(file)),
        saveCsv: (chosen, file) =>
          asking('slips.save', ({ accounts }) => accounts.slips.saveCsv(chosen, file)),
        handOver: (chosen, deliver) =>
          asking('slips.save', ({ accounts }) => accounts.slips.handOver(chosen, deliver))
      }
    }
  }
}
