export { sealedPairSchema, type SealedEvidence } from './format'
export { openEvidence } from './opening'
export { permittedPairs, type Pair, type Recipient } from './pairs'
export { sealEvidence } from './sealing'
