import { describe, expect, it } from 'vitest'
import type { JoinedField } from '../../../../../src-main/contract/evaluations'
import type { SchoolDevices } from '../../../../../src-main/contract/settings'
import type { EvidenceEvent } from '../../../../../src-main/jobs/evaluations/evidence/event'
import { Joins, type KnownAccount } from '../../../../../src-main/jobs/evaluations/evaluation/workspace/joins'
import { event, from, nothingKnown } from './support'

const mia: KnownAccount = {
  ...{ login: 'm.muster', kind: 'pupil', createdAt: null, namedSince: null },
  stretches: [
    { from: from - 60 * 60_000, until: from + 60 * 60_000, state: 'suspended', since: from - 90 * 60_000 }
  ]
}
const rooms: SchoolDevices[] = [
  { name: 'Computerraum', kind: 'school', usedBy: 'pupils', places: ['PC2-*', '10.20.2.0/24'] },
  { name: 'Lehrerzimmer', kind: 'school', usedBy: 'staff', places: ['LZ-01'] },
  { name: 'Eigene Geräte', kind: 'private', usedBy: null, places: ['10.30.0.0/16', '02-00-5e-*'] }
]

function read(
  field: JoinedField,
  told: Partial<EvidenceEvent>,
  accounts: readonly KnownAccount[] = [mia],
  namesRealm = false
): unknown {
  const joins = new Joins({ ...nothingKnown, accounts, devices: rooms }, () => namesRealm)
  const one = event(told)
  return joins.read(field, one, one.time)
}

describe('what an account is, joined with an event', () => {
  it('is told by the login that the log names, as the directory folds it (P9)', () => {
    const person = 'M.Muster'
    expect(read('person-kind', { person })).toBe('pupil')
    expect(read('account-state', { person })).toBe('suspended')
    expect(read('suspended-minutes', { person })).toBe(91)
    expect(read('person-kind', { person: 'somebody' })).toBeUndefined()
    expect(read('person-kind', { address: '10.20.2.7' })).toBeUndefined()
  })

  it('ends with what is known of its state', () => {
    const later = { person: 'm.muster', time: from + 61 * 60_000 }
    expect(read('account-state', later)).toBeUndefined()
    expect(read('suspended-minutes', later)).toBeUndefined()
    expect(read('person-kind', later)).toBe('pupil')
  })

  it('takes a realm or a domain off only where it is the school’s, and the entry of a directory', () => {
    for (const person of ['m.muster@schule.example', 'SCHULE\\m.muster']) {
      expect(read('person-kind', { person }, [mia], true)).toBe('pupil')
      expect(read('person-kind', { person })).toBeUndefined()
    }
    expect(read('person-kind', { person: 'uid=m.muster,ou=pupils,dc=schule,dc=example' })).toBe('pupil')
  })

  it('is nobody’s where the login was not the account’s yet, or is that of two', () => {
    const made = (at: number): KnownAccount => ({ ...mia, createdAt: new Date(at).toISOString() })
    const person = 'm.muster'
    expect(read('person-kind', { person }, [made(from)])).toBe('pupil')
    expect(read('person-kind', { person }, [made(from + 61_000)])).toBeUndefined()
    expect(read('person-kind', { person }, [{ ...mia, namedSince: from + 61_000 }])).toBeUndefined()
    expect(
      read('person-kind', { person }, [mia, { ...mia, login: 'M.MUSTER', kind: 'teacher' }])
    ).toBeUndefined()
  })
})

describe('what a device is', () => {
  it('is told by its name, its MAC address or its network (P15)', () => {
    expect(read('device-kind', { device: 'PC2-07' })).toBe('school')
    expect(read('device-for', { device: 'pc2-07$' })).toBe('pupils')
    expect(read('device-for', { details: { workstation: '\\\\LZ-01' } })).toBe('staff')
    expect(read('device-kind', { device: '02:00:5E:00:11:22' })).toBe('private')
    expect(read('device-kind', { address: '10.30.9.9' })).toBe('private')
    expect(read('device-for', { address: '10.30.9.9' })).toBeUndefined()
    for (const device of ['LZ-011', 'XPC2-07', '', '02:00:5f:00:11:22'])
      expect(read('device-kind', { device })).toBeUndefined()
  })

  it('goes by the name before the address, and is unknown where the settings say two things', () => {
    expect(read('device-kind', { device: 'PC2-07', address: '10.30.9.9' })).toBe('school')
    expect(read('device-kind', { device: 'unbekannt', address: '10.30.9.9' })).toBe('private')
    rooms.push({ name: 'Leihgeräte', kind: 'school', usedBy: 'pupils', places: ['10.30.9.0/24'] })
    expect(read('device-kind', { address: '10.30.9.9' })).toBeUndefined()
    rooms.push({ name: 'Eigene Laptops', kind: 'private', usedBy: null, places: ['PC2-07'] })
    expect(read('device-kind', { device: 'PC2-07', address: '10.20.2.7' })).toBeUndefined()
    rooms.splice(-2)
  })
})
