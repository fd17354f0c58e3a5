/**
 * Data of events in the order in which their manifest has them, as `Get-WinEvent` gives them without names. Later versions add to the
 * end. Microsoft, "Appendix L: Events to monitor" and the pages of the events; those that the real samples have are compared with
 * them (`tests/integration/logs/eventLogs.test.ts`).
 */
export const dataNames: Readonly<Record<number, readonly string[]>> = {
  4608: [],
  4624: [
    ...['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId', 'TargetUserSid'],
    ...['TargetUserName', 'TargetDomainName', 'TargetLogonId', 'LogonType', 'LogonProcessName'],
    ...['AuthenticationPackageName', 'WorkstationName', 'LogonGuid', 'TransmittedServices', 'LmPackageName'],
    ...['KeyLength', 'ProcessId', 'ProcessName', 'IpAddress', 'IpPort']
  ],
  4625: [
    ...['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId', 'TargetUserSid'],
    ...['TargetUserName', 'TargetDomainName', 'Status', 'FailureReason', 'SubStatus', 'LogonType'],
    ...['LogonProcessName', 'AuthenticationPackageName', 'WorkstationName', 'TransmittedServices'],
    ...['LmPackageName', 'KeyLength', 'ProcessId', 'ProcessName', 'IpAddress', 'IpPort']
  ],
  4634: ['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'TargetLogonId', 'LogonType'],
  4647: ['TargetUserSid', 'TargetUserName', 'TargetDomainName', 'TargetLogonId'],
  4688: [
    ...['SubjectUserSid', 'SubjectUserName', 'SubjectDomainName', 'SubjectLogonId', 'NewProcessId'],
    ...[
      'NewProcessName',
      'TokenElevationType',
      'ProcessId',
      'CommandLine',
      'TargetUserSid',
      'TargetUserName'
    ],
    ...['TargetDomainName', 'TargetLogonId', 'ParentProcessName', 'MandatoryLabel']
  ],
  4740: [
    ...['TargetUserName', 'TargetDomainName', 'TargetSid', 'SubjectUserSid', 'SubjectUserName'],
    ...['SubjectDomainName', 'SubjectLogonId']
  ],
  4768: [
    ...['TargetUserName', 'TargetDomainName', 'TargetSid', 'ServiceName', 'ServiceSid', 'TicketOptions'],
    ...['Status', 'TicketEncryptionType', 'PreAuthType', 'IpAddress', 'IpPort']
  ],
  4769: [
    ...['TargetUserName', 'TargetDomainName', 'ServiceName', 'ServiceSid', 'TicketOptions'],
    ...['TicketEncryptionType', 'IpAddress', 'IpPort', 'Status', 'LogonGuid']
  ],
  4771: [
    ...['TargetUserName', 'TargetSid', 'ServiceName', 'TicketOptions', 'Status', 'PreAuthType'],
    ...['IpAddress', 'IpPort']
  ],
  4776: ['PackageName', 'TargetUserName', 'Workstation', 'Status']
}
