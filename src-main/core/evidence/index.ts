export { sealedPairSchema, type EvidencePlace, type SealedEvidence, type SealedPair } from './format'
export { openEvidence, type ExpectedEvidence } from './opening'
export { permittedPairs, type Pair, type Recipient } from './pairs'
export { sealEvidence } from './sealing'
