import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodingOf, plainDamage, somePupils, someDamage, writeList } from './damagedSchool'
import { afterYear, planYear } from './years'

const runs = Number(process.env['NETZWART_DAMAGED_ROSTERS'] ?? '2000')

describe('P3 P8: a good roster of a made-up school, damaged in any way', () => {
  it('takes the account of nobody who still stands in it, and gives none to somebody else', async () => {
    const tally = { refused: 0, kept: 0, doubtful: 0, left: 0, encodingAsked: 0 }
    await fc.assert(
      fc.asyncProperty(somePupils, someDamage, async (pupils, damage) => {
        const first = { ...plainDamage, hasIds: damage.hasIds, header: damage.header }
        const school = await afterYear({ 'y1.csv': writeList(pupils, first).bytes })
        const ownerOf = new Map(
          school.snapshot.accounts.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`])
        )
        const { bytes, present } = writeList(pupils, damage)
        const looked = await planYear(school, { 'y2.csv': bytes })
        const asks = looked.read.notices.some(({ code }) => code === 'encodingDoubtful')
        if (asks) tally.encodingAsked += 1
        // Nothing is planned before a person has said how the file is written.
        const { read, planning } = asks
          ? await planYear(school, { 'y2.csv': bytes }, { encoding: encodingOf(damage) })
          : looked
        expect(read.counts.rows).toBe(read.counts.accepted + read.counts.merged + read.counts.rejected)
        const unread = read.notices.find(({ code }) => code === 'columnsNotRead')
        expect(unread?.parameters['columns'] ?? '').toContain(damage.header.split(';').at(-1))
        if (!planning.ok) {
          tally.refused += 1
          return
        }
        const { plan, mayBeMeant, doubtful } = planning.value
        if (mayBeMeant.length > 0) tally.kept += 1
        if (doubtful.length > 0) tally.doubtful += 1
        const still = new Set(present.map(({ givenName, familyName }) => `${givenName} ${familyName}`))
        for (const { kind, target, after } of plan?.steps ?? []) {
          const owner = ownerOf.get(target.id ?? '')
          if (kind === 'leave') {
            tally.left += 1
            expect(still).not.toContain(owner)
          }
          // Nobody's name has changed between the two lists.
          if (kind === 'rename') expect([owner, after]).toEqual([owner, { schoolId: after?.['schoolId'] }])
        }
      }),
      { numRuns: runs }
    )
    // The damage reaches every answer that there is.
    expect(Math.min(...Object.values(tally))).toBeGreaterThan(0)
  }, 3_600_000)
})
