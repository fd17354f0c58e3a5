import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { codeOf, valueOf } from '../directory/suiteTools'
import { fail, type Result } from '../../../src-main/contract/result'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { appendOne } from '../../unit/support/storeSamples'
import { foundSchool, own, passphrases, placeOfThisFile, startComputer } from './sharedSchool'

const place = placeOfThisFile()

describe('what is done while the case file moves', () => {
  it.each([0, 40, 120, 300])(
    '%d ms after its beginning is in the new place where it was acknowledged',
    async (wait) => {
      const { location, password, owner } = await place.postgres.makeDatabase()
      valueOf(await postgresSetup.prepare(location, password, owner))
      const folder = await mkdtemp(join(tmpdir(), 'netzwart-pc-'))
      onTestFinished(() => rm(folder, { recursive: true, force: true }))
      const pc = await startComputer(place.school, { folder })
      await foundSchool(pc, place.school)
      const { handlers } = pc.services
      valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))

      const moving = handlers['caseFile.move']({ location, password, keepPassword: false })
      await delay(wait)
      const opened = handlers['sanctions.open']({
        account: place.school.ids.pupil,
        rule: 'P18',
        happenedOn: '2026-11-27',
        facts: 'Der Jugendschutzfilter wurde umgangen.',
        evidence: [],
        measures: [{ kind: 'warning' }],
        reasons: 'Wiederholt',
        passphrase: passphrases.administrator
      })
      const reset = handlers['accounts.resetPassword']({
        account: place.school.ids.pupil,
        verification: 'knownInPerson',
        note: ''
      })
      const settings = valueOf(await handlers['settings.read'](undefined))
      const written = handlers['settings.write']({ ...settings, idleMinutes: 17 })
      const answers = await Promise.all<Result<unknown>>([moving, opened, reset, written])
      // A plan that is carried out keeps the case file where it is; it is not waited for.
      if (!answers[0]?.ok) {
        expect(codeOf(answers[0]!)).toBe('directory.planRunning')
        valueOf(await handlers['caseFile.move']({ location, password, keepPassword: false }))
      }
      for (const answer of answers.slice(1)) expect(answer).toMatchObject({ ok: true })

      await pc.close()
      const again = await startComputer(place.school, { folder, databasePassword: password })
      const items = again.services.caseFile()?.ledger.items ?? []
      const kinds = items.map(({ statement }) => statement?.kind)
      for (const kind of ['store.moved', 'case.opened', 'case.proposed', 'plan.begun', 'plan.ended']) {
        expect(kinds, kind).toContain(kind)
      }
      const after = again.services.handlers
      valueOf(await after['session.signIn']({ login: 'netz', password: own }))
      expect(valueOf(await after['settings.read'](undefined)).idleMinutes).toBe(17)
      expect(valueOf(await after['slips.pending'](undefined))).toHaveLength(1)
      expect(valueOf(await after['ledger.verify'](undefined)).problems).toEqual([])
      await again.close()
    }
  )

  it('by a PC that joined the empty database before it: it says nothing there until the move is done', async () => {
    const { location, password, owner } = await place.postgres.makeDatabase()
    valueOf(await postgresSetup.prepare(location, password, owner))
    const early = valueOf(await openPostgresStore(location, password))
    const target = valueOf(await openPostgresStore(location, password))
    async function* rows(): AsyncGenerator<never> {
      yield* []
    }
    valueOf(await target.receive(rows(), 'a move'))
    expect(await appendOne(early, 'fremd')).toEqual(fail('caseFile.incoming'))
    expect(await early.receive(rows(), 'another move')).toEqual(fail('caseFile.incoming'))
    await target.countFromNow('another move')
    expect(await early.incomingMove()).toBe('a move')
    await target.countFromNow('a move')
    expect(await appendOne(early, 'erster')).toMatchObject({ ok: true })
    expect(await target.receive(rows(), 'a move')).toEqual(fail('store.notEmpty'))
    await early.close()
    await target.close()
  })
})
