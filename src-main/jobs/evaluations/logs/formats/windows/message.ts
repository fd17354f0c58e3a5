/** Data of an event by name; null: there is none of this name. */
export type DataReader = (name: string) => string | null

/** Section and label of a datum, in English and in German; a section that is null stands for any. */
type Place = readonly [name: string, section: RegExp | null, label: RegExp]

const sid = /^(?:Security ID|Sicherheits-ID|User ID)$/
const account = /^(?:Account Name|Kontoname|Logon Account)$/
const domain = /^(?:Account Domain|Kontodomäne|Supplied Realm Name)$/
const session = /^(?:Logon ID|Anmelde-ID)$/
const network = /^(?:Network Information|Netzwerkinformationen)$/
const subject = /^(?:Creator Subject|Subject|Antragsteller|Antragsteller des Erstellers)$/
const process = /^(?:Process Information|Prozessinformationen)$/
const request = /^Additional Information$/

function named(prefix: 'Target' | 'Subject', section: RegExp): readonly Place[] {
  return [
    [`${prefix}UserSid`, section, sid],
    [`${prefix}UserName`, section, account],
    [`${prefix}DomainName`, section, domain],
    [`${prefix}LogonId`, section, session]
  ]
}

const client: Place = [
  'IpAddress',
  network,
  /^(?:Source Network Address|Quellnetzwerkadresse|Client Address)$/
]
const workstation: Place = ['WorkstationName', network, /^(?:Workstation Name|Arbeitsstationsname)$/]
const logonType: Place = ['LogonType', null, /^(?:Logon Type|Anmeldetyp)$/]
const authentication: Place = [
  'AuthenticationPackageName',
  null,
  /^(?:Authentication Package|Authentifizierungspaket)$/
]
const accountInformation = /^Account Information$/

const places: Readonly<Record<number, readonly Place[]>> = {
  4624: [
    ...named('Target', /^(?:New Logon|Neue Anmeldung)$/),
    logonType,
    client,
    workstation,
    authentication
  ],
  4625: [
    ...named(
      'Target',
      /^(?:Account For Which Logon Failed|Konto, für das die Anmeldung fehlgeschlagen ist)$/
    ),
    ...[logonType, client, workstation, authentication],
    ['Status', null, /^Status$/],
    ['SubStatus', null, /^(?:Sub Status|Unterstatus)$/]
  ],
  4634: [...named('Target', subject), logonType],
  4647: named('Target', subject),
  4688: [
    ...named('Subject', subject),
    ...named('Target', /^(?:Target Subject|Zielantragsteller)$/),
    ['NewProcessName', process, /^(?:New Process Name|Neuer Prozessname)$/],
    ['ParentProcessName', process, /^(?:Creator Process Name|Erstellerprozessname)$/],
    ['CommandLine', process, /^(?:Process Command Line|Prozessbefehlszeile)$/]
  ],
  4740: [
    ['TargetUserName', /^Account That Was Locked Out$/, account],
    ['TargetSid', /^Account That Was Locked Out$/, sid],
    ['TargetDomainName', request, /^Caller Computer Name$/]
  ],
  4768: [
    ...named('Target', accountInformation),
    client,
    ['Status', request, /^Result Code$/],
    ['PreAuthType', request, /^Pre-Authentication Type$/]
  ],
  4769: [
    ...named('Target', accountInformation),
    client,
    ['ServiceName', /^Service Information$/, /^Service Name$/],
    ['Status', request, /^Failure Code$/]
  ],
  4771: [
    ...named('Target', accountInformation),
    client,
    ['Status', request, /^(?:Failure Code|Result Code)$/],
    ['PreAuthType', request, /^Pre-Authentication Type$/]
  ],
  4776: [
    ['TargetUserName', null, account],
    ['Workstation', null, /^Source Workstation$/],
    ['Status', null, /^Error Code$/]
  ]
}

/**
 * Reads the data of an event out of the text that Windows shows for it, which is all that some exports have. null: the same datum
 * stands there twice, since somebody has written a line break into a name.
 */
export function dataOfMessage(eventId: number, message: string): DataReader | null {
  const items = new Map<string, string>()
  let section = ''
  for (const line of message.split(/\r?\n|\r/)) {
    const colon = line.indexOf(':')
    const label = line.slice(0, Math.max(0, colon)).trim()
    if (label === '' || label.includes('\t')) continue
    const value = line.slice(colon).replace(/^:+/, '').trim()
    if (!/^\s/.test(line) && value === '') section = label
    const place = places[eventId]?.find(
      ([, inside, form]) => form.test(label) && (inside === null || inside.test(section))
    )
    if (place === undefined) continue
    const [name] = place
    if (items.has(name)) return null
    items.set(name, value)
  }
  return (name) => {
    const value = items.get(name) ?? null
    // Windows shows a name where it can in the place of a number.
    return value !== null && name.endsWith('Sid') && !value.startsWith('S-1-') ? '' : value
  }
}
