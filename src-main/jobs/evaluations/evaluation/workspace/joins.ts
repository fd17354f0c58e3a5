import type { Account, PersonKind } from '../../../../contract/accounts'
import { joinedFields, type JoinedField } from '../../../../contract/evaluations'
import type { SchoolDevices } from '../../../../contract/settings'
import { loginsIn } from '../../evidence/concern'
import type { EvidenceEvent } from '../../evidence/event'
import type { FieldValue } from '../../rules/event'
import { networkTest, readNetwork } from '../../rules/networks'
import { fold } from '../../rules/folding'
import { mapTexts, patternTest, readPattern } from '../../rules/patterns'
import type { StateStretch } from '../accounts/stretches'
import { deviceKey } from './pseudonyms'

/** What directory and case file know of an account. */
export interface KnownAccount extends Pick<Account, 'login' | 'createdAt'> {
  readonly kind: PersonKind | 'administrator'
  /** Since when the account has this login, milliseconds; null: nothing says that it ever had another one. */
  readonly namedSince: number | null
  /** By time, none overlaps another. */
  readonly stretches: readonly StateStretch[]
}

/** What is known beside the evidence, when it is opened. */
export interface Knowledge {
  readonly accounts: readonly KnownAccount[]
  /** What the directory takes for one login. */
  readonly fold: (login: string) => string
  readonly devices: readonly SchoolDevices[]
}

export function isJoined(field: string): field is JoinedField {
  return joinedFields.some((one) => one === field)
}

/** The realm or domain of the name in an event is the school's; see `LogFormat`. */
type NamesRealm = (event: EvidenceEvent) => boolean

/**
 * Joins events with what directory, case file and settings know. A join holds inside its proof alone: a login that the account did
 * not have yet, or that several accounts have, belongs to nobody; a state that nothing proves is absent.
 */
export class Joins {
  private readonly byLogin = new Map<string, KnownAccount | null>()
  private readonly found = new Map<string, KnownAccount | null>()
  private readonly devices: readonly DeviceTest[]
  private readonly placed = new Map<string, SchoolDevices | 'unnamed' | null>()

  constructor(
    private readonly knowledge: Knowledge,
    private readonly namesRealm: NamesRealm
  ) {
    for (const account of knowledge.accounts) {
      const key = knowledge.fold(account.login)
      this.byLogin.set(key, this.byLogin.has(key) ? null : account)
    }
    this.devices = knowledge.devices.map(deviceTest)
  }

  /** undefined: nobody knows. */
  read(field: JoinedField, event: EvidenceEvent, at: number): FieldValue | undefined {
    if (field === 'device-kind') return this.deviceOf(event)?.kind
    if (field === 'device-for') return this.deviceOf(event)?.usedBy ?? undefined
    const account = this.accountOf(event, at)
    if (account === null) return undefined
    if (field === 'person-kind') return account.kind
    const stretch = account.stretches.find(({ from, until }) => from <= at && at < until)
    if (field === 'account-state') return stretch?.state
    return stretch?.state === 'suspended' ? Math.floor((at - stretch.since) / 60_000) : undefined
  }

  private accountOf(event: EvidenceEvent, at: number): KnownAccount | null {
    if (event.person === null) return null
    const account = this.accountNamed(event.person, this.namesRealm(event))
    if (account === null || (account.namedSince !== null && at < account.namedSince)) return null
    return account.createdAt !== null && at < Date.parse(account.createdAt) ? null : account
  }

  private accountNamed(person: string, namesRealm: boolean): KnownAccount | null {
    const key = `${namesRealm ? 1 : 0} ${person}`
    const known = this.found.get(key)
    if (known !== undefined) return known
    const [login] = loginsIn(person, namesRealm)
      .map((one) => this.knowledge.fold(one))
      .filter((one) => this.byLogin.has(one))
    const account = login === undefined ? null : (this.byLogin.get(login) ?? null)
    this.found.set(key, account)
    return account
  }

  /** By its own name before its address; null: the settings name it not, or what they name it by in two ways. */
  private deviceOf({ device, address, details }: EvidenceEvent): SchoolDevices | null {
    const { workstation } = details
    for (const name of [device, typeof workstation === 'string' ? workstation : null, address]) {
      const one = name === null || name === '' ? 'unnamed' : this.deviceNamed(name)
      // What its name says in two ways, its address does not decide.
      if (one !== 'unnamed') return one
    }
    return null
  }

  /** null: named in two ways. */
  private deviceNamed(name: string): SchoolDevices | 'unnamed' | null {
    const known = this.placed.get(name)
    if (known !== undefined) return known
    const meant = this.devices.filter(({ holds }) => holds(name)).map(({ devices }) => devices)
    const [first] = meant
    const isOne = meant.every(({ kind, usedBy }) => kind === first?.kind && usedBy === first.usedBy)
    const one = isOne ? (first ?? 'unnamed') : null
    this.placed.set(name, one)
    return one
  }
}

interface DeviceTest {
  readonly devices: SchoolDevices
  readonly holds: (name: string) => boolean
}

function deviceTest(devices: SchoolDevices): DeviceTest {
  const networks = devices.places.flatMap((place) => readNetwork(place) ?? [])
  const isInNetwork = networkTest(networks)
  const names = devices.places.filter((place) => readNetwork(place) === null).map(nameTest)
  return { devices, holds: (name) => isInNetwork(name) || names.some((holds) => holds(name)) }
}

/** Names of machines, or MAC addresses, with `*` for any characters. */
function nameTest(place: string): (name: string) => boolean {
  const isMac = /^[0-9a-f]{2}(?:[-:][0-9a-f]{2})+[-:]?\*?$/i.test(place)
  const holds = patternTest(
    mapTexts(readPattern(place), (text) => fold(isMac ? text.replaceAll(/[-:]/g, '') : text))
  )
  return (name) => holds(deviceKey(bareName(name)))
}

/** A machine as its service names it: `\\\\PC2-01`, or its account `PC2-01$`. */
function bareName(name: string): string {
  return name.replace(/^\\\\/, '').replace(/\$$/, '')
}
