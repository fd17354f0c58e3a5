export { createSettingsOffice, type SettingsDesk } from './desk'
export { documentDigest, RecordedDocuments, recordedName, settingsChanged } from './recordedDocuments'
