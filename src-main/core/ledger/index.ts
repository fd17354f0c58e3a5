export { bodyOf, type AppointmentRecord, type SignedBy } from './authority'
export { sealedCheckpointSchema, type CheckpointMemory } from './checkpoint'
export { LedgerClock } from './clock'
export type { Entry } from './composition'
export type { DistantSigner } from './jointly'
export { copyRecorder, type RecordCopy } from './copies'
export { compareWithPrint, verifyExport, type CheckPlans } from './exported'
export type { HeadMemory } from './headMemory'
export type { LedgerView } from './known'
export { Ledger, type Expectation } from './ledger'
export { Replay, type Appointments, type LedgerItem, type LedgerRule, type SoundItem } from './replay'
export {
  deviceEntry,
  draft,
  layOut,
  noHash,
  readCanonical,
  sha256,
  signedText,
  writeStatement,
  type Draft,
  type LaidOut
} from './statement'
export { RepeatedWords } from './repeatedWords'
