import { join } from 'node:path'
import type { LogSource } from '../contract/orders'
import { dayOf } from '../core/calendar'
import { writeLogs, type SimulatedLog } from '../jobs/evaluations/simulator/files'
import { simulateWeek } from '../jobs/evaluations/simulator/week'
import { demoPeople } from '../world/directory/demo/seed/people'

const seed = 20_261_128
/** Those with devices of their own; with all classes the demo school would take twice as long to begin. */
const loggedClasses = /^(?:8|9|10)/
const days = 4

/** What the services of the demo school have written in the days before, up to now. */
export async function demoLogs(now: Date): Promise<readonly SimulatedLog[]> {
  const { pupils, teachers } = demoPeople()
  const people = [
    ...pupils.filter(({ schoolClass }) => loggedClasses.test(schoolClass)),
    ...teachers.map(({ login }) => ({ login, schoolClass: null }))
  ]
  // Days count back on this PC's calendar, as in everything that the demo school tells.
  const first = new Date(now)
  first.setDate(first.getDate() - days)
  const monday = dayOf(first)
  const { acts } = await simulateWeek({ seed, monday, people, pages: 3, until: now.getTime() })
  return writeLogs(acts)
}

const kept = {
  keptDays: 7,
  keptReason: 'Zeit für Auswertung und Anhörung; danach wird vernichtet, was kein Fall braucht.'
}

/** The sources of the demo school: what `demoLogs` has, and a mail server, whose log tells of contents that an order has to allow. */
export function demoLogSources(folder: string): LogSource[] {
  const id = (number: number): string => `6f1c8a52-93d7-4a0e-8d11-2b7e5c904f0${number}`
  const source = (number: number, name: string, format: string, file: string): LogSource => ({
    ...{ id: id(number), name, format, path: join(folder, file), contents: false },
    ...kept
  })
  return [
    source(1, 'Webfilter', 'squid', 'access.log'),
    source(2, 'WLAN-Anmeldungen', 'freeradius', 'radius.log'),
    source(4, 'WLAN-Sitzungen', 'freeradius-detail', 'detail'),
    source(5, 'Anmeldungen an Rechnern', 'samba-json', 'auth.json'),
    source(6, 'Programmstarts an Rechnern', 'windows-json', 'programs.json'),
    { ...source(3, 'Mailserver', 'postfix', 'mail.log'), contents: true }
  ]
}
