import { beforeEach, describe, expect, it } from 'vitest'
import { pendingStage, WindowGuard, type Destination } from '../../../../src-renderer/app/guard'
import { applicationState, signedIn } from '../applicationState'

const overview: Destination = { fullPath: '/', meta: {} }
const accounts: Destination = {
  fullPath: '/accounts?state=suspended',
  meta: { asks: 'accounts.query' }
}
const settings: Destination = { fullPath: '/settings', meta: { asks: 'settings.write' } }
const setup: Destination = {
  fullPath: '/setup',
  meta: { bare: true, stage: 'setup', asks: 'setup.connect' }
}
const signIn: Destination = { fullPath: '/sign-in', meta: { bare: true, stage: 'signIn' } }
const admission: Destination = { fullPath: '/admit', meta: { bare: true, stage: 'admission' } }
const caseFile: Destination = { fullPath: '/case-file', meta: { bare: true, stage: 'caseFile' } }

const nobody = applicationState()
const administrator = applicationState({ person: signedIn(['administrator'], 'admin') })
const teacher = applicationState({ person: signedIn(['teacher'], 'teacher') })

let guard: WindowGuard
beforeEach(() => {
  guard = new WindowGuard()
})

describe('what has to happen first', () => {
  it('is the case file, then the directory, then the sign-in (P1), then the PC', () => {
    const unreachable = {
      kind: 'postgres',
      place: 'db/netzwart',
      state: 'unreachable',
      failure: null
    } as const
    expect(pendingStage(applicationState({}, { caseFile: unreachable, directory: null }))).toBe('caseFile')
    expect(pendingStage(applicationState({}, { directory: null }))).toBe('setup')
    expect(pendingStage(nobody)).toBe('signIn')
    expect(
      pendingStage(applicationState({ person: signedIn(['administrator']), deviceAdmitted: false }))
    ).toBe('admission')
    expect(pendingStage(administrator)).toBeNull()
  })

  it('is nothing in a school that is not founded: nobody needs to sign in', () => {
    expect(pendingStage(applicationState({ founded: false, deviceAdmitted: false }))).toBeNull()
  })
})

describe('the guard of the window', () => {
  it('shows nobody anything but the sign-in (P1)', () => {
    for (const place of [overview, accounts, settings, setup, admission, caseFile])
      expect(guard.detour(place, nobody)).toEqual({ name: 'signIn' })
    expect(guard.detour(signIn, nobody)).toBeNull()
  })

  it('shows the set-up to whoever opens an app that is not connected', () => {
    const empty = applicationState({ founded: false }, { directory: null })
    expect(guard.detour(accounts, empty)).toEqual({ name: 'setup' })
    expect(guard.detour(setup, empty)).toBeNull()
  })

  it('keeps a role from what is not for it, and takes it to the overview', () => {
    expect(guard.detour(settings, teacher)).toEqual({ name: 'overview' })
    expect(guard.detour(setup, teacher)).toEqual({ name: 'overview' })
    expect(guard.detour(accounts, teacher)).toBeNull()
    expect(guard.detour(settings, administrator)).toBeNull()
    expect(guard.detour(setup, administrator)).toBeNull()
  })

  it('lets whoever opens an unfounded school administer it', () => {
    const unfounded = applicationState({ founded: false })
    expect(guard.detour(settings, unfounded)).toBeNull()
    expect(guard.detour(signIn, unfounded)).toEqual({ name: 'overview' })
  })

  it('takes the screen away the moment a role has ended', () => {
    expect(guard.detour(settings, administrator)).toBeNull()
    const revoked = applicationState({ person: signedIn(['teacher'], 'admin') })
    expect(guard.detour(settings, revoked)).toEqual({ name: 'overview' })
  })

  it('brings the same person back to the screen that the lock has interrupted', () => {
    guard.detour(accounts, administrator)
    expect(guard.detour(accounts, nobody)).toEqual({ name: 'signIn' })
    expect(guard.detour(signIn, nobody)).toBeNull()
    expect(guard.detour(signIn, administrator)).toBe(accounts.fullPath)
    expect(guard.detour(accounts, administrator)).toBeNull()
    expect(guard.detour(signIn, administrator)).toEqual({ name: 'overview' })
  })

  it('starts another person at the overview', () => {
    guard.detour(accounts, administrator)
    guard.detour(accounts, nobody)
    expect(guard.detour(signIn, teacher)).toEqual({ name: 'overview' })
  })

  it('leaves a screen alone that is just changing who is signed in', () => {
    let founding = true
    const wizard: Destination = { fullPath: '/found', meta: { bare: true, stays: () => founding } }
    expect(guard.detour(wizard, nobody)).toBeNull()
    founding = false
    expect(guard.detour(wizard, nobody)).toEqual({ name: 'signIn' })
  })

  it('goes on to where the app was opened', () => {
    expect(guard.detour(accounts, nobody)).toEqual({ name: 'signIn' })
    expect(guard.detour(signIn, teacher)).toBe(accounts.fullPath)
  })

  it('leaves a PC that is not admitted only once it is', () => {
    const session = { person: signedIn(['administrator'], 'admin') }
    const strange = applicationState({ ...session, deviceAdmitted: false })
    guard.detour(accounts, nobody)
    expect(guard.detour(signIn, strange)).toEqual({ name: 'admission' })
    expect(guard.detour(accounts, strange)).toEqual({ name: 'admission' })
    expect(guard.detour(admission, strange)).toBeNull()
    expect(guard.detour(admission, applicationState(session))).toBe(accounts.fullPath)
  })
})
