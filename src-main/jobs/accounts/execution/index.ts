export { withDueSuspensions } from './dueSuspensions'
export { AccountExecutor, resetPasswordKind, secretContext } from './executor'
