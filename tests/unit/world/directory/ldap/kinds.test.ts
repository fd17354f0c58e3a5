import { describe, expect, it } from 'vitest'
import {
  containerOf,
  kindOf,
  parentForKind,
  placesOf
} from '../../../../../src-main/world/directory/ldap/kinds'
import { nameKey } from '../../../../../src-main/world/directory/ldap/names'

const base = 'dc=schule,dc=example'
const layout = {
  containers: {
    pupil: `ou=Schueler,${base}`,
    teacher: `ou=Lehrer,${base}`,
    staff: `ou=Referendare,ou=Lehrer,${base}`,
    classes: `ou=Klassen,${base}`,
    groups: `ou=Gruppen,${base}`
  },
  classGroupPrefix: '',
  homeDirectory: '',
  mailAddress: ''
}

describe('what kind an account is of', () => {
  it.each([
    ['pupil', [], 'pupil'],
    ['pupil', ['pupil'], 'pupil'],
    ['pupil', ['Gast', 'pupil'], 'pupil'],
    ['pupil', ['Gast'], 'pupil'],
    // Whichever of the two is wrong: no roster may decide about them.
    ['pupil', ['teacher'], 'other'],
    ['teacher', ['pupil'], 'other'],
    ['staff', ['teacher'], 'other'],
    ['pupil', ['other'], 'other'],
    ['pupil', ['pupil', 'teacher'], 'other'],
    ['shared', ['teacher'], 'teacher'],
    ['shared', [], 'other'],
    ['guardian', [], 'guardian'],
    ['guardian', ['guardian'], 'guardian'],
    ['guardian', ['pupil'], 'other'],
    ['pupil', ['guardian'], 'other'],
    ['teacher', ['teacher', 'guardian'], 'other'],
    ['shared', ['guardian'], 'guardian'],
    ['shared', ['pupil', 'staff'], 'other'],
    [null, ['pupil'], 'other'],
    [null, [], 'other']
  ] as const)('P1, P8: in %s with marks %j: %s', (place, marks, kind) => {
    expect(kindOf(place, marks)).toBe(kind)
  })

  it('P8: no container holds accounts of no kind', () => {
    expect(containerOf(layout, 'other')).toBeNull()
    expect(containerOf(layout, 'staff')).toBe(layout.containers.staff)
  })
})

describe('a container for guardians', () => {
  it('P1: is none in a school without them, which finds what it always has', () => {
    expect(containerOf(layout, 'guardian')).toBeNull()
    const places = placesOf(layout)
    expect(places.personKindOf(nameKey(`uid=e,ou=Eltern,${base}`))).toBeNull()
    expect(parentForKind(`uid=e,ou=Eltern,${base}`, 'guardian', layout, places)).toBe(`ou=Eltern,${base}`)
  })

  it('P1: is theirs alone, also inside another one', () => {
    const guardian = `ou=Eltern,ou=Schueler,${base}`
    const places = placesOf({ ...layout, containers: { ...layout.containers, guardian } })
    expect(places.personKindOf(nameKey(`uid=e,${guardian}`))).toBe('guardian')
    expect(places.personKindOf(nameKey(`uid=s,ou=Schueler,${base}`))).toBe('pupil')
  })
})

describe('where an account of a kind lies', () => {
  const places = placesOf(layout)
  const parent = (dn: string, kind: Parameters<typeof parentForKind>[1]): string =>
    parentForKind(dn, kind, layout, places)

  it('stays at any depth inside its container', () => {
    expect(parent(`uid=a,ou=5,OU=schueler,${base}`, 'pupil')).toBe(`ou=5,OU=schueler,${base}`)
    expect(parent(`uid=a,ou=5,ou=Schueler,${base}`, undefined)).toBe(`ou=5,ou=Schueler,${base}`)
    expect(parent(`uid=a,ou=5,ou=Schueler,${base}`, 'other')).toBe(`ou=5,ou=Schueler,${base}`)
  })

  it('goes to the container of its kind, also out of one that lies inside of it', () => {
    expect(parent(`uid=a,ou=Schueler,${base}`, 'teacher')).toBe(layout.containers.teacher)
    expect(parent(`uid=a,${layout.containers.staff}`, 'teacher')).toBe(layout.containers.teacher)
    expect(parent(`uid=a,${layout.containers.teacher}`, 'staff')).toBe(layout.containers.staff)
  })

  it('stays where one container serves several kinds', () => {
    const shared = { ...layout, containers: { ...layout.containers, teacher: layout.containers.pupil } }
    const dn = `uid=a,ou=5,${layout.containers.pupil}`
    expect(parentForKind(dn, 'teacher', shared, placesOf(shared))).toBe(`ou=5,${layout.containers.pupil}`)
  })
})
