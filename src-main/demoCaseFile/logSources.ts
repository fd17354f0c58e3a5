import type { LogSource } from '../contract/orders'

const kept = {
  keptDays: 7,
  keptReason: 'Zeit für Auswertung und Anhörung; danach wird vernichtet, was kein Fall braucht.'
}

/** Where the services of the demo school would write their logs. */
export function demoLogSources(): LogSource[] {
  return [
    {
      ...{ id: '6f1c8a52-93d7-4a0e-8d11-2b7e5c904f01', name: 'Webfilter', format: 'squid', contents: false },
      ...{ path: '/var/log/squid/access.log', ...kept }
    },
    {
      ...{
        id: '6f1c8a52-93d7-4a0e-8d11-2b7e5c904f02',
        name: 'WLAN-Anmeldungen',
        format: null,
        contents: false
      },
      ...{ path: '/var/log/freeradius/radius.log', ...kept }
    },
    {
      ...{ id: '6f1c8a52-93d7-4a0e-8d11-2b7e5c904f03', name: 'Mailserver', format: null, contents: true },
      ...{ path: '/var/log/mail.log', ...kept }
    }
  ]
}
