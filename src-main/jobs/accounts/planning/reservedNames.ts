/**
 * Names that systems use themselves and that no person's login may equal, in lower case. From Debian's
 * base-passwd, Samba, Microsoft's default accounts and groups, RFC 2142 (mailboxes with a fixed meaning), and
 * what German schools' servers commonly run.
 */
export const systemNames: ReadonlySet<string> = new Set([
  // Unix accounts and groups
  ...[
    'root',
    'daemon',
    'bin',
    'sys',
    'sync',
    'games',
    'man',
    'lp',
    'mail',
    'news',
    'uucp',
    'proxy',
    'www-data'
  ],
  ...['backup', 'list', 'irc', 'gnats', 'nobody', 'nogroup', 'sshd', 'systemd', 'messagebus', 'avahi', 'ntp'],
  ...[
    'adm',
    'tty',
    'disk',
    'kmem',
    'dialout',
    'fax',
    'voice',
    'cdrom',
    'floppy',
    'tape',
    'sudo',
    'audio',
    'dip'
  ],
  ...['operator', 'src', 'shadow', 'utmp', 'video', 'sasl', 'plugdev', 'staff', 'users', 'wheel', 'polkitd'],
  ...[
    'openldap',
    'ldap',
    'slapd',
    'postgres',
    'mysql',
    'redis',
    'postfix',
    'dovecot',
    'cyrus',
    'bind',
    'named'
  ],
  ...['freerad', 'radius', 'squid', 'nginx', 'apache', 'httpd', 'ftp', 'samba', 'nslcd', 'sssd', 'docker'],
  // Windows and Active Directory
  ...['administrator', 'administrators', 'admin', 'admins', 'guest', 'guests', 'gast', 'krbtgt', 'system'],
  ...['defaultaccount', 'wdagutilityaccount', 'dnsadmins', 'localservice', 'networkservice', 'everyone'],
  ...[
    'con',
    'prn',
    'aux',
    'nul',
    'com1',
    'com2',
    'com3',
    'com4',
    'lpt1',
    'lpt2',
    'lpt3',
    'netlogon',
    'sysvol'
  ],
  // RFC 2142 and customary mailboxes
  ...[
    'postmaster',
    'hostmaster',
    'webmaster',
    'usenet',
    'abuse',
    'security',
    'noc',
    'support',
    'info',
    'sales'
  ],
  ...[
    'marketing',
    'noreply',
    'no-reply',
    'mailer-daemon',
    'newsletter',
    'datenschutz',
    'sekretariat',
    'schulleitung'
  ],
  // Accounts of school servers
  ...[
    'netzwart',
    'opsi',
    'opsiconfd',
    'pcpatch',
    'linuxmuster',
    'iserv',
    'moodle',
    'nextcloud',
    'schule',
    'lehrer'
  ],
  ...[
    'schueler',
    'pruefung',
    'exam',
    'test',
    'user',
    'default',
    'public',
    'anonymous',
    'unknown',
    'null',
    'self'
  ]
])
