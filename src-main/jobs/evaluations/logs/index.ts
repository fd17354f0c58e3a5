export { askedFormat, logFormatNames, namesRealm } from './asked'
export { checkLogs, type LogCheck } from './check'
export { acts, sureties, type Act, type Rejection, type Surety } from './events'
export type { Span } from './tally'
