import { randomUUID } from 'node:crypto'
import type { PersonNames, Role } from '../contract/people'
import type { Plan } from '../contract/plan'
import { approvalDays } from '../contract/sanctions'
import type { Settings } from '../contract/settings'
import { agreementText } from '../contract/agreement'
import { dayOf, germanDayOf } from '../core/calendar'
import { draft, sha256, type LedgerRule } from '../core/ledger'
import type { NewPersonKeys, Signer } from '../core/people/keys'
import { hashPlan } from '../core/plan'
import { settingsChanged } from '../desks/settings'
import { newestPlanning, sanctionPlan } from '../jobs/sanctions'
import { demoOfficials } from '../world/directory/demo/seed/officials'
import { demoPeople as demoSchoolPeople, type DemoPerson } from '../world/directory/demo/seed/people'
import { personId } from '../world/directory/demo/seed/school'
import type { Appendix } from '../world/store/port'
import { demoCases, measureOf, type DemoCase, type DemoEnd, type Voice } from './cases'
import { Chronicle } from './chronicle'
import type { DemoSignatory } from './people'
import { liftingPlan, resetPlan, snapshotBefore } from './plans'

/** A person of the demo school with their new keys. */
export interface DemoKey {
  readonly signatory: DemoSignatory
  readonly made: NewPersonKeys
}

export interface DemoHistoryParts {
  readonly keys: readonly DemoKey[]
  readonly device: Signer
  readonly computer: string
  readonly now: Date
  readonly rules: readonly (() => LedgerRule)[]
  /** The school's settings; they lie in the store already. */
  readonly settings: Settings
}

export interface DemoHistory {
  readonly appendix: Appendix
  /** Plans that statements name, with the instant at which they were made. */
  readonly plans: readonly { readonly plan: Plan; readonly at: string; readonly done: boolean }[]
}

/** The case file was founded so many days ago. */
const foundedDays = 45

/**
 * Six weeks of a school's life: founding, appointments, sign-ins, forgotten passwords, and cases in every state. Hours
 * and persons are fixed; days count back from `now`, so that the history always reaches up to today.
 */
export function demoHistory(parts: DemoHistoryParts): DemoHistory {
  return new History(parts).write()
}

/** Something that happened, to be said in the order of time. */
interface Happening {
  readonly at: Date
  readonly say: () => void
}

class History {
  private readonly chronicle: Chronicle
  private readonly happenings: Happening[] = []
  private readonly plans: { plan: Plan; at: string; done: boolean }[] = []

  constructor(private readonly parts: DemoHistoryParts) {
    this.chronicle = new Chronicle(parts.rules)
  }

  write(): DemoHistory {
    this.found()
    this.signIns()
    this.resets()
    for (const one of demoCases) this.tell(one)
    const inOrder = this.happenings.toSorted((left, right) => left.at.getTime() - right.at.getTime())
    for (const { say } of inOrder) say()
    return { appendix: this.chronicle.appendix, plans: this.plans }
  }

  private signer(voice: Voice): Signer {
    const places: Readonly<Record<Voice, number>> = {
      leadership: 0,
      deputy: 1,
      administrator: 2,
      firstEvaluator: 3,
      secondEvaluator: 4
    }
    return this.key(places[voice]).made.signer
  }

  private key(place: number): DemoKey {
    const key = this.parts.keys[place]
    if (key === undefined) throw new Error('a person of the demo school is missing')
    return key
  }

  /** So many days ago at a time of the school's clock; never later than now. */
  private at(days: number, hour: number, minute: number): Date {
    const { now } = this.parts
    const instant = new Date(now.getTime() - days * 86_400_000)
    instant.setHours(hour, minute, (hour * 7 + minute * 13) % 60, 0)
    return instant < now ? instant : new Date(now.getTime() - 1_000)
  }

  private happens(at: Date, say: () => void): void {
    this.happenings.push({ at, say })
  }

  private found(): void {
    const { keys, device, computer } = this.parts
    const at = this.at(foundedDays, 10, 5)
    this.happens(at, () => {
      const { fingerprint, publicKey } = device
      this.chronicle.say(
        at,
        device,
        draft('device.registered', `device:${fingerprint}`, { key: publicKey, fingerprint }, { computer })
      )
      const [head, ...others] = keys
      if (head === undefined) return
      const { signatory, made } = head
      const body = {
        school: 'Gesamtschule am Lindenhain',
        leadership: { person: signatory.id, keys: made.keys },
        devices: [fingerprint]
      }
      this.chronicle.say(
        at,
        made.signer,
        draft('founding', `person:${signatory.id}`, body, { names: signatory.names })
      )
      for (const other of others) this.appoint(at, other)
      this.chronicle.say(at, device, settingsChanged('settings', this.parts.settings, signatory.id))
    })
  }

  private appoint(at: Date, { signatory, made }: DemoKey): void {
    const { id, names, role, deputy, scope } = signatory
    const from = germanDayOf(at.toISOString())
    const body = { appointment: randomUUID(), person: id, role, deputy, from, until: null, keys: made.keys }
    this.chronicle.say(
      at,
      this.signer('leadership'),
      draft('appointment.made', `person:${id}`, body, { names, scope })
    )
    if (role !== 'administrator') return
    const text = sha256(agreementText('de'))
    this.chronicle.say(
      at,
      made.signer,
      draft('agreement.signed', `person:${id}`, { agreement: 'administrator', text }, null)
    )
  }

  /** Who works with the app signs in on school days: the administrator on most, the others now and then. */
  private signIns(): void {
    for (let days = foundedDays - 1; days >= 1; days -= 1) {
      const weekday = this.at(days, 12, 0).getDay()
      if (weekday === 0 || weekday === 6) continue
      this.signIn(2, this.at(days, 7, 40 + (days % 15)))
      if (days % 2 === 0) this.signIn(0, this.at(days, 13, 5 + (days % 40)))
      if (days % 5 === 1) this.signIn(3, this.at(days, 11, 30))
      if (days % 7 === 3) this.signIn(4, this.at(days, 11, 50))
      if (days % 9 === 2) this.signIn(5, this.at(days, 15, 10))
      if (days % 8 === 5) this.signIn(1, this.at(days, 14, 20))
      if (days % 4 === 0) this.signInTeacher(this.at(days, 8, 50))
    }
  }

  private signIn(place: number, at: Date): void {
    const { id, names, role } = this.key(place).signatory
    this.signInPerson(id, names, role, at)
  }

  /** The class teacher has no key; she signs nothing. */
  private signInTeacher(at: Date): void {
    const { login, givenName, familyName } = demoOfficials().teacher
    this.signInPerson(personId(login, 'teachers'), { login, givenName, familyName }, 'teacher', at)
  }

  private signInPerson(id: string, names: PersonNames, role: Role, at: Date): void {
    const { device, computer } = this.parts
    this.happens(at, () => {
      const body = { person: id, roles: [role], kind: 'window' as const }
      this.chronicle.say(at, device, draft('session.signedIn', `person:${id}`, body, { names, computer }))
    })
  }

  /** Forgotten passwords (P5): by the administrator, and for her own class by the class teacher of 7b. */
  private resets(): void {
    const { pupils } = demoSchoolPeople()
    const teacher = personId(demoOfficials().teacher.login, 'teachers')
    const administrator = this.key(2).signatory.id
    const others = pupils.filter(({ standing, schoolClass }) => standing === 'usual' && schoolClass !== '7b')
    const ownClass = pupils.filter(
      ({ standing, schoolClass }) => standing === 'usual' && schoolClass === '7b'
    )
    for (let index = 0; index < 40; index += 1) {
      const days = foundedDays - 2 - Math.floor(index * 1.05)
      const byTeacher = index % 4 === 3
      const pupil = byTeacher ? ownClass[index % ownClass.length] : others[(index * 37) % others.length]
      if (pupil === undefined || days < 1) continue
      this.reset(
        pupil,
        byTeacher ? teacher : administrator,
        this.at(days, 9 + (index % 5), (index * 11) % 60)
      )
    }
  }

  private reset(pupil: DemoPerson, by: string, at: Date): void {
    const plan = resetPlan(pupil, at)
    this.happens(at, () => {
      const hash = this.keep(plan, at, true)
      const begun = { plan: hash, job: plan.job, steps: 1, kinds: { resetPassword: 1 }, undoes: null, by }
      const subject = `${pupil.givenName} ${pupil.familyName}`
      const { device } = this.parts
      this.chronicle.say(at, device, draft('plan.begun', `plan:${hash}`, begun, { subject, reason: '' }))
      const ended = { plan: hash, state: 'finished', done: 1, failed: 0, remaining: 0 }
      this.chronicle.say(
        new Date(at.getTime() + 900),
        device,
        draft('plan.ended', `plan:${hash}`, ended, null)
      )
    })
  }

  private keep(plan: Plan, at: Date, done: boolean): string {
    this.plans.push({ plan, at: at.toISOString(), done })
    return hashPlan(plan)
  }

  private tell(one: DemoCase): void {
    const id = randomUUID()
    const subject = `case:${id}`
    const pupil = demoSchoolPeople().pupils[one.pupil]
    if (pupil === undefined) throw new Error('a pupil of the demo school is missing')
    const measures = one.measures.map((measure) => measureOf(measure, (days) => this.dayIn(days)))
    const opened = this.at(one.day - 1, 10, 15)
    let proposal = 0
    let planHash = ''
    this.happens(opened, () => {
      const plan = sanctionPlan({
        case: id,
        day: dayOf(opened),
        proposal: 1,
        // What has come into force did so before suspensions took the modules, too.
        planning: one.end.kind === 'waiting' ? newestPlanning : 1,
        measures,
        snapshot: snapshotBefore(pupil, one.pupil)
      })
      planHash = this.keep(plan, opened, isCarriedOut(one.end))
      const { login, givenName, familyName, schoolClass } = pupil
      this.chronicle.say(
        opened,
        this.signer(one.by),
        draft(
          'case.opened',
          subject,
          { case: id, rule: one.rule },
          {
            person: personId(login, 'pupils'),
            names: { login, givenName, familyName },
            schoolClass,
            happenedOn: germanDayOf(this.at(one.day, 9, 0).toISOString()),
            facts: one.facts,
            evidence: one.evidence.map((reference) => ({ reference }))
          }
        )
      )
      this.chronicle.say(
        opened,
        this.signer(one.by),
        draft('case.proposed', subject, { case: id, plan: planHash }, { measures, reasons: one.reasons })
      )
      proposal = this.chronicle.sequence
    })
    one.hearings.forEach(([party, event, note], index) => {
      const at = this.at(Math.max(one.day - 2, 1), 11 + index, 20)
      this.happens(at, () => {
        const body = { case: id, party, event, on: germanDayOf(at.toISOString()) }
        this.chronicle.say(at, this.signer(one.by), draft('case.hearing', subject, body, { note }))
      })
    })
    this.finish(one, { id, subject, measures, proposal: () => proposal, plan: () => planHash, pupil })
  }

  private finish(one: DemoCase, told: ToldCase): void {
    const { end } = one
    const { id, subject, measures } = told
    const { device } = this.parts
    const decided = this.at(Math.max(one.day - 3, 1), 15, 30)
    if (end.kind === 'waiting') return
    if (end.kind === 'withdrawn') {
      this.happens(decided, () => {
        const said = draft('case.withdrawn', subject, { case: id }, { reason: end.reason })
        this.chronicle.say(decided, this.signer(one.by), said)
      })
      return
    }
    const refused = end.kind === 'refused'
    this.happens(decided, () => {
      const body = {
        case: id,
        proposal: told.proposal(),
        outcome: refused ? ('refused' as const) : ('approved' as const),
        plan: refused ? null : told.plan(),
        expires: refused ? null : new Date(decided.getTime() + approvalDays * 86_400_000).toISOString()
      }
      const payload = { measures: refused ? [] : [...measures], reasons: end.reasons }
      this.chronicle.say(decided, this.signer(end.by), draft('case.decided', subject, body, payload))
      if (refused) return
      const enforced = { case: id, plan: told.plan() }
      this.chronicle.say(
        new Date(decided.getTime() + 2_000),
        device,
        draft('case.enforced', subject, enforced, null)
      )
    })
    if (end.kind === 'ended') {
      const over = this.at(6, 5, 0)
      this.happens(over, () => {
        this.chronicle.say(over, device, draft('case.ended', subject, { case: id }, null))
      })
    }
    if (end.kind === 'lifted') this.lift(end, told)
  }

  private lift(end: DemoEnd & { kind: 'lifted' }, { id, subject, pupil }: ToldCase): void {
    const at = this.at(5, 14, 10)
    this.happens(at, () => {
      const plan = liftingPlan(id, pupil, dayOf(at))
      const hash = this.keep(plan, at, true)
      const expires = new Date(at.getTime() + approvalDays * 86_400_000).toISOString()
      const said = draft(
        'case.liftDecided',
        subject,
        { case: id, plan: hash, expires },
        { reasons: end.liftReasons }
      )
      this.chronicle.say(at, this.signer(end.by), said)
      const lifted = draft('case.lifted', subject, { case: id, plan: hash }, null)
      this.chronicle.say(new Date(at.getTime() + 2_000), this.parts.device, lifted)
    })
  }

  private dayIn(days: number): string {
    return dayOf(new Date(this.parts.now.getTime() + days * 86_400_000))
  }
}

interface ToldCase {
  readonly id: string
  readonly subject: string
  readonly measures: Parameters<typeof sanctionPlan>[0]['measures']
  readonly proposal: () => number
  readonly plan: () => string
  readonly pupil: DemoPerson
}

function isCarriedOut({ kind }: DemoEnd): boolean {
  return kind === 'inForce' || kind === 'lifted' || kind === 'ended'
}
