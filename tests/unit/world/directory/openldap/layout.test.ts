import { describe, expect, it } from 'vitest'
import { placesOf } from '../../../../../src-main/world/directory/ldap/kinds'
import { suggestLayout } from '../../../../../src-main/world/directory/openldap/layout'

const base = 'dc=schule,dc=example'

describe('layout of an OpenLDAP directory', () => {
  it('finds German names, the ones nearest to the base first', () => {
    const { containers } = suggestLayout(
      [
        `ou=Schüler,ou=Archiv,${base}`,
        `ou=Schueler,${base}`,
        `OU=Lehrkräfte,${base}`,
        `ou=Klassen,ou=Gruppen,${base}`,
        `ou=Gruppen,${base}`
      ],
      base
    )
    expect(containers).toEqual({
      pupil: `ou=Schueler,${base}`,
      teacher: `OU=Lehrkräfte,${base}`,
      staff: `ou=staff,${base}`,
      classes: `ou=Klassen,ou=Gruppen,${base}`,
      groups: `ou=Gruppen,${base}`
    })
  })

  it('one container of all people serves every kind', () => {
    const { containers } = suggestLayout([`ou=people,${base}`, `ou=groups,${base}`], base)
    expect([containers.pupil, containers.teacher, containers.staff]).toEqual(
      Array(3).fill(`ou=people,${base}`)
    )
    expect(placesOf(suggestLayout([`ou=people,${base}`], base)).personKindOf(`uid=x,ou=people,${base}`)).toBe(
      'shared'
    )
  })

  it('an empty directory gets the default names', () => {
    expect(suggestLayout([], base).containers).toEqual({
      pupil: `ou=pupils,${base}`,
      teacher: `ou=teachers,${base}`,
      staff: `ou=staff,${base}`,
      classes: `ou=classes,${base}`,
      groups: `ou=groups,${base}`
    })
  })

  it('the innermost container decides', () => {
    const layout = suggestLayout([`ou=klassen,ou=gruppen,${base}`, `ou=gruppen,${base}`], base)
    const places = placesOf(layout)
    expect(places.groupPlaceOf(`cn=7b,ou=klassen,ou=gruppen,${base}`)).toBe('classes')
    expect(places.groupPlaceOf(`cn=chor,ou=gruppen,${base}`)).toBe('groups')
    expect(places.groupPlaceOf(`cn=x,${base}`)).toBeNull()
    expect(places.personKindOf(`uid=x,ou=pupils,${base}`)).toBe('pupil')
    expect(places.personKindOf(`uid=x,${base}`)).toBeNull()
  })
})
