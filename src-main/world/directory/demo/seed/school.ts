import { createHash } from 'node:crypto'
import type { ModuleId } from '../../../../contract/modules'
import { demoModuleGroups, isPupilIn } from './modules'
import { demoClassTeachers } from './officials'
import { demoPeople, yearGroups, type DemoPerson } from './people'
import { hashPassword } from '../policy/passwords'
import { lockedForGood } from '../policy/policy'
import { generalizedTime } from '../policy/time'
import { escapeNameValue } from '../tree/distinguishedName'
import type { TreeRecord } from '../tree/tree'

export const baseDn = 'dc=lindenhain,dc=demo'
export const administratorDn = `cn=netzwart,ou=services,${baseDn}`
export const defaultPolicyDn = `cn=default,ou=policies,${baseDn}`
const servicePolicyDn = `cn=services,ou=policies,${baseDn}`

/** The password of every made-up person on the first day, for trying a sign-in. */
export const demoPassword = 'Lindenhain-2026!'

const day = 86_400_000
const firstUserNumber = 10_000

type Attributes = Record<string, readonly string[]>

/** Entry ids that stay the same when the school is made again. */
function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32)
  ].join('-')
}

/** The seed's moments: accounts made in summer, whatever today is. */
interface Moments {
  readonly created: Date
  readonly now: Date
}

function makeRecord(name: string, attributes: Attributes, moments: Moments): TreeRecord {
  return {
    kind: 'put',
    id: stableId(name),
    name,
    attributes: {
      ...attributes,
      createTimestamp: [generalizedTime(moments.created)],
      modifyTimestamp: [generalizedTime(moments.created)],
      creatorsName: [administratorDn],
      modifiersName: [administratorDn]
    }
  }
}

function standingAttributes(person: DemoPerson, index: number, { created, now }: Moments): Attributes {
  const lastSuccess = new Date(now.getTime() - day * (1 + (index % 12)) - (index % 86_400) * 1000)
  const signedIn: Attributes = { pwdLastSuccess: [generalizedTime(lastSuccess)] }
  switch (person.standing) {
    case 'usual':
      return signedIn
    case 'neverSignedIn':
      return { pwdReset: ['TRUE'] }
    case 'suspended':
      return { ...signedIn, pwdAccountLockedTime: [lockedForGood] }
    case 'suspendedUntil':
      return { ...signedIn, pwdStartTime: [generalizedTime(new Date(now.getTime() + 14 * day))] }
    case 'lockedOut': {
      const failures = Array.from({ length: 10 }, (_, count) =>
        generalizedTime(new Date(now.getTime() - 3_600_000 + count * 1000))
      )
      return {
        ...signedIn,
        pwdFailureTime: failures,
        pwdAccountLockedTime: [generalizedTime(new Date(now.getTime() - 3_600_000 + 10_000))]
      }
    }
    case 'left':
      return {
        // The mark of a leaver as the OpenLDAP adapter writes it.
        description: [`netzwart:leaver=${new Date(now.getTime() - 20 * day).toISOString().slice(0, 10)}`],
        pwdAccountLockedTime: [lockedForGood],
        pwdLastSuccess: [generalizedTime(created)]
      }
  }
}

export function personDn(login: string, container: 'pupils' | 'teachers' | 'staff'): string {
  return `uid=${escapeNameValue(login)},ou=${container},${baseDn}`
}

/** The lasting id (entryUUID) of a person's account. */
export function personId(login: string, container: 'pupils' | 'teachers' | 'staff'): string {
  return stableId(personDn(login, container))
}

function makePerson(
  person: DemoPerson,
  container: 'pupils' | 'teachers' | 'staff',
  index: number,
  password: string,
  moments: Moments
): TreeRecord {
  const fullName = `${person.givenName} ${person.familyName}`
  const attributes: Attributes = {
    objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson', 'posixAccount'],
    uid: [person.login],
    cn: [fullName],
    sn: [person.familyName],
    givenName: [person.givenName],
    displayName: [fullName],
    mail: [`${person.login}@lindenhain.demo`],
    employeeNumber: [person.schoolId],
    uidNumber: [String(firstUserNumber + index)],
    gidNumber: [String(firstUserNumber)],
    homeDirectory: [`/home/${person.login}`],
    userPassword: [password],
    pwdChangedTime: [generalizedTime(moments.created)],
    ...standingAttributes(person, index, moments)
  }
  return makeRecord(personDn(person.login, container), attributes, moments)
}

function makeGroup(
  container: 'classes' | 'groups',
  name: string,
  description: string,
  members: readonly string[],
  moments: Moments
): TreeRecord {
  const attributes = {
    objectClass: ['top', 'groupOfNames'],
    cn: [name],
    description: [description],
    member: members
  }
  return makeRecord(`cn=${escapeNameValue(name)},ou=${container},${baseDn}`, attributes, moments)
}

function makeFrame(password: string, moments: Moments): TreeRecord[] {
  const unit = (name: string): TreeRecord =>
    makeRecord(`ou=${name},${baseDn}`, { objectClass: ['top', 'organizationalUnit'], ou: [name] }, moments)
  const policy = (name: string, attributes: Attributes): TreeRecord =>
    makeRecord(
      `cn=${name},ou=policies,${baseDn}`,
      {
        objectClass: ['top', 'device', 'pwdPolicy'],
        cn: [name],
        pwdAttribute: ['userPassword'],
        ...attributes
      },
      moments
    )
  const service = (name: string, description: string): TreeRecord =>
    makeRecord(
      `cn=${name},ou=services,${baseDn}`,
      {
        objectClass: ['top', 'organizationalRole', 'simpleSecurityObject'],
        cn: [name],
        description: [description],
        userPassword: [password],
        pwdPolicySubentry: [servicePolicyDn]
      },
      moments
    )
  return [
    makeRecord(
      baseDn,
      {
        objectClass: ['top', 'organization', 'dcObject'],
        dc: ['lindenhain'],
        o: ['Gesamtschule am Lindenhain']
      },
      moments
    ),
    ...['pupils', 'teachers', 'staff', 'classes', 'groups', 'services', 'policies', 'guardians'].map(unit),
    policy('default', {
      pwdMinLength: ['8'],
      pwdCheckQuality: ['2'],
      pwdInHistory: ['5'],
      pwdMaxFailure: ['10'],
      pwdLockout: ['TRUE'],
      pwdLockoutDuration: ['0'],
      pwdFailureCountInterval: ['900'],
      pwdMustChange: ['TRUE'],
      pwdAllowUserChange: ['TRUE'],
      pwdSafeModify: ['FALSE']
    }),
    // Nobody may lock the services out by trying passwords.
    policy('services', { pwdLockout: ['FALSE'], pwdMustChange: ['FALSE'] }),
    service('netzwart', 'Dienstkonto von Netzwart'),
    service('beamer', 'Medienwagen und Beamer'),
    service('scanner', 'Scanner im Kopierraum')
  ]
}

/** Accounts that no roster knows: they have no school id and are never touched. */
function makeGuest(password: string, moments: Moments): TreeRecord {
  return makeRecord(
    personDn('gast', 'staff'),
    {
      objectClass: ['top', 'person', 'organizationalPerson', 'inetOrgPerson'],
      uid: ['gast'],
      cn: ['Gastzugang Bibliothek'],
      sn: ['Gastzugang'],
      displayName: ['Gastzugang Bibliothek'],
      userPassword: [password]
    },
    moments
  )
}

/** Each class group holds its pupils and, as the last member, its class teacher. */
function makeClasses(pupils: readonly DemoPerson[], moments: Moments): TreeRecord[] {
  const classTeachers = demoClassTeachers()
  return yearGroups
    .flatMap((group) => group.classes)
    .map((schoolClass) => {
      const members = pupils.filter((pupil) => pupil.schoolClass === schoolClass)
      const names = members.map((pupil) => personDn(pupil.login, 'pupils'))
      const classTeacher = classTeachers.get(schoolClass)
      if (classTeacher !== undefined) names.push(personDn(classTeacher.login, 'teachers'))
      const description = /^\d/.test(schoolClass) ? `Klasse ${schoolClass}` : `Jahrgang ${schoolClass}`
      return makeGroup('classes', schoolClass, description, names, moments)
    })
}

function makeGroups(
  pupils: readonly DemoPerson[],
  teachers: readonly DemoPerson[],
  staff: readonly DemoPerson[],
  moments: Moments
): TreeRecord[] {
  const pupilNames = pupils.map((pupil) => personDn(pupil.login, 'pupils'))
  const teacherNames = teachers.map((teacher) => personDn(teacher.login, 'teachers'))
  const staffNames = staff.map((member) => personDn(member.login, 'staff'))
  const adults = [...teacherNames, ...staffNames]
  const everybody = [...pupilNames, ...adults]
  const some = (names: readonly string[], step: number, offset = 0): string[] =>
    names.filter((_, index) => index % step === offset)
  const pupilsOf = (module: ModuleId): string[] => pupilNames.filter((_, place) => isPupilIn(module, place))
  const modules = demoModuleGroups
  const groups: readonly (readonly [string, string, readonly string[]])[] = [
    [modules.addressBook, 'Modul Adressbuch', everybody],
    [modules.tasks, 'Modul Aufgaben', everybody],
    [modules.files, 'Modul Dateien', everybody],
    [modules.mail, 'Modul E-Mail', [...pupilsOf('mail'), ...adults]],
    [modules.forum, 'Modul Forum', [...pupilsOf('forum'), ...adults]],
    [modules.calendar, 'Modul Kalender', everybody],
    [modules.messenger, 'Modul Messenger', [...pupilsOf('messenger'), ...adults]],
    [modules.office, 'Modul Texte, Tafeln und Büro', everybody],
    [modules.videoConference, 'Modul Videokonferenzen', [...pupilsOf('videoConference'), ...adults]],
    [modules.wlan, 'Modul WLAN', [...pupilsOf('wlan'), ...adults]],
    [modules.privateDevices, 'Modul private mobile Geräte', [...pupilsOf('privateDevices'), ...teacherNames]],
    [modules.applications, 'Modul Anwendungen mit gemeinsamer Anmeldung', everybody],
    ['kollegium', 'Kollegium', teacherNames],
    ['verwaltung', 'Verwaltung und Haustechnik', staffNames],
    ['schulleitung', 'Schulleitung', teacherNames.slice(0, 4)],
    ['schuelervertretung', 'Schülervertretung', some(pupilNames, 31, 7)],
    ['ag-schach', 'AG Schach', some(pupilNames, 47, 3)],
    ['ag-robotik', 'AG Robotik', some(pupilNames, 43, 11)],
    ['ag-theater', 'AG Theater', some(pupilNames, 37, 5)],
    ['ag-schulgarten', 'AG Schulgarten', some(pupilNames, 61, 17)],
    ['ag-schuelerzeitung', 'AG Schülerzeitung „Lindenblatt“', some(pupilNames, 53, 23)],
    ['big-band', 'Big Band', some(pupilNames, 41, 2)],
    ...['deutsch', 'mathematik', 'englisch', 'franzoesisch', 'biologie', 'physik', 'sport'].map(
      (subject, index) => [`fach-${subject}`, `Fachgruppe ${subject}`, some(teacherNames, 7, index)] as const
    )
  ]
  return groups.map(([name, description, members]) =>
    makeGroup('groups', name, description, members, moments)
  )
}

/**
 * Every entry of the Gesamtschule am Lindenhain as it is on the first day. The same but for the moments that
 * hang on `now` (last sign-ins, the end of a suspension) and for the bind account's password.
 */
export function schoolRecords(now: Date, administratorPassword: string): TreeRecord[] {
  const { pupils, formerPupils, teachers, staff } = demoPeople()
  // One hash serves all: making a thousand is what would take time.
  const salt = createHash('sha256').update('lindenhain').digest().subarray(0, 16)
  const password = hashPassword(demoPassword, salt)
  const moments: Moments = { created: new Date(now.getTime() - 100 * day), now }
  const accounts = [
    ...[...pupils, ...formerPupils].map((person) => ({ person, container: 'pupils' as const })),
    ...teachers.map((person) => ({ person, container: 'teachers' as const })),
    ...staff.map((person) => ({ person, container: 'staff' as const }))
  ]
  return [
    ...makeFrame(password, moments),
    ...accounts.map(({ person, container }, index) =>
      makePerson(person, container, index, password, moments)
    ),
    makeGuest(password, moments),
    ...makeClasses(pupils, moments),
    ...makeGroups(pupils, teachers, staff, moments)
  ].map((record) =>
    record.kind === 'put' && record.name === administratorDn
      ? {
          ...record,
          attributes: { ...record.attributes, userPassword: [hashPassword(administratorPassword)] }
        }
      : record
  )
}
