import { describe, expect, it } from 'vitest'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import { defaultSettings, type Settings } from '../../../../src-main/contract/settings'
import { radiusHandlers } from '../../../../src-main/jobs/setup/radius'
import type { Account } from '../../../../src-main/contract/accounts'
import type { RadiusAnswer, RadiusServer } from '../../../../src-main/world/radius/port'
import { valueOf } from '../../support/accountsJob'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { MemoryKeychain } from '../../support/memoryKeychain'

const named: Settings = {
  ...defaultSettings,
  modules: { wlan: 'WLAN', mail: 'post', files: '', tasks: 'nirgends' },
  radius: { host: 'radius.schule.example', port: 1812, nasIdentifier: 'netzwart' }
}

/** A school whose RADIUS server lets in whom `lets` says. */
function school(lets: (account: Account) => boolean, settings: Settings = named) {
  const directory = new MemoryDirectory()
  for (const name of ['wlan', 'post', 'chor']) directory.seedGroup(name, false)
  const keychain = new MemoryKeychain()
  const asked: { server: RadiusServer; login: string }[] = []
  const radius: { answer: (accepted: boolean) => Result<RadiusAnswer> } = {
    answer: (accepted) => succeed({ accepted, authenticated: true })
  }
  const current = { settings }
  const handlers = radiusHandlers({
    keychain,
    directory: { open: async () => succeed(directory), lost: () => undefined },
    settings: async () => succeed(current.settings),
    askRadius: async (server, login, password) => {
      asked.push({ server, login })
      const account = [...directory.accounts.values()].find((one) => one.login === login)
      if (account === undefined) return radius.answer(false)
      return radius.answer(directory.passwords.get(account.id) === password && lets(account))
    }
  })
  return { directory, keychain, asked, radius, current, handlers }
}

const once = { secret: 'gemeinsam', keepSecret: false }

describe('the self-test of a RADIUS server', () => {
  it('P9: finds one that asks the directory', async () => {
    const { handlers, directory, asked } = school(({ suspension }) => suspension.kind === 'none')
    expect(valueOf(await handlers['setup.checkRadius'](once))).toEqual({
      host: 'radius.schule.example',
      port: 1812,
      asks: 'directory',
      groups: ['post', 'wlan'],
      problems: []
    })
    expect(asked).toHaveLength(2)
    expect(directory.accounts.size).toBe(0)
  })

  it('P9: finds one that asks for a group, and one that asks nothing', async () => {
    const byGroup = school(({ groups }) => groups.includes('wlan'))
    expect(valueOf(await byGroup.handlers['setup.checkRadius'](once))).toMatchObject({
      asks: 'group',
      problems: [{ code: 'radiusAsksForGroupOnly', severity: 'note', parameters: { groups: 'post, wlan' } }]
    })
    const byNothing = school(() => true)
    expect(valueOf(await byNothing.handlers['setup.checkRadius'](once))).toMatchObject({
      asks: 'nothing',
      problems: [{ code: 'radiusIgnoresSuspensions', severity: 'blocks' }]
    })
    expect(byNothing.directory.accounts.size).toBe(0)
  })

  it('claims nothing where the probe account is refused from the beginning', async () => {
    const { handlers } = school(() => false)
    expect(valueOf(await handlers['setup.checkRadius'](once))).toMatchObject({
      asks: 'unknown',
      problems: [{ code: 'radiusRefusesProbe', severity: 'weakens' }]
    })
  })

  it('tells answers that can be forged on the way', async () => {
    const { handlers, radius } = school(({ suspension }) => suspension.kind === 'none')
    radius.answer = (accepted) => succeed({ accepted, authenticated: false })
    expect(valueOf(await handlers['setup.checkRadius'](once))).toMatchObject({
      problems: [{ code: 'radiusAnswersUnsigned' }]
    })
  })

  it('tells it also where only the answer that decides can be forged', async () => {
    const { handlers, radius } = school(({ suspension }) => suspension.kind === 'none')
    radius.answer = (accepted) => succeed({ accepted, authenticated: accepted })
    expect(valueOf(await handlers['setup.checkRadius'](once))).toMatchObject({
      asks: 'directory',
      problems: [{ code: 'radiusAnswersUnsigned' }]
    })
  })

  it('P9: leaves no probe account in the modules where the answer to its making was lost', async () => {
    const { handlers, directory } = school(() => true)
    directory.loses = (write, moment) => write === 'create' && moment === 'after'
    expect(await handlers['setup.checkRadius'](once)).toMatchObject({
      failure: { code: 'directory.connectionLost' }
    })
    expect(directory.accounts.size).toBe(0)
  })

  it('removes probe accounts that a test left behind, and nobody who is only called alike', async () => {
    const { handlers, directory } = school(({ suspension }) => suspension.kind === 'none')
    const probe = { givenName: 'Netzwart', familyName: 'Probe', schoolId: null }
    directory.seed({ ...probe, login: 'netzwart-probe-12345', groups: ['wlan'] })
    const others = [
      directory.seed({ ...probe, login: 'netzwart-probe-1234a' }),
      directory.seed({ ...probe, login: 'netzwart-probe-23456', schoolId: '7' }),
      directory.seed({ ...probe, login: 'netzwart-probe-34567', givenName: 'Nele' })
    ]
    const fresh = directory.seed({ ...probe, login: 'netzwart-probe-45678' })
    directory.accounts.set(fresh.id, { ...fresh, createdAt: new Date().toISOString() })
    valueOf(await handlers['setup.checkRadius'](once))
    expect([...directory.accounts.keys()].toSorted()).toEqual(
      [...others, fresh].map(({ id }) => id).toSorted()
    )
  })

  it('removes the probe account also where the server does not answer, and says when it cannot', async () => {
    const silent = fail('radius.noAnswer', { host: 'radius.schule.example', port: 1812 })
    const { handlers, radius, directory } = school(() => true)
    radius.answer = () => silent
    expect(await handlers['setup.checkRadius'](once)).toEqual(silent)
    expect(directory.accounts.size).toBe(0)
    directory.loses = (write) => write === 'delete'
    expect(await handlers['setup.checkRadius'](once)).toMatchObject({
      failure: { code: 'directory.connectionLost' }
    })
  })

  it('needs a server in the settings and its secret', async () => {
    const unnamed = school(() => true, defaultSettings)
    expect(await unnamed.handlers['setup.checkRadius'](once)).toEqual(fail('radius.notNamed'))
    const { handlers } = school(() => true)
    expect(await handlers['setup.checkRadius']({ secret: null, keepSecret: false })).toMatchObject({
      failure: { code: 'radius.secretMissing' }
    })
  })
})

describe('the shared secret', () => {
  it('is kept in the keychain where wanted, for its own server alone', async () => {
    const { handlers, keychain, current, asked } = school(() => true)
    expect(valueOf(await handlers['setup.radiusState'](undefined))).toEqual({ secretKept: false })
    valueOf(await handlers['setup.checkRadius']({ secret: 'gemeinsam', keepSecret: true }))
    expect(valueOf(await handlers['setup.radiusState'](undefined))).toEqual({ secretKept: true })
    valueOf(await handlers['setup.checkRadius']({ secret: null, keepSecret: true }))
    expect(asked.at(-1)?.server.secret).toBe('gemeinsam')
    current.settings = { ...named, radius: { ...named.radius, host: 'fremd.example' } }
    expect(valueOf(await handlers['setup.radiusState'](undefined))).toEqual({ secretKept: false })
    expect(await handlers['setup.checkRadius']({ secret: null, keepSecret: true })).toMatchObject({
      failure: { code: 'radius.secretMissing' }
    })
    expect(asked.every(({ server }) => server.host === 'radius.schule.example')).toBe(true)
    current.settings = named
    valueOf(await handlers['setup.checkRadius'](once))
    expect([...keychain.kept.keys()]).toEqual([])
  })

  it('is not kept where the server does not answer to it', async () => {
    const { handlers, radius } = school(() => true)
    radius.answer = () => fail('radius.noAnswer', { host: 'radius.schule.example', port: 1812 })
    await handlers['setup.checkRadius']({ secret: 'falsch', keepSecret: true })
    expect(valueOf(await handlers['setup.radiusState'](undefined))).toEqual({ secretKept: false })
  })
})
