export { pseudonymText } from './recording'
export { Workspace, type WorkspaceInput } from './workspace'
