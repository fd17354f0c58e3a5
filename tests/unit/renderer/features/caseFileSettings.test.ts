import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PostgresCheck } from '../../../../src-main/contract/caseFile'
import { moduleGroupsSchema, moduleIds } from '../../../../src-main/contract/modules'
import { fail, succeed } from '../../../../src-main/contract/result'
import { sharedGroups, withGroup } from '../../../../src-renderer/features/settings/moduleGroups'
import { nextAfter, useMoveWizard } from '../../../../src-renderer/features/settings/moveWizard'
import { sectionGroups, sectionIcons, sectionOf } from '../../../../src-renderer/features/settings/sections'
import {
  emptyPostgresDraft,
  isComplete,
  isHost,
  isPort,
  locationOf
} from '../../../../src-renderer/shared/postgres'
import { TestBridge } from '../plans/bridge'

const certificate = {
  subject: 'CN=Schul-CA',
  issuer: 'CN=Schul-CA',
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2036-01-01T00:00:00.000Z',
  fingerprint: 'AA:BB',
  isCertificateAuthority: true,
  pem: '-----BEGIN CERTIFICATE-----'
}
const complete = {
  ...emptyPostgresDraft(),
  host: ' datenbank.schule.example ',
  password: 'geheim',
  certificate
}

function found(given: Partial<PostgresCheck>): PostgresCheck {
  return { version: '15.8', schema: 'ready', statements: 0, ...given }
}

describe('location of a shared case file', () => {
  it('is read once everything is there', () => {
    expect(locationOf(complete)).toEqual({
      host: 'datenbank.schule.example',
      port: 5432,
      database: 'netzwart',
      role: 'netzwart',
      caCertificate: certificate.pem
    })
    expect(isComplete(complete)).toBe(true)
  })

  it('is none without a certificate, and nothing is tried without a password', () => {
    expect(locationOf({ ...complete, certificate: null })).toBeNull()
    expect(isComplete({ ...complete, password: '' })).toBe(false)
    expect(locationOf({ ...complete, database: '  ' })).toBeNull()
  })

  it('takes a bare name and a port that exists', () => {
    expect(['db', 'db.schule.example', '10.0.0.5', 'fd00::5'].map(isHost)).toEqual(Array(4).fill(true))
    expect(['', 'postgres://db', 'db/netz', 'db name', '-db'].map(isHost)).toEqual(Array(5).fill(false))
    expect(['5432', '1', '65535'].map(isPort)).toEqual(Array(3).fill(true))
    expect(['', '0', '65536', '54x', '-1', '5432.5'].map(isPort)).toEqual(Array(6).fill(false))
  })
})

describe('moving the case file', () => {
  let bridge: TestBridge

  beforeEach(() => {
    bridge = new TestBridge()
    vi.stubGlobal('window', { netzwart: bridge })
    setActivePinia(createPinia())
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it('prepares an empty database, and never writes over a case file', () => {
    expect(nextAfter(succeed(found({ schema: 'empty' })))).toEqual({ step: 'prepare', why: 'empty' })
    expect(nextAfter(succeed(found({ schema: 'older' })))).toEqual({ step: 'prepare', why: 'older' })
    expect(nextAfter(succeed(found({})))).toEqual({ step: 'move' })
    expect(nextAfter(succeed(found({ statements: 3 })))).toEqual({ step: 'occupied', statements: 3 })
  })

  it('takes a role that does not get in for one that is still to be made, other failures as failures', () => {
    expect(nextAfter(fail('store.wrongCredentials'))).toEqual({ step: 'prepare', why: 'refused' })
    expect(nextAfter(fail('store.certificateWrongHost'))).toMatchObject({ step: 'failed' })
    expect(nextAfter(fail('store.tooManyRights'))).toMatchObject({ step: 'failed' })
  })

  it('asks the owner once and forgets the password', async () => {
    bridge.answer('caseFile.check', () => fail('store.wrongCredentials'))
    bridge.answer('caseFile.prepare', () => succeed(found({})))
    const wizard = useMoveWizard()
    wizard.draft.value = { ...complete }
    await wizard.check()
    expect([wizard.step.value, wizard.failure.value]).toEqual(['prepare', null])
    // The owner of the database sits there now and sees nothing of what was typed before.
    expect(wizard.draft.value.password).toBe('')
    wizard.owner.value = { role: 'postgres', password: 'besitzer' }
    await wizard.prepare()
    expect(bridge.inputsOf('caseFile.prepare')).toMatchObject([
      { password: 'geheim', owner: { role: 'postgres', password: 'besitzer' } }
    ])
    expect([wizard.step.value, wizard.owner.value.password]).toEqual(['move', ''])
  })

  it('moves with the password of the step before, and asks for it anew on the way back', async () => {
    bridge.answer('caseFile.check', () => succeed(found({})))
    bridge.answer('caseFile.move', () => fail('store.notEmpty'))
    const wizard = useMoveWizard()
    wizard.draft.value = { ...complete }
    await wizard.check()
    expect([wizard.step.value, wizard.ready.value, wizard.draft.value.password]).toEqual(['move', true, ''])
    await wizard.move()
    expect(bridge.inputsOf('caseFile.move')).toMatchObject([{ password: 'geheim' }])
    wizard.back()
    expect([wizard.step.value, wizard.ready.value]).toEqual(['server', false])
  })

  it('tells when preparing did not let the role in', async () => {
    bridge.answer('caseFile.check', () => succeed(found({ schema: 'empty' })))
    bridge.answer('caseFile.prepare', () =>
      fail('store.wrongCredentials', { server: 'db', role: 'postgres' })
    )
    const wizard = useMoveWizard()
    wizard.draft.value = { ...complete }
    await wizard.check()
    await wizard.prepare()
    expect([wizard.step.value, wizard.failure.value?.code]).toEqual(['prepare', 'store.wrongCredentials'])
  })

  it('stays on this PC when moving fails', async () => {
    bridge.answer('caseFile.move', () => fail('store.notEmpty'))
    const wizard = useMoveWizard()
    wizard.draft.value = { ...complete }
    expect(await wizard.move()).toBe(false)
    expect(wizard.failure.value?.code).toBe('store.notEmpty')
    expect(bridge.inputsOf('caseFile.move')).toMatchObject([{ keepPassword: false }])
  })
})

describe('modules', () => {
  it('P11: are mapped to groups in their own order, and let go of again', () => {
    const mapped = withGroup(withGroup({}, 'wlan', 'p_wifi'), 'mail', 'p_mail')
    expect(Object.keys(mapped)).toEqual(moduleIds.filter((id) => id === 'mail' || id === 'wlan'))
    expect(moduleGroupsSchema.safeParse(mapped).success).toBe(true)
    expect(withGroup(mapped, 'wlan', null)).toEqual({ mail: 'p_mail' })
  })

  it('P10: say when one group serves two modules, since both would be refused', () => {
    expect([...sharedGroups({ wlan: 'netz', privateDevices: 'netz', mail: 'post' })]).toEqual(['netz'])
  })
})

describe('sections of the settings', () => {
  it('stand in one group each and have a picture', () => {
    const names = sectionGroups.flatMap(({ sections }) => [...sections])
    expect(new Set(names).size).toBe(names.length)
    expect([...names].sort()).toEqual(Object.keys(sectionIcons).sort())
  })

  it('are opened by the address', () => {
    expect([sectionOf('backup'), sectionOf('nichts'), sectionOf(undefined)]).toEqual([
      'backup',
      'school',
      'school'
    ])
  })
})
