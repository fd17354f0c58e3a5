export { checkDirectory } from './checkDirectory'
export { SharedDirectory, type DirectoryDesk, type DirectoryReader } from './desk'
export { withDueSuspensions } from './dueSuspensions'
export { SparingDirectory } from './sparing'
