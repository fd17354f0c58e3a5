export { sealedPairSchema, type SealedEvidence } from './format'
export { openEvidence, releaseHalf, type HalfHolder } from './opening'
export { permittedPairs, type Pair, type Recipient } from './pairs'
export { sealEvidence } from './sealing'
