export { appointmentLetter } from './appointment'
export { foundingDocument } from './founding'
export { revocationLetter } from './revocation'
