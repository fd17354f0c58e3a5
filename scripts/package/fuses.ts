import { FuseV1Options, FuseVersion, type FuseConfig } from '@electron/fuses'

/**
 * Switches inside the packaged binary, which no file next to it can change. The record is complete: a fuse
 * that a new version of the package brings fails to compile here until somebody has decided about it.
 */
export const fuses: Readonly<Record<FuseV1Options, boolean>> = {
  /** ELECTRON_RUN_AS_NODE would make the app a Node that runs anything. */
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  /** NODE_OPTIONS could load code before ours. */
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  /** --inspect would let any program on the PC read and change what main holds. */
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  /** The archive of the app is checked against its digest (Windows, macOS). */
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  /** There is one snapshot for all processes. */
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  /** Pages come from app://, so file:// needs no rights. */
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false
}

export const fuseConfiguration: FuseConfig = { version: FuseVersion.V1, ...fuses }
