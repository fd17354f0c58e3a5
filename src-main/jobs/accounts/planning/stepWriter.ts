import type { Account, AccountImage, Suspension } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import type { Settings } from '../../../contract/settings'
import { membershipImages, moduleGroupsOf } from '../modules'
import type { ClassNames } from './classes'
import type { GroupNames } from './groups'
import { loginFitsName, type LoginAllocator, type LoginOwner, type RefusedLogin } from './login'
import type { Match } from './matching'
import { comparableName, keyOf, writtenName, type ComparableName, type RosterPerson } from './persons'
import { accountStep, containerFor, createStep, type AccountSteps, type DraftStep } from './steps'

interface StepWriterParts {
  readonly layout: DirectoryLayout
  readonly settings: Settings
  readonly today: string
  readonly classes: ClassNames
  readonly groups: GroupNames
  readonly logins: LoginAllocator
  readonly schoolIds: () => string
  readonly suspensionsBeforeLeaving: ReadonlyMap<string, Suspension>
  readonly returnableModules: ReadonlyMap<string, readonly string[]>
}

/**
 * Writes the steps of one account after the other. Logins and school ids are given out in the order of the
 * calls.
 */
export class StepWriter {
  readonly #parts: StepWriterParts

  readonly #wished = new Map<RosterPerson, string>()

  constructor(parts: StepWriterParts) {
    this.#parts = parts
  }

  /** Wished logins of new accounts, before any login is made: whoever wishes one goes before whose name only gives it. */
  takeWishedLogins(
    rows: readonly RosterPerson[]
  ): { readonly line: number; readonly refused: RefusedLogin }[] {
    return rows.flatMap((row) => {
      if (row.entry.login === undefined) return []
      const taken = this.#parts.logins.take(row.entry.login)
      if ('refused' in taken) return [{ line: row.entry.line, refused: taken.refused }]
      this.#wished.set(row, taken.login)
      return []
    })
  }

  /** A new account (P1, P3): its provisional password must be changed at the first sign-in (P4). */
  create(row: RosterPerson): AccountSteps {
    const { layout, logins, classes, schoolIds } = this.#parts
    const schoolId = row.schoolId ?? schoolIds()
    const owner = { givenName: row.givenName, familyName: row.familyName, schoolId }
    const login = this.#wished.get(row) ?? logins.allocate(owner)
    const classNames = classes.of(row)
    const mail = layout.mailAddress === '' ? row.entry.mail : layout.mailAddress.replaceAll('{login}', login)
    const draft = {
      classes: classNames,
      displayName: displayName(row),
      familyName: row.familyName,
      givenName: row.givenName,
      groups: this.#parts.groups.of(row.entry.groups ?? nothing),
      kind: row.kind,
      leaverSince: null,
      login,
      mail,
      mustChangePassword: true,
      schoolId,
      suspension: { kind: 'none' } as const
    }
    return {
      ...placeOf(classNames[0] ?? '', row.name, schoolId),
      steps: [createStep(draft, containerFor(layout, row.kind), schoolId)],
      birthDate: row.entry.birthDate,
      ...(row.entry.children === undefined ? {} : { children: row.entry.children })
    }
  }

  /** What has to change on an account so that it is as the row says; no steps: it already is. */
  change(match: Match): AccountSteps {
    const { row } = match
    const { account } = match.account
    if (isAsListed(match)) return nothingToDo
    const listed = this.#parts.classes.of(row)
    // An empty cell says nothing: it never takes a person out of their classes.
    const classNames = listed.length === 0 ? account.classes : listed
    const schoolClass = classNames[0] ?? ''
    const label = displayName(row)
    const steps: DraftStep[] = []
    const rename = this.#rename(match)
    if (rename !== null) steps.push(accountStep(account, label, schoolClass, rename))
    if (account.leaverSince !== null) {
      const suspension = this.#suspensionAfterReturn(account)
      // Whom an earlier suspension waits for gets the modules back at its end.
      const groups = suspension.kind === 'none' ? this.#parts.returnableModules.get(account.id) : undefined
      const returned = membershipImages(groups ?? [], 'giveBack')
      steps.push(
        accountStep(account, label, schoolClass, {
          kind: 'reactivate',
          before: {
            suspension: account.suspension,
            leaverSince: account.leaverSince,
            classes: account.classes,
            ...returned.before
          },
          after: { suspension, leaverSince: null, classes: classNames, ...returned.after },
          reason: { code: 'backInRoster', parameters: { leaverSince: account.leaverSince } },
          classes: classNames
        })
      )
    } else if (!sameList(account.classes, classNames)) {
      const parameters = { from: account.classes.join(', '), to: classNames.join(', ') }
      steps.push(
        accountStep(account, label, schoolClass, {
          kind: 'changeClass',
          before: { classes: account.classes },
          after: { classes: classNames },
          reason: { code: 'classDiffers', parameters },
          classes: classNames
        })
      )
    }
    const joined = this.#parts.groups.missing(row.entry.groups ?? nothing, account.groups)
    if (joined.length > 0) {
      steps.push(
        accountStep(account, label, schoolClass, {
          kind: 'changeGroups',
          ...membershipImages(joined, 'giveBack'),
          reason: { code: 'groupsInRoster', parameters: { groups: joined.join(', ') } }
        })
      )
    }
    return { ...placeOf(schoolClass, row.name, account.id), steps, birthDate: null }
  }

  /**
   * Marks an account as left (P8): suspended, out of its classes and of the groups of modules (see [Note: a
   * suspension takes modules]). It keeps its other groups, so that nothing is lost when the person comes back within
   * the grace period or the plan is undone.
   */
  leave(account: Account, leftOn: string | null): AccountSteps {
    const schoolClass = account.classes[0] ?? ''
    const schoolId = account.schoolId ?? ''
    const label = account.displayName === '' ? account.login : account.displayName
    const { settings, today } = this.#parts
    const taken = membershipImages(moduleGroupsOf(account, settings.modules), 'take')
    const step = accountStep(account, label, schoolClass, {
      kind: 'leave',
      before: {
        suspension: account.suspension,
        leaverSince: null,
        classes: account.classes,
        ...taken.before
      },
      after: { suspension: { kind: 'forever' }, leaverSince: today, classes: [], ...taken.after },
      reason:
        leftOn === null
          ? { code: 'notInRoster', parameters: { schoolId } }
          : { code: 'leftOn', parameters: { schoolId, day: leftOn } }
    })
    return {
      ...placeOf(schoolClass, comparableName(account), account.id),
      steps: [step],
      birthDate: null
    }
  }

  /** A roster lifts only the suspension that leaving has set, never one that was there before (P9). */
  #suspensionAfterReturn(account: Account): Suspension {
    return this.#parts.suspensionsBeforeLeaving.get(account.id) ?? { kind: 'none' }
  }

  #rename({ row, account: { account }, decided }: Match): Parameters<typeof accountStep>[3] | null {
    const { settings, logins, schoolIds } = this.#parts
    const before: Partial<AccountImage> = {}
    const after: Partial<AccountImage> = {}
    const nameDiffers =
      row.givenName !== writtenName(account.givenName) || row.familyName !== writtenName(account.familyName)
    if (nameDiffers) {
      Object.assign(before, {
        givenName: account.givenName,
        familyName: account.familyName,
        displayName: account.displayName
      })
      Object.assign(after, {
        givenName: row.givenName,
        familyName: row.familyName,
        displayName: displayName(row)
      })
    }
    const known = account.schoolId?.trim() ?? ''
    const schoolId = row.schoolId ?? (known === '' ? schoolIds() : known)
    if (schoolId !== known) {
      before.schoolId = account.schoolId
      after.schoolId = schoolId
    }
    const owner: LoginOwner = { givenName: row.givenName, familyName: row.familyName, schoolId }
    if (
      nameDiffers &&
      settings.logins.onRename === 'new' &&
      !loginFitsName(account.login, owner, settings.logins)
    ) {
      before.login = account.login
      after.login = logins.allocate(owner)
    }
    if (Object.keys(after).length === 0) return null
    const reason: DraftStep['reason'] = nameDiffers
      ? {
          code: 'nameDiffers',
          parameters: { from: `${account.givenName} ${account.familyName}`, to: displayName(row) }
        }
      : { code: decided ? 'decidedSamePerson' : 'schoolIdMissing', parameters: { schoolId } }
    return { kind: 'rename', before, after, reason }
  }
}

const nothing: readonly never[] = []

const nothingToDo: AccountSteps = { group: '', order: '', steps: [], birthDate: null }

/** Everything stands in the directory letter for letter: what nearly all rows of a school say. */
function isAsListed({ row, account: { account } }: Match): boolean {
  const { classes, groups } = row.entry
  return (
    groups === undefined &&
    account.leaverSince === null &&
    row.givenName === account.givenName &&
    row.familyName === account.familyName &&
    row.schoolId !== null &&
    row.schoolId === account.schoolId &&
    classes.length === account.classes.length &&
    classes.every((name, place) => name === account.classes[place])
  )
}

function displayName(row: RosterPerson): string {
  return `${row.givenName} ${row.familyName}`
}

/** By class, then name: as a person reads the plan, 5a before 10a. */
function placeOf(
  schoolClass: string,
  { family, given }: ComparableName,
  unique: string
): Pick<AccountSteps, 'group' | 'order'> {
  return { group: countedClass(schoolClass), order: keyOf(family, given, unique) }
}

const rememberedClasses = 1_000
const countedClasses = new Map<string, string>()

/** Persons of one class come one after the other, so the last classes are remembered. */
function countedClass(schoolClass: string): string {
  const known = countedClasses.get(schoolClass)
  if (known !== undefined) return known
  const counted = schoolClass.replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'))
  if (countedClasses.size >= rememberedClasses) countedClasses.clear()
  countedClasses.set(schoolClass, counted)
  return counted
}

function sameList(first: readonly string[], second: readonly string[]): boolean {
  const sorted = [...first].sort()
  return sorted.length === second.length && sorted.every((value, index) => value === second[index])
}
