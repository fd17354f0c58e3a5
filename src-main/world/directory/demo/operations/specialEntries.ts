import { parseName } from '../tree/distinguishedName'
import { Entry } from '../tree/entry'
import { attributeDefinitions, objectClassDefinitions } from '../tree/schema'

export const oids = {
  pagedResults: '1.2.840.113556.1.4.319',
  passwordPolicy: '1.3.6.1.4.1.42.2.27.8.5.1',
  permissiveModify: '1.2.840.113556.1.4.1413',
  manageDsaIt: '2.16.840.1.113730.3.4.2',
  assertion: '1.3.6.1.1.12',
  relax: '1.3.6.1.4.1.4203.666.5.12',
  passwordModify: '1.3.6.1.4.1.4203.1.11.1',
  whoAmI: '1.3.6.1.4.1.4203.1.11.3',
  allOperationalAttributes: '1.3.6.1.4.1.4203.1.5.1'
} as const

export const supportedControls: readonly string[] = [
  oids.pagedResults,
  oids.passwordPolicy,
  oids.permissiveModify,
  oids.manageDsaIt,
  oids.assertion,
  oids.relax
]

function makeEntry(id: string, name: string, attributes: Record<string, readonly string[]>): Entry {
  const entry = new Entry(id, parseName(name))
  for (const [attribute, values] of Object.entries(attributes)) {
    entry.apply({ operation: 'replace', attribute, values })
  }
  return entry
}

/** The root entry (RFC 4512, section 5.1): what this server is and can do. Everybody may read it. */
export function rootEntry(baseDn: string): Entry {
  return makeEntry('00000000-0000-0000-0000-000000000000', '', {
    objectClass: ['top'],
    namingContexts: [baseDn],
    supportedLDAPVersion: ['3'],
    supportedControl: supportedControls,
    supportedExtension: [oids.passwordModify, oids.whoAmI],
    supportedFeatures: [oids.allOperationalAttributes],
    vendorName: ['Netzwart Demo'],
    vendorVersion: ['1']
  })
}

export function subschemaEntry(): Entry {
  return makeEntry('00000000-0000-0000-0000-000000000001', 'cn=Subschema', {
    objectClass: ['top', 'subentry', 'subschema'],
    cn: ['Subschema'],
    attributeTypes: attributeDefinitions(),
    objectClasses: objectClassDefinitions()
  })
}
