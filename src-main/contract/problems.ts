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
      de: 'Bei {count} {count|Konto|Konten} ist „Kennwort läuft nie ab“ gesetzt; dort lässt sich kein Kennwortwechsel verlangen.',
      en: 'On {count} {count|account|accounts} “password never expires” is set; no change of password can be demanded there.'
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
  radiusIgnoresSuspensions: {
    message: {
      de: 'Der RADIUS-Server „{host}“ lässt Gesperrte ein: Das Probekonto kam nach der Sperre und ohne jede Modulgruppe noch hinein.',
      en: 'The RADIUS server “{host}” lets suspended people in: the probe account still got in after its suspension and outside every module’s group.'
    },
    remedy: {
      de: 'Er liest das Passwort selbst und fragt sonst nichts. Ordnen Sie in den Einstellungen dem Modul WLAN eine Gruppe zu und lassen Sie FreeRADIUS danach fragen, in post-auth von sites-available/default und inner-tunnel: if (!(LDAP-Group == "NAME")) { reject }. Oder lassen Sie das Verzeichnis entscheiden (Auth-Type LDAP). docs/services.md nennt die Zeilen.',
      en: 'It reads the password itself and asks nothing else. Map the module WLAN to a group in the settings and let FreeRADIUS ask for it, in post-auth of sites-available/default and inner-tunnel: if (!(LDAP-Group == "NAME")) { reject }. Or let the directory decide (Auth-Type LDAP). docs/services.md names the lines.'
    }
  },
  radiusAsksForGroupOnly: {
    message: {
      de: 'Der RADIUS-Server „{host}“ hält Gesperrte nur über die Gruppen der Module fern ({groups}), nicht über die Sperre selbst.',
      en: 'The RADIUS server “{host}” keeps suspended people out by the modules’ groups only ({groups}), not by the suspension itself.'
    },
    remedy: {
      de: 'Das genügt, solange die Zuordnung stimmt. Nach dem Ende einer Sperre kommt die Person dort erst wieder hinein, wenn Netzwart die Gruppen zurückgegeben hat; dafür muss es laufen oder die geplante Aufgabe eingerichtet sein. Wer außerhalb von Netzwart gesperrt wird, kommt weiter hinein.',
      en: 'That is enough as long as the mapping is right. After the end of a suspension the person gets in there only once Netzwart has given the groups back; for that it must run, or the scheduled task be set up. Whoever is suspended outside Netzwart still gets in.'
    }
  },
  radiusRefusesProbe: {
    message: {
      de: 'Der RADIUS-Server „{host}“ lehnt das Probekonto schon vor der Sperre ab; ob eine Sperre dort wirkt, ist damit nicht zu sagen.',
      en: 'The RADIUS server “{host}” refuses the probe account even before its suspension; so nothing can be said about suspensions there.'
    },
    remedy: {
      de: 'Prüfen Sie, ob er dasselbe Verzeichnis und denselben Bereich der Schülerkonten fragt, die Passwörter lesen oder sich damit anmelden darf, und ob die Gruppe, die er verlangt, in den Einstellungen einem Modul zugeordnet ist.',
      en: 'Check that it asks the same directory and the same container of pupils’ accounts, that it may read the passwords or sign in with them, and that the group it asks for is mapped to a module in the settings.'
    }
  },
  radiusAnswersUnsigned: {
    message: {
      de: 'Die Antworten des RADIUS-Servers „{host}“ tragen keinen Message-Authenticator; auf dem Weg lassen sie sich fälschen (CVE-2024-3596).',
      en: 'The answers of the RADIUS server “{host}” carry no Message-Authenticator; they can be forged on the way (CVE-2024-3596).'
    },
    remedy: {
      de: 'Erneuern Sie den RADIUS-Server (FreeRADIUS ab 3.2.5 oder mit den Sicherheitsaktualisierungen der Distribution) und verlangen Sie den Message-Authenticator auch von Access Points und Switches. Bis dahin gehört RADIUS in ein eigenes, abgeschottetes Netz.',
      en: 'Renew the RADIUS server (FreeRADIUS 3.2.5 or later, or with the distribution’s security updates) and demand the Message-Authenticator from access points and switches, too. Until then keep RADIUS in a closed network of its own.'
    }
  },
  namesNotUnique: {
    message: {
      de: 'Der Server wacht nicht darüber, dass ein Anmeldename und eine uidNumber nur einmal vorkommen. Netzwart sieht nach jedem Anlegen nach und berichtigt; andere Programme tun das vielleicht nicht.',
      en: 'The server does not watch over a login and a uidNumber occurring only once. Netzwart looks after each account it has made and puts it right; other programs may not.'
    },
    remedy: {
      de: 'Laden Sie auf dem Server das Modul „unique“ und fügen Sie das Overlay der Datenbank mit zwei Regeln hinzu: olcUniqueURI „ldap:///?uid?sub“ und „ldap:///?uidNumber?sub“. Es lehnt ab, was schon vergeben ist, nicht aber, was zwei Programme im selben Augenblick schreiben. Zwei Server, die sich gegenseitig abgleichen, brauchen dennoch einen, auf dem Konten angelegt werden.',
      en: 'Load the module “unique” on the server and add the overlay to the database with two rules: olcUniqueURI “ldap:///?uid?sub” and “ldap:///?uidNumber?sub”. It refuses what is taken already, but not what two programs write at the same moment. Two servers that replicate to each other still need one on which accounts are made.'
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
