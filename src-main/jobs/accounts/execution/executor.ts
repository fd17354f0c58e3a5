import { accountImageSchema, type Account, type Suspension } from '../../../contract/accounts'
import type { Step, StepKind } from '../../../contract/plan'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import {
  isUncertain,
  type Executor,
  type PreparedStep,
  type StepContext,
  type StepResult
} from '../../../core/plan'
import type { AccountDraft, ChangeContext, Directory } from '../../../world/directory/port'
import type { SecretBox } from '../../../world/secrets/port'
import type { SealedSecret, StepPlace } from '../../../world/store/port'
import type { ChangeGuard } from '../../../desks/job'
import { membershipsOf } from '../modules'
import { resetPasswordKind, stepKinds } from '../contract'
import {
  changedField,
  differingField,
  openChange,
  openMemberships,
  parseConcernedFields,
  parseFullImage,
  type ConcernedFields
} from './images'

export interface AccountExecutorOptions {
  readonly directory: Directory
  readonly secretBox: SecretBox
  /** Asked before an account is changed. */
  readonly guard: ChangeGuard
  /** The suspension that is to be there after a reset that was interrupted; `found`: what the step has found. */
  readonly suspensionAfterReset: (account: string, reset: StepPlace, found: Suspension) => Promise<Suspension>
  /** A provisional password (P3, P4) that holds nothing of the given names. */
  readonly generatePassword: (avoid: readonly string[]) => string
}

/** What a password belongs to; it opens under nothing else. */
export function secretContext(secret: Omit<SealedSecret, 'sealed'>): readonly string[] {
  return [secret.plan, secret.step, secret.login]
}

/**
 * Carries out the steps of account plans. There is no switch on kinds: a step's target and images say what is to
 * be done. No before-image: the thing is made. No after-image: it is removed, if it still is as the step has
 * left it. Both: each field goes from the one to the other; a field that is at neither has been changed by
 * someone else, and the step is refused (`directory.changedSince`). Memberships in single groups go to the after-image
 * whatever the other groups are.
 */
export class AccountExecutor implements Executor {
  readonly concurrency?: number
  private readonly directory: Directory

  constructor(private readonly options: AccountExecutorOptions) {
    this.directory = options.directory
    if (options.directory.concurrency !== null) this.concurrency = options.directory.concurrency
  }

  undoable({ kind }: Step): boolean {
    const kinds: Readonly<Record<string, StepKind>> = stepKinds
    return kinds[kind]?.undoable === true
  }

  prepare(step: Step, context: StepContext): PreparedStep {
    switch (step.target.type) {
      case 'container':
        return withoutSecret(() => this.container(step))
      case 'group':
        return withoutSecret(() => this.schoolClass(step))
      case 'account':
        if (step.before === null) return this.prepareCreate(step, context)
        if (step.after === null) return withoutSecret(() => this.remove(step, context.uncertain))
        if (step.kind === resetPasswordKind) return this.prepareReset(step, context)
        return withoutSecret(() => this.change(step, context.uncertain))
      default:
        throw new TypeError(`Step ${step.id} is about nothing that this job declares: ${step.target.type}`)
    }
  }

  private async container(step: Step): Promise<StepResult> {
    const dn = step.target.name
    return step.after === null
      ? settled(goneIsFine(await this.directory.deleteContainer(dn)), null)
      : settled(await this.directory.createContainer(dn), null)
  }

  private async schoolClass(step: Step): Promise<StepResult> {
    const name = step.target.name
    return step.after === null
      ? settled(goneIsFine(await this.directory.deleteClass(name)), null)
      : settled(await this.directory.createClass(name), null)
  }

  private prepareCreate(step: Step, context: StepContext): PreparedStep {
    const draft: AccountDraft = parseFullImage(step.after ?? {})
    const password = this.options.generatePassword([draft.login, draft.givenName, draft.familyName])
    return {
      secret: this.seal(step, context, draft.login, password),
      carryOut: () =>
        context.uncertain ? this.createAfterAll(draft, password) : this.create(draft, password)
    }
  }

  private async create(draft: AccountDraft, password: string): Promise<StepResult> {
    const created = await this.directory.createAccount(draft, password)
    return created.ok ? { kind: 'done', targetId: created.value.id } : refused(created.failure)
  }

  /** An earlier run may have made the account, or a part of it, or may still be about to. */
  private async createAfterAll(draft: AccountDraft, password: string): Promise<StepResult> {
    const found = await this.directory.findAccount(draft.login)
    if (!found.ok) return this.giveWay(draft, found.failure)
    if (found.value !== null) return this.complete(found.value, draft, password)
    const created = await this.create(draft, password)
    if (created.kind !== 'failed' || created.failure.code !== 'directory.alreadyExists') return created
    // The request of the earlier run was still on its way and has come in between.
    const late = await this.directory.findAccount(draft.login)
    if (!late.ok) return refused(late.failure)
    return late.value === null ? created : this.complete(late.value, draft, password)
  }

  /** Takes an account of our own making to its after-image; nobody has seen its first password, so a new one. */
  private async complete(account: Account, draft: AccountDraft, password: string): Promise<StepResult> {
    if (!isOurs(account, draft)) {
      return {
        kind: 'failed',
        failure: { code: 'directory.alreadyExists', parameters: { name: draft.login } }
      }
    }
    const lived = livedField(account, draft)
    if (lived !== null) return changed(lived)
    const alone = await this.directory.settleNames(account.id)
    if (!alone.ok) return this.withdraw(account, alone.failure)
    const { change } = openChange(account, account, accountImageSchema.parse(draft), true)
    if (Object.keys(change).length > 0) {
      const changed = await this.directory.changeAccount(account.id, change, { seen: account })
      if (!changed.ok) return refused(changed.failure)
    }
    return settled(await this.setPassword(account, password, draft.suspension), account.id)
  }

  /**
   * The earlier run was interrupted between making the account and looking whether its login is its own. Where another
   * account has the login, too, the one that nobody has used yet gives way.
   */
  private async giveWay(draft: AccountDraft, failure: Failure): Promise<StepResult> {
    if (failure.code !== 'directory.loginNotUnique') return refused(failure)
    const snapshot = await this.directory.readAll()
    if (!snapshot.ok) return refused(snapshot.failure)
    const fold = (login: string): string => this.directory.foldName(login)
    const { mustChangePassword } = draft
    const [account, ...others] = snapshot.value.accounts.filter(
      (one) =>
        fold(one.login) === fold(draft.login) &&
        isOurs(one, draft) &&
        one.lastSignIn === null &&
        differingField(one, { mustChangePassword }) === null
    )
    return account === undefined || others.length > 0 ? refused(failure) : this.withdraw(account, failure)
  }

  /** Takes an account of our own making away again where its login turned out to be somebody else's. */
  private async withdraw(account: Account, failure: Failure): Promise<StepResult> {
    if (failure.code !== 'directory.alreadyExists' && failure.code !== 'directory.loginNotUnique') {
      return refused(failure)
    }
    const removed = goneIsFine(await this.directory.deleteAccount(account.id))
    if (!removed.ok) return refused(removed.failure)
    return {
      kind: 'failed',
      failure: { code: 'directory.alreadyExists', parameters: { name: account.login } }
    }
  }

  private prepareReset(step: Step, context: StepContext): PreparedStep {
    const password = this.options.generatePassword([step.target.name, ...step.target.label.split(' ')])
    return {
      secret: this.seal(step, context, step.target.name, password),
      carryOut: async () => {
        const account = await this.existing(step)
        if (!account.ok) return refused(account.failure)
        const { id, suspension } = account.value
        const found = parseConcernedFields(step.after ?? {}).suspension
        const isLost = context.uncertain && suspension.kind === 'none' && found !== undefined
        const reset = { plan: context.plan, step: step.id }
        const wanted = isLost ? await this.options.suspensionAfterReset(id, reset, found) : suspension
        return settled(await this.setPassword(account.value, password, wanted), id)
      }
    }
  }

  /**
   * A reset never lifts a suspension (P9). The adapters see to that; a server on which they cannot is looked at
   * afterwards. Where the answers in between were lost, the step's image still knows what the reset has found, and the
   * journal whether that was lifted since by somebody who may.
   */
  private async setPassword(
    account: Account,
    password: string,
    suspension: Account['suspension']
  ): Promise<Result<undefined>> {
    const set = await this.directory.setPassword(account.id, password)
    if (!set.ok || suspension.kind === 'none') return set
    const after = await this.directory.readAccount(account.id)
    if (!after.ok) return after
    if (after.value === null || differingField(after.value, { suspension }) === null) return set
    return this.directory.changeAccount(account.id, { suspension })
  }

  private async change(step: Step, uncertain: boolean): Promise<StepResult> {
    const account = await this.existing(step)
    if (!account.ok) return refused(account.failure)
    const before = parseConcernedFields(step.before ?? {})
    const after = parseConcernedFields(step.after ?? {})
    const { change, changedSince } = openChange(account.value, before, after, uncertain)
    if (changedSince !== null) return changed(changedSince)
    const groups = openMemberships(account.value, membershipsOf(step.after))
    const wanted = groups === null ? change : { ...change, groups }
    const context = contextOf(account.value, before, after, uncertain)
    if (Object.keys(wanted).length === 0 && context.formerLogin === undefined)
      return { kind: 'done', targetId: account.value.id }
    const guarded = await this.options.guard(account.value, wanted)
    if (!guarded.ok) return refused(guarded.failure)
    return settled(await this.directory.changeAccount(account.value.id, wanted, context), account.value.id)
  }

  private async remove(step: Step, uncertain: boolean): Promise<StepResult> {
    const { id, name } = step.target
    const found = id === null ? await this.directory.findAccount(name) : await this.directory.readAccount(id)
    if (!found.ok) return refused(found.failure)
    if (found.value === null) return { kind: 'done', targetId: id }
    const field = changedField(found.value, parseConcernedFields(step.before ?? {}), uncertain)
    if (field !== null) return changed(field)
    return settled(goneIsFine(await this.directory.deleteAccount(found.value.id)), found.value.id)
  }

  private async existing(step: Step): Promise<Result<Account>> {
    const { id, name } = step.target
    const found = id === null ? await this.directory.findAccount(name) : await this.directory.readAccount(id)
    if (!found.ok) return found
    return found.value === null ? fail('directory.notFound', { name }) : succeed(found.value)
  }

  private seal(step: Step, context: StepContext, login: string, password: string): SealedSecret {
    const belongsTo = { plan: context.plan, step: step.id, login }
    return { ...belongsTo, sealed: this.options.secretBox.seal(password, secretContext(belongsTo)) }
  }
}

function withoutSecret(carryOut: () => Promise<StepResult>): PreparedStep {
  return { secret: null, carryOut }
}

function refused(failure: Failure): StepResult {
  return { kind: isUncertain(failure) ? 'unknown' : 'failed', failure }
}

function settled(result: Result<undefined>, targetId: string | null): StepResult {
  return result.ok ? { kind: 'done', targetId } : refused(result.failure)
}

function changed(field: string): StepResult {
  return { kind: 'failed', failure: { code: 'directory.changedSince', parameters: { field } } }
}

function goneIsFine(result: Result<undefined>): Result<undefined> {
  return !result.ok && result.failure.code === 'directory.notFound' ? succeed() : result
}

/** What the directory should know of a change; also that an earlier run may have got stuck in the middle of a renaming. */
function contextOf(
  account: Account,
  before: ConcernedFields,
  after: ConcernedFields,
  uncertain: boolean
): ChangeContext {
  const isRenamed =
    after.login === account.login && before.login !== undefined && before.login !== after.login
  const mayBeMoved = uncertain && (after.login !== undefined || after.kind !== undefined)
  if (!isRenamed && !mayBeMoved) return { seen: account }
  const kind = before.kind === undefined ? {} : { formerKind: before.kind }
  return { seen: account, formerLogin: before.login ?? account.login, ...kind }
}

/**
 * What shows that an account of our making has been in use since the answer was lost: somebody has signed in, or it was
 * suspended or marked as having left. It keeps its password, and nothing is lifted (P5, P8, P9). null: nothing shows it.
 */
function livedField(
  account: Account,
  draft: AccountDraft
): 'lastSignIn' | 'suspension' | 'leaverSince' | null {
  if (account.lastSignIn !== null) return 'lastSignIn'
  if (account.leaverSince !== draft.leaverSince) return 'leaverSince'
  return account.suspension.kind !== 'none' && draft.suspension.kind === 'none' ? 'suspension' : null
}

/** An account of this login was made for this person: same id number, else the same names in the same place. */
function isOurs(account: Account, draft: AccountDraft): boolean {
  if (account.schoolId !== draft.schoolId) return false
  const { givenName, familyName, kind } = draft
  return differingField(account, { givenName, familyName, kind }) === null
}
