import { describe, expect, it } from 'vitest'
import type { ApplicationState } from '../../../src-main/contract/application'
import { operations } from '../../../src-main/contract/operations'
import { fail, succeed } from '../../../src-main/contract/result'
import { closedState } from '../support/applicationState'
import { checkEvent, makeGateway, type Sender } from '../../../src-main/shell/gateway'
import { StoreFailure } from '../../../src-main/world/store/port'

const window: Sender = {
  isOurWindow: true,
  isMainFrame: true,
  address: 'app://netzwart/index.html#/accounts'
}

const state = closedState

function makeLog() {
  const written: { where: string; error: unknown }[] = []
  return {
    written,
    write: (where: string, error: unknown) => {
      written.push({ where, error })
      return `reference-${written.length}`
    }
  }
}

const administrator = () => ['administrator'] as const

describe('the gateway', () => {
  it('answers a declared operation with what the handler says', async () => {
    const gateway = makeGateway({ 'application.state': async () => succeed(state) }, administrator, makeLog())
    expect(await gateway(window, 'application.state', undefined)).toEqual(succeed(state))
  })

  it('asks nothing of a role that nobody has, and answers what is for anyone', async () => {
    let asked = false
    const gateway = makeGateway(
      {
        'application.state': async () => succeed(state),
        'plans.list': async () => {
          asked = true
          return succeed([])
        }
      },
      () => null,
      makeLog()
    )
    expect(await gateway(window, 'plans.list', undefined)).toEqual(fail('application.notAllowed'))
    expect(asked).toBe(false)
    expect(await gateway(window, 'application.state', undefined)).toEqual(succeed(state))
  })

  it.each<[string, Sender]>([
    ['another window', { ...window, isOurWindow: false }],
    ['a frame inside the window', { ...window, isMainFrame: false }],
    ['a page from outside', { ...window, address: 'https://example.org/index.html' }],
    ['another host of the scheme', { ...window, address: 'app://other/index.html' }],
    ['a host that only begins alike', { ...window, address: 'app://netzwart.example.org/' }],
    ['a file', { ...window, address: 'file:///index.html' }],
    ['an address with a user', { ...window, address: 'app://netzwart@other/' }],
    ['a frame that is gone', { ...window, address: '' }]
  ])('refuses %s before it looks at anything else', async (_name, sender) => {
    let asked = false
    const gateway = makeGateway(
      {
        'application.state': async () => {
          asked = true
          return succeed(state)
        }
      },
      administrator,
      makeLog()
    )
    expect(await gateway(sender, 'application.state', undefined)).toEqual(fail('application.notAllowed'))
    expect(asked).toBe(false)
  })

  it.each([
    ['toString'],
    ['__proto__'],
    ['constructor'],
    ['accounts.deleteAll'],
    [''],
    [42],
    [null],
    [undefined]
  ])('knows no operation %j', async (name) => {
    const gateway = makeGateway({}, administrator, makeLog())
    expect(await gateway(window, name, undefined)).toEqual(fail('application.unknownOperation'))
  })

  it('refuses every declared operation that nobody handles', async () => {
    const gateway = makeGateway({}, administrator, makeLog())
    for (const name of Object.keys(operations)) {
      const answer = await gateway(window, name, undefined)
      expect(answer.ok).toBe(false)
    }
  })

  it('parses the input and names the field that is wrong', async () => {
    const received: unknown[] = []
    const gateway = makeGateway(
      {
        'application.setPreferences': async (input) => {
          received.push(input)
          return succeed()
        }
      },
      administrator,
      makeLog()
    )
    const wrong = await gateway(window, 'application.setPreferences', { language: 'de', theme: 'pink' })
    expect(wrong).toEqual(fail('application.invalidInput', { field: 'theme' }))
    const good = { language: 'en', theme: 'dark', more: 'is dropped' }
    expect(await gateway(window, 'application.setPreferences', good)).toEqual(succeed())
    expect(received).toEqual([{ language: 'en', theme: 'dark' }])
  })

  it('passes an expected failure on and writes nothing down', async () => {
    const log = makeLog()
    const gateway = makeGateway({ 'plans.list': async () => fail('application.busy') }, administrator, log)
    expect(await gateway(window, 'plans.list', undefined)).toEqual(fail('application.busy'))
    expect(log.written).toEqual([])
  })

  it('passes on that the store cannot write, which is no bug of the handler', async () => {
    const log = makeLog()
    const failure = { code: 'store.full', parameters: { place: '/data' } } as const
    const gateway = makeGateway(
      {
        'plans.list': async () => {
          throw new StoreFailure(failure)
        }
      },
      administrator,
      log
    )
    expect(await gateway(window, 'plans.list', undefined)).toEqual({ ok: false, failure })
    expect(log.written).toEqual([])
  })

  it('turns a bug into a number and writes it down once, never into success', async () => {
    const log = makeLog()
    const bug = new Error('Erika Mustermann')
    const gateway = makeGateway(
      {
        'plans.list': async () => {
          throw bug
        }
      },
      administrator,
      log
    )
    const answer = await gateway(window, 'plans.list', undefined)
    expect(answer).toEqual(fail('application.unexpected', { reference: 'reference-1' }))
    expect(log.written).toEqual([{ where: 'plans.list', error: bug }])
  })

  it('treats an answer of the wrong shape as a bug', async () => {
    const log = makeLog()
    const broken = { ...state, version: 7 } as unknown as ApplicationState
    const gateway = makeGateway({ 'application.state': async () => succeed(broken) }, administrator, log)
    expect(await gateway(window, 'application.state', undefined)).toMatchObject({
      failure: { code: 'application.unexpected' }
    })
    expect(log.written).toHaveLength(1)
  })

  it('lets only what the contract declares out to the window', async () => {
    const talkative = { ...state, bindPassword: 'Geheim' }
    const gateway = makeGateway(
      { 'application.state': async () => succeed(talkative) },
      administrator,
      makeLog()
    )
    expect(JSON.stringify(await gateway(window, 'application.state', undefined))).not.toContain('Geheim')
    expect(JSON.stringify(checkEvent('application.state', talkative))).not.toContain('Geheim')
  })

  it('throws on an event of the wrong shape', () => {
    expect(() => checkEvent('accounts.changed', { all: 1.5 })).toThrow()
  })
})
