import { everydayActions } from './rows/everyday'
import { killWhileApplying } from './rows/kills'
import { readLargeLedger } from './rows/largeLedger'
import { filterAndSort } from './rows/list'
import { readSquidLog } from './rows/logs'
import { readEventLog } from './rows/logsEvtx'
import { readWindow } from './rows/logsWindow'
import { planLargeRoster } from './rows/plan'
import { createOnSamba } from './rows/samba'
import { matchRules } from './rows/sigma'
import { createOnSlapd, readFromSlapd } from './rows/slapd'
import { startToWindow } from './rows/start'
import { print, type Measure, type Row } from './support/row'

/** `npm run bench` measures all; `npm run bench -- NAME ...` only these. */
const measures: Readonly<Record<string, Measure>> = {
  start: startToWindow,
  list: filterAndSort,
  'plan-100000': planLargeRoster,
  everyday: everydayActions,
  'large-ledger': readLargeLedger,
  sigma: matchRules,
  'slapd-read': readFromSlapd,
  'slapd-create': createOnSlapd,
  'samba-create': createOnSamba,
  'logs-squid': readSquidLog,
  'logs-evtx': readEventLog,
  'logs-window': readWindow,
  'kill-9': killWhileApplying
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in measures))
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. There are: ${Object.keys(measures).join(', ')}\n`)
  process.exit(2)
}

const rows: Row[] = []
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  process.stderr.write(`${name} …\n`)
  rows.push(...(await measure()))
}
print(rows)
process.exitCode = rows.every((row) => row.value <= row.bar) ? 0 : 1
