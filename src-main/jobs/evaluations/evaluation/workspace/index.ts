export { Workspace, type WorkspaceInput } from './workspace'
