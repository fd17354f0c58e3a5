import { auditlog } from './auditlog'
import { cups } from './cups'
import { e2guardianFormats } from './e2guardian'
import { exim } from './exim'
import type { LogFormat } from './format'
import { journalJson } from './journal'
import { journalExport } from './journalExport'
import { radiusDetail } from './radiusDetail'
import { radiusLog } from './radiusLog'
import { sambaAudit } from './sambaAudit'
import { sambaJson } from './sambaJson'
import { squid } from './squid'
import { squidCombined } from './squidCombined'
import { dovecot, openldap, postfix, sambaAuditOverSyslog, syslog } from './syslog'
import { windowsCsv } from './windows/csv'
import { evtx } from './windows/evtx'
import { windowsJson } from './windows/json'
import { windowsXml } from './windows/xml'

/** Every format that is read, what is certain before what takes many things. */
export const logFormats: readonly LogFormat[] = [
  evtx,
  // Before Squid's own, which the filter imitates.
  ...e2guardianFormats,
  squid,
  squidCombined,
  sambaJson,
  sambaAudit,
  sambaAuditOverSyslog,
  openldap,
  auditlog,
  radiusLog,
  radiusDetail,
  journalJson,
  journalExport,
  windowsXml,
  windowsJson,
  windowsCsv,
  cups,
  postfix,
  dovecot,
  exim,
  syslog
]
