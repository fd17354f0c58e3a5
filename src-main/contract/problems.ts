import type { Text } from './language'
import type { Problem } from './directory'

/** What the self-test found and what the person does about it, per problem code. */
export const problemTexts: Readonly<Record<Problem['code'], { message: Text; remedy: Text }>> = {
  passwordPolicyMissing: {
    message: {
      de: 'Dem Verzeichnis fehlt eine Kennwortrichtlinie (ppolicy).',
      en: 'The directory has no password policy (ppolicy).'
    },
    remedy: {
      de: 'Laden Sie auf dem Server das Modul „ppolicy“, fügen Sie das Overlay der Datenbank hinzu und legen Sie eine Standardrichtlinie (olcPPolicyDefault) an.',
      en: 'Load the module “ppolicy” on the server, add the overlay to the database and set a default policy (olcPPolicyDefault).'
    }
  },
  lockoutDisabled: {
    message: {
      de: 'In der Kennwortrichtlinie steht pwdLockout nicht auf TRUE; eine Sperre hätte keine Wirkung.',
      en: 'The password policy does not have pwdLockout TRUE; a suspension would have no effect.'
    },
    remedy: {
      de: 'Setzen Sie pwdLockout in „{policy}“ auf TRUE.',
      en: 'Set pwdLockout in “{policy}” to TRUE.'
    }
  },
  mustChangeDisabled: {
    message: {
      de: 'In der Kennwortrichtlinie steht pwdMustChange nicht auf TRUE; vorläufige Passwörter müssten nicht geändert werden.',
      en: 'The password policy does not have pwdMustChange TRUE; provisional passwords would not have to be changed.'
    },
    remedy: {
      de: 'Setzen Sie pwdMustChange in „{policy}“ auf TRUE.',
      en: 'Set pwdMustChange in “{policy}” to TRUE.'
    }
  },
  selfEndingSuspensionMissing: {
    message: {
      de: 'Dieses Verzeichnis beendet eine befristete Sperre nicht von selbst.',
      en: 'This directory does not end a temporary suspension by itself.'
    },
    remedy: {
      de: 'Netzwart hebt die Sperre auf, sobald sie abgelaufen ist und Netzwart läuft.',
      en: 'Netzwart lifts the suspension once it has ended and Netzwart is running.'
    }
  },
  noRightToCreate: {
    message: {
      de: 'Das Dienstkonto darf unter „{container}“ keine Konten anlegen.',
      en: 'The bind account may not create accounts below “{container}”.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto auf „{container}“ das Recht, Einträge anzulegen.',
      en: 'Give the bind account the right to create entries below “{container}”.'
    }
  },
  noRightToChange: {
    message: {
      de: 'Das Dienstkonto darf Konten unter „{container}“ nicht ändern.',
      en: 'The bind account may not change accounts below “{container}”.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto Schreibrecht auf die Attribute der Konten unter „{container}“.',
      en: 'Give the bind account write access to the attributes of the accounts below “{container}”.'
    }
  },
  noRightToSetPassword: {
    message: {
      de: 'Das Dienstkonto darf keine Passwörter setzen.',
      en: 'The bind account may not set passwords.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto auf „{container}“ das Recht, Passwörter zurückzusetzen.',
      en: 'Give the bind account the right to reset passwords below “{container}”.'
    }
  },
  noRightToDelete: {
    message: {
      de: 'Das Dienstkonto darf unter „{container}“ nichts löschen; angelegte Konten lassen sich nicht rückgängig machen.',
      en: 'The bind account may not delete below “{container}”; created accounts cannot be undone.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto auf „{container}“ das Recht, Einträge zu löschen. Der Probeeintrag „{entry}“ muss von Hand gelöscht werden.',
      en: 'Give the bind account the right to delete entries below “{container}”. The probe entry “{entry}” has to be deleted by hand.'
    }
  },
  noRightToManageGroups: {
    message: {
      de: 'Das Dienstkonto darf unter „{container}“ keine Gruppen anlegen oder ändern.',
      en: 'The bind account may not create or change groups below “{container}”.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto auf „{container}“ Schreibrecht.',
      en: 'Give the bind account write access below “{container}”.'
    }
  },
  pagingMissing: {
    message: {
      de: 'Das Verzeichnis kann nicht seitenweise lesen (RFC 2696).',
      en: 'The directory does not support paged results (RFC 2696).'
    },
    remedy: {
      de: 'Heben Sie die Größenbegrenzung für das Dienstkonto auf.',
      en: 'Lift the size limit for the bind account.'
    }
  },
  sizeLimited: {
    message: {
      de: 'Das Verzeichnis gibt dem Dienstkonto nicht alle Einträge heraus.',
      en: 'The directory does not give the bind account all entries.'
    },
    remedy: {
      de: 'Heben Sie die Größenbegrenzung für das Dienstkonto auf (OpenLDAP: olcLimits).',
      en: 'Lift the size limit for the bind account (OpenLDAP: olcLimits).'
    }
  },
  plainTextAccepted: {
    message: {
      de: 'Der Server nimmt auch unverschlüsselte Anmeldungen an.',
      en: 'The server also accepts unencrypted sign-ins.'
    },
    remedy: {
      de: 'Verlangen Sie Verschlüsselung (OpenLDAP: olcSecurity ssf=128; Samba: ldap server require strong auth = yes).',
      en: 'Require encryption (OpenLDAP: olcSecurity ssf=128; Samba: ldap server require strong auth = yes).'
    }
  },
  passwordStoredInPlainText: {
    message: {
      de: 'Der Server speichert Passwörter, die beim Anlegen mitgegeben werden, im Klartext.',
      en: 'The server stores passwords that come with a new entry in plain text.'
    },
    remedy: {
      de: 'Netzwart setzt Passwörter deshalb in einem eigenen Schritt. Abhilfe auf dem Server: olcPPolicyHashCleartext auf TRUE.',
      en: 'Netzwart therefore sets passwords in a step of their own. Remedy on the server: olcPPolicyHashCleartext TRUE.'
    }
  },
  bindAccountIsRoot: {
    message: {
      de: 'Das Dienstkonto ist der rootdn der Datenbank; für ihn gilt keine Kennwortrichtlinie.',
      en: 'The bind account is the rootdn of the database; no password policy applies to it.'
    },
    remedy: {
      de: 'Verwenden Sie ein eigenes Dienstkonto mit Schreibrechten statt des rootdn.',
      en: 'Use a bind account of its own with write access instead of the rootdn.'
    }
  },
  containerMissing: {
    message: {
      de: 'Den Ordner „{container}“ gibt es im Verzeichnis noch nicht.',
      en: 'The container “{container}” does not exist in the directory yet.'
    },
    remedy: {
      de: 'Der erste Plan, der ihn braucht, legt ihn als sichtbaren Schritt an.',
      en: 'The first plan that needs it makes it in a visible step.'
    }
  },
  doesNotExpireIgnored: {
    message: {
      de: 'Bei {count} Konten ist „Kennwort läuft nie ab“ gesetzt; dort lässt sich kein Kennwortwechsel verlangen.',
      en: 'On {count} accounts “password never expires” is set; no change of password can be demanded there.'
    },
    remedy: {
      de: 'Nehmen Sie die Einstellung bei diesen Konten zurück.',
      en: 'Take the setting back on these accounts.'
    }
  },
  certificateExpiresSoon: {
    message: {
      de: 'Das Zertifikat des Servers läuft am {day} ab.',
      en: 'The certificate of the server expires on {day}.'
    },
    remedy: { de: 'Erneuern Sie das Zertifikat rechtzeitig.', en: 'Renew the certificate in time.' }
  },
  namesNotUnique: {
    message: {
      de: 'Der Server wacht nicht darüber, dass ein Anmeldename und eine uidNumber nur einmal vorkommen. Netzwart sieht nach jedem Anlegen nach und berichtigt; andere Programme tun das vielleicht nicht.',
      en: 'The server does not watch over a login and a uidNumber occurring only once. Netzwart looks after each account it has made and puts it right; other programs may not.'
    },
    remedy: {
      de: 'Laden Sie auf dem Server das Modul „unique“ und fügen Sie das Overlay der Datenbank mit zwei Regeln hinzu: olcUniqueURI „ldap:///?uid?sub“ und „ldap:///?uidNumber?sub“. Zwei Server, die sich gegenseitig abgleichen, brauchen dennoch einen, auf dem Konten angelegt werden.',
      en: 'Load the module “unique” on the server and add the overlay to the database with two rules: olcUniqueURI “ldap:///?uid?sub” and “ldap:///?uidNumber?sub”. Two servers that replicate to each other still need one on which accounts are made.'
    }
  },
  namesShared: {
    message: {
      de: 'Im Verzeichnis haben mehrere Einträge denselben Anmeldenamen oder dieselbe uidNumber ({count}): {names}.',
      en: 'Several entries of the directory have the same login or the same uidNumber ({count}): {names}.'
    },
    remedy: {
      de: 'Wer eine Nummer teilt, liest auf Dateiservern die Dateien des anderen; wer einen Anmeldenamen teilt, wird vielleicht gar nicht angemeldet. Geben Sie einem von beiden im Verzeichnis einen eigenen.',
      en: 'Who shares a number reads the other one’s files on file servers; who shares a login may not be signed in at all. Give one of the two one of its own in the directory.'
    }
  },
  notChecked: {
    message: {
      de: 'Nicht geprüft: {what}. Grund: {reason}.',
      en: 'Not checked: {what}. Reason: {reason}.'
    },
    remedy: {
      de: 'Geben Sie dem Dienstkonto Leserecht darauf oder prüfen Sie es am Server.',
      en: 'Give the bind account read access to it or check it on the server.'
    }
  }
}
