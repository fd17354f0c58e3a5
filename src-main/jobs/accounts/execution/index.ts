export { AccountExecutor, secretContext } from './executor'
