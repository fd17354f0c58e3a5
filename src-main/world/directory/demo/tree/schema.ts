import { foldText, nameKey } from './distinguishedName'
import { refuse } from '../protocol/results'

type Syntax = 'text' | 'exact' | 'name' | 'integer' | 'boolean' | 'time'

interface AttributeRule {
  readonly name: string
  readonly syntax: Syntax
  readonly single?: true
  /** Only given out when asked for by name or with `+`. */
  readonly operational?: true
  /** Written by the server only. */
  readonly fixed?: true
}

const rules: readonly AttributeRule[] = [
  { name: 'objectClass', syntax: 'text' },
  { name: 'cn', syntax: 'text' },
  { name: 'sn', syntax: 'text' },
  { name: 'givenName', syntax: 'text' },
  { name: 'displayName', syntax: 'text', single: true },
  { name: 'uid', syntax: 'text' },
  { name: 'mail', syntax: 'text' },
  { name: 'employeeNumber', syntax: 'text', single: true },
  { name: 'employeeType', syntax: 'text' },
  { name: 'description', syntax: 'text' },
  { name: 'title', syntax: 'text' },
  { name: 'ou', syntax: 'text' },
  { name: 'o', syntax: 'text' },
  { name: 'dc', syntax: 'text', single: true },
  { name: 'member', syntax: 'name' },
  { name: 'uniqueMember', syntax: 'name' },
  { name: 'memberUid', syntax: 'exact' },
  { name: 'owner', syntax: 'name' },
  { name: 'seeAlso', syntax: 'name' },
  { name: 'manager', syntax: 'name' },
  { name: 'userPassword', syntax: 'exact', single: true },
  { name: 'uidNumber', syntax: 'integer', single: true },
  { name: 'gidNumber', syntax: 'integer', single: true },
  { name: 'homeDirectory', syntax: 'exact', single: true },
  { name: 'loginShell', syntax: 'exact', single: true },
  { name: 'gecos', syntax: 'text', single: true },
  { name: 'preferredLanguage', syntax: 'text', single: true },
  { name: 'pwdAttribute', syntax: 'text', single: true },
  { name: 'pwdMinLength', syntax: 'integer', single: true },
  { name: 'pwdCheckQuality', syntax: 'integer', single: true },
  { name: 'pwdInHistory', syntax: 'integer', single: true },
  { name: 'pwdMaxFailure', syntax: 'integer', single: true },
  { name: 'pwdLockout', syntax: 'boolean', single: true },
  { name: 'pwdLockoutDuration', syntax: 'integer', single: true },
  { name: 'pwdFailureCountInterval', syntax: 'integer', single: true },
  { name: 'pwdMustChange', syntax: 'boolean', single: true },
  { name: 'pwdAllowUserChange', syntax: 'boolean', single: true },
  { name: 'pwdSafeModify', syntax: 'boolean', single: true },
  { name: 'pwdReset', syntax: 'boolean', single: true, operational: true },
  { name: 'pwdAccountLockedTime', syntax: 'time', single: true, operational: true },
  { name: 'pwdStartTime', syntax: 'time', single: true, operational: true },
  { name: 'pwdEndTime', syntax: 'time', single: true, operational: true },
  { name: 'pwdPolicySubentry', syntax: 'name', single: true, operational: true },
  { name: 'pwdChangedTime', syntax: 'time', single: true, operational: true, fixed: true },
  { name: 'pwdFailureTime', syntax: 'time', operational: true, fixed: true },
  { name: 'pwdHistory', syntax: 'exact', operational: true, fixed: true },
  { name: 'pwdLastSuccess', syntax: 'time', single: true, operational: true, fixed: true },
  { name: 'entryUUID', syntax: 'text', single: true, operational: true, fixed: true },
  { name: 'entryDN', syntax: 'name', single: true, operational: true, fixed: true },
  { name: 'createTimestamp', syntax: 'time', single: true, operational: true, fixed: true },
  { name: 'modifyTimestamp', syntax: 'time', single: true, operational: true, fixed: true },
  { name: 'creatorsName', syntax: 'name', single: true, operational: true, fixed: true },
  { name: 'modifiersName', syntax: 'name', single: true, operational: true, fixed: true },
  { name: 'structuralObjectClass', syntax: 'text', single: true, operational: true, fixed: true },
  { name: 'hasSubordinates', syntax: 'boolean', single: true, operational: true, fixed: true },
  { name: 'subschemaSubentry', syntax: 'name', single: true, operational: true, fixed: true },
  { name: 'namingContexts', syntax: 'name', operational: true, fixed: true },
  { name: 'supportedLDAPVersion', syntax: 'integer', operational: true, fixed: true },
  { name: 'supportedControl', syntax: 'exact', operational: true, fixed: true },
  { name: 'supportedExtension', syntax: 'exact', operational: true, fixed: true },
  { name: 'supportedFeatures', syntax: 'exact', operational: true, fixed: true },
  { name: 'vendorName', syntax: 'text', single: true, operational: true, fixed: true },
  { name: 'vendorVersion', syntax: 'text', single: true, operational: true, fixed: true },
  { name: 'attributeTypes', syntax: 'exact', operational: true, fixed: true },
  { name: 'objectClasses', syntax: 'exact', operational: true, fixed: true }
]

const byName = new Map(rules.map((rule) => [rule.name.toLowerCase(), rule]))
const namePattern = /^[A-Za-z][A-Za-z0-9-]*(?:;[A-Za-z0-9-]+)*$/

/** Attributes that an equality filter finds without looking at every entry. */
export const indexedAttributes = [
  'uid',
  'uidnumber',
  'employeenumber',
  'member',
  'objectclass',
  'cn'
] as const

export type IndexedAttribute = (typeof indexedAttributes)[number]

/** What is known of an attribute. Unknown ones are texts of any number. */
export function attributeRule(name: string): AttributeRule {
  return byName.get(name.toLowerCase()) ?? { name, syntax: 'text' }
}

/** Lower-case name, checked. @throws Refusal invalidAttributeSyntax */
export function attributeKey(name: string): string {
  if (!namePattern.test(name))
    refuse('invalidAttributeSyntax', `invalid attribute name: ${name.slice(0, 80)}`)
  return name.toLowerCase()
}

/** Equal for values that match under the attribute's equality rule. */
export function valueKey(attribute: string, value: string): string {
  switch (attributeRule(attribute).syntax) {
    case 'name':
      return nameKey(value)
    case 'exact':
      return value
    case 'integer':
      return /^-?\d+$/.test(value) ? BigInt(value).toString() : value
    case 'text':
    case 'boolean':
    case 'time':
      return foldText(value)
  }
}

const syntaxChecks: Readonly<Partial<Record<Syntax, RegExp>>> = {
  integer: /^-?\d{1,18}$/,
  boolean: /^(?:TRUE|FALSE)$/,
  time: /^\d{10}(?:\d{2}){0,2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2,4})$/
}

/** @throws Refusal when a value does not fit the attribute's syntax or there are too many */
export function checkValues(attribute: string, values: readonly string[]): void {
  const rule = attributeRule(attribute)
  const pattern = syntaxChecks[rule.syntax]
  for (const value of values) {
    if (value === '' || pattern?.test(value) === false) {
      refuse('invalidAttributeSyntax', `${rule.name}: value does not fit the syntax`)
    }
  }
  if (rule.single && values.length > 1) {
    refuse('constraintViolation', `${rule.name}: only one value is allowed`)
  }
}

const requiredByClass: Readonly<Record<string, readonly string[]>> = {
  person: ['cn', 'sn'],
  organizationalperson: ['cn', 'sn'],
  inetorgperson: ['cn', 'sn'],
  posixaccount: ['cn', 'uid', 'uidNumber', 'gidNumber', 'homeDirectory'],
  groupofnames: ['cn', 'member'],
  posixgroup: ['cn', 'gidNumber'],
  organizationalunit: ['ou'],
  organizationalrole: ['cn'],
  organization: ['o'],
  dcobject: ['dc'],
  domain: ['dc'],
  simplesecurityobject: ['userPassword'],
  pwdpolicy: ['pwdAttribute']
}

/** Structural classes, the most special first: the one that an entry has becomes its structuralObjectClass. */
const structuralClasses = [
  'inetOrgPerson',
  'organizationalPerson',
  'person',
  'groupOfNames',
  'organizationalUnit',
  'organizationalRole',
  'organization',
  'domain',
  'device',
  'applicationProcess',
  'account',
  'namedObject',
  'namedPolicy',
  'pwdPolicy',
  'posixGroup'
]

export function structuralClass(classes: readonly string[]): string | null {
  const present = new Set(classes.map((name) => name.toLowerCase()))
  return structuralClasses.find((name) => present.has(name.toLowerCase())) ?? null
}

/**
 * What the object classes require.
 *
 * @throws Refusal objectClassViolation
 */
export function checkRequired(classes: readonly string[], has: (attribute: string) => boolean): void {
  if (classes.length === 0) refuse('objectClassViolation', 'no objectClass attribute')
  if (structuralClass(classes) === null) refuse('objectClassViolation', 'no structural object class provided')
  for (const objectClass of classes) {
    for (const attribute of requiredByClass[objectClass.toLowerCase()] ?? []) {
      if (!has(attribute.toLowerCase())) {
        refuse('objectClassViolation', `object class '${objectClass}' requires attribute '${attribute}'`)
      }
    }
  }
}

/** Attribute definitions as the subschema entry gives them out (RFC 4512, section 4.2). */
export function attributeDefinitions(): string[] {
  return rules.map((rule, index) => {
    const flags = `${rule.single ? ' SINGLE-VALUE' : ''}${rule.operational ? ' USAGE directoryOperation' : ''}`
    return `( 1.3.6.1.4.1.4203.666.77.${index + 1} NAME '${rule.name}'${flags} )`
  })
}

export function objectClassDefinitions(): string[] {
  return structuralClasses.map(
    (name, index) => `( 1.3.6.1.4.1.4203.666.78.${index + 1} NAME '${name}' STRUCTURAL )`
  )
}
