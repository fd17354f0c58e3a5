export { createSettingsOffice, type SettingsDesk, type SettingsOffice } from './desk'
export { documentDigest, RecordedDocuments, recordedName, settingsChanged } from './recordedDocuments'
