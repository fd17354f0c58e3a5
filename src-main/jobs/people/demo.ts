import { randomUUID } from 'node:crypto'
import { agreementText } from '../../contract/agreement'
import type { PersonNames, Role } from '../../contract/people'
import { germanDayOf } from '../../core/calendar'
import { draft, sha256 } from '../../core/ledger'
import type { DemoCharacter, DemoStory } from '../../desks/demoStory'

/** Founding, appointments, the agreement and who has signed in. */
export function tellDemoPeople(story: DemoStory): void {
  found(story)
  signIns(story)
}

function found(story: DemoStory): void {
  const { cast, computer, device, settings } = story
  const { leadership, ...others } = cast
  const at = story.at(story.foundedDays, 10, 5)
  story.happens(at, () => {
    const { fingerprint, publicKey } = device
    const registered = { key: publicKey, fingerprint }
    story.say(at, device, draft('device.registered', `device:${fingerprint}`, registered, { computer }))
    const body = {
      school: settings.school.name,
      leadership: { person: leadership.id, keys: leadership.keys },
      devices: [fingerprint]
    }
    const founding = draft('founding', `person:${leadership.id}`, body, { names: leadership.names })
    story.say(at, leadership.signer, founding)
    for (const other of Object.values(others)) appoint(story, at, other)
  })
}

function appoint(story: DemoStory, at: Date, appointed: DemoCharacter): void {
  const { id, names, role, deputy, scope, keys, signer } = appointed
  const from = germanDayOf(at.toISOString())
  const body = { appointment: randomUUID(), person: id, role, deputy, from, until: null, keys }
  const made = draft('appointment.made', `person:${id}`, body, { names, scope })
  story.say(at, story.cast.leadership.signer, made)
  if (role !== 'administrator') return
  const text = sha256(agreementText('de'))
  const agreement = { agreement: 'administrator' as const, text }
  story.say(at, signer, draft('agreement.signed', `person:${id}`, agreement, null))
}

/** Who works with the app signs in on school days: the administrator on most, the others now and then. */
function signIns(story: DemoStory): void {
  const { cast, teacher } = story
  for (let days = story.foundedDays - 1; days >= 1; days -= 1) {
    const weekday = story.at(days, 12, 0).getDay()
    if (weekday === 0 || weekday === 6) continue
    const signsIn = (
      { id, names, role }: Pick<DemoCharacter, 'id' | 'names'> & { readonly role: Role },
      hour: number,
      minute: number
    ): void => signIn(story, id, names, role, story.at(days, hour, minute))
    signsIn(cast.administrator, 7, 40 + (days % 15))
    if (days % 2 === 0) signsIn(cast.leadership, 13, 5 + (days % 40))
    if (days % 5 === 1) signsIn(cast.firstEvaluator, 11, 30)
    if (days % 7 === 3) signsIn(cast.secondEvaluator, 11, 50)
    if (days % 9 === 2) signsIn(cast.dpo, 15, 10)
    if (days % 8 === 5) signsIn(cast.deputy, 14, 20)
    if (days % 4 === 0) signsIn({ ...teacher, role: 'teacher' }, 8, 50)
  }
}

function signIn(story: DemoStory, id: string, names: PersonNames, role: Role, at: Date): void {
  const { device, computer } = story
  story.happens(at, () => {
    const body = { person: id, roles: [role], kind: 'window' as const }
    story.say(at, device, draft('session.signedIn', `person:${id}`, body, { names, computer }))
  })
}
